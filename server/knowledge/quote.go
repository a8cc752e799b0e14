package knowledge

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// visible is what a reader sees of a span: words, and inline code with its marks.
func visible(c *document.Content, span text.Span) string {
	out := []byte(c.Prose[span.Start:span.End])
	if strings.IndexByte(c.Source[span.Start:span.End], '`') < 0 { // or a long section is gone through for each of its sentences
		return withoutMarks.Replace(string(out))
	}
	for _, n := range c.Nodes {
		if n.Kind == document.KindCodeSpan && span.ContainsSpan(n.Span) {
			copy(out[n.Span.Start-span.Start:], c.Source[n.Span.Start:n.Span.End])
		}
	}
	return withoutMarks.Replace(string(out))
}

var withoutMarks = strings.NewReplacer(string(rune(document.Opaque)), "", string(rune(document.Break)), " ")

// Plain is what a reader sees of a span of a section, on one line, with inline
// code as it is written.
func Plain(c *document.Content, span text.Span) string { return tidy(visible(c, span)) }

// quote is the sentence as a reader sees it, with the label of its row.
func quote(c *document.Content, sentence document.Sentence) string {
	words := shorten(Plain(c, sentence.Span))
	if c.Nodes[sentence.Block].Kind == document.KindCell {
		return rowLabel(c, sentence.Block) + ": " + words
	}
	return words
}

// quoteValue quotes the clause or cell that holds a number.
func quoteValue(c *document.Content, sentence document.Sentence, q estimate.Quantity, u utterance) string {
	whole := tidy(visible(c, sentence.Span))
	if c.Nodes[sentence.Block].Kind == document.KindCell {
		return rowLabel(c, sentence.Block) + ": " + whole
	}
	if len(whole) <= longestQuote {
		return whole
	}
	at := q.Span.Shift(sentence.Span.Start)
	start, end := at.Start-longestQuote/2, at.End+longestQuote/2
	cut := text.Span{Start: max(start, sentence.Span.Start), End: min(end, sentence.Span.End)}
	words := strings.Fields(visible(c, cut))
	if cut.Start > sentence.Span.Start {
		words[0] = "…"
	}
	if cut.End < sentence.Span.End {
		words[len(words)-1] = "…"
	}
	return strings.Join(words, " ")
}

var (
	gapBefore = text.Pattern(`\s+([,.;:!?)\]”’])(\s|$|[”’)])`)
	gapAfter  = text.Pattern(`([(\[“‘])\s+`)
)

// tidy puts words on one line, without the gaps that markup leaves.
func tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = gapAfter().ReplaceAllString(gapBefore().ReplaceAllString(s, "$1$2"), "$1")
	return strings.Trim(s, " ,;")
}

func shorten(s string) string {
	if len(s) <= longestQuote {
		return s
	}
	cut := strings.LastIndexByte(s[:longestQuote], ' ')
	return s[:max(cut, 1)] + " …"
}
