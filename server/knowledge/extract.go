package knowledge

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// foreignSection names the sections whose numbers are not those of the design.
var foreignSection = regexp.MustCompile(`(?i)\b(alternatives?|appendix|benchmarks?|prior art|simulations?|test(s|ing)? ?(plan)?|unit tests|glossary|references?|related|rejected|considered|history|conversion|background reading|acknowledge?ments?|graduation|example)\b`)

// Extract finds the facts that the author's own text states, in document order.
// A number is reported only as what it surely is: limits, operands, capacities of
// parts and figures from alternatives and benchmarks are left alone.
func Extract(d *document.Document) []Known {
	x := extractor{doc: d}
	for _, s := range d.Sections {
		if !foreignSection.MatchString(PathBelowTitle(d, s)) {
			x.section(s)
		}
	}
	return best(d, x.found)
}

// ownSection names the sections in which a design states what it is for; what
// they say goes before what is repeated elsewhere.
var ownSection = regexp.MustCompile(`(?i)\b(requirements?|assumptions?|constraints?|estimat\w+|capacity|usage|goals?|scope|scale|traffic|context|background|expectations?|use cases?|service levels?|slos?|numbers|questions|overview|problem|introduction|summary|motivation|drivers|quality)\b`)

// best keeps, of what is known about a fact, what stands where the design says
// what it is for, what is said with its number, and no number twice.
func best(d *document.Document, all []Known) []Known {
	own, strong := map[string]bool{}, map[string]bool{}
	for _, k := range all {
		own[k.Fact] = own[k.Fact] || isOwn(d, k)
		strong[k.Fact] = strong[k.Fact] || !k.Weak
	}
	var kept []Known
	seen := map[string]bool{}
	for _, k := range all {
		if k.Fact == "use-cases" && saysElse(all, k) {
			continue
		}
		key := k.Fact + "\x00" + k.Quote
		if k.Value != nil {
			key = fmt.Sprintf("%s %v %.6g", k.Fact, k.Value.Dimension, k.Value.Value)
		}
		if seen[key] || own[k.Fact] && !isOwn(d, k) || strong[k.Fact] && k.Weak {
			continue
		}
		seen[key] = true
		kept = append(kept, k)
	}
	return kept
}

// saysElse says whether an item among the use cases is another fact.
func saysElse(all []Known, item Known) bool {
	return slices.ContainsFunc(all, func(k Known) bool {
		return k.Fact != item.Fact && k.Fact != "out-of-scope" && k.Span.Overlaps(item.Span)
	})
}

func isOwn(d *document.Document, k Known) bool {
	s := d.Sections[k.Section]
	return s.Heading == nil || s == d.TitleSection() || ownSection.MatchString(PathBelowTitle(d, s))
}

// PathBelowTitle names a section by its headings, without the document's title.
func PathBelowTitle(d *document.Document, s *document.Section) string {
	title := d.TitleSection()
	if title == nil {
		return s.Path()
	}
	if s == title {
		return ""
	}
	return strings.TrimPrefix(s.Path(), title.Path()+" > ")
}

type extractor struct {
	doc   *document.Document
	found []Known
}

func (x *extractor) section(s *document.Section) {
	for _, sentence := range s.Content.Sentences {
		absolute := sentence.Span.Shift(s.Span.Start)
		kind := s.Content.Nodes[sentence.Block].Kind
		if kind == document.KindHeading || x.generated(absolute) || isLabelCell(s.Content, sentence.Block) || isContents(s.Content, sentence) {
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

// isContents says whether a sentence is an entry of a table of contents.
func isContents(c *document.Content, sentence document.Sentence) bool {
	for _, n := range c.Nodes {
		if n.Kind == document.KindLink && strings.HasPrefix(n.Dest, "#") && n.Span.ContainsSpan(sentence.Span) {
			return true
		}
	}
	return false
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

// lists takes the items under a heading, or after words, that announce a fact.
func (x *extractor) lists(s *document.Section) {
	path := strings.ToLower(PathBelowTitle(x.doc, s))
	for _, fact := range facts() {
		for _, p := range fact.Lists {
			heading := path
			if p.Own {
				heading = strings.ToLower(s.Title())
			}
			if hits(p.Heading, heading) && !hits(p.Unless, strings.ToLower(s.Title())) {
				if p.Prose {
					x.firstSentence(s, fact.ID)
				} else {
					x.items(s, fact.ID, -1)
				}
				break
			}
			if p.Lead != "" {
				x.led(s, fact.ID, p)
			}
		}
	}
}

// firstSentence takes the first sentence under a heading.
func (x *extractor) firstSentence(s *document.Section, fact string) {
	for _, sentence := range s.Content.Sentences {
		span := sentence.Span.Shift(s.Span.Start)
		if s.Content.Nodes[sentence.Block].Kind == document.KindHeading || x.generated(span) {
			continue
		}
		if words := Plain(s.Content, sentence.Span); len(strings.Fields(words)) >= 5 {
			x.found = append(x.found, Known{Fact: fact, Quote: shorten(words), Span: span, Section: s.Index})
			return
		}
	}
}

// led takes the list after a paragraph that ends in a colon, or the rest of a
// paragraph that begins with the words and a colon.
func (x *extractor) led(s *document.Section, fact string, p listPattern) {
	for i, n := range s.Content.Nodes {
		if n.Kind != document.KindParagraph || x.generated(n.Span.Shift(s.Span.Start)) {
			continue
		}
		words := strings.TrimSpace(s.Content.Prose[n.Span.Start:n.Span.End])
		lead, rest, ok := strings.Cut(words, ":")
		if !ok || !hits(p.Lead, strings.ToLower(lead)) || len(lead) > 40 {
			continue
		}
		if strings.TrimSpace(rest) != "" {
			x.found = append(x.found, Known{Fact: fact, Quote: tidy(rest), Span: n.Span.Shift(s.Span.Start), Section: s.Index})
		} else if list := nextList(s.Content, i); list >= 0 {
			x.items(s, fact, list)
		}
	}
}

func nextList(c *document.Content, paragraph int) int {
	for i := paragraph + 1; i < len(c.Nodes); i++ {
		if n := c.Nodes[i]; n.Parent == c.Nodes[paragraph].Parent && n.Span.Start >= c.Nodes[paragraph].Span.End {
			if n.Kind == document.KindList {
				return i
			}
			return -1
		}
	}
	return -1
}

// items takes the items of a list, or of every outermost list of the section.
func (x *extractor) items(s *document.Section, fact string, list int) {
	c := s.Content
	for i, n := range c.Nodes {
		if n.Kind != document.KindItem || list >= 0 && n.Parent != list || list < 0 && c.Ancestor(i, document.KindItem) >= 0 {
			continue
		}
		span, ok := firstText(c, i)
		if !ok || x.generated(span.Shift(s.Span.Start)) {
			continue
		}
		if words := tidy(visible(c, span)); words != "" {
			x.found = append(x.found, Known{Fact: fact, Quote: words, Span: span.Shift(s.Span.Start), Section: s.Index})
		}
	}
}
