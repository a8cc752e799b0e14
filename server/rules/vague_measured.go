package rules

import (
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// unmeasured leaves those claims for which there is no figure of their kind where
// a reader would look for it: in the sentence and those beside it, in the list
// item with all that is under it or beside it under another, in the row of a table.
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

// reach is how many sentences of a paragraph, before and after one, are read
// with it.
const reach = 2

func (r *requirementReader) vicinity(sentence int) text.Span {
	c := r.content
	block := c.Sentences[sentence].Block
	if row := c.Ancestor(block, document.KindRow); row >= 0 {
		return c.Nodes[row].Span
	}
	if item := c.Ancestor(block, document.KindItem); item >= 0 {
		if parent := c.Ancestor(item, document.KindItem); parent >= 0 {
			item = parent
		}
		return c.Nodes[item].Span
	}
	near := c.Sentences[sentence].Span
	for i := max(0, sentence-reach); i <= sentence+reach && i < len(c.Sentences); i++ {
		if other := c.Sentences[i]; other.Block == block {
			near.Start, near.End = min(near.Start, other.Span.Start), max(near.End, other.Span.End)
		}
	}
	return near
}
