package draw

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/designls/designls/server/diagram"
)

// StateStory tells the machines that are drawn, state by state.
func StateStory(machines []*diagram.StateMachine) string {
	var told []*diagram.StateMachine
	for _, m := range machines {
		if len(m.Transitions) > 0 && len(told) < mostPictures {
			told = append(told, m)
		}
	}
	var parts []string
	for _, m := range told {
		if len(told) > 1 {
			parts = append(parts, heading(m.Title)+" "+lifeOf(m))
			continue
		}
		parts = append(parts, lifeOf(m))
	}
	return strings.Join(parts, "\n\n")
}

// lifeOf tells where it begins, where it goes from each state, and where it ends.
func lifeOf(m *diagram.StateMachine) string {
	var sentences []string
	if begins := endsOf(m, func(t *diagram.Transition) string { return at(t.From, t.To) }); len(begins) > 0 {
		sentences = append(sentences, "It begins in "+oneOf(begins)+".")
	}
	for _, s := range m.States {
		var ways []string
		for _, t := range m.Transitions {
			if t.From == s.Name && t.To != "" {
				ways = append(ways, way(t, len(ways) == 0 || strings.HasPrefix(ways[len(ways)-1], "stays")))
			}
		}
		if len(ways) > 0 {
			sentences = append(sentences, fmt.Sprintf("From %s%s it %s.", strong(s.Name), meaning(s), strings.Join(ways, ", or ")))
		}
	}
	if ends := endsOf(m, func(t *diagram.Transition) string { return at(t.To, t.From) }); len(ends) > 0 {
		sentences = append(sentences, "It ends in "+oneOf(ends)+".")
	}
	return strings.Join(sentences, " ")
}

// at is a state when the other end of the transition is outside.
func at(other, state string) string {
	if other != "" {
		return ""
	}
	return state
}

func endsOf(m *diagram.StateMachine, end func(*diagram.Transition) string) []string {
	var names []string
	for _, t := range m.Transitions {
		if name := end(t); name != "" {
			names = append(names, strong(name))
		}
	}
	return names
}

func oneOf(names []string) string {
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " or " + names[last]
	}
	return names[0]
}

func strong(name string) string {
	if name = Markdown(name); name != "" {
		return "**" + name + "**"
	}
	return "*unnamed*"
}

// meaning is what the document says a state is, in brackets.
func meaning(s *diagram.State) string {
	about, cut := shorten(s.About, 12, 80)
	if about == "" || cut || moves.MatchString(about) {
		return ""
	}
	return " (" + Markdown(about) + ")"
}

// moves is in what says where a state leads rather than what it means.
var moves = regexp.MustCompile(`(?i)\b(goes|moves?|transitions?|becomes|returns|leads|changes|switches)\b`)

var adverbial = regexp.MustCompile(`(?i)^(when|once|if|after|on|upon|as soon as|because|by|unless|until|whenever)\s`)

// way is the predicate of a transition: "goes to **paid** when the payment arrives". The
// first has the verb.
func way(t *diagram.Transition, first bool) string {
	verb := "to " + strong(t.To)
	switch {
	case t.From == t.To:
		verb = "stays there"
	case first:
		verb = "goes " + verb
	}
	switch cause := strings.TrimRight(clean(t.Cause), " .,;:"); {
	case cause == "":
		return verb
	case adverbial.MatchString(cause):
		return verb + " " + strings.ToLower(cause[:1]) + Markdown(cause[1:])
	default:
		return verb + " (" + Markdown(cause) + ")"
	}
}
