package document

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// buildProse returns the source with everything that is not prose replaced,
// byte for byte; see Content.Prose.
func buildProse(c *Content) string {
	out := []byte(strings.Repeat(string(rune(Break)), len(c.Source)))
	generated := generatedSpans(c)
	for i, n := range c.Nodes {
		switch n.Kind {
		case KindHeading, KindParagraph, KindCell:
			if c.Ancestor(i, KindQuote) < 0 && !covered(generated, n.Span.Start) {
				fill(out, c.Source, n.Span, ' ')
			}
		case KindText:
			copyText(out, c, i)
		case KindCodeSpan, KindAutoLink, KindImage:
			if isProse(out, n.Span) {
				fill(out, c.Source, n.Span, Opaque)
			}
		case KindStrike: // taken back; with one tilde it may be "about"
			if isProse(out, n.Span) && strings.HasPrefix(c.Text(n), "~~") {
				fill(out, c.Source, n.Span, Opaque)
			}
		}
	}
	return string(out)
}

// fill overwrites a span, leaving its line ends, at which a paragraph may be cut.
func fill(out []byte, source string, s text.Span, with byte) {
	for i := s.Start; i < s.End; i++ {
		if source[i] == '\n' || source[i] == '\r' {
			out[i] = source[i]
		} else {
			out[i] = with
		}
	}
}

// copyText copies words, but for those that name an image or stand in code.
func copyText(out []byte, c *Content, i int) {
	s := c.Nodes[i].Span
	if !isProse(out, s) || out[s.Start] == Opaque {
		return
	}
	if s.Len() > maxSentence {
		fill(out, c.Source, s, Opaque) // data, see withoutLongLines
		return
	}
	copy(out[s.Start:s.End], c.Source[s.Start:s.End])
}

func isProse(out []byte, s text.Span) bool {
	return s.Start < s.End && out[s.Start] != Break
}

// generatedSpans lists the parts of a section that stand inside managed blocks,
// as far as the section itself shows: a block may begin or end elsewhere.
func generatedSpans(c *Content) []text.Span {
	var spans []text.Span
	start, open := 0, len(c.markers) > 0 && !c.markers[0].begin
	for _, m := range c.markers {
		if m.begin && !open {
			start, open = m.span.Start, true
		} else if !m.begin && open {
			spans = append(spans, text.Span{Start: start, End: m.span.End})
			open = false
		}
	}
	if open {
		spans = append(spans, text.Span{Start: start, End: len(c.Source)})
	}
	return spans
}

func covered(spans []text.Span, at int) bool {
	for _, s := range spans {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}
