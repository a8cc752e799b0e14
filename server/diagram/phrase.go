package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// marks are what the text around a name says for its being a component.
type marks uint32

const (
	markBold       marks = 1 << iota
	markCode             // written as inline code
	markLink             // the text of a link
	markProper           // spelled like a name
	markInitial          // spelled like a name only for standing first
	markHead             // ends with a noun that can name components
	markWeak             // one that often does
	markStrong           // one that nearly always does
	markTech             // a known product
	markDefinite         // "the", "its", "our"
	markIndefinite       // "a", "any", "some"
	markAlone            // nothing but a noun like "server"
	markInner            // inside a phrase about something else: "the API server's logs"
	markNamed            // told to be a component: "X is a service", "a component called X"
	markExample          // "such as X"
	markTitle            // the whole heading or the whole cell
	markOption           // in a sentence about what one could take
	markRedundant        // "two web servers", "the replicated database"
	markPlural
	markDrawn  // a node of a diagram
	markFramed // a boundary of a diagram
	markTabled // in a table of components
	markDenied // told to be something else: "X is a timestamp"
)

// mention is a name in a section that may be a component's.
type mention struct {
	name        string
	key         string
	span        text.Span
	kind        Kind
	marks       marks
	agent       int // how often it does something
	source      Source
	frame       int // index in local.frames of the boundary around it, -1 for none
	tech, about string
}

// phrase is a noun phrase: "the new order service".
type phrase struct {
	from, to int // tokens, half open
	det      string
	mention  int // index of what the phrase is about, -1 when that is no name
	inner    int // index of a name inside of it, -1 for none
}

// unitNouns are what a component runs as: what is done to "the Kafka cluster" or
// "the worker process" is done to Kafka and the worker.
var unitNouns = map[string]bool{
	"server": true, "cluster": true, "instance": true, "node": true, "process": true, "service": true, "replica": true, "component": true, "host": true, "machine": true, "pod": true,
	"deployment": true, "side": true, "layer": true, "tier": true, "daemon": true, "binary": true, "program": true, "tool": true, "pool": true, "fleet": true, "client": true, "system": true,
}

// innerNouns are things inside a component: "the PostgreSQL table", "the Kafka topic".
var innerNouns = map[string]bool{
	"table": true, "endpoint": true, "api": true, "interface": true, "queue": true, "topic": true, "bucket": true, "collection": true, "index": true, "partition": true, "shard": true,
	"database": true, "port": true, "store": true, "cache": true, "list": true, "stream": true, "log": true,
}

func isPartNoun(t *token) bool {
	w := singular(t.lower)
	return t.code || unitNouns[w] || innerNouns[w]
}

// phraseReader makes the phrases of one sentence.
type phraseReader struct {
	tokens   []token
	title    bool // a heading or a table's head, where capitals say nothing
	mentions *[]mention
	keys     map[string]string
}

// read makes the phrase of the tokens from..to, all of them nouns and what may
// stand before nouns.
func (r *phraseReader) read(from, to int) phrase {
	p := phrase{from: from, to: to, mention: -1, inner: -1}
	at := from
	for at < to && r.tokens[at].tag == tagDet {
		p.det = r.tokens[at].lower
		at++
	}
	at = r.skipGeneric(at, to)
	for i := at; i < to-1; i++ {
		if isPossessive(r.tokens[i].lower) && !r.tokens[i].code {
			owner := r.name(at, i+1, p.det)
			if owner >= 0 {
				(*r.mentions)[owner].marks |= markInner
				p.inner = owner
			}
			at = r.skipGeneric(i+1, to)
			p.det = "its"
		}
	}
	if at < to {
		p.mention = r.name(at, to, p.det)
	}
	if p.mention >= 0 && tellsSeveral(r.tokens[from:to]) {
		(*r.mentions)[p.mention].marks |= markRedundant
	}
	if p.mention >= 0 && (*r.mentions)[p.mention].marks&markInner != 0 {
		p.mention, p.inner = -1, p.mention
	}
	return p
}

func (r *phraseReader) skipGeneric(at, to int) int {
	for at < to-1 && (r.tokens[at].tag == tagGeneric || r.tokens[at].tag == tagNumber) && r.tokens[at].bold == 0 {
		at++
	}
	return at
}

func isPossessive(w string) bool {
	return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "s'") || strings.HasSuffix(w, "s’")
}

