package diagram

// suppositions are words of sentences that tell what is not so.
var suppositions = map[string]bool{
	"alternatively": true, "rejected": true, "considered": true, "hypothetical": true, "hypothetically": true, "someday": true,
}

func isSupposition(tokens []token) bool {
	for i, t := range tokens {
		if suppositions[t.lower] && !(t.lower == "considered" && i+1 < len(tokens) && tokens[i+1].lower != "but") {
			return true
		}
		if i > 0 && isRejection(tokens, i) {
			return true
		}
		if t.lower == "alternative" && (i == 0 || i == 1) || t.lower == "future" && i > 0 && (tokens[i-1].lower == "in" || tokens[i-1].lower == "the" && i > 1 && tokens[i-2].lower == "in") {
			return true
		}
	}
	return false
}

// isOption holds for sentences that tell what one might take: "we could use X",
// "consider X".
func isOption(tokens []token) bool {
	for i, t := range tokens {
		switch t.lower {
		case "consider":
			return true
		case "could", "might", "may", "should", "can":
			if i > 0 && (tokens[i-1].lower == "we" || tokens[i-1].lower == "you" || tokens[i-1].lower == "one") {
				return true
			}
		}
	}
	return false
}

// isRejection says whether a way that was not taken is told at a token: "we considered
// sending", "thought about calling", "decided against it".
func isRejection(tokens []token, i int) bool {
	switch before := tokens[i-1].lower; tokens[i].lower {
	case "considered":
		return before == "we" || before == "i"
	case "about", "of":
		return before == "thought" && i > 1 && tokens[i-2].lower == "we"
	case "against":
		return before == "decided"
	case "out":
		return before == "ruled"
	case "could":
		return before == "we" || before == "one" || before == "you"
	}
	return false
}
