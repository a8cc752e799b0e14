package draw

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
)

const mostStates = 25

var errNoStates = errors.New("the document names no states; list them, and say when one leads to another, such as \"an order moves from `pending` to `paid` when the payment arrives\"")

// States draws the state machines that have transitions, a picture each.
func States(machines []*diagram.StateMachine) (Drawing, error) {
	d := Drawing{}
	var named []string
	for _, m := range machines {
		if len(m.Transitions) == 0 {
			for _, s := range m.States {
				named = append(named, Markdown(s.Name))
			}
			continue
		}
		if len(d.Pictures) < mostPictures {
			d = drawStates(d, m)
		}
	}
	switch {
	case len(d.Pictures) == 0 && len(named) > 0:
		return Drawing{}, fmt.Errorf("the document names the states %s but not when one leads to another; say so, such as \"moves from %s to %s when\", or add a table with the columns State, Next state and When", enumerate(named, 6), named[0], named[len(named)-1])
	case len(d.Pictures) == 0:
		return Drawing{}, errNoStates
	case len(d.Pictures) == 1:
		d.Pictures[0].Title = ""
	}
	return d, nil
}

// drawStates adds the picture of a machine and what there is to say of it.
func drawStates(d Drawing, m *diagram.StateMachine) Drawing {
	n := newNames()
	states, lonely, cut := connected(m)
	d.Pictures = append(d.Pictures, Picture{Title: m.Title, Source: printStates(m, states, n)})
	d.Legend = append(d.Legend, n.long...)
	if len(lonely) > 0 {
		d.LeftOut = append(d.LeftOut, "Not drawn, since the document does not say how one gets there or away: "+enumerate(lonely, mostNamed)+".")
	}
	if len(cut) > 0 {
		d.LeftOut = append(d.LeftOut, "Left out, so that the picture can be read: "+enumerate(cut, mostNamed)+".")
	}
	return d
}

// connected are the states to be drawn, those without any transition, and those that
// are left out of too many: the least connected.
func connected(m *diagram.StateMachine) (states []*diagram.State, lonely, cut []string) {
	degree := map[string]int{}
	for _, t := range m.Transitions {
		degree[t.From]++
		degree[t.To]++
	}
	for _, s := range m.States {
		if degree[s.Name] == 0 {
			lonely = append(lonely, Markdown(s.Name))
		} else {
			states = append(states, s)
		}
	}
	if len(states) > mostStates {
		ranked := slices.Clone(states)
		slices.SortStableFunc(ranked, func(a, b *diagram.State) int { return degree[b.Name] - degree[a.Name] })
		for _, s := range ranked[mostStates:] {
			cut = append(cut, Markdown(s.Name))
		}
		states = slices.DeleteFunc(states, func(s *diagram.State) bool { return slices.Contains(ranked[mostStates:], s) })
	}
	return states, lonely, cut
}

func printStates(m *diagram.StateMachine, states []*diagram.State, n *names) string {
	s := &script{}
	s.line("stateDiagram-v2")
	ids := map[string]string{}
	for _, state := range states {
		ids[state.Name] = n.id(state.Name)
		s.line(`  state "%s" as %s`, escape(n.label(state.Name)), ids[state.Name])
	}
	ids[""] = "[*]"
	for _, t := range merged(m.Transitions) {
		from, to := ids[t.From], ids[t.To]
		switch text := event(t.Cause); {
		case from == "" || to == "":
		case text == "" || t.From == t.To: // the text of a loop would lie on others; the story has it
			s.line("  %s --> %s", from, to)
		default:
			s.line("  %s --> %s: %s", from, to, escape(text))
		}
	}
	s.line("%s", dagre)
	return s.String()
}

// merged has one transition for each pair of states: mermaid puts the texts of several
// on each other.
func merged(all []*diagram.Transition) []*diagram.Transition {
	var out []*diagram.Transition
	for _, t := range all {
		i := slices.IndexFunc(out, func(o *diagram.Transition) bool { return o.From == t.From && o.To == t.To })
		if i < 0 {
			copied := *t
			out = append(out, &copied)
			continue
		}
		if event(t.Cause) != "" {
			out[i].Cause = strings.TrimPrefix(event(out[i].Cause)+" / "+event(t.Cause), " / ")
		}
	}
	return out
}

var conjunction = regexp.MustCompile(`(?i)^(when|once|if|on|upon|whenever|as soon as)\s+((the|an?)\s+)?`)

// event is the text at a transition: what happens, in a few words.
func event(cause string) string {
	short, _ := shorten(conjunction.ReplaceAllString(clean(cause), ""), labelWords+1, labelRunes)
	return short
}
