package diagram

import (
	"slices"
	"strings"
)

// uniteRoles joins names that differ only in a word for a role: "external
// monitoring controller" and "external controller"; "target TiDB", where there is
// no other that it could be told from, and "TiDB".
func (m *merger) uniteRoles() {
	m.uniteComponents()
	m.uniteVersions()
	twins := map[*candidate][]*candidate{} // of a product: those told apart by a place
	for _, c := range m.candidates {
		if c.total == 0 || c.drawn > 0 || c.bold > 0 {
			continue
		}
		if o := m.index[withoutGerund(c.words)]; o != nil && o != c && o.total > 0 && len(o.words) > 1 {
			join(o, c)
		}
		if n := len(c.words) - 1; n > 0 && c.words[n] == "service" {
			if o := m.index[strings.Join(c.words[:n], "")+"server"]; o != nil && o.total > 0 {
				join(o, c) // "auth_service" and "Auth server"
			}
		}
		if len(c.words) > 1 && isPlace(c.words[0]) {
			if o := m.index[strings.Join(c.words[1:], "")]; o != nil && o.total > 0 && (o.marks&markTech != 0 || len(o.words) > 1) && o.root() != c.root() {
				twins[o.root()] = append(twins[o.root()], c)
			}
		}
	}
	for _, c := range m.candidates {
		all := twins[c]
		for _, twin := range all {
			if sameRoot(all) || isHere[twin.words[0]] {
				join(c, twin)
			}
		}
	}
}

// uniteComponents joins "the rule component" with "`thanos rule`", where nothing else
// is called so.
func (m *merger) uniteComponents() {
	for _, c := range m.candidates {
		n := len(c.words) - 1
		if n < 1 || c.words[n] != "component" || c.total == 0 {
			continue
		}
		short := strings.Join(c.words[:n], "")
		var all []*candidate
		for _, o := range m.candidates {
			if o != c && o.total > 0 && (o.key == short || slices.Contains(o.suffixes, short)) {
				all = append(all, o)
			}
		}
		if len(all) > 0 && sameRoot(all) {
			join(all[0], c)
		}
	}
}

// uniteVersions joins "WFEv2" with "WFE", where the document has no other version of it
// and speaks of that one less than of any.
func (m *merger) uniteVersions() {
	versions := map[*candidate][]*candidate{}
	for _, c := range m.candidates {
		i := strings.LastIndexByte(c.key, 'v')
		if c.total == 0 || i < 2 || !isVersion(c.key[i:]) || c.marks&markProper == 0 {
			continue
		}
		if o := m.index[c.key[:i]]; o != nil && o.total > 0 && o.marks&markProper != 0 {
			versions[o] = append(versions[o], c)
		}
	}
	for _, o := range m.candidates {
		if all := versions[o]; len(all) == 1 && all[0].total <= o.total {
			join(o, all[0])
		}
	}
}

// isHere holds for the places that a document means when it names none.
var isHere = map[string]bool{"upstream": true, "local": true, "source": true, "main": true}

// withoutGerund is the key of a name without a word like "monitoring" inside, or
// "" where there is none.
func withoutGerund(w []string) string {
	for i := 1; i < len(w)-1; i++ {
		if strings.HasSuffix(w[i], "ing") && len(w[i]) > 5 {
			return strings.Join(w[:i], "") + strings.Join(w[i+1:], "")
		}
	}
	return ""
}
