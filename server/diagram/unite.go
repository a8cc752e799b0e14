package diagram

import (
	"strings"
	"unicode"
)

// unite joins the names of one thing.
func (m *merger) unite() {
	m.uniteAliases()
	m.uniteCores()
	m.uniteSuffixes()
	m.uniteInitials()
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
	b.parent = a
	a.term.add(&b.term)
	a.targeted += b.targeted
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
				if of.tech == "" && name.marks&(markTech|markProper) != 0 {
					of.tech = name.name
				}
				if name.marks&markTech != 0 && name.plain == 0 {
					join(of, name)
				}
			case a.sure || isInitials(name.name, of.words) || isInitials(of.name, name.words) || sharesWords(of.words, name.words):
				join(of, name)
			}
		}
	}
}

// isInitials says whether an abbreviation is made of the first letters of words.
func isInitials(short string, long []string) bool {
	s := strings.ToLower(short)
	if len(s) < 2 || len(s) != len(long) || !isUpperName(short) {
		return false
	}
	for i, w := range long {
		if w[0] != s[i] {
			return false
		}
	}
	return true
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
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// uniteCores joins names that differ only in a project's or company's name at
// their start: "OpenTelemetry Collector" and "collector".
func (m *merger) uniteCores() {
	for _, c := range m.candidates {
		if core := coreKey(c.words); core != c.key {
			if o := m.index[core]; o != nil {
				join(o, c)
			} else {
				m.index[core] = c
			}
		}
	}
}

func coreKey(w []string) string {
	l := words()
	for len(w) > 1 && (l.nouns[w[0]] == "language" || w[0] == "kube" || l.closed[w[0]]&classGeneric != 0) {
		w = w[1:]
	}
	return strings.Join(w, "")
}

// uniteSuffixes joins a name with the one longer name that ends like it: "API
// server" and "kube-apiserver".
func (m *merger) uniteSuffixes() {
	longer := map[string][]*candidate{}
	for _, c := range m.candidates {
		if c.total == 0 {
			continue
		}
		for k := 1; k < len(c.words); k++ {
			key := strings.Join(c.words[k:], "")
			if s := m.index[key]; s != nil && s != c && (len(c.words)-k > 1 || s.marks&(markProper|markTech) != 0) {
				longer[s.key] = append(longer[s.key], c)
			}
		}
	}
	for _, c := range m.candidates {
		if all := longer[c.key]; len(all) == 1 && c.marks&markAlone == 0 {
			join(c, all[0])
		}
	}
}

// uniteInitials joins "KCM" with "kube-controller-manager".
func (m *merger) uniteInitials() {
	byInitials := map[string][]*candidate{}
	for _, c := range m.candidates {
		if len(c.words) > 1 && c.total > 0 {
			k := initials(c.words)
			byInitials[k] = append(byInitials[k], c)
		}
	}
	for _, c := range m.candidates {
		if len(c.key) >= 3 && isUpperName(c.name) {
			if all := byInitials[c.key]; len(all) == 1 {
				join(all[0], c)
			}
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

// uniteAlone joins a bare noun like "server" with the one component that ends so.
func (m *merger) uniteAlone() {
	for _, c := range m.candidates {
		if c.parent != nil || c.marks&markAlone == 0 || len(c.words) != 1 || c.total == 0 {
			continue
		}
		var full []*candidate
		for _, o := range m.candidates {
			if o.parent == nil && o != c && o.accepted && len(o.words) > 1 && o.words[len(o.words)-1] == c.words[0] {
				full = append(full, o)
			}
		}
		switch {
		case len(full) == 1:
			join(full[0], c)
			full[0].root().accepted = true
		case len(full) > 1 && c.bold == 0:
			c.accepted = false
		}
	}
}
