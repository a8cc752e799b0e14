package rules

import (
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// unmeasured leaves those claims for which there is no figure of their kind where
// a reader would look for it: in the sentence and those beside it, in the list
// item with all that is under it, in the row of a table.
func (r *requirementReader) unmeasured(claims []claim, sentence int) []claim {
	if len(claims) == 0 {
		return nil
	}
	figures := measuresIn(tokensIn(r.scope.Lower(), r.vicinity(sentence)))
	var open []claim
	for _, c := range claims {
		if figures&c.class.measured == 0 {
			open = append(open, c)
		}
	}
	return open
}

func (r *requirementReader) vicinity(sentence int) text.Span {
	c := r.content
	block := c.Sentences[sentence].Block
	if row := c.Ancestor(block, document.KindRow); row >= 0 {
		return c.Nodes[row].Span
	}
	if item := c.Ancestor(block, document.KindItem); item >= 0 {
		return c.Nodes[item].Span
	}
	near := c.Sentences[sentence].Span
	if sentence > 0 && c.Sentences[sentence-1].Block == block {
		near.Start = c.Sentences[sentence-1].Span.Start
	}
	if sentence+1 < len(c.Sentences) && c.Sentences[sentence+1].Block == block {
		near.End = c.Sentences[sentence+1].Span.End
	}
	return near
}
