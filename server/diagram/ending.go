package diagram

import (
	"slices"
	"strings"
)

// unitNouns are what a component runs as: what is done to "the Kafka cluster" or
// "the worker process" is done to Kafka and the worker.
var unitNouns = map[string]bool{
	"server": true, "cluster": true, "instance": true, "node": true, "process": true, "service": true, "replica": true, "component": true, "host": true, "machine": true, "pod": true,
	"deployment": true, "side": true, "layer": true, "tier": true, "daemon": true, "binary": true, "program": true, "tool": true, "pool": true, "fleet": true, "client": true, "system": true,
	"box": true, "container": true, "job": true, "goroutine": true, "farm": true, "vm": true,
}

// innerNouns are things inside a component: "the PostgreSQL table", "the Kafka topic".
var innerNouns = map[string]bool{
	"table": true, "endpoint": true, "api": true, "interface": true, "queue": true, "topic": true, "bucket": true, "collection": true, "index": true, "partition": true, "shard": true,
	"database": true, "datasource": true, "port": true, "command": true, "store": true, "cache": true, "list": true, "stream": true, "log": true,
}

// running are nouns for what only something that runs comes as.
var running = map[string]bool{"pod": true, "process": true, "container": true, "daemon": true, "binary": true, "deployment": true}

func isPartNoun(t *token) bool {
	w := Singular(t.lower)
	return t.code || unitNouns[w] || innerNouns[w]
}

// standsAlone says whether the words before end name a component without the
// noun behind them: "Kafka" of "Kafka cluster", but not "user" of "user service".
func (r *phraseReader) standsAlone(from, end int) bool {
	if !r.endsName(from, end) {
		return false
	}
	t := &r.tokens[end-1]
	if _, ok := r.techAt(end); ok || t.code {
		return true
	}
	if isProper(t, r.isInitial(end-1)) {
		if h, ok := r.tokens[end].headOf(); ok && h.kind.Holds() && h.strength > faint && !r.tokens[end].code {
			return false // "KV store" is no KV
		}
		return !isCapital(r.tokens[end].text) && !isAbstract(t.lower) // "TiKV cluster", but "Fraud Service"
	}
	h, ok := t.headOf()
	if h.strength == weak && running[Singular(r.tokens[end].lower)] {
		h.strength = strong
	}
	return ok && h.strength == strong && h.kind != Person && t.tag == tagNoun && (end-from > 1 || unitNouns[Singular(r.tokens[end].lower)])
}

// endsName says whether the word before end can be the last of a name.
func (r *phraseReader) endsName(from, end int) bool {
	t := &r.tokens[end-1]
	if t.tag != tagNoun {
		return false
	}
	if t.code {
		return t.name || isNameLikeCode(t.text)
	}
	if strings.Contains(t.text, ".") || strings.Contains(t.text, "/") && !isPlace(t.lower) && !isTechnology(t.lower) {
		return false // a domain, a file, two things
	}
	l := words()
	if _, ok := l.tech[t.lower]; ok {
		return true
	}
	if _, ok := r.techAt(end); ok {
		return true
	}
	if _, ok := t.headOf(); ok {
		return l.nouns[t.lower] == "" || len(nameWords(t.text)) > 1 || end-from > 1
	}
	if r.title && end-from == 1 && len(r.tokens) == 1 && isCapital(t.text) && isCoinable(t.lower) {
		return true // "### Dex"
	}
	return isProper(t, r.isInitial(end-1)) || r.isInitial(end-1) && isCapital(t.text) && !r.title && l.nouns[Singular(t.lower)] == "" && l.closed[t.lower] == 0
}

// techAt returns the first token of the technology that ends before end.
func (r *phraseReader) techAt(end int) (start int, ok bool) {
	l := words()
	last := Singular(trimPossessive(r.tokens[end-1].lower))
	most := l.techLast[last]
	if most == 0 {
		return end, false
	}
	if _, known := l.tech[last]; known {
		return end - 1, true
	}
	joined := last
	for start = end - 2; start >= 0 && end-start <= most; start-- {
		joined = r.tokens[start].lower + " " + joined
		if _, known := l.tech[joined]; known {
			return start, true
		}
	}
	return end, false
}

// nameStart walks back from the last word of a name over the words that belong
// to it, at most five.
func (r *phraseReader) nameStart(from, end int) int {
	_, isHead := r.tokens[end-1].headOf()
	isHead = isHead && !r.tokens[end-1].code // "in the way `scheduler` does"
	start := end - 1
	if s, ok := r.techAt(end); ok && s >= from {
		start = s
	}
	for start > from && end-start < 5 && r.belongs(start-1, from, isHead) {
		start--
	}
	return start
}

// belongs says whether the word before a name is part of it.
func (r *phraseReader) belongs(i, from int, common bool) bool {
	t := &r.tokens[i]
	switch {
	case r.isTitled(i), r.isMatcher(i, i+2), common && (r.classifies(i) || r.isInside(i, from) || r.isQuality(i)):
		return true
	case t.tag != tagNoun && t.tag != tagNumber, isPossessive(t.lower) && !t.code:
		return false
	case isProper(t, r.isInitial(i)), isPlace(t.lower):
		return true
	}
	return common && !isQualifier(t)
}

// isQualifier holds for adjectives and participles, which tell of a thing rather
// than name it: "compromised server".
func isQualifier(t *token) bool {
	if t.code || isCapital(t.text) {
		return false
	}
	w := t.lower
	if first, _, ok := strings.Cut(w, "-"); ok && strings.HasSuffix(first, "ed") && len(first) > 4 {
		return true // "enabled-by-default"
	}
	if t.verb != nil && t.form == formPast || strings.HasSuffix(w, "ed") && len(w) > 5 {
		return w != "distributed" && w != "federated"
	}
	for _, end := range [...]string{"able", "ible", "ful", "less", "ous", "aware", "based", "specific", "ary", "ically", "wide"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 && w != "primary" && w != "secondary" && w != "binary" && w != "dictionary" && w != "serverless" {
			return true
		}
	}
	return false
}

// isPlace holds for the words that tell twins apart.
func isPlace(w string) bool {
	switch w {
	case "upstream", "downstream", "external", "remote", "internal", "source", "target", "destination", "local", "central", "global", "regional":
		return true
	}
	return strings.Contains(w, "stream/") || strings.Contains(w, "/down")
}

// isNameLikeCode says whether inline code can name a component: words and
// hyphens that end in a noun for components, or a known product.
func isNameLikeCode(code string) bool {
	if len(code) > 40 || strings.ContainsAny(code, "(){}=<>/\\$:;,*\"'@#%&|[].") {
		return false
	}
	if isTechnology(strings.ToLower(code)) {
		return true
	}
	if fields := strings.Fields(code); len(fields) > 1 && !slices.ContainsFunc(fields, func(w string) bool { return !isCapital(w) }) {
		return !isAbstract(fields[len(fields)-1]) // "`Feature Store`"
	}
	code = withoutLetter(code)
	last := code[strings.LastIndexByte(code, ' ')+1:]
	h, ok := headOf(last)
	return ok && (h.strength == strong || h.strength == weak && strings.Contains(last, "-")) && !(strings.Contains(last, "_") && (isPlural(strings.ToLower(last)) || last != strings.ToLower(last)))
}
