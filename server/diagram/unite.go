package diagram

import (
	"slices"
	"strings"
	"unicode"
)

// unite joins the names of one thing.
func (m *merger) unite() {
	for _, key := range m.headings {
		if c := m.index[key]; c != nil {
			c.headed++
		}
	}
	m.uniteAliases()
	m.uniteCores()
	m.uniteInitials()
	m.uniteSuffixes()
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
	a.spread = max(a.spread, b.spread)
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
	class := of.marks&markHead != 0 || len(of.words) > 1
	if product && class && of.root() != name.root() && (name.kind == of.kind || name.plain == 0 || of.kind == External) {
		join(of, name)
	}
}

// isInitials says whether an abbreviation is made of the first letters of words.
func isInitials(short string, long []string) bool {
	return len(short) >= 2 && len(short) == len(long) && isUpperName(short) && initials(long) == strings.ToLower(short)
}

func isUpperName(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

func sharesWords(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// uniteCores joins names that differ only in words that tell nothing apart: a
// project's name before, "cluster" or "service" behind.
func (m *merger) uniteCores() {
	short := map[*candidate][]*candidate{}
	for _, c := range m.candidates {
		core := coreWords(c.words)
		if key := strings.Join(core, ""); key != c.key {
			if o := m.index[key]; o == nil {
				m.index[key] = c
			} else if o != c && (len(core) > 1 || !o.isAlone()) {
				join(o, c)
			}
		}
		n := len(core) - 1
		if n < 1 || !unitNouns[core[n]] && !innerNouns[core[n]] {
			continue
		}
		if o := m.index[strings.Join(core[:n], "")]; o != nil && o != c {
			if tellsNothing(core[n], o) {
				join(o, c)
			} else if c.drawn > 0 {
				short[o] = append(short[o], c)
			}
		}
	}
	for _, o := range m.candidates { // "Intake stores it", where a diagram draws the "Intake API"
		if all := short[o]; len(all) == 1 && o.drawn == 0 && o.agent > 0 && o.kind != Person && o.marks&(markInitial|markProper) != 0 {
			join(all[0], o)
		}
	}
}

// tellsNothing says whether a noun behind a name adds nothing to it: "Kafka
// cluster", "MySQL database".
func tellsNothing(noun string, of *candidate) bool {
	if of.kind == Person {
		return false
	}
	return unitNouns[noun] && of.marks&(markTech|markWeak) != 0 || innerNouns[noun] && of.marks&markTech != 0
}

func coreWords(w []string) []string {
	l := words()
	for len(w) > 1 && (l.nouns[w[0]] == "project" || w[0] == "kube" || w[0] == "external" || w[0] == "internal" || w[0] == "remote" || l.closed[w[0]]&classGeneric != 0) {
		w = w[1:]
	}
	return w
}

// uniteSuffixes joins a name with a longer one that ends like it, when all that
// do are one thing: "API server" and "kube-apiserver".
func (m *merger) uniteSuffixes() {
	longer := map[*candidate][]*candidate{}
	byLength := slices.Clone(m.candidates)
	slices.SortStableFunc(byLength, func(a, b *candidate) int { return len(b.words) - len(a.words) })
	for _, c := range byLength {
		if c.total == 0 {
			continue
		}
		for k := 1; k < len(c.words); k++ {
			s := m.index[strings.Join(c.words[k:], "")]
			if s != nil && s != c && s.total > 0 && (len(c.words)-k > 1 || s.marks&(markProper|markTech) != 0) {
				longer[s] = append(longer[s], c)
			}
		}
	}
	for _, c := range byLength {
		if all := longer[c]; len(all) > 0 && c.marks&markAlone == 0 && sameRoot(all) {
			join(c, all[0])
		}
	}
}

func sameRoot(all []*candidate) bool {
	for _, c := range all[1:] {
		if c.root() != all[0].root() {
			return false
		}
	}
	return true
}

// uniteInitials joins "KCM" with "kube-controller-manager", "CLE controller" with
// "Coordinated Leader Election Controller", and that with "Coordinated Election
// Controller".
func (m *merger) uniteInitials() {
	short := map[string][]*candidate{}
	note := func(key string, c *candidate) { short[key] = append(short[key], c) }
	for _, c := range m.candidates {
		n := len(c.words)
		if n < 2 || c.total == 0 {
			continue
		}
		for k := 2; k <= n; k++ {
			note(initials(c.words[:k])+strings.Join(c.words[k:], ""), c)
		}
		for k := 1; n > 3 && k < n-1; k++ {
			note(strings.Join(c.words[:k], "")+strings.Join(c.words[k+1:], ""), c)
		}
	}
	for _, c := range m.candidates {
		first, _, _ := strings.Cut(c.name, " ")
		if all := short[c.key]; len(c.key) >= 3 && len(all) > 0 && sameRoot(all) && (len(c.words) > 2 || isUpperName(first) && len(first) > 1) {
			join(all[0], c)
		}
	}
}

func initials(w []string) string {
	var b strings.Builder
	for _, s := range w {
		b.WriteByte(s[0])
	}
	return b.String()
}

// uniteAlone joins a bare noun like "server" with the one component that ends
// so. Where there are several, the bare noun names none of them, unless it is
// what the document calls them nearly always.
func (m *merger) uniteAlone() {
	for _, c := range m.candidates {
		if c.parent != nil || !c.isAlone() || c.compound || c.total == 0 || 2*c.bold > c.total {
			continue
		}
		full, rare := m.endingWith(c)
		if c.drawn > 0 {
			if len(full) == 1 && full[0].drawn == 0 {
				c.absorb(full[0])
			}
			continue
		}
		most := 0
		for _, o := range full {
			most = max(most, o.total)
		}
		switch {
		case len(full) == 1 && (2*c.definite >= c.total || !vagueNouns[c.words[0]]):
			full[0].absorb(c)
		case len(full) > 1 && c.total >= 3*most && !vagueNouns[c.words[0]]:
			for _, o := range append(full, rare...) {
				join(c, o)
			}
		case len(full) > 1:
			c.vague = true
		case len(rare) == 1 && c.accepted && !vagueNouns[c.words[0]]:
			join(c, rare[0])
		}
	}
}

// endingWith returns the things that go by a name which ends with a bare noun:
// those that are likely components, and those that are rarely named.
func (m *merger) endingWith(c *candidate) (full, rare []*candidate) {
	for _, o := range m.candidates {
		root := o.root()
		if root == c || o.total == 0 || len(o.words) < 2 || slices.Contains(full, root) || slices.Contains(rare, root) {
			continue
		}
		if o.words[len(o.words)-1] != c.words[0] && !(o.words[0] == c.words[0] && isPlace(o.words[0])) {
			continue
		}
		if root.accepted {
			full = append(full, root)
		} else if root.bold+root.drawn+root.titles+root.named == 0 && root.total <= 4 {
			rare = append(rare, root)
		}
	}
	return full, rare
}
