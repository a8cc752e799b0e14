package diagram

import (
	"slices"
	"strings"
)

// unite joins the names of one thing.
func (m *merger) unite() {
	for _, key := range m.headings {
		if c := m.index[key]; c != nil {
			c.headed++
		}
	}
	m.noteApart()
	m.uniteAliases()
	m.uniteCores()
	m.uniteInitials()
	m.uniteSuffixes()
	m.uniteRoles()
}

// join makes b another name of a, or a of b, whichever is named more often.
func join(a, b *candidate) {
	a, b = a.root(), b.root()
	if a == b {
		return
	}
	if b.total > a.total || b.total == a.total && b.order < a.order {
		a, b = b, a
	}
	a.absorb(b)
}

// absorb makes root b another name of root a.
func (a *candidate) absorb(b *candidate) {
	b.parent = a
	a.compound = a.compound || b.compound || len(b.words) > 1
	a.term.add(&b.term)
	a.headed += b.headed
	a.listed = a.listed || b.listed
	if a.tech == "" {
		a.tech = b.tech
	}
}

func (m *merger) uniteAliases() {
	for i := range m.parts {
		p := &m.parts[i]
		for _, a := range p.local.aliases {
			of, name := p.of(a.of), p.of(a.name)
			switch {
			case a.example:
				m.noteExample(of, name)
			case !a.sure && m.areApart(of, name):
			case a.sure || isInitials(name.name, of.words) || isInitials(of.name, name.words) || sharesWords(of.words, name.words):
				join(of, name)
			}
		}
	}
}

// noteExample reads "an object store such as S3": the product is what the store
// is made of, and not a component beside it.
func (m *merger) noteExample(of, name *candidate) {
	if name.marks&(markTech|markProper) != 0 && of.tech == "" {
		of.tech = name.name
	}
	product := name.marks&markTech != 0 && len(name.words) == 1 && name.bold == 0
	class := of.marks&markHead != 0 && !vagueNouns[of.key] && (len(of.words) > 1 || of.marks&markTech == 0) || len(of.words) > 1
	if product && class && of.root() != name.root() && (name.kind == of.kind || name.plain == 0 || of.kind == External) {
		join(of, name)
	}
}

func sharesWords(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// uniteCores joins names that differ only in words that tell nothing apart: a
// project's name before, "cluster" or "service" behind.
func (m *merger) uniteCores() {
	short := map[*candidate][]*candidate{}
	for _, c := range m.candidates {
		m.uniteCore(c)
		n := len(c.core) - 1
		if o := m.stemOf(c); o != nil && o != c && (unitNouns[c.core[n]] || innerNouns[c.core[n]] || c.core[n] == "sidecar") {
			if tellsNothing(c.core[n], o) {
				join(o, c)
			} else if c.drawn > 0 || c.core[n] == "service" && o.marks&markInitial != 0 && o.plural == 0 && o.agent > 0 {
				short[o] = append(short[o], c)
			}
		}
	}
	for _, o := range m.candidates { // "Intake stores it", of the "Intake service" or what a diagram draws as the "Intake API"
		if all := short[o]; len(all) == 1 && o.drawn == 0 && o.agent > 0 && o.kind != Person && o.marks&(markInitial|markProper) != 0 {
			join(all[0], o)
		}
	}
}

// stemOf returns the candidate that is named like c without its last word.
func (m *merger) stemOf(c *candidate) *candidate {
	if n := len(c.words) - 1; n > 1 && len(c.core) < len(c.words) {
		if o := m.index[strings.Join(c.words[:n], "")]; o != nil && o.total > 0 {
			return o
		}
	}
	return m.index[c.stem]
}

func (m *merger) uniteCore(c *candidate) {
	if c.coreKey == c.key {
		return
	}
	if o := m.index[c.coreKey]; o == nil {
		m.index[c.coreKey] = c
	} else if o != c && (len(c.core) > 1 || !o.isAlone()) {
		join(o, c)
	}
}

// tellsNothing says whether a noun behind a name adds nothing to it: "Kafka
// cluster", "MySQL database".
func tellsNothing(noun string, of *candidate) bool {
	if of.kind == Person {
		return false
	}
	return noun == "command" && of.marks&markCoined != 0 || unitNouns[noun] && noun != "client" && of.marks&(markTech|markWeak) != 0 || noun == "client" && of.agent > 2 && of.marks&markHead != 0 || noun == "sidecar" && of.marks&markStrong != 0 || innerNouns[noun] && of.marks&markTech != 0
}

func coreWords(w []string) []string {
	l := words()
	for len(w) > 1 && !(len(w) == 2 && vagueNouns[w[1]]) && (l.nouns[w[0]] == "project" || w[0] == "kube" || w[0] == "external" || w[0] == "internal" || w[0] == "remote" || l.closed[w[0]]&classGeneric != 0) {
		w = w[1:]
	}
	return w
}
