package diagram

// abilities are nouns for what is given without anything being sent: "offers users a way
// to", "gives the agent access to".
var abilities = map[string]bool{
	"way": true, "mean": true, "means": true, "ability": true, "capability": true, "opportunity": true, "chance": true, "option": true, "choice": true, "possibility": true,
	"access": true, "control": true, "flexibility": true, "freedom": true, "guarantee": true, "support": true, "functionality": true, "feature": true, "switch": true, "service": true,
	"experience": true, "benefit": true, "isolation": true, "protection": true, "security": true, "time": true, "room": true, "priority": true, "permission": true, "mechanism": true,
}

// tellsOfAbility says whether what a verb gives is no data but what somebody can do.
func (s *sentence) tellsOfAbility(g verbGroup, args []argument) bool {
	switch g.lemma() {
	case "give", "provide", "offer", "grant", "supply":
	default:
		return false
	}
	for _, a := range args {
		if a.prep != "" {
			continue
		}
		for _, p := range a.phrases {
			if p.mention < 0 && abilities[Singular(s.tokens[p.to-1].lower)] {
				return true
			}
		}
	}
	return false
}
