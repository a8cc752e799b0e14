package knowledge

import (
	"fmt"
	"strings"
)

// Short is the card in a few lines of markdown, as a hover shows it.
func (t Technology) Short() string {
	var instead []string
	for _, a := range t.Alternatives {
		instead = append(instead, a.Name)
	}
	return fmt.Sprintf("**%s** (%s). %s\n\n- Favours: %s\n- Fits when %s.\n- A poor fit when %s.\n- When something fails: %s\n- Instead: %s.",
		t.Name, t.Kind, t.Is, lowerFirst(t.Favors), strings.Join(t.Fits, "; "), strings.Join(t.Poor, "; "), firstSentence(t.Failover), strings.Join(instead, "; "))
}

// Short is the card in a few lines of markdown, as a hover shows it.
func (p Pattern) Short() string {
	var kinds []string
	for _, v := range p.Variants {
		kinds = append(kinds, lowerFirst(v.Name))
	}
	lines := []string{
		fmt.Sprintf("**%s.** %s\n", p.Name, p.Is),
		"- The problem: " + lowerFirst(p.Problem),
		"- Tradeoff: " + lowerFirst(p.Tradeoffs[0]),
		"- When something fails: " + lowerFirst(p.Failover[0]),
	}
	if len(kinds) > 1 {
		lines = append(lines, "- Kinds: "+strings.Join(kinds, "; ")+".")
	}
	return strings.Join(append(lines, "- To be said in a design: "+lowerFirst(p.Asks[0])), "\n")
}

func firstSentence(s string) string {
	if at := strings.Index(s, ". "); at >= 0 {
		return lowerFirst(s[:at+1])
	}
	return lowerFirst(s)
}

// lowerFirst makes a text follow a colon, unless it begins with an acronym or a name
// that is written in capitals.
func lowerFirst(s string) string {
	if len(s) < 2 || s[1] >= 'A' && s[1] <= 'Z' || s[1] == '-' || s[1] == ' ' && s[0] != 'A' {
		return s
	}
	for _, m := range Mentions(s) {
		if m.Span.Start == 0 && m.Technology != nil {
			return s
		}
	}
	return strings.ToLower(s[:1]) + s[1:]
}
