package diagram

import "strings"

// term is a name of a section with all that its mentions there say for it.
type term struct {
	*keys
	name  string // the first spelling
	brief int    // the term of the section that it may be short for, or -1
	kind  Kind
	marks marks // of any mention

	// how many mentions there are, and of those
	total, plain         int // neither inside another phrase nor an example or an option
	bold, titles         int
	definite, indefinite int
	inner, plural        int
	named, drawn         int
	agent                int // how often it does something
	leads, reached       int
	stories              int
}

// keys are what a name is compared by.
type keys struct {
	key      string   // nameKey
	words    []string // nameWords
	core     []string // without words that tell nothing apart at the start
	coreKey  string
	stem     string   // of the core without its last word
	suffixes []string // of the words from the second on, from the third on...
	short    []string // what the name can be abbreviated to
}

func newKeys(key, name string) *keys {
	k := &keys{key: key, words: nameWords(name)}
	k.core = coreWords(k.words)
	k.coreKey = strings.Join(k.core, "")
	k.stem = strings.Join(k.core[:max(len(k.core)-1, 0)], "")
	n := len(k.words)
	for i := 1; i < n; i++ {
		k.suffixes = append(k.suffixes, strings.Join(k.words[i:], ""))
		k.short = append(k.short, initials(k.words[:i+1])+strings.Join(k.words[i+1:], ""))
		if n > 3 && i < n-1 {
			k.short = append(k.short, strings.Join(k.words[:i], "")+strings.Join(k.words[i+1:], ""))
		}
	}
	return k
}

// summarize counts the mentions of a section by name.
func (l *local) summarize(known knownNames) {
	index := map[string]int{}
	l.termOf = make([]int, len(l.mentions))
	for i, m := range l.mentions {
		t, ok := index[m.key]
		if !ok {
			t = len(l.terms)
			index[m.key] = t
			l.terms = append(l.terms, term{keys: known.keysOf(m.name), name: m.name, brief: -1})
		}
		l.termOf[i] = t
	}
	l.setShortApart()
	for i, m := range l.mentions {
		if !m.passing {
			l.terms[l.termOf[i]].count(m)
		}
	}
}

// setShortApart counts "the sidecar" apart where it may stand for the sidecar with
// a full name that the section named last.
func (l *local) setShortApart() {
	full := map[string]int{} // last word: the term named last that ends so
	apart := map[[2]int]int{}
	for i, m := range l.mentions {
		t := l.termOf[i]
		w := l.terms[t].words
		switch {
		case len(w) > 1 && m.marks&(markHead|markTech) != 0:
			full[w[len(w)-1]] = t
		case len(w) == 1 && m.marks&markAlone != 0 && m.marks&markDefinite != 0 && m.marks&(markBold|markTitle|markDrawn) == 0:
			f, ok := full[w[0]]
			if !ok {
				continue
			}
			k, ok := apart[[2]int{t, f}]
			if !ok {
				k = len(l.terms)
				apart[[2]int{t, f}] = k
				l.terms = append(l.terms, term{keys: l.terms[t].keys, name: m.name, brief: f})
			}
			l.termOf[i] = k
		}
	}
}

func (t *term) count(m mention) {
	t.total++
	t.agent += m.agent
	if t.kind == Component || m.kind == System && m.marks&markDrawn != 0 {
		t.kind = m.kind // a system that the author draws as one is none of its parts, whatever it is called
	}
	t.bold += m.has(markBold)
	t.titles += m.has(markTitle)
	t.definite += m.has(markDefinite)
	t.inner += m.has(markInner)
	t.named += m.has(markNamed)
	t.plural += m.has(markPlural)
	t.indefinite += m.has(markIndefinite)
	t.drawn += m.has(markDrawn) + m.has(markTabled)
	t.leads += m.has(markLeads)
	t.reached += m.has(markReached)
	t.stories += m.has(markStory)
	if m.marks&(markExample|markInner) == 0 && (m.marks&markOption == 0 || m.marks&markBold != 0) {
		t.plain++
	}
	t.marks |= m.marks
}

func (m mention) has(k marks) int {
	if m.marks&k != 0 {
		return 1
	}
	return 0
}

// add joins what two sections say for a name.
func (t *term) add(o *term) {
	t.bold += o.bold
	t.titles += o.titles
	t.definite += o.definite
	t.inner += o.inner
	t.agent += o.agent
	t.total += o.total
	t.named += o.named
	t.plural += o.plural
	t.indefinite += o.indefinite
	t.plain += o.plain
	t.drawn += o.drawn
	t.leads += o.leads
	t.reached += o.reached
	t.stories += o.stories
	t.marks |= o.marks
	if t.kind == Component || o.kind == System && o.drawn > 0 {
		t.kind = o.kind
	}
}
