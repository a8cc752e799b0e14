package rules

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// requirementReader judges what the phrases of a section claim.
type requirementReader struct {
	scope      *Scope
	content    *document.Content
	vocabulary *vagueVocabulary

	role    role
	roleSet bool
}

func (r *requirementReader) sectionRole() role {
	if !r.roleSet {
		r.role, r.roleSet = roleOf(r.scope.Headings()), true
	}
	return r.role
}

// claims returns the vague terms among the matches that a sentence asks for and
// that nothing near it makes measurable.
func (r *requirementReader) claims(sentence int, matches []match) []claim {
	block := r.content.Nodes[r.content.Sentences[sentence].Block]
	if block.Kind == document.KindHeading || r.sectionRole() == noRequirements {
		return nil
	}
	span := r.content.Sentences[sentence].Span
	ws := wordsIn(r.scope.Lower(), span)
	if settlesItself(ws) || r.listIsNoGoal(sentence) {
		return nil
	}
	var claims []claim
	for _, m := range matches {
		for _, t := range r.vocabulary.terms[m.Phrase] {
			if c, ok := r.claimed(ws, m.Span, t, sentence); ok {
				claims = append(claims, c)
				break
			}
		}
	}
	return r.unmeasured(claims, sentence)
}

var settling = setOf("? than versus vs see defined meaning specifically namely i.e currently today already existing compared used")

// settlesItself holds for sentences that ask, compare, define, or point to where
// the target is; and for those whose details follow in a list.
func settlesItself(ws words) bool {
	return ws.at(len(ws)-1) == ":" || ws.has(0, len(ws), settling)
}

func (r *requirementReader) claimed(ws words, span text.Span, t vagueTerm, sentence int) (claim, bool) {
	first, last := ws.index(span.Start), ws.index(span.End)
	how, clause := askedFor(ws, first)
	if how == notAsked && r.sectionRole() == requirements {
		how, clause = r.bulletGoal(ws, first, sentence)
	}
	if how == notAsked || !t.stands(ws, first, last, how) || explained(ws, last) {
		return claim{}, false
	}
	if how != demanded && r.sectionRole() != requirements && (pronouns[ws.at(clause)] || t.class.minor) {
		return claim{}, false
	}
	return claim{t.class, span, ws[clause].span.Start, how}, true
}

// bulletGoal holds for a goal that is stated without a verb of obligation, as
// lists of goals do: "High availability", "Search is fast".
func (r *requirementReader) bulletGoal(ws words, first, sentence int) (obligation, int) {
	if r.content.Ancestor(r.content.Sentences[sentence].Block, document.KindItem) < 0 || len(ws) > 14 ||
		ws.has(0, first, clauseEnds) || ws.has(0, first, negations) || ws.has(0, len(ws), doubts) {
		return notAsked, 0
	}
	return wished, 0
}

// listIsNoGoal holds for an item of a list that a line such as "Non-goals:" opens.
func (r *requirementReader) listIsNoGoal(sentence int) bool {
	top := topBlock(r.content, r.content.Sentences[sentence].Block)
	lower := r.scope.Lower()
	for i := top - 1; i >= 0; i-- {
		n := r.content.Nodes[i]
		if n.Parent >= 0 {
			continue
		}
		if n.Kind != document.KindParagraph || r.content.Nodes[top].Kind != document.KindList {
			return false
		}
		return startsWordOf(strings.TrimSpace(lower[n.Span.Start:n.Span.End]), notGoals)
	}
	return false
}

// explained holds when the words after a term say what is meant by it.
func explained(ws words, last int) bool {
	for i := last; i < len(ws); i++ {
		switch w := ws[i].text; {
		case explains[w]:
			return true
		case w == ":" || w == "—" || w == "–":
			return len(ws)-i > 4
		}
	}
	return false
}

var explains = setOf("against even despite when whenever if while where because since such during unless in-case as-long-as until")
