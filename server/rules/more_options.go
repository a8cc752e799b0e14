package rules

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

var asides = setOf("which that where with as so like because since who if when at")

// listsMore holds when the sentence itself offers more than two things.
func listsMore(ws tokens, f frame, a, b poleMention) bool {
	first := -1
	commas := 0
	from := min(f.start, a.first)
	if f.firm {
		from = a.first
	}
	for i := from; i < f.joint; i++ {
		if ws[i].text == "," && !(i+1 == f.joint && commas == 0) {
			if first < 0 {
				first = i
			}
			commas++
		}
	}
	if commas > 0 && !asides[ws.at(first+1)] && !onlyWord[ws[f.joint].text] {
		return true
	}
	for i := b.last; i < len(ws) && i < b.last+8 && !cuts[ws[i].text]; i++ {
		if ws[i].text == "or" && !ws.follow(i-1, "one", "or", "the", "other") || ws[i].text == "etc" || ws[i].text == "neither" {
			return true
		}
	}
	return false
}

// blends are words of somebody who sees more than two options.
var blends = []string{"hybrid", "third option", "third alternative", "third approach", "third way", "option 3", "option c", "option three", "alternative 3", "approach 3",
	"middle ground", "middle way", "mix of", "mixture", "combination of", "combine", "blend", "not mutually exclusive", "not exclusive", "false dichotomy", "false choice", "not binary", "spectrum",
	"use both", "using both", "do both", "support both", "supports both", "offer both", "both of them", "best of both", "in between", "compromise", "other options", "further options", "more options"}

// considersMore says whether the section speaks of an option beyond the two: one
// that is known, or a blend in general. The words at the place itself don't count.
func considersMore(s *Scope, d knowledge.Dichotomy, place text.Span) bool {
	lower := strings.ReplaceAll(s.Lower(), "-", " ")
	rest := []string{lower[:place.Start], lower[place.End:]}
	for _, part := range rest {
		for _, blend := range blends {
			if affirms(part, blend) {
				return true
			}
		}
		for _, o := range d.Options {
			if affirms(part, strings.ReplaceAll(strings.ToLower(o.Name), "-", " ")) {
				return true
			}
			for _, term := range o.Terms {
				if affirms(part, term) {
					return true
				}
			}
		}
	}
	return false
}

var (
	inUse    = setOf("use uses using used store stores stored keep keeps kept goes recommend recommends serve serves served run runs")
	supposed = setOf("if would could should whether ?")
)

// usesBoth says whether the section goes on to use each pole for something, in
// sentences of their own. Then it was no choice of one or the other.
func usesBoth(s *Scope, axis int, place text.Span) bool {
	var used [2]bool
	for _, u := range s.usages() {
		if u.span.Overlaps(place) {
			continue
		}
		if poles := polesIn(u.mentions, axis); poles[0] != poles[1] {
			used[0], used[1] = used[0] || poles[0], used[1] || poles[1]
		}
		if used[0] && used[1] {
			return true
		}
	}
	return false
}

// usage is a sentence that tells what something is used for, with the poles in it.
type usage struct {
	span     text.Span
	mentions []poleMention
}

// usages are those of the section, read once for all its dichotomies.
func (s *Scope) usages() []usage {
	if s.shared.usagesRead {
		return s.shared.usages
	}
	s.shared.usagesRead = true
	for _, sentence := range s.Content().Sentences {
		ws := tokensIn(s.Lower(), sentence.Span)
		if !ws.has(0, len(ws), inUse) || ws.has(0, len(ws), denials) || ws.has(0, len(ws), supposed) {
			continue
		}
		if mentions := dichotomies().mentions(s.Lower(), ws); len(mentions) > 0 {
			s.shared.usages = append(s.shared.usages, usage{sentence.Span, mentions})
		}
	}
	return s.shared.usages
}

// polesIn says which poles of a dichotomy are mentioned.
func polesIn(mentions []poleMention, axis int) (poles [2]bool) {
	for _, m := range mentions {
		for _, side := range m.sides {
			if side.axis == axis {
				poles[side.pole] = true
			}
		}
	}
	return poles
}

var denials = setOf("no not cannot can't without never neither nor isn't impossible")

// affirms says whether a phrase begins at a word of the text, and is not denied
// by one of the three words before it.
func affirms(lower, phrase string) bool {
	for from := 0; ; {
		i := strings.Index(lower[from:], phrase)
		if i < 0 {
			return false
		}
		i += from
		if i == 0 || !isWord(lower[i-1]) {
			before := tokensIn(lower, text.Span{Start: max(0, i-30), End: i})
			if !before.has(len(before)-3, len(before), denials) {
				return true
			}
		}
		from = i + len(phrase)
	}
}

// optionsListed counts the items of the list that follows a sentence's block.
func optionsListed(c *document.Content, sentence int) int {
	block := topBlock(c, c.Sentences[sentence].Block)
	list, items := -1, 0
	for i := block + 1; i < len(c.Nodes); i++ {
		n := c.Nodes[i]
		if n.Parent < 0 {
			if list >= 0 || n.Kind != document.KindList {
				break
			}
			list = i
		}
		if n.Kind == document.KindItem && n.Parent == list && list >= 0 {
			items++
		}
	}
	return items
}
