package diagram

// term is a name of a section with all that its mentions there say for it.
type term struct {
	key                                                                                    string
	words                                                                                  []string
	name                                                                                   string // the first spelling
	kind                                                                                   Kind
	marks                                                                                  marks // of any mention
	bold                                                                                   int
	titles                                                                                 int
	definite, inner, agent, total, denied, named, plain, drawn, framed, plural, indefinite int
}

// summarize counts the mentions of a section by name.
func (l *local) summarize() {
	index := map[string]int{}
	l.termOf = make([]int, len(l.mentions))
	for i, m := range l.mentions {
		t, ok := index[m.key]
		if !ok {
			t = len(l.terms)
			index[m.key] = t
			l.terms = append(l.terms, term{key: m.key, words: nameWords(m.name), name: m.name})
		}
		l.termOf[i] = t
		l.terms[t].count(m)
	}
}

func (t *term) count(m mention) {
	t.total++
	t.agent += m.agent
	if t.kind == Component {
		t.kind = m.kind
	}
	t.bold += m.has(markBold)
	t.titles += m.has(markTitle)
	t.definite += m.has(markDefinite)
	t.inner += m.has(markInner)
	t.denied += m.has(markDenied)
	t.named += m.has(markNamed)
	t.plural += m.has(markPlural)
	t.indefinite += m.has(markIndefinite)
	t.drawn += m.has(markDrawn) + m.has(markTabled)
	t.framed += m.has(markFramed)
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
	t.denied += o.denied
	t.named += o.named
	t.plural += o.plural
	t.indefinite += o.indefinite
	t.plain += o.plain
	t.drawn += o.drawn
	t.framed += o.framed
	t.marks |= o.marks
	if t.kind == Component {
		t.kind = o.kind
	}
}
