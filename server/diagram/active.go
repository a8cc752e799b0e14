package diagram

import (
	"slices"
	"strings"
)

// relateActive reads "A sends X to B", "A queries B", "A receives X from B".
func (s *sentence) relateActive(g verbGroup, subjects []int, args []argument, at int) {
	if g.verb.light && !s.isTalkOf(args) || g.tellsOfMove(args) || s.isLikeness(g, args) {
		return
	}
	r := s.newRelation(g, at, args)
	r.subjects = subjects
	if tool := s.runTool(g, args); tool >= 0 {
		r.targets = []target{{mentions: []int{tool}}}
	}
	if to := g.verb.receiver(args); len(to) > 0 {
		r.targets = []target{{mentions: to, access: Write}}
	}
	if of, prep := s.asked(at, args); len(of) > 0 {
		if t, ok := g.verb.target(prep, of); ok {
			r.targets = append(r.targets, t)
		}
	}
	for _, a := range args {
		mentions := named(a.phrases)
		t, ok := g.verb.target(a.prep, mentions)
		if ok && a.prep == "to" && offers(g) && isInterface(s.objectNoun(args)) {
			t = target{mentions, true, 0} // "exposes an API to the app"
		}
		switch {
		case a.negated || len(mentions) == 0:
		case isThrough(a.prep) && a.phrases[0].det == "its" && len(r.targets) > 0: // a part of the sender
		case isThrough(a.prep):
			r.via = mentions
		case !ok && a.prep == "from" && g.verb.transfers && len(subjects) == 0 && g.lemma() != "move" && g.lemma() != "migrate":
			r.subjects = mentions
		case ok && a.joined && len(r.targets) > 0:
			s.section.emit(r)
			r.targets = []target{t}
		case ok:
			r.targets = append(r.targets, t)
		}
	}
	if len(r.targets) == 0 {
		if t, ok := g.verb.target("from", s.madeBy(at)); ok && len(t.mentions) > 0 {
			r.targets = []target{t}
		}
	}
	if len(r.targets) == 0 && slices.Contains(g.verb.from, "from") && s.tokens[0].tag == tagSub {
		r.targets = s.foundIn(at, args)
	}
	if len(r.targets) == 0 && g.verb.direct && g.verb.access == Read {
		r.targets = s.looksInto(args)
	}
	if len(r.targets) == 0 && g.verb.acts {
		r.targets = s.kept(args)
	}
	if len(r.targets) == 0 && g.verb.acts {
		if len(r.subjects) == 0 {
			r.subjects = s.doer(at, nil) // "tells the user that it is done through B"
		}
		r.targets, r.via = []target{{mentions: r.via}}, nil
	}
	r.targets = append(r.targets, s.contents(g.verb, args)...)
	if len(r.subjects) == 0 && len(r.via) > 0 {
		r.subjects, r.via = r.via, nil // "passes through the matcher to the trip service"
	}
	s.selectQueues(g, &r)
	s.section.emit(r)
}

// tellsOfMove reads "moves the rules from A into B", which tells of a change.
func (g verbGroup) tellsOfMove(args []argument) bool {
	if l := g.lemma(); l != "move" && l != "migrate" {
		return false
	}
	return slices.ContainsFunc(args, func(a argument) bool { return a.prep == "from" }) && slices.ContainsFunc(args, func(a argument) bool { return a.prep == "to" || a.prep == "into" })
}

// runTool returns the tool in "runs kubectl", or -1.
func (s *sentence) runTool(g verbGroup, args []argument) int {
	if g.lemma() != "run" || len(args) == 0 || args[0].prep != "" || args[0].phrases[0].mention < 0 {
		return -1
	}
	m := args[0].phrases[0].mention
	if strings.HasSuffix(s.section.out.mentions[m].key, "ctl") {
		return m
	}
	return -1
}

// isLikeness reads "looks similar to B".
func (s *sentence) isLikeness(g verbGroup, args []argument) bool {
	noun := s.objectNoun(args)
	return g.lemma() == "look" && (noun == "similar" || noun == "different" || noun == "like")
}

