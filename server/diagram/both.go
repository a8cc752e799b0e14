package diagram

// joinBoth makes one word of "both of them" and "each of which".
func joinBoth(tokens []token) []token {
	for i := 0; i+2 < len(tokens); i++ {
		if tokens[i].lower != "both" && tokens[i].lower != "each" || tokens[i+1].lower != "of" || tokens[i+2].lower != "them" && tokens[i+2].lower != "which" && tokens[i+2].lower != "these" {
			continue
		}
		tokens[i].span.End = tokens[i+2].span.End
		return append(tokens[:i+1], tokens[i+3:]...)
	}
	return tokens
}

// standsForTwo says whether "both" at token i is the subject of a verb: "both of them
// read", "both call it"; elsewhere it belongs to "both A and B", or to "they both".
func standsForTwo(tokens []token, i int) bool {
	if i > 0 && tokens[i-1].tag != tagStop && tokens[i-1].tag != tagComma && tokens[i-1].tag != tagConj && tokens[i-1].tag != tagSub {
		return false
	}
	if tokens[i].span.Len() > len("both") {
		return true
	}
	if i+2 >= len(tokens) {
		return false
	}
	l := words()
	v, form := l.lemma(tokens[i+1].lower)
	return v != nil && form == formBase && l.closed[tokens[i+2].lower]&(classDet|classPrep) != 0
}

// standsForEach says whether "each" at token i is the subject of a verb: "each writes to".
func standsForEach(tokens []token, i int) bool {
	if tokens[i].span.Len() > len("each") {
		return true
	}
	if i+1 >= len(tokens) {
		return false
	}
	_, form := words().lemma(tokens[i+1].lower)
	return form == formThird && tokens[i+1].bold == 0
}

// theTwo are what "both" at a chunk stands for: the two that the clause or the sentence
// before ends with, or else begins with.
func (s *sentence) theTwo(at int) []int {
	for i := at - 1; i >= 0; i-- {
		if s.chunks[i].kind == chunkVerb {
			if object := s.objectOf(i); len(object) == 2 {
				return object
			} else if len(s.subject[i]) == 2 {
				return s.subject[i]
			}
			return nil
		}
	}
	for _, before := range [][]int{s.section.lastTarget, s.section.lastSubject} {
		if len(before) == 2 {
			return before
		}
	}
	return nil
}
