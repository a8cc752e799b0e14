package diagram

import (
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// candidate is a name that may be a component's, with the names found to be the
// same thing: those point to it by their root.
type candidate struct {
	term
	parent    *candidate // nil for a root
	spellings []spelling
	further   map[string]int // where the spellings behind the first few are
	places    []Place
	order     int
	accepted  bool
	headed    int
	compound  bool // goes by a name of several words too
	vague     bool // a bare noun that several components end with
	listed    bool // stands in a list of components

	speaks, spokenTo int // in how many statements it is who does it, and whom it is done to
	talks            int // how many of them have an accepted component at the other end

	odds float64 // its score without whom it talks to

	tech      string
	about     string
	redundant []Place
	node      *Node
}

func (c *candidate) root() *candidate {
	for c.parent != nil {
		c = c.parent
	}
	return c
}

// merger joins what the sections of a document say.
type merger struct {
	index       map[string]*candidate
	candidates  []*candidate
	times       map[string]int // how often each name stands
	parts       []part
	headings    []string // keys of names in headings
	apart       map[[2]*candidate]bool
	firsts      map[string]int // how many names of several words begin with a word
	lasts       map[string]int // and end with it
	named       map[string]*Node
	persons     int // how often the most frequent role of a person stands
	most, often int // how often the most frequent name stands, and the last of the frequent ones
}

// part is a section with its names as candidates.
type part struct {
	section  *document.Section
	local    *local
	names    []*candidate // of local.terms
	standing standing
}

func (p *part) of(mention int) *candidate { return p.names[p.local.termOf[mention]] }

func (m *merger) add(s *document.Section, l *local, standing standing) {
	p := part{section: s, local: l, standing: standing, names: make([]*candidate, len(l.terms))}
	for i := range l.terms {
		t := &l.terms[i]
		c := m.candidate(m.meant(l, t))
		if standing < standsAside {
			c.term.add(t)
		}
		p.names[i] = c
	}
	if standing == standsFull {
		m.headings = append(m.headings, l.headings...)
	}
	m.parts = append(m.parts, p)
}

// countNames counts the names of a section, before those of any are added.
func (m *merger) countNames(l *local) {
	for i := range l.terms {
		m.times[l.terms[i].key] += l.terms[i].total
	}
}

// meant returns the term that a short name stands for: the one with a full name,
// unless the document uses the short name all the time.
func (m *merger) meant(l *local, t *term) *term {
	if t.brief >= 0 && m.times[t.key] <= 2*m.times[l.terms[t.brief].key] {
		return &l.terms[t.brief]
	}
	return t
}

func (m *merger) candidate(t *term) *candidate {
	c := m.index[t.key]
	if c == nil {
		c = &candidate{term: term{keys: t.keys, name: t.name}, order: len(m.candidates)}
		m.index[t.key] = c
		m.candidates = append(m.candidates, c)
	}
	return c
}

// isVague holds for bare nouns that name nothing by themselves.
func (c *candidate) isVague() bool {
	return c.vague || c.drawn == 0 && !c.compound && c.marks&markTech == 0 && len(c.words) == 1 && vagueNouns[c.words[0]]
}

var vagueNouns = map[string]bool{
	"service": true, "system": true, "component": true, "module": true, "function": true, "api": true, "endpoint": true, "node": true, "instance": true, "machine": true,
	"host": true, "process": true, "library": true, "tool": true, "program": true, "platform": true, "layer": true, "stage": true, "task": true, "group": true, "thread": true,
	"device": true, "infrastructure": true, "microservice": true, "store": true, "cluster": true, "command": true, "table": true, "index": true, "tree": true, "log": true,
}

func newMerger() *merger {
	return &merger{index: map[string]*candidate{}, times: map[string]int{}, named: map[string]*Node{}}
}

// graphOf is the graph of one section by itself.
func graphOf(l *local) *Graph {
	l.summarize(knownNames{})
	m := newMerger()
	m.countNames(l)
	m.add(&document.Section{}, l, standsFull)
	return m.graph()
}

func (m *merger) graph() *Graph {
	m.unite()
	m.weighTotals()
	m.accept()
	return m.build()
}

// accept decides which names are components: first those that may be, then,
// knowing who talks to whom, those that are.
func (m *merger) accept() {
	m.countTalks()
	m.weighAll()
	m.acceptFrom(likely)
	m.noteInventories()
	m.uniteAlone()
	m.countTalks()
	m.weighAll()
	m.acceptFrom(certain)
	m.countTalks()
	m.acceptFrom(certain) // without those that only talked to what is none
}

// weighAll notes the odds of each name, which hold until names are united.
func (m *merger) weighAll() {
	for _, c := range m.candidates {
		if c.parent == nil {
			c.odds = m.oddsOf(c)
		}
	}
}

func (m *merger) acceptFrom(threshold float64) {
	for _, c := range m.candidates {
		if c.parent == nil {
			c.accepted = !c.isVague() && c.score() >= threshold
		}
	}
}

func place(s *document.Section, span text.Span, source Source) Place {
	return Place{span.Shift(s.Span.Start), source}
}
