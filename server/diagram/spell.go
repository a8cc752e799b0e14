package diagram

import (
	"slices"
	"strings"
	"unicode"
)

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
		for i, suffix := range c.suffixes {
			s := m.index[suffix]
			if s != nil && s != c && s.total > 0 && !m.areApart(s, c) && !areBothShown(s, c) && !isOneOf(c, s) && (len(c.suffixes)-i > 1 || s.marks&(markProper|markTech) != 0) {
				longer[s] = append(longer[s], c)
			}
		}
	}
	for _, c := range byLength {
		if all := longer[c]; len(all) > 0 && c.marks&markAlone == 0 {
			if o := foremost(all); o != nil {
				join(c, o)
			}
		}
	}
}

// foremost is the one thing that names stand for, or the one among them that stands
// far more often than the others together.
func foremost(all []*candidate) *candidate {
	if sameRoot(all) {
		return all[0]
	}
	sum, of := 0, map[*candidate]int{}
	for _, c := range all {
		sum += c.total
		of[c.root()] += c.total
	}
	for _, c := range all {
		if c.total > 3*(sum-of[c.root()]) {
			return c
		}
	}
	return nil
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
	long := map[*candidate][]*candidate{} // of an abbreviation
	for _, c := range m.candidates {
		if c.total == 0 {
			continue
		}
		for _, s := range c.short {
			if o := m.index[s]; o != nil && o != c && (o.isShort() || len(s) == 2 && isUpperName(o.name) && isTitleCase(c.name)) {
				long[o] = append(long[o], c)
			}
		}
	}
	for _, c := range m.candidates {
		if all := long[c]; len(all) > 0 && sameRoot(all) {
			join(all[0], c)
		}
	}
}

// isShort says whether a name may be an abbreviation of another.
func (c *candidate) isShort() bool {
	first, _, _ := strings.Cut(c.name, " ")
	return len(c.key) >= 3 && (len(c.words) > 2 || isUpperName(first) && len(first) > 1)
}

// isTitleCase says whether each word of a name begins with a capital: "Storage Authority".
func isTitleCase(name string) bool {
	for _, w := range strings.Fields(name) {
		if !isCapital(w) {
			return false
		}
	}
	return true
}

func initials(w []string) string {
	var b strings.Builder
	for _, s := range w {
		b.WriteByte(s[0])
	}
	return b.String()
}
