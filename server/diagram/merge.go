package diagram

import (
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/memo"
	"github.com/designls/designls/server/text"
)

// Extractor extracts the graphs of the versions of a document. It keeps what
// each section says under the hash of its text. The zero value is ready.
type Extractor struct {
	sections memo.Table[document.Hash, *local]
}

// Extract returns the graph of a document.
func Extract(doc *document.Document) *Graph {
	return new(Extractor).Extract(doc)
}

// Extract returns the graph of a version of the document.
func (e *Extractor) Extract(doc *document.Document) *Graph {
	m := newMerger()
	skip := asides(doc)
	for i, s := range doc.Sections {
		l := e.sections.Get(s.Content.Hash, func() *local { return readSection(s.Content) })
		m.add(s, l, skip[i])
	}
	e.sections.Sweep()
	return m.graph()
}

// candidate is a name that may be a component's, with the names found to be the
// same thing: those point to it by their root.
type candidate struct {
	term
	parent   *candidate // nil for a root
	names    []string
	places   []Place
	targeted int
	order    int
	accepted bool
	tech     string
	node     *Node
}

func (c *candidate) root() *candidate {
	for c.parent != nil {
		c = c.parent
	}
	return c
}

// merger joins what the sections of a document say.
type merger struct {
	index      map[string]*candidate
	candidates []*candidate
	parts      []part
}

// part is a section with its names as candidates.
type part struct {
	section *document.Section
	local   *local
	names   []*candidate // of local.terms
	aside   bool
}

func (p *part) of(mention int) *candidate { return p.names[p.local.termOf[mention]] }

func (m *merger) add(s *document.Section, l *local, aside bool) {
	p := part{section: s, local: l, aside: aside, names: make([]*candidate, len(l.terms))}
	for i := range l.terms {
		t := &l.terms[i]
		c := m.index[t.key]
		if c == nil {
			c = &candidate{term: term{key: t.key, words: t.words, name: t.name}, order: len(m.candidates)}
			m.index[t.key] = c
			m.candidates = append(m.candidates, c)
		}
		if !aside {
			c.term.add(t)
		}
		p.names[i] = c
	}
	m.parts = append(m.parts, p)
}

func newMerger() *merger { return &merger{index: map[string]*candidate{}} }

// graphOf is the graph of one section by itself.
func graphOf(l *local) *Graph {
	l.summarize()
	m := newMerger()
	m.add(&document.Section{}, l, false)
	return m.graph()
}

func (m *merger) graph() *Graph {
	m.countTargets()
	m.unite()
	for _, c := range m.candidates {
		if c.parent == nil {
			c.accepted = c.score() >= threshold
		}
	}
	m.uniteAlone()
	return m.build()
}

const threshold = 2.5

// countTargets counts how often something is done to a name.
func (m *merger) countTargets() {
	for i := range m.parts {
		p := &m.parts[i]
		if p.aside {
			continue
		}
		for _, r := range p.local.relations {
			for _, t := range r.targets {
				for _, k := range t.mentions {
					p.of(k).targeted++
				}
			}
		}
	}
}

// score weighs what speaks for a name being a component's.
func (c *candidate) score() float64 {
	if c.total == 0 || c.plain == 0 {
		return 0
	}
	s := 0.0
	alone := c.marks&markAlone != 0 && len(c.words) == 1
	switch {
	case c.marks&markTech != 0:
		s += 2
	case c.marks&markStrong != 0 && !alone:
		s += 2
	case c.marks&markStrong != 0:
		s++
	case c.marks&markWeak != 0 && !alone:
		s++
	case c.marks&markWeak != 0:
		s += 0.25
	}
	if c.marks&markProper != 0 {
		s += 0.5
	} else if c.marks&markInitial != 0 && s == 0 && c.drawn == 0 {
		return 0
	}
	if c.bold > 0 {
		if s >= 1 {
			s += 1.5
		} else {
			s += 0.75
		}
	}
	s += capped(c.drawn, 1, 3) + capped(c.framed, 1, 1.5)
	s += capped(c.named, 1, 1.5) + capped(c.titles, 1, 0.75) + capped(c.agent, 3, 0.5) + capped(c.targeted, 2, 0.5)
	s += capped(c.definite, 3, 0.25) + capped(c.inner, 4, 0.15)
	if c.total >= 3 {
		s += 0.5
	}
	return s - capped(c.denied, 2, 2)
}

func capped(n, limit int, weight float64) float64 { return float64(min(n, limit)) * weight }

func place(s *document.Section, span text.Span, source Source) Place {
	return Place{span.Shift(s.Span.Start), source}
}
