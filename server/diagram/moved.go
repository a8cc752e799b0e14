package diagram

import "slices"

// isMoved says whether the verb before "from A to B" at a chunk tells who takes the data
// there: "the importer copies files from A to B".
func (s *sentence) isMoved(i int) bool {
	for i--; i >= 0; i-- {
		c := s.chunks[i]
		if c.kind == chunkSub || c.kind == chunkRel || c.kind == chunkStop || c.kind == chunkColon {
			return false
		}
		if c.kind != chunkVerb {
			continue
		}
		if g := c.vg; g.verb == nil || !g.verb.transfers || g.negated {
			return false
		} else if g.passive {
			return len(agentsOf(s.arguments(i))) > 0
		}
		return s.areParts(s.subject[i]) && c.vg.lemma() != "flow" && c.vg.lemma() != "go" && c.vg.lemma() != "travel"
	}
	return false
}

// areParts says whether mentions are spelled like parts of a system, not like the data.
func (s *sentence) areParts(mentions []int) bool {
	return slices.ContainsFunc(mentions, func(m int) bool {
		return s.section.out.mentions[m].marks&(markHead|markTech|markBold|markProper|markCoined) != 0
	})
}

// movesFrom says whether the argument at k of a verb is where something is taken from that
// a later argument says the end of.
func (v *verb) movesFrom(args []argument, k int) bool {
	if a := args[k]; a.prep != "from" || a.negated || !v.transfers || len(named(a.phrases)) == 0 {
		return false
	}
	return v.takesOn(args[k+1:])
}

// takesOn says whether the arguments of a verb tell where what it moves goes to.
func (v *verb) takesOn(args []argument) bool {
	return v.transfers && slices.ContainsFunc(args, func(b argument) bool { return slices.Contains(v.to, b.prep) && !b.negated && len(named(b.phrases)) > 0 })
}

// origin is the target that what is moved comes from: a store is read, anything else hands
// it over.
func (s *sentence) origin(mentions []int) target {
	if k := s.section.out.mentions[mentions[0]].kind; k.Holds() || k == Queue {
		return target{mentions: mentions, access: Read}
	}
	return target{mentions: mentions, reversed: true, access: Write}
}
