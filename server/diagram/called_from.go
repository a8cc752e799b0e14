package diagram

// isCalling holds for verbs whose passive has "from" before who does it.
func isCalling(v *verb) bool {
	switch v.lemma {
	case "call", "invoke", "use", "trigger", "launch", "execute", "reach", "access", "contact":
		return true
	}
	return false
}

// agentsFrom are who is told with "from" to do it: "is called from A".
func agentsFrom(args []argument) []int {
	for _, a := range args {
		if a.prep == "from" && !a.negated {
			return named(a.phrases)
		}
	}
	return nil
}
