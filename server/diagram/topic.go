package diagram

import "slices"

// about is what a list under the sentence is about: in "A asks B, which does the
// following:" it is B, in "Uses B to do so:" it is B too, else the subject.
func (s *sentence) about(subject []int) []int {
	open := endsOpen(s.tokens)
	if last := len(s.chunks) - 1; open && last > 0 && s.chunks[last-1].kind == chunkRel {
		return s.antecedent(last - 1)
	} else if last >= 0 && s.chunks[last].kind == chunkRel {
		return s.antecedent(last)
	}
	last := s.lastVerb()
	switch {
	case last < 0:
		return s.title()
	case !open:
		return subject
	case s.isAdvice():
		return nil
	}
	if m := s.dutiesOf(last); m >= 0 {
		return []int{m}
	}
	if m := s.subject[last]; len(m) > 0 && s.chunks[last].vg.lemma() == "do" {
		return m
	}
	if m := s.means(); len(m) > 0 {
		return m
	}
	if m := s.subject[last]; len(m) > 0 {
		return m
	}
	return subject
}

// isAdvice holds for what is said to those who carry out the design, who are no part of
// it: "vendors are advised to follow these rules:".
func (s *sentence) isAdvice() bool {
	return slices.ContainsFunc(s.chunks, func(c chunk) bool {
		l := ""
		if c.kind == chunkVerb && c.vg.passive {
			l = c.vg.lemma()
		}
		return l == "advise" || l == "recommend" || l == "encourage" || l == "invite"
	})
}

func (s *sentence) lastVerb() int {
	for i := len(s.chunks) - 1; i >= 0; i-- {
		if s.chunks[i].kind == chunkVerb {
			return i
		}
	}
	return -1
}

// means is what the sentence says something is done with or through.
func (s *sentence) means() []int {
	for i, c := range s.chunks {
		if c.kind == chunkVerb {
			if m := s.helpers(i); len(m) > 0 && s.section.out.mentions[m[0]].kind != Person {
				return m
			}
		}
		if c.kind == chunkPrep && isThrough(c.word) && i+1 < len(s.chunks) && s.chunks[i+1].kind == chunkPhrase && s.chunks[i+1].np.mention >= 0 {
			return []int{s.chunks[i+1].np.mention}
		}
	}
	return nil
}

// dutiesOf returns X in "the responsibilities of X are", or -1.
func (s *sentence) dutiesOf(verb int) int {
	for i := verb - 1; i >= 2; i-- {
		if s.chunks[i].kind != chunkPhrase || s.chunks[i-1].word != "of" || s.chunks[i-2].kind != chunkPhrase {
			continue
		}
		switch Singular(s.tokens[s.chunks[i-2].np.to-1].lower) {
		case "responsibility", "duty", "task", "job", "role", "function", "purpose":
			return s.chunks[i].np.mention
		}
	}
	return -1
}
