package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// add notes the name of the tokens from..end and returns its index, or -1 when
// it cannot be a component's.
func (r *phraseReader) add(from, end int, det string) int {
	if from >= end {
		return -1
	}
	tokens := r.tokens[from:end]
	m := mention{frame: -1, name: joinName(tokens), span: text.Span{Start: tokens[0].span.Start, End: tokens[len(tokens)-1].span.End}}
	m.key = nameKey(m.name)
	if m.key == "" || len(m.name) > 80 || r.isNoComponent(tokens, m.key) {
		return -1
	}
	r.describe(&m, tokens, from, end)
	if isDefinite(det) {
		m.marks |= markDefinite
	}
	*r.mentions = append(*r.mentions, m)
	return len(*r.mentions) - 1
}

func isDefinite(det string) bool {
	switch det {
	case "the", "this", "that", "these", "those", "its", "our", "their":
		return true
	}
	return false
}

func joinName(tokens []token) string {
	var b strings.Builder
	for i, t := range tokens {
		w := t.text
		if i == len(tokens)-1 {
			w = trimPossessive(w)
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// isNoComponent holds for what names a format, a protocol, a piece of data.
func (r *phraseReader) isNoComponent(tokens []token, key string) bool {
	l := words()
	last := tokens[len(tokens)-1]
	if _, ok := l.tech[strings.ToLower(joinName(tokens))]; ok {
		return false
	}
	if len(tokens) == 1 && !last.code {
		return l.nouns[last.lower] != "" || l.nouns[singular(last.lower)] != "" || l.nouns[key] != ""
	}
	if last.code {
		return false
	}
	group := l.nouns[singular(trimPossessive(last.lower))]
	if group == "" {
		group = l.nouns[last.lower]
	}
	_, isHead := headOf(trimPossessive(last.text))
	return group == "data" && !isHead || group == "measure" && !isHead || group == "protocol" || group == "format" || group == "algorithm" || isAPIStyle(tokens)
}

// isAPIStyle holds for "REST API" and "gRPC endpoint", which name a protocol.
func isAPIStyle(tokens []token) bool {
	l := words()
	if len(tokens) != 2 {
		return false
	}
	group := l.nouns[tokens[0].lower]
	last := singular(tokens[1].lower)
	return (group == "protocol" || group == "format") && (last == "api" || last == "endpoint" || last == "interface" || last == "stream")
}

// describe gives a mention its kind and what its spelling says for it.
func (r *phraseReader) describe(m *mention, tokens []token, from, end int) {
	l := words()
	first, last := tokens[0], tokens[len(tokens)-1]
	if first.bold > 0 && last.bold > 0 {
		m.marks |= markBold
	}
	if first.link && last.link {
		m.marks |= markLink
	}
	if last.code && len(tokens) == 1 {
		m.marks |= markCode
	}
	if isPlural(last.lower) {
		m.marks |= markPlural
	}
	if h, ok := headOf(trimPossessive(last.text)); ok {
		m.kind = h.kind
		m.marks |= markWeak
		if h.strong {
			m.marks |= markStrong
		}
		if len(nameWords(m.name)) == 1 {
			m.marks |= markAlone
		}
	}
	if start, ok := r.techAt(end); ok {
		m.kind = l.tech[technologyName(r.tokens[start:end])]
		m.marks |= markTech
		m.marks &^= markAlone
	}
	r.describeSpelling(m, tokens, from)
}

func technologyName(tokens []token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		if i == len(tokens)-1 {
			b.WriteString(singular(trimPossessive(t.lower)))
		} else {
			b.WriteString(t.lower)
		}
	}
	return b.String()
}

func (r *phraseReader) describeSpelling(m *mention, tokens []token, from int) {
	proper := true
	for i := range tokens {
		proper = proper && (isProper(&tokens[i], r.isInitial(from+i)) || i > 0 && tokens[i].tag == tagNumber)
	}
	switch {
	case proper:
		m.marks |= markProper
	case r.isInitial(from) && isCapital(tokens[0].text) && len(tokens) == 1:
		m.marks |= markInitial
	}
}