// name finds the name in a phrase without its article. The name is marked as
// inner when the phrase is about something else.
func (r *phraseReader) name(from, to int, det string) int {
	if m := r.boldName(from, to, det); m >= 0 {
		return m
	}
	end := to
	for end > from+1 && isPartNoun(&r.tokens[end-1]) && r.standsAlone(from, end-1) {
		end--
	}
	if end > from && r.endsName(from, end) {
		if m := r.add(r.nameStart(from, end), end, det); m >= 0 {
			return m
		}
	}
	for end = to - 1; end > from; end-- {
		if r.endsName(from, end) {
			if m := r.add(r.nameStart(from, end), end, det); m >= 0 {
				(*r.mentions)[m].marks |= markInner
				return m
			}
		}
	}
	return -1
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
		return !isCapital(r.tokens[end].text) && !isAbstract(t.lower) // "TiKV cluster", but "Fraud Service"
	}
	h, ok := t.headOf()
	return ok && h.strength == strong && h.kind != Person && t.tag == tagNoun && (end-from > 1 || unitNouns[singular(r.tokens[end].lower)])
}

// boldName takes the last bold words of the phrase as a name.
func (r *phraseReader) boldName(from, to int, det string) int {
	for end := to; end > from; end-- {
		b := r.tokens[end-1].bold
		if b == 0 {
			continue
		}
		start := end - 1
		for start > from && r.tokens[start-1].bold == b {
			start--
		}
		if boldStartsClause(r.tokens, start) || start > 0 && r.tokens[start-1].bold == b || end < len(r.tokens) && r.tokens[end].bold == b && r.tokens[end].tag != tagColon && r.tokens[end].tag != tagStop {
			return -1
		}
		for start < end-1 && (r.tokens[start].tag == tagDet || r.tokens[start].tag == tagGeneric) {
			start++
		}
		m := r.add(start, end, det)
		if m < 0 {
			return -1
		}
		for _, t := range r.tokens[end:to] {
			if !isPartNoun(&t) {
				(*r.mentions)[m].marks |= markInner
			}
		}
		return m
	}
	return -1
}

// endsName says whether the word before end can be the last of a name.
func (r *phraseReader) endsName(from, end int) bool {
	t := &r.tokens[end-1]
	if t.tag != tagNoun {
		return false
	}
	if t.code {
		return isNameLikeCode(t.text)
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
	return isProper(t, r.isInitial(end-1)) || r.isInitial(end-1) && isCapital(t.text) && !r.title && l.nouns[singular(t.lower)] == "" && l.closed[t.lower] == 0
}

// techAt returns the first token of the technology that ends before end.
func (r *phraseReader) techAt(end int) (start int, ok bool) {
	l := words()
	last := singular(trimPossessive(r.tokens[end-1].lower))
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

func (r *phraseReader) isInitial(i int) bool {
	return r.title || i == 0 || r.tokens[i-1].tag == tagStop || r.tokens[i-1].tag == tagColon || r.tokens[i-1].tag == tagQuote && i == 1
}

// nameStart walks back from the last word of a name over the words that belong
// to it, at most five.
func (r *phraseReader) nameStart(from, end int) int {
	_, isHead := r.tokens[end-1].headOf()
	start := end - 1
	if s, ok := r.techAt(end); ok && s >= from {
		start = s
	}
	for start > from && end-start < 5 && r.belongs(start-1, isHead) {
		start--
	}
	return start
}

// belongs says whether the word before a name is part of it.
func (r *phraseReader) belongs(i int, common bool) bool {
	t := &r.tokens[i]
	switch {
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
	if t.verb != nil && t.form == formPast || strings.HasSuffix(w, "ed") && len(w) > 5 {
		return w != "distributed" && w != "federated"
	}
	for _, end := range [...]string{"able", "ible", "ful", "less", "ous", "aware", "based", "specific", "ary", "ically", "wide", "ler"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 && w != "primary" && w != "secondary" && w != "binary" && w != "dictionary" && w != "serverless" && w != "crawler" && w != "scheduler" && w != "controller" && w != "handler" {
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

func trimPossessive(w string) string {
	if !isPossessive(w) {
		return w
	}
	if i := strings.LastIndexAny(w, "'"); i >= 0 {
		return w[:i]
	}
	return w[:strings.LastIndex(w, "’")]
}

// isNameLikeCode says whether inline code can name a component: words and
// hyphens that end in a noun for components, or a known product.
func isNameLikeCode(code string) bool {
	if len(code) > 40 || strings.ContainsAny(code, "(){}=<>/\\$:;,*\"'@#%&|[]._") {
		return false
	}
	if isTechnology(strings.ToLower(code)) {
		return true
	}
	h, ok := headOf(code[strings.LastIndexByte(code, ' ')+1:])
	return ok && h.strength == strong
}
