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
	m.key = r.key(m.name)
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

// key is nameKey, kept for the section, where names recur.
func (r *phraseReader) key(name string) string {
	k, ok := r.keys[name]
	if !ok {
		k = nameKey(name)
		r.keys[name] = k
	}
	return k
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

// isNoComponent holds for what names a format, a protocol, a piece of data.
func (r *phraseReader) isNoComponent(tokens []token, key string) bool {
	l := words()
	last := &tokens[len(tokens)-1]
	if _, ok := l.tech[strings.ToLower(joinName(tokens))]; ok {
		return false
	}
	if isAbstract(last.lower) && !last.code {
		return true
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
	_, isHead := last.headOf()
	return group == "data" && !isHead || group == "measure" && !isHead || group == "protocol" || group == "format" || group == "algorithm" || isAPIStyle(tokens)
}

// isAbstract holds for nouns made of verbs and adjectives: "replication",
// "availability", "scaling".
func isAbstract(w string) bool {
	w = singular(trimPossessive(w))
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
	last := singular(tokens[1].lower)
	return (group == "protocol" || group == "format" || tokens[0].tag == tagNumber || isVersion(tokens[0].lower)) && (last == "api" || last == "endpoint" || last == "interface" || last == "stream")
}

// describe gives a mention its kind and what its spelling says for it.
func (r *phraseReader) describe(m *mention, tokens []token, from, end int) {
	l := words()
	first, last := &tokens[0], &tokens[len(tokens)-1]
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
	numbered := len(tokens) > 1 && isOrdinal(last)
	if numbered {
		last = &tokens[len(tokens)-2] // "service 2", "node B"
	}
	if h, ok := last.headOf(); ok {
		m.kind = h.kind
		m.marks |= h.marks()
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

// isVersion holds for "v2" and "v1beta1".
func isVersion(w string) bool {
	return len(w) > 1 && w[0] == 'v' && w[1] >= '0' && w[1] <= '9'
}

// isOrdinal holds for what numbers things: "2", "B".
func isOrdinal(t *token) bool { return t.tag == tagNumber || len(t.text) == 1 && isCapital(t.text) }
