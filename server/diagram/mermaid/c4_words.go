package mermaid

import (
	"fmt"
	"strings"
)

// wrongCall says what is wrong with a call at the error: C4 does not have it, or it has too few
// arguments.
func wrongCall(e *SyntaxError, source string) string {
	o := survey(source)
	s := scene{outline: o, err: e}
	for _, l := range o.lines {
		c, ok := callOf(l.text)
		if !ok || !s.near(l) {
			continue
		}
		switch has, need := c.given(), calls[c.name]; {
		case need == 0:
			return fmt.Sprintf("Mermaid's C4 has no element or relation called %s.", c.name)
		case has < need && strings.Contains(l.text, ")"):
			return fmt.Sprintf("%s needs %s; here it has %s.", c.name, needs(c.name), []string{"none", "one", "two", "three"}[has])
		}
	}
	return ""
}

// needs are the arguments that a call of C4 cannot do without.
func needs(name string) string {
	switch {
	case name == "RelIndex":
		return "four arguments, a number, from, to and what happens"
	case strings.HasPrefix(name, "Rel"), name == "BiRel":
		return "three arguments, from, to and what happens"
	case strings.HasPrefix(name, "Update"):
		return "arguments that say what to change, and how"
	}
	return "two arguments, a name and a label"
}
