package knowledge

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// foreignSection names the sections whose numbers are not those of the design.
var foreignSection = text.Pattern(`(?i)\b(alternatives?|appendix|benchmarks?|prior art|simulations?|test(s|ing)? ?(plan)?|unit tests|glossary|references?|related|rejected|considered|history|conversion|background reading|acknowledge?ments?|graduation|example)\b`)

// Extract finds the facts that the author's own text states, in document order.
// A number is reported only as what it surely is: limits, operands, capacities of
// parts and figures from alternatives and benchmarks are left alone.
func Extract(d *document.Document) []Known {
	x := extractor{doc: d}
	for _, s := range d.Sections {
		if !foreignSection().MatchString(PathBelowTitle(d, s)) {
			x.section(s)
		}
	}
	return best(d, x.found)
}

type extractor struct {
	doc   *document.Document
	found []Known
}

func (x *extractor) section(s *document.Section) {
	contents := entries(s.Content)
	for _, sentence := range s.Content.Sentences {
		absolute := sentence.Span.Shift(s.Span.Start)
		kind := s.Content.Nodes[sentence.Block].Kind
		if kind == document.KindHeading || x.generated(absolute) || isLabelCell(s.Content, sentence.Block) || isContents(contents, sentence) {
			continue
		}
		u := utteranceOf(s.Content, sentence)
		if !isDerivationCell(s.Content, sentence.Block) {
			x.values(s, sentence, u)
		}
		x.statements(s, sentence, u)
	}
	x.lists(s)
}

// entries are the links to other sections: a table of contents has nothing else.
func entries(c *document.Content) []text.Span {
	var links []text.Span
	for _, n := range c.Nodes {
		if n.Kind == document.KindLink && strings.HasPrefix(n.Dest, "#") {
			links = append(links, n.Span)
		}
	}
	return links
}

// isContents says whether a sentence is an entry of a table of contents.
func isContents(entries []text.Span, sentence document.Sentence) bool {
	return slices.ContainsFunc(entries, func(link text.Span) bool { return link.ContainsSpan(sentence.Span) })
}

// generated says whether a place lies in generated text.
func (x *extractor) generated(span text.Span) bool {
	for _, b := range x.doc.Blocks {
		if b.Span.ContainsSpan(span) {
			return true
		}
	}
	return false
}

func (x *extractor) values(s *document.Section, sentence document.Sentence, u utterance) {
	prose := s.Content.Prose[sentence.Span.Start:sentence.Span.End]
	for _, q := range estimate.Find(prose) {
		if !demand(q, prose) {
			continue
		}
		if fact := factOf(q, u); fact != "" {
			span := sentence.Span.Shift(s.Span.Start)
			value := q
			value.Span = q.Span.Shift(span.Start)
			x.found = append(x.found, Known{Fact: fact, Quote: quoteValue(s.Content, sentence, q, u), Span: span, Section: s.Index, Value: &value, Peak: atPeak(q, u), Item: itemOf(q, u)})
		}
	}
}

// atPeak says whether a rate is one at the peak.
func atPeak(q estimate.Quantity, u utterance) bool {
	after := u.text[q.Span.End:min(len(u.text), q.Span.End+24)]
	return q.Dimension == estimate.Rate && (strings.Contains(u.label, "peak") || strings.Contains(after, "at the peak") || strings.Contains(after, "at peak"))
}

// factOf returns the first fact that a number is the value of.
func factOf(q estimate.Quantity, u utterance) string {
	for _, fact := range facts() {
		for _, p := range fact.Values {
			if p.matches(q, u) {
				return fact.ID
			}
		}
	}
	return ""
}

func (x *extractor) statements(s *document.Section, sentence document.Sentence, u utterance) {
	for _, fact := range facts() {
		for _, p := range fact.Statements {
			if p.matches(u) {
				x.found = append(x.found, Known{
					Fact: fact.ID, Quote: quote(s.Content, sentence), Span: sentence.Span.Shift(s.Span.Start), Section: s.Index, Weak: p.Weak,
				})
				break
			}
		}
	}
}
