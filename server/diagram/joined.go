package diagram

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

// slashIn returns where the slash stands that joins two names, "Cortex/Loki", or 0.
func slashIn(w string) int {
	i := strings.IndexByte(w, '/')
	if i < 2 || !isCapital(w) || strings.Count(w, "/") > 1 || isTechnology(strings.ToLower(w)) {
		return 0
	}
	for _, part := range strings.Split(w, "/") {
		if len(part) < 2 || !isCapital(part) || words().nouns[strings.ToLower(part)] != "" {
			return 0
		}
	}
	return i
}

// withoutBrackets drops the brackets of "worker(s)" and of "key-value (KV) store".
func withoutBrackets(tokens []token) []token {
	out := tokens[:0]
	for i := 0; i < len(tokens); i++ {
		if i > 0 && i+2 < len(tokens) && tokens[i].text == "(" && tokens[i+2].text == ")" && isAside(tokens, i) {
			i += 2
			continue
		}
		out = append(out, tokens[i])
	}
	return out
}

func isAside(tokens []token, open int) bool {
	inner := tokens[open+1].text
	if inner == "s" || inner == "es" {
		return tokens[open].span.Start == tokens[open-1].span.End
	}
	if open+3 >= len(tokens) || len(inner) > 6 || !isUpperName(inner) {
		return false
	}
	_, head := tokens[open+3].headOf()
	return head && tokens[open-1].text == tokens[open-1].lower && tokens[open+3].text == tokens[open+3].lower
}

// withColon puts a colon behind the bold words that a list item begins with where a
// definition follows: "**Ingress proxy** A server that terminates TLS."
func withColon(tokens []token) []token {
	end := 0
	for end < len(tokens) && tokens[end].bold > 0 && tokens[end].bold == tokens[0].bold {
		end++
	}
	if end == 0 || end+1 >= len(tokens) || !isCapital(tokens[end].text) || tokens[end].code || strings.HasSuffix(tokens[end-1].text, ":") || strings.HasSuffix(tokens[end-1].text, ".") {
		return tokens
	}
	at := tokens[end].span.Start
	return slices.Insert(tokens, end, token{text: ":", lower: ":", span: text.Span{Start: at, End: at}})
}

// joinParty makes one adjective of "3rd party".
func joinParty(tokens []token) []token {
	out := tokens[:0]
	for i, t := range tokens {
		if i > 0 && t.lower == "party" && (tokens[i-1].lower == "3rd" || tokens[i-1].lower == "third") {
			last := &out[len(out)-1]
			last.text, last.lower, last.span.End = "third-party", "third-party", t.span.End
			continue
		}
		out = append(out, t)
	}
	return out
}

// joinEnds makes one noun of "front end" and "back end", but not of those of a queue.
func joinEnds(tokens []token) []token {
	for i := 1; i < len(tokens); i++ {
		front := &tokens[i-1]
		if front.lower != "front" && front.lower != "back" || tokens[i].lower != "end" && tokens[i].lower != "ends" || i+1 < len(tokens) && tokens[i+1].lower == "of" {
			continue
		}
		front.text, front.lower, front.span.End = front.text+" "+tokens[i].text, front.lower+" "+tokens[i].lower, tokens[i].span.End
		tokens = append(tokens[:i], tokens[i+1:]...)
	}
	return tokens
}

// joinPlurals drops the "s" that stands behind bold or code: "**Worker**s".
func joinPlurals(tokens []token) []token {
	out := tokens[:0]
	for i, t := range tokens {
		if (t.text == "s" || t.text == "es") && t.bold == 0 && i > 0 && (tokens[i-1].bold > 0 || tokens[i-1].code) && t.span.Start-tokens[i-1].span.End <= 3 {
			continue
		}
		out = append(out, t)
	}
	return out
}

// toolEnd is where the name of the tool ends in a command line like "kubectl apply -f",
// and the command's in "kubeadm init --dry-run", else the end of the code.
func toolEnd(code string) int {
	if i := strings.IndexByte(code, ' '); i > 3 && strings.HasSuffix(code[:i], "ctl") {
		return i
	}
	if i := strings.Index(code, " -"); i > 0 && isCommand(code[:i]) {
		return i
	}
	return len(code)
}
