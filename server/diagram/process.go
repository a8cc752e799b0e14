package diagram

import "strings"

// showsParts tells a picture of a system from one of a process, whose nodes are
// mostly questions and what is done. At least a third has to be named like things.
func (p *picture) showsParts() bool {
	if p.kind != "flowchart" && p.kind != "block" && p.kind != "drawing" {
		return p.kind != "er"
	}
	if p.showsObjects() {
		return false
	}
	things, steps := 0, 0
	for _, n := range p.nodes {
		switch m := newDrawn(n.name, n.span, n.kind); {
		case n.decides || strings.HasSuffix(n.name, "?"):
			steps++
		case n.kind != Component && m.kind == n.kind: // drawn as a cylinder or the like
			things++
		case isStep(n.name):
			steps++
		case n.kind != Component || m.kind != Component || m.marks&(markHead|markTech|markProper) != 0:
			things++
		}
	}
	return things > 0 && things*3 >= len(p.nodes) && steps*2 < len(p.nodes) && steps <= things
}

// showsObjects says whether most arrows tell what belongs to what: a picture of
// data rather than of what runs.
func (p *picture) showsObjects() bool {
	owning := 0
	for _, e := range p.edges {
		for _, w := range strings.Fields(strings.ToLower(e.label)) {
			if owns[strings.Trim(w, ".,:;()*")] {
				owning++
				break
			}
		}
	}
	return owning*2 > len(p.edges)
}

var owns = map[string]bool{
	"owns": true, "own": true, "owned": true, "ref": true, "refs": true, "references": true, "has": true, "contains": true, "extends": true, "implements": true, "inherits": true, "belongs": true,
	"references:": true, "is": true, "ownerref": true, "selects": true,
}

// isStep says whether a label tells what is done: "Elect leader", "Started",
// "Send to queue". A verb before the noun for a component is part of its name
// where it can be a noun, as in "Feed API" and "Search service".
func isStep(label string) bool {
	l := words()
	fields := strings.Fields(strings.ToLower(label))
	if len(fields) == 0 {
		return true
	}
	v, form := l.lemma(fields[0])
	if v == nil {
		return len(fields) > 6
	}
	if len(fields) == 1 {
		return form == formPast || form == formGerund
	}
	for _, w := range fields[1:] {
		if l.closed[w]&(classDet|classPrep|classPron|classSub|classConj) != 0 {
			return true
		}
	}
	h, named := headOf(fields[len(fields)-1])
	_, product := l.tech[fields[len(fields)-1]]
	switch {
	case form == formPast: // "Managed cluster", but "Started" and "Created pod"
		return !named && !product
	case form == formThird:
		return !named && !product || !v.nounish
	case v.nounish, form == formGerund:
		return !named && !product
	}
	return !named || h.strength < weak && h.kind != Container || h.kind == Person || len(fields) > 2 || !isCapital(lastWord(label))
}

func lastWord(s string) string { return s[strings.LastIndexAny(s, " \t")+1:] }
