package rules

import (
	"strings"

	"github.com/designls/designls/server/document"
)

// bulletGoal holds for a goal that is stated without a verb of obligation, as
// lists of goals do: "High availability", "Search is fast". What is listed under
// a goal explains it.
func (r *requirementReader) bulletGoal(ws tokens, first, sentence int, harm bool) asking {
	c := r.content
	block := c.Sentences[sentence].Block
	item := c.Ancestor(block, document.KindItem)
	nested := item >= 0 && c.Ancestor(item, document.KindItem) >= 0
	if item < 0 && !r.labelled && c.Nodes[block].Kind != document.KindCell || nested || len(ws) > 14 ||
		ws.has(0, first, clauseEnds) || !harm && ws.has(0, first, effects) || !harm && ws.has(phraseStart(ws, first), first, negations) || ws.has(0, len(ws), doubtful) {
		return asking{}
	}
	return asking{how: wished, bullet: true}
}

// phraseStart is where the part of a listing sentence begins that holds a word.
func phraseStart(ws tokens, at int) int {
	for at > 0 && ws[at-1].text != "," {
		at--
	}
	return at
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

// labelLength is how many words at the beginning are the label of a requirement, as
// in "R5. Fault tolerant" and "NFR-02: ...".
func labelLength(ws tokens) int {
	if len(ws) > 2 && (ws[1].text == ":" || ws[1].text == "." || ws[1].text == ")") && requirementLabel().MatchString(ws[0].text) {
		return 2
	}
	n := 0 // "2.3"
	for n+2 < len(ws) && isNumber(ws[n].text) && ws[n+1].text == "." && isNumber(ws[n+2].text) {
		n += 2
	}
	if n > 0 {
		n++
	}
	return n
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
