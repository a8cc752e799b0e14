package diagram

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" || s == "--" }

// endsTerm says whether the dash at i stands behind the words that a sentence begins with
// and explains, like a colon: "Rank server - a set of workers which".
func endsTerm(tokens []token, i int) bool {
	if i == 0 || i > 6 || i+1 >= len(tokens) || tokens[i].span.Start == tokens[i-1].span.End || tokens[i].span.End == tokens[i+1].span.Start {
		return false
	}
	for k := range tokens[:i] {
		switch t := &tokens[k]; t.tag {
		case tagNoun, tagNumber, tagGeneric, tagDet, tagOpen, tagClose:
		default:
			return false
		}
	}
	return true
}

// termBefore is the term that the phrase at a chunk explains: X in "X: services which", or -1.
func (s *sentence) termBefore(i int) int {
	if i != 2 || s.chunks[1].kind != chunkColon || s.chunks[0].kind != chunkPhrase {
		return -1
	}
	return s.chunks[0].np.mention
}
