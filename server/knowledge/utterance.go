package knowledge

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// longestQuote is how much of a sentence is quoted; what is longer is cut around
// its number.
const longestQuote = 180

// utteranceOf returns a sentence in lower case with its label: the words before
// a colon at its beginning, or the first cell of its row.
func utteranceOf(c *document.Content, sentence document.Sentence) utterance {
	u := utterance{
		text:  lowerSameLength(c.Prose[sentence.Span.Start:sentence.Span.End]),
		plain: strings.ToLower(Plain(c, sentence.Span)),
	}
	if label, _, ok := strings.Cut(u.text, ":"); ok && len(label) <= 60 {
		u.label = strings.TrimSpace(label)
	} else if label, _, ok := strings.Cut(u.text, " = "); ok && len(label) <= 20 {
		u.label = strings.TrimSpace(label)
	}
	if c.Nodes[sentence.Block].Kind == document.KindCell {
		u.label = strings.ToLower(rowLabel(c, sentence.Block))
	}
	if item := c.Ancestor(sentence.Block, document.KindItem); item >= 0 {
		if outer := c.Ancestor(item, document.KindItem); outer >= 0 {
			if span, ok := firstText(c, outer); ok {
				u.parent = strings.ToLower(tidy(visible(c, span)))
			}
		}
		if u.label == "" && sentence.Block > item {
			u.label = boundLabel(c, sentence, item)
		}
	}
	return u
}

// boundLabel is the label of the first sentence of an item, which holds for the
// sentences after it: "Reads: links live two years. Opened 10 times ...".
func boundLabel(c *document.Content, sentence document.Sentence, item int) string {
	span, ok := firstText(c, item)
	if !ok || !span.ContainsSpan(sentence.Span) {
		return ""
	}
	label, _, ok := strings.Cut(c.Prose[span.Start:span.End], ":")
	if !ok || len(label) > 40 {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(label))
}

// lowerSameLength lowers ASCII only, so that offsets stay.
func lowerSameLength(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + ('a' - 'A')
		}
		if c == '\n' || c == '\r' || c == '\t' {
			b[i] = ' '
		}
	}
	return string(b)
}

// cells returns the indexes of the cells of the row that holds a cell.
func cells(c *document.Content, cell int) []int {
	var all []int
	row := c.Nodes[cell].Parent
	for i, n := range c.Nodes {
		if n.Kind == document.KindCell && n.Parent == row {
			all = append(all, i)
		}
	}
	return all
}

func rowLabel(c *document.Content, cell int) string {
	if row := cells(c, cell); len(row) > 1 {
		return tidy(visible(c, c.Nodes[row[0]].Span))
	}
	return ""
}

// isDerivationCell says whether a block is the last of at least three cells,
// where tables explain the number before it.
func isDerivationCell(c *document.Content, block int) bool {
	if c.Nodes[block].Kind != document.KindCell {
		return false
	}
	row := cells(c, block)
	return len(row) > 2 && row[len(row)-1] == block
}

// itemOf says what a size is the size of: "paste" in "1 KB per paste", and in an
// item under "Size per paste:".
func itemOf(q estimate.Quantity, u utterance) string {
	if q.Dimension != estimate.Bytes || q.Each != "" {
		return q.Each
	}
	for _, s := range []string{u.label, u.parent, u.plain} {
		if m := sizedItem().FindStringSubmatch(s); m != nil {
			return strings.TrimSpace(m[1] + m[2])
		}
	}
	return ""
}

var sizedItem = text.Pattern(`size (?:per|of an?|of each|of one) ([a-z]+(?: [a-z]+)?)|\b(?:an?|each|every|one) ([a-z-]+(?: [a-z-]+)?) (?:is|takes|has|needs)\b`)

// isLabelCell says whether a block is the head or the first cell of a row.
func isLabelCell(c *document.Content, block int) bool {
	n := c.Nodes[block]
	if n.Kind != document.KindCell {
		return false
	}
	if c.Nodes[n.Parent].Kind == document.KindHeaderRow {
		return true
	}
	return cells(c, block)[0] == block
}

// firstText is the span of the first paragraph of an item.
func firstText(c *document.Content, item int) (text.Span, bool) {
	for i := item + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[item].Span.End; i++ {
		if c.Nodes[i].Kind == document.KindParagraph {
			return c.Nodes[i].Span, true
		}
	}
	return text.Span{}, false
}
