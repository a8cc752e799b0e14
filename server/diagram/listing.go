package diagram

import "strings"

// listing is what the sentence before a list says of the names in it.
type listing struct {
	relation relation // "The gateway calls these services:", without the names
	reversed bool
	access   Access
	chain    bool // "The request passes through these components:": each goes on to the next
	last     int  // the name before in a chain, or -1
	step     int  // of the last name in a chain
}

// listedNouns say in the plural, beside those of inventories, that names follow which
// one can talk to.
var listedNouns = map[string]bool{
	"system": true, "store": true, "database": true, "queue": true, "topic": true, "client": true, "api": true, "backend": true, "provider": true, "integration": true,
	"dependency": true, "plugin": true, "node": true, "endpoint": true, "source": true, "destination": true, "target": true, "sink": true, "hop": true, "stage": true, "layer": true,
	"consumer": true, "producer": true, "part": true, "thing": true, "place": true, "party": true,
}

// listingOf returns what a sentence with a colon at its end says of the names below it,
// or nil.
func (s *sentence) listingOf(before int) *listing {
	v := s.lastVerb()
	if v < 0 || !endsOpen(s.tokens) || s.section.question {
		return nil
	}
	l := s.listingOfVerb(v)
	if l != nil && l.chain {
		return l
	}
	for _, r := range s.section.out.relations[before:] {
		for _, t := range r.targets {
			if name := s.section.out.mentions[t.mentions[0]].name; len(t.mentions) == 1 && announcesNames(strings.ToLower(lastWord(name))) {
				return &listing{relation: r, reversed: t.reversed, access: t.access, last: -1}
			}
		}
	}
	return l
}

// listingOfVerb reads the verb at a chunk: "calls the following services:".
func (s *sentence) listingOfVerb(v int) *listing {
	g := s.chunks[v].vg
	if g.verb == nil || g.negated || g.passive || g.participle || s.isDenied(v) {
		return nil
	}
	for _, a := range s.arguments(v) {
		p := a.phrases[len(a.phrases)-1]
		if a.negated || p.mention >= 0 && s.section.out.mentions[p.mention].marks&(markTech|markBold) != 0 || !s.announces(p) {
			continue
		}
		if passesAlong(g.lemma()) && (isThrough(a.prep) || a.prep == "along" || a.prep == "between" || a.prep == "across") {
			return &listing{chain: true, last: -1}
		}
		if t, ok := g.verb.target(a.prep, nil); ok && len(s.subject[v]) > 0 && !offers(g) && !g.verb.light {
			r := s.newRelation(g, nil)
			r.subjects = s.subject[v]
			return &listing{relation: r, reversed: t.reversed, access: t.access, last: -1}
		}
	}
	return nil
}

// announces says whether a phrase stands for the names of a list: "the following", "these
// services".
func (s *sentence) announces(p phrase) bool {
	last := s.tokens[p.to-1].lower
	return last == "following" || announcesNames(last)
}

func announcesNames(noun string) bool {
	one := Singular(noun)
	return one != noun && (inventoryNouns[one] || listedNouns[one])
}

func passesAlong(verb string) bool {
	switch verb {
	case "pass", "flow", "go", "travel", "traverse", "move", "run", "propagate":
		return true
	}
	return false
}

// relateListed notes what the sentence before a list says of a name in it.
func (r *sectionReader) relateListed(mention int) {
	l := r.listing
	if r.item.parent != nil {
		l = r.item.parent.listing
	}
	switch {
	case l == nil || r.leadsOptions:
	case l.chain:
		if l.last >= 0 && l.step == r.item.step-1 {
			r.emit(relation{subjects: []int{l.last}, targets: []target{{mentions: []int{mention}}}, span: r.out.mentions[mention].span})
		}
		l.last, l.step = mention, r.item.step
	default:
		rel := l.relation
		rel.targets = []target{{mentions: []int{mention}, reversed: l.reversed, access: l.access}}
		r.emit(rel)
	}
}
