package rules

import (
	"strings"

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
		return r.withoutNumber(row)
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
	return r.labelledLines(near, c.Sentences[sentence].Span.Start)
}

// withoutNumber is a row without its first cell, when that only numbers it.
func (r *requirementReader) withoutNumber(row int) text.Span {
	c := r.content
	span := c.Nodes[row].Span
	for i := row + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < span.End; i++ {
		if n := c.Nodes[i]; n.Kind == document.KindCell {
			if rowNumber().MatchString(n.Inner.Of(c.Source)) {
				span.Start = n.Span.End
			}
			break
		}
	}
	return span
}

var rowNumber = pattern(`^[\s|]*[A-Za-z-]{0,5}[0-9.]{1,4}[\s|]*$`)

// lineLabel matches the number of a requirement at the beginning of its line.
var lineLabel = pattern(`(?m)^[ \t]*(?:\*\*)?(?:[0-9]+(?:\.[0-9]+)+|[A-Za-z]{1,5}-?[0-9]+|[a-z0-9]\))[.:)]*(?:\*\*)?[ \t]`)

// labelledLines narrows a part of a paragraph to the lines of one requirement,
// without its number, where lines begin with one: "2.2 Processing resumes".
func (r *requirementReader) labelledLines(near text.Span, at int) text.Span {
	source := r.content.Source
	line := strings.LastIndexByte(source[:at], '\n') + 1
	own := lineLabel().FindStringIndex(source[line:near.End])
	if own == nil || own[0] != 0 {
		return near
	}
	near.Start = line + own[1]
	if next := lineLabel().FindStringIndex(source[near.Start:near.End]); next != nil && near.Start+next[0] > at {
		near.End = near.Start + next[0]
	}
	return near
}
