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
	if row := r.content.Ancestor(r.content.Sentences[sentence].Block, document.KindRow); row >= 0 {
		span = r.content.Nodes[row].Span
	}
	ws := tokensIn(r.scope.Lower(), span)
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
func settlesItself(ws tokens) bool {
	return ws.at(len(ws)-1) == ":" || ws.has(0, len(ws), settling)
}

func (r *requirementReader) claimed(ws tokens, span text.Span, t vagueTerm, sentence int) (claim, bool) {
	first, last := ws.index(span.Start), ws.index(span.End)
	if t.kind == kindGauge {
		degree := degreeOf(ws, first, last)
		if degree < 0 {
			return claim{}, false
		}
		first, last = min(first, degree), max(last, degree+1)
		span.Start, span.End = ws[first].span.Start, ws[last-1].span.End
	}
	asked := askedFor(ws, last-1)
	if asked.how == notAsked && r.sectionRole() == requirements {
		asked = r.bulletGoal(ws, first, sentence)
	}
	if asked.how == notAsked || !t.stands(ws, first, last, asked) || t.class.explained(ws, last, asked.how) {
		return claim{}, false
	}
	if asked.how != demanded && r.sectionRole() != requirements && (pronouns[ws.at(asked.clause)] || t.class.minor) {
		return claim{}, false
	}
	return claim{t.class, span, min(ws[asked.clause].span.Start, span.Start), asked.how}, true
}

// bulletGoal holds for a goal that is stated without a verb of obligation, as
// lists of goals do: "High availability", "Search is fast". What is listed under
// a goal explains it.
func (r *requirementReader) bulletGoal(ws tokens, first, sentence int) asking {
	c := r.content
	block := c.Sentences[sentence].Block
	item := c.Ancestor(block, document.KindItem)
	nested := item >= 0 && c.Ancestor(item, document.KindItem) >= 0
	if item < 0 && c.Nodes[block].Kind != document.KindCell || nested || len(ws) > 14 ||
		ws.has(0, first, clauseEnds) || ws.has(0, first, negations) || ws.has(0, len(ws), doubts) {
		return asking{}
	}
	return asking{how: wished, bullet: true}
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

var (
	protects  = setOf("against despite")
	reasons   = setOf("because since")
	evenThen  = setOf("if when while during under after")
	protected = setOf("availability faults security loss")
)

// explained holds when the words after a term say what is meant by it.
func (c *vagueClass) explained(ws tokens, last int, how obligation) bool {
	for i := last; i < len(ws); i++ {
		switch w := ws[i].text; {
		case protected[c.name] && (protects[w] || w == "to" && ws.at(i+1) == "the" || w == "even" && evenThen[ws.at(i+1)]):
			return true
		case reasons[w] && how < demanded:
			return true
		case w == ":" || w == "—" || w == "–":
			return len(ws)-i > 4
		}
	}
	return false
}