// contents are the owners of what a verb reads or changes: "reads the state of the
// driver service".
func (s *sentence) contents(v *verb, args []argument) []target {
	reads := slices.Contains(v.from, "from") || slices.Contains(v.to, "from")
	if len(args) < 2 || args[0].prep != "" || args[1].prep != "of" || args[0].phrases[0].mention >= 0 || !v.direct && !reads {
		return nil
	}
	var out []target
	for _, p := range args[1].phrases {
		if p.mention >= 0 && (p.det == "the" || s.section.out.mentions[p.mention].marks&markTech != 0) && s.section.out.mentions[p.mention].marks&markPlural == 0 {
			out = append(out, target{[]int{p.mention}, false, v.access})
		}
	}
	return out
}

// selectQueues takes what is published and subscribed to for a queue: its events
// come to the subscriber.
func (s *sentence) selectQueues(g verbGroup, r *relation) {
	lemma := g.lemma()
	for _, m := range r.via {
		if n := &s.section.out.mentions[m]; n.carries() {
			n.marks |= markNamed
		}
	}
	if lemma != "publish" && lemma != "subscribe" && lemma != "consume" && lemma != "enqueue" {
		return
	}
	for i := range r.targets {
		t := &r.targets[i]
		for _, m := range t.mentions {
			if n := &s.section.out.mentions[m]; n.carries() {
				n.marks |= markNamed
				t.reversed = t.reversed || lemma == "subscribe"
			}
		}
	}
}

// looksInto reads "polls the queue's depth" and "checks the store gateway state".
func (s *sentence) looksInto(args []argument) []target {
	if len(args) == 0 || args[0].prep != "" || args[0].negated {
		return nil
	}
	p := args[0].phrases[0]
	if p.mention >= 0 || p.inner < 0 || !isDefinite(p.det) || !outside[singular(s.tokens[p.to-1].lower)] {
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

// isTalkOf says whether the object of a verb like "make" is a call or the like.
func (s *sentence) isTalkOf(args []argument) bool {
	return len(args) > 0 && args[0].prep == "" && (s.isTalkPhrase(args[0].phrases[0]) || args[0].phrases[0].mention >= 0)
}

func isThrough(prep string) bool { return prep == "via" || prep == "through" }

// target says which end the phrases after a preposition are for the verb.
func (v *verb) target(prep string, mentions []int) (target, bool) {
	switch {
	case prep == "" && v.direct:
		return target{mentions, false, v.access}, true
	case prep == "" && v.origin:
		return target{mentions, true, Write}, true
	case slices.Contains(v.to, prep):
		return target{mentions, false, v.access}, true
	case slices.Contains(v.from, prep):
		return target{mentions, false, Read}, true
	case slices.Contains(v.back, prep):
		return target{mentions, true, Write}, true
	}
	return target{}, false
}

// named returns the mentions that phrases are about.
func named(phrases []phrase) []int {
	var out []int
	for _, p := range phrases {
		if p.mention >= 0 {
			out = append(out, p.mention)
		}
	}
	return out
}

// receiver is who gets something in "sends the client a token".
func (v *verb) receiver(args []argument) []int {
	if len(args) < 2 || args[0].prep != "" || args[1].prep != "" || args[0].negated || len(args[0].phrases) != 1 || len(args[1].phrases) != 1 || args[1].phrases[0].det == "" && args[1].phrases[0].mention >= 0 {
		return nil
	}
	switch v.lemma {
	case "send", "give", "hand", "return", "show", "offer", "issue", "grant", "pass", "deliver", "forward":
		return named(args[0].phrases)
	}
	return nil
}

// kept are the products for storing that any deed is done in: "increments the counter in Redis".
func (s *sentence) kept(args []argument) []target {
	for _, a := range args {
		access := Write
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

// objectNoun is the last word of what a verb has for its object, or "".
func (s *sentence) objectNoun(args []argument) string {
	if len(args) == 0 || args[0].prep != "" {
		return ""
	}
	return s.tokens[args[0].phrases[0].to-1].lower
}
