package diagram

import "slices"

// contents are the owners of what a verb reads or changes: "reads the state of the
// driver service".
func (s *sentence) contents(v *verb, args []argument) []target {
	reads := slices.Contains(v.from, "from") || slices.Contains(v.to, "from")
	if len(args) < 2 || args[0].prep != "" || args[1].prep != "of" || args[0].phrases[0].mention >= 0 || !v.direct && !reads {
		return nil
	}
	var out []target
	for _, p := range args[1].phrases {
		if p.mention >= 0 && (p.det == "the" || s.isCodeObject(args) || s.section.out.mentions[p.mention].marks&markTech != 0) && (s.section.out.mentions[p.mention].marks&markPlural == 0 || s.isCodeObject(args)) {
			out = append(out, target{[]int{p.mention}, false, v.access})
		}
	}
	return out
}

// isCodeObject holds for "executes `Filter` of the plugins".
func (s *sentence) isCodeObject(args []argument) bool {
	return s.tokens[args[0].phrases[0].to-1].code
}

// looksInto reads "polls the queue's depth" and "checks the store gateway state".
func (s *sentence) looksInto(args []argument) []target {
	if len(args) == 0 || args[0].prep != "" || args[0].negated {
		return nil
	}
	p := args[0].phrases[0]
	if p.mention >= 0 || p.inner < 0 || !isDefinite(p.det) || !outside[Singular(s.tokens[p.to-1].lower)] {
		return nil
	}
	s.section.out.mentions[p.inner].marks &^= markInner
	return []target{{mentions: []int{p.inner}, access: Read}}
}

// foundIn reads "if the order is in the cache, fetches it".
func (s *sentence) foundIn(at int, args []argument) []target {
	if len(args) > 0 && args[0].prep == "" && args[0].phrases[0].mention >= 0 {
		return nil
	}
	for i := 1; i+2 < at; i++ {
		if c := s.chunks[i]; c.kind != chunkVerb || c.vg.negated || !c.vg.copula && c.vg.lemma() != "find" || s.chunks[i+1].word != "in" || s.chunks[i+2].kind != chunkPhrase {
			continue
		}
		if m := s.chunks[i+2].np.mention; m >= 0 && s.section.out.mentions[m].kind.Holds() {
			return []target{{mentions: []int{m}, access: Read}}
		}
	}
	return nil
}

// outside are what others see of a component.
var outside = map[string]bool{
	"depth": true, "length": true, "size": true, "lag": true, "backlog": true, "state": true, "status": true, "metric": true, "endpoint": true, "health": true, "api": true, "content": true, "list": true,
	"table": true, "index": true, "feed": true, "topic": true, "stream": true, "schema": true, "log": true,
}

// kept are the products for storing that any deed is done in: "increments the counter in Redis".
func (s *sentence) kept(args []argument) []target {
	for i, a := range args {
		access := Write
		if i > 0 && a.prep == "from" && !a.negated && (args[i-1].prep == "with" || args[i-1].prep == "using") && len(named(args[i-1].phrases)) == 0 && len(named(a.phrases)) > 0 {
			return []target{{mentions: named(a.phrases), access: Read}} // "enriches it with data from A"
		}
		switch a.prep {
		case "against":
			if len(named(a.phrases)) > 0 && !a.negated {
				return []target{{mentions: named(a.phrases)}}
			}
			continue
		case "in", "into":
		case "from":
			access = Read
		default:
			continue
		}
		for _, m := range named(a.phrases) {
			if n := s.section.out.mentions[m]; n.kind.Holds() && n.marks&markTech != 0 && !a.negated {
				return []target{{mentions: []int{m}, access: access}}
			}
		}
	}
	return nil
}

// readStores turns "A collects the state from the registry" round: a store sends
// nothing by itself.
func (s *sentence) readStores(g verbGroup, r *relation) {
	switch g.lemma() {
	case "collect", "gather", "import", "aggregate", "ingest":
	default:
		return
	}
	for i, t := range r.targets {
		if !t.reversed || len(t.mentions) != 1 {
			continue
		}
		if k := s.section.out.mentions[t.mentions[0]].kind; k == Store || k == Cache {
			r.targets[i].reversed, r.targets[i].access = false, Read
		}
	}
}
