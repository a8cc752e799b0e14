package diagram

import (
	"strings"
)

// isNoComponent holds for what names a format, a protocol, a piece of data.
func (r *phraseReader) isNoComponent(tokens []token, key string) bool {
	l := words()
	last := &tokens[len(tokens)-1]
	if _, ok := l.tech[strings.ToLower(joinName(tokens))]; ok {
		return false
	}
	if len(tokens) == 1 && isDataName(last.text) {
		return true
	}
	if last.name && len(tokens) == 1 {
		return false
	}
	if isAbstract(last.lower) && !last.code {
		return len(tokens) > 1 || !r.isActor(last)
	}
	if len(tokens) == 1 && !last.code {
		return l.nouns[last.lower] != "" || l.nouns[Singular(last.lower)] != "" || l.nouns[key] != ""
	}
	if last.code {
		return false
	}
	group := l.nouns[Singular(trimPossessive(last.lower))]
	if group == "" {
		group = l.nouns[last.lower]
	}
	h, isHead := last.headOf()
	if isHead && h.strength == faint && l.nouns[tokens[0].lower] == "algorithm" {
		return true // "Raft groups"
	}
	return group == "data" && !isHead || group == "measure" && !isHead || group == "protocol" || group == "format" || group == "algorithm" || isAPIStyle(tokens)
}

// isDataName holds for words with capitals that end in a noun for data: "LogRecord",
// "ResourceClaim".
func isDataName(w string) bool {
	if !isCamel(w) {
		return false
	}
	parts := camelWords(w)
	last := Singular(strings.ToLower(parts[len(parts)-1]))
	_, isHead := headOf(last)
	return !isHead && words().nouns[last] == "data"
}

// isActor says whether a token begins its sentence and is what does the verb behind it:
// "Billing charges the card". It may be short for a component's name.
func (r *phraseReader) isActor(t *token) bool {
	return !r.title && len(r.tokens) > 1 && t == &r.tokens[0] && r.tokens[1].tag == tagVerb && r.tokens[1].form == formThird
}

// isAbstract holds for nouns made of verbs and adjectives: "replication",
// "availability", "scaling".
func isAbstract(w string) bool {
	w = Singular(trimPossessive(w))
	if _, ok := headOf(w); ok {
		return false
	}
	for _, end := range [...]string{"ing", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ency", "ancy", "ism", "ship"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	return false
}

// isAPIStyle holds for "REST API" and "gRPC endpoint", which name a protocol.
func isAPIStyle(tokens []token) bool {
	l := words()
	if len(tokens) != 2 {
		return false
	}
	group := l.nouns[tokens[0].lower]
	last := Singular(tokens[1].lower)
	if styles[tokens[0].lower] && (last == "server" || last == "service" || last == "client") {
		return true
	}
	return (group == "protocol" || group == "format" || tokens[0].tag == tagNumber || isVersion(tokens[0].lower)) && (last == "api" || last == "endpoint" || last == "interface" || last == "stream")
}

// isVersion holds for "v2" and "v1beta1".
func isVersion(w string) bool {
	return len(w) > 1 && w[0] == 'v' && w[1] >= '0' && w[1] <= '9'
}

// isOrdinal holds for what numbers things: "2", "B".
func isOrdinal(t *token) bool { return t.tag == tagNumber || len(t.text) == 1 && isCapital(t.text) }

// styles are protocols that any server may speak: "an HTTP server".
var styles = map[string]bool{"http": true, "https": true, "http/2": true, "grpc": true, "rest": true, "restful": true, "rpc": true, "tcp": true, "udp": true, "graphql": true}
