package draw

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/diagram"
)

// narrate tells flows in their order as a story: who is turned to goes on in the same
// sentence, and so does who does two things.
func (d Drawing) narrate(g *diagram.Graph, flows []diagram.Flow) string {
	var n narrator
	for i, f := range flows {
		clause := d.clause(g, f)
		if clause == "" || i+1 < len(flows) && sameWay(f, flows[i+1]) && vague(f) {
			continue
		}
		subject, object := actors(f)
		n.say(bold(g, subject), bold(g, object), clause)
	}
	n.flush()
	return strings.Join(n.sentences, " ")
}

func sameWay(a, b diagram.Flow) bool { return a.From == b.From && a.To == b.To }

// narrator puts clauses together to sentences.
type narrator struct {
	sentences []string
	sentence  string
	subject   string // of the last clause
	target    string // of the last clause
	doing     int    // clauses of that subject in the sentence
	which     bool   // the sentence has a subordinate clause
	before    string // the subject that the sentence before ended with
}

const mostDone = 2 // things that one does in a sentence

func (n *narrator) say(subject, target, clause string) {
	switch {
	case n.sentence != "" && strings.HasSuffix(n.sentence, " "+clause):
		return // the same again
	case subject == n.target && !n.which && n.endsWithTarget():
		n.sentence += ", which " + clause
		n.which, n.doing = true, 1
	case n.sentence != "" && subject == n.subject && n.doing < mostDone:
		n.sentence += " and " + clause
		n.doing++
	default:
		n.flush()
		n.sentence = subject + " " + clause
		if subject == n.before {
			n.sentence = subject + " also " + clause
		}
		n.doing, n.which = 1, false
	}
	n.subject, n.target = subject, target
}

var arrowNumber = regexp.MustCompile(` \(\d+\)$`)

// endsWithTarget says whether the last name of the sentence is its last word, too, so
// that "which" is about nothing else.
func (n *narrator) endsWithTarget() bool {
	return n.sentence != "" && strings.HasSuffix(arrowNumber.ReplaceAllString(n.sentence, ""), n.target)
}

func (n *narrator) flush() {
	if n.sentence != "" {
		n.sentences = append(n.sentences, begun(n.sentence+"."))
		n.before = n.subject
	}
	n.sentence = ""
}

// gather puts the flows of one sender next to each other, in the order in which the
// senders come.
func gather(flows []diagram.Flow) []diagram.Flow {
	var order []string
	of := map[string][]diagram.Flow{}
	for _, f := range flows {
		if of[f.From] == nil {
			order = append(order, f.From)
		}
		of[f.From] = append(of[f.From], f)
	}
	var out []diagram.Flow
	for _, from := range order {
		out = append(out, of[from]...)
	}
	return out
}
