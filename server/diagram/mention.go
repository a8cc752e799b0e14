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
	m.key = r.known.key(m.name)
	if len(m.key) < 2 || len(m.name) > 80 || r.isNoComponent(tokens, m.key) {
		return -1
	}
	r.describe(&m, tokens, from, end)
	if isDefinite(det) {
		m.marks |= markDefinite
	} else if det != "" {
		m.marks |= markIndefinite
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
		if t.tag == tagQuote {
			continue
		}
		if i == len(tokens)-1 {
			w = trimPossessive(w)
		}
		if first, rest, ok := strings.Cut(w, "/"); ok && isPlace(first) && rest != "" {
			w = first // "upstream/main cluster"
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// describe gives a mention its kind and what its spelling says for it.
func (r *phraseReader) describe(m *mention, tokens []token, from, end int) {
	first, last := &tokens[0], &tokens[len(tokens)-1]
	m.markIf(first.bold > 0 && last.bold > 0, markBold)
	m.markIf(isPlural(last.lower), markPlural)
	m.markIf(last.name, markCoined)
	if len(tokens) > 1 && isOrdinal(last) {
		last = &tokens[len(tokens)-2] // "service 2", "node B"
	}
	if h, ok := last.headOf(); ok {
		m.kind = h.kind
		m.marks |= h.marks()
		m.markIf(len(nameWords(m.name)) == 1, markAlone)
	}
	if start, ok := r.techAt(end); ok {
		m.kind = words().tech[technologyName(r.tokens[start:end])]
		m.marks = m.marks&^markAlone | markTech
	}
	r.describeSpelling(m, tokens, from)
}

func (m *mention) markIf(holds bool, k marks) {
	if holds {
		m.marks |= k
	}
}

func technologyName(tokens []token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		if i == len(tokens)-1 {
			b.WriteString(Singular(trimPossessive(t.lower)))
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

// marks are what the noun says for a name that ends with it.
func (h head) marks() marks {
	switch h.strength {
	case strong:
		return markHead | markWeak | markStrong
	case weak:
		return markHead | markWeak
	}
	return markHead
}
