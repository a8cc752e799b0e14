package diagram

import (
	"slices"
	"strings"
)

// isMutual holds for what two do with each other: "A and B talk over gRPC".
func (g verbGroup) isMutual() bool {
	switch g.lemma() {
	case "talk", "communicate", "interact":
		return true
	}
	return false
}

// tellsOfEnd reads "reaches B by sending requests through C", where the means tell who talks.
func (s *sentence) tellsOfEnd(at int) bool {
	if s.chunks[at].vg.lemma() != "reach" {
		return false
	}
	for i := at + 1; i+1 < len(s.chunks); i++ {
		if s.chunks[i].word == "by" {
			return s.chunks[i+1].kind == chunkVerb && s.chunks[i+1].vg.gerund
		}
	}
	return false
}

// isPassage holds for verbs that tell how data get on by themselves: "data that pass
// through B".
func (g verbGroup) isPassage() bool {
	switch g.lemma() {
	case "pass", "flow", "go", "travel", "move", "run":
		return true
	}
	return false
}

// tellsOfMove reads "moves the rules from A into B", which tells of a change.
func (s *sentence) tellsOfMove(g verbGroup, subjects []int, args []argument) bool {
	if l := g.lemma(); l != "move" && l != "migrate" || len(subjects) > 0 && s.isKept(args) {
		return false
	}
	return slices.ContainsFunc(args, func(a argument) bool { return a.prep == "from" }) && slices.ContainsFunc(args, func(a argument) bool { return a.prep == "to" || a.prep == "into" })
}

// isKept says whether what stands behind "from" and "to" keeps data, which then are what
// is moved.
func (s *sentence) isKept(args []argument) bool {
	return !slices.ContainsFunc(args, func(a argument) bool {
		return (a.prep == "from" || a.prep == "to" || a.prep == "into") && !slices.ContainsFunc(named(a.phrases), func(m int) bool {
			k := s.section.out.mentions[m].kind
			return k.Holds() || k == Queue
		})
	})
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

// provided is who gets something in "provides the client with a token".
func (v *verb) provided(args []argument) []int {
	if len(args) < 2 || args[0].prep != "" || args[1].prep != "with" || args[0].negated {
		return nil
	}
	switch v.lemma {
	case "provide", "supply", "feed", "furnish", "serve", "equip", "present", "seed", "prime":
		return named(args[0].phrases)
	}
	return nil
}
