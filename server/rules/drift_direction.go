package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
)

// reversed are arrows that point against what the text says.
func (p *pictured) reversed() []finding.Finding {
	if !p.isFlowchart() {
		return nil
	}
	var found []finding.Finding
	for _, f := range p.graph.Flows {
		from, to := p.graph.Node(f.From), p.graph.Node(f.To)
		if !p.pointsOneWay(f) || !p.scope.sends(strings.ToLower(to.Name), strings.ToLower(from.Name)) {
			continue
		}
		found = append(found, finding.Finding{
			Span:    p.span(f.Place.Span),
			Message: fmt.Sprintf("The arrow points from %s to %s, but the text says that %s sends to %s.", from.Name, to.Name, to.Name, from.Name),
			Why:     "Who calls whom decides what fails with what, and who has to know whose address.",
			Options: []string{"Turn the arrow round.", "If the arrow is right, correct the text.", "If both happen, draw both and label them."},
			Fixes:   append(p.turn(f), redraw),
		})
	}
	return found
}

// pointsOneWay says whether a flow is drawn as an arrow with one head that is
// meant as sending, and there is none back.
func (p *pictured) pointsOneWay(f *diagram.Flow) bool {
	if slices.ContainsFunc(p.graph.Flows, func(o *diagram.Flow) bool { return o.From == f.To && o.To == f.From }) {
		return false
	}
	drawn := f.Place.Of(p.text)
	if !strings.Contains(drawn, ">") || strings.Contains(drawn, "<") {
		return false
	}
	verb, _, _ := strings.Cut(strings.ToLower(f.Label), " ")
	return f.Label == "" || slices.ContainsFunc(sending, func(s string) bool { return strings.TrimSuffix(s, "s") == strings.TrimSuffix(verb, "s") })
}

// sending are verbs whose subject has the initiative and whose object goes where
// they point.
var sending = []string{"sends", "publishes", "writes", "pushes", "posts", "uploads", "forwards", "emits", "submits"}

// sends looks for the only sentence that names both things, and whether it is of
// the form "A sends ... to B".
func (v *view) sends(from, to string) bool {
	says := 0
	stems := wordsOf(from + " " + to)
	for i, s := range v.doc.Sections {
		if s.Managed != nil || !v.words()[i].holdAll(stems) {
			continue
		}
		for _, sentence := range s.Content.Sentences {
			words := lowerASCII(sentence.Span.Of(s.Content.Prose))
			if !strings.Contains(words, from) || !strings.Contains(words, to) || s.Content.Nodes[sentence.Block].Kind == document.KindHeading {
				continue
			}
			if !saysSends(words, from, to) {
				return false
			}
			says++
		}
	}
	return says == 1
}

// unsure are words with which the form says something else.
var unsure = []string{" not ", " no ", " nothing ", " none ", " only ", " never ", " no longer ", " instead ", " back ", " if ", " unless ", " could ", " would ", " was ", " and ", " or ", "?"}

// saysSends reads "the A sends ... to the B", and nothing less plain.
func saysSends(sentence, from, to string) bool {
	before, rest, _ := strings.Cut(sentence, from)
	if !slices.Contains([]string{"", "the", "each", "every", "then the"}, strings.TrimSpace(before)) {
		return false
	}
	verb, rest, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	what, after, ok := strings.Cut(rest, to)
	if !slices.Contains(sending, verb) || !ok || strings.ContainsAny(what, ".,;:(") || after != "" && strings.ContainsAny(after[:1], "-abcdefghijklmnopqrstuvwxyz") {
		return false
	}
	if slices.ContainsFunc(unsure, func(w string) bool { return strings.Contains(sentence, w) }) {
		return false
	}
	what = strings.TrimSuffix(strings.TrimRight(what, " "), " the")
	return strings.HasSuffix(what, " to") || strings.HasSuffix(what, " into")
}

// hasWord says whether a section other than this one has a word with the stem.
func (v *view) hasWord(section *document.Section, stem string) bool {
	for i, have := range v.words() {
		if i != section.Index && have[stem] {
			return true
		}
	}
	return false
}
