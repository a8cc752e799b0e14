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

	section role // of the section
	read    bool // whether section is set
	role    role // of the sentence that is being read

	labelled bool // whether it has a label, as requirements have
}

// roleOf is what a sentence stands for by the headings and the line above it.
func (r *requirementReader) roleOf(sentence int) role {
	if !r.read {
		r.section, r.read = roleOf(r.scope.Headings()), true
	}
	if list := r.listRole(sentence); list != plainText && r.section != noRequirements {
		return list
	}
	return r.section
}

// claims returns the vague terms among the matches that a sentence asks for and
// that nothing near it makes measurable.
func (r *requirementReader) claims(sentence int, matches []match) []claim {
	block := r.content.Nodes[r.content.Sentences[sentence].Block]
	r.role = r.roleOf(sentence)
	if block.Kind == document.KindHeading || r.role == noRequirements {
		return nil
	}
	span := r.content.Sentences[sentence].Span
	if row := r.content.Ancestor(r.content.Sentences[sentence].Block, document.KindRow); row >= 0 {
		span = r.content.Nodes[row].Span
	}
	ws := tokensIn(r.scope.Lower(), span)
	if settlesItself(ws) {
		return nil
	}
	if r.role == plainText && r.leadsToList(sentence) {
		return nil
	}
	label := labelLength(ws)
	r.labelled, ws = label > 0 || r.followsLabel(sentence), ws[label:]
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

var settling = setOf("? than versus vs defined meaning specifically namely i.e currently today already existing compared used")

// settlesItself holds for sentences that ask, compare, define, or point to where
// the target is; and for those whose details follow in a list.
func settlesItself(ws tokens) bool {
	see := ws.find(0, len(ws), pointing)
	return ws.at(len(ws)-1) == ":" || ws.has(0, len(ws), settling) || see == 0 || see > 0 && !isWord(ws[see-1].text[0])
}

var pointing = setOf("see cf")

// labelLength is how many words at the beginning are the label of a requirement, as
// in "R5. Fault tolerant" and "NFR-02: ...".
func labelLength(ws tokens) int {
	if len(ws) > 2 && (ws[1].text == ":" || ws[1].text == "." || ws[1].text == ")") && requirementLabel().MatchString(ws[0].text) {
		return 2
	}
	return 0
}

// followsLabel holds when the label is all that the sentence before says, as in
// "R5. Fault tolerant".
func (r *requirementReader) followsLabel(sentence int) bool {
	c := r.content
	if sentence == 0 || c.Sentences[sentence-1].Block != c.Sentences[sentence].Block {
		return false
	}
	before := c.Sentences[sentence-1].Span.Of(r.scope.Lower())
	return len(before) < 10 && requirementLabel().MatchString(strings.TrimRight(before, ".) "))
}

// leadsToList holds for the last sentence of a paragraph that a list follows,
// which says what is meant.
func (r *requirementReader) leadsToList(sentence int) bool {
	c := r.content
	block := c.Sentences[sentence].Block
	if c.Nodes[block].Parent >= 0 || sentence+1 < len(c.Sentences) && c.Sentences[sentence+1].Block == block {
		return false
	}
	for _, n := range c.Nodes[block+1:] {
		if n.Parent < 0 {
			return n.Kind == document.KindList
		}
	}
	return false
}

var requirementLabel = pattern(`^[a-z]{1,5}-?[0-9]+[a-z]?$`)

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
	if t.class.bound && r.role != requirements {
		return claim{}, false
	}
	term := last - 1
	if t.kind == kindHarm { // the word after the excess
		term = first + 1
	}
	asked := askedFor(ws, term)
	if asked.how == notAsked && r.role == requirements {
		asked = r.bulletGoal(ws, first, sentence)
	}
	if asked.how == notAsked || !t.stands(ws, first, last, asked) || t.class.explained(ws, last, asked.how) {
		return claim{}, false
	}
	if asked.how != demanded && r.role != requirements && (pronouns[ws.at(asked.clause)] && asked.clause+1 == asked.modal || t.class.minor) {
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
	if item < 0 && !r.labelled && c.Nodes[block].Kind != document.KindCell || nested || len(ws) > 14 ||
		ws.has(0, first, clauseEnds) || ws.has(0, first, negations) || ws.has(0, len(ws), doubtful) {
		return asking{}
	}
	return asking{how: wished, bullet: true}
}

// listRole is what the line over a list says of its items: "Goals:", "Non-goals:".
func (r *requirementReader) listRole(sentence int) role {
	c := r.content
	top := topBlock(c, c.Sentences[sentence].Block)
	if c.Nodes[top].Kind != document.KindList {
		return plainText
	}
	before := top - 1
	for before >= 0 && c.Nodes[before].Parent >= 0 {
		before--
	}
	if before < 0 || c.Nodes[before].Kind != document.KindParagraph {
		return plainText
	}
	line := r.scope.Lower()[c.Nodes[before].Span.Start:c.Nodes[before].Span.End]
	switch {
	case startsWordOf(line, notGoals):
		return noRequirements
	case startsWordOf(line, goalWords):
		return requirements
	}
	return plainText
}

// doubtful are the doubts but "can": "users can search quickly" is a goal.
var doubtful = setOf("may might could would cannot")

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
