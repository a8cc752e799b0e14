package diagram

import "slices"

// byCalling are the prepositions before a noun for talking that tell how something is done.
var byCalling = map[string]bool{"by": true, "with": true, "via": true, "through": true, "using": true}

// sameStore is the store that the passive verb before "and" tells of: "is written to the
// store by A and read by B".
func (s *sentence) sameStore(g verbGroup, at int) []target {
	relations := s.section.out.relations
	if !g.participle || at == 0 || s.chunks[at-1].kind != chunkConj || s.passiveBefore(at-1) < 0 || len(relations) == 0 || g.verb.access != Read && !slices.Contains(g.verb.from, "from") {
		return nil
	}
	last := &relations[len(relations)-1]
	if m := last.targets[0].mentions; last.span == s.span && s.section.out.mentions[m[0]].kind.Holds() {
		return []target{{mentions: m, access: Read}}
	}
	return nil
}

// relateHandled reads "A handles requests from B" and "A waits for the answer of B": B
// turns to A.
func (s *sentence) relateHandled(g verbGroup, subjects []int, args []argument) {
	if len(subjects) == 0 || g.verb == nil || len(args) < 2 {
		return
	}
	what, from := args[0], args[1]
	switch {
	case g.lemma() == "wait" || g.lemma() == "await":
		if what.prep != "for" && what.prep != "" || !s.isReply(what.phrases[0]) || from.prep != "from" && from.prep != "of" {
			return
		}
	case !takesRequests(g.verb) || g.verb.transfers || from.prep == "from" && (slices.Contains(g.verb.from, "from") || slices.Contains(g.verb.back, "from")):
		return
	case what.prep != "" || what.phrases[0].mention >= 0 || !s.isTalkPhrase(what.phrases[0]) || from.prep != "from" && from.prep != "by":
		return
	}
	if mentions := named(from.phrases); len(mentions) > 0 && !from.negated && !what.negated {
		s.section.emit(relation{subjects: subjects, targets: []target{s.origin(mentions)}, label: s.label(g, args), protocol: s.protocol(), span: s.span})
	}
}

// isReply holds for nouns for what one waits for.
func (s *sentence) isReply(p phrase) bool {
	switch Singular(s.tokens[p.to-1].lower) {
	case "response", "reply", "answer", "result", "ack", "acknowledgement", "acknowledgment", "confirmation", "callback", "update", "message", "event", "notification", "signal", "request", "instruction", "command", "heartbeat":
		return true
	}
	return false
}

// notItself is who a passive verb's doer is where the guess is what the verb says that the
// data go to: "the client opens a stream with the server and data are pushed to the client".
func (s *sentence) notItself(agents []int, targets []target) []int {
	if len(agents) != 1 || len(targets) != 1 || len(targets[0].mentions) != 1 || targets[0].reversed || !s.isSame(targets[0].mentions[0], agents) {
		return agents
	}
	relations := s.section.out.relations
	if len(relations) == 0 {
		return agents
	}
	last := &relations[len(relations)-1]
	if other := last.targets[0]; last.span == s.span && !other.reversed && s.section.canDo(other.mentions) && s.isSame(last.subjects[0], agents) {
		return other.mentions
	}
	return agents
}
