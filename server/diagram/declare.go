package diagram

// relateBe reads "X is a service", which makes X a component, and "X is a
// timestamp", which makes it none.
func (s *sentence) relateBe(at int, subjects []int, args []argument) {
	g := s.chunks[at].vg
	s.introduce(at, args)
	if len(subjects) > 0 && !g.negated && s.doesSteps(at) {
		s.mark(subjects, markNamed)
	}
	if len(subjects) == 0 || g.negated || !g.copula || !g.finite {
		return
	}
	if s.isInCharge(at) {
		for _, m := range subjects {
			s.section.out.mentions[m].marks |= markNamed
		}
	}
	if len(args) == 0 || args[0].prep != "" {
		return
	}
	if !s.section.question {
		s.actsFor(subjects, args)
	}
	for _, m := range subjects {
		s.declare(m, args[0].phrases[0])
	}
}

// isInCharge reads "is responsible for" and "is in charge of".
func (s *sentence) isInCharge(at int) bool {
	i := s.chunks[at].at + 1
	return matchesWords(s.tokens[i:], []string{"responsible", "for"}) || matchesWords(s.tokens[i:], []string{"in", "charge", "of"})
}

// doesSteps reads "does the following", which only something that works does.
func (s *sentence) doesSteps(at int) bool {
	i := s.chunks[at].at
	return matchesWords(s.tokens[i:], []string{"does", "the", "following"}) || matchesWords(s.tokens[i:], []string{"do", "the", "following"})
}

// declare notes that mention m is what the phrase says.
func (s *sentence) declare(m int, p phrase) {
	if p.det != "a" && p.det != "an" && p.det != "the" && p.det != "" {
		return
	}
	if p.mention >= 0 && p.mention != m && s.section.out.mentions[p.mention].marks&markTech != 0 && p.det == "" {
		s.section.out.aliases = append(s.section.out.aliases, alias{of: m, name: p.mention, example: true})
		return
	}
	last := &s.tokens[p.to-1]
	self := &s.section.out.mentions[m]
	w := Singular(last.lower)
	h, isHead := last.headOf()
	switch {
	case w == "component" || w == "process" || w == "module" || w == "subsystem" || w == "binary" || w == "software" || w == "project":
		self.marks |= markNamed
	case last.code:
	case isHead:
		self.marks |= markNamed
		if self.kind == Component {
			self.kind = h.kind
		}
	}
	if p.mention >= 0 && p.mention != m && s.section.out.mentions[p.mention].marks&(markBold|markTech) == 0 {
		s.section.out.mentions[p.mention].marks |= markInner
	}
}
