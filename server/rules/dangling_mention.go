package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// danglingMentions finds "section 4.2" and "Figure 3" where there is none.
func danglingMentions(s *Scope) []finding.Finding {
	c := s.Content()
	var found []finding.Finding
	last := -1
	for _, at := range partsMentioned(s) {
		i := sentenceAt(c, at)
		if i < 0 || i == last || c.Nodes[c.Sentences[i].Block].Kind == document.KindHeading {
			continue
		}
		last = i
		here := danglingIn(s, c.Sentences[i])
		if len(here) > 0 && isExternal(c, c.Sentences[i], here) {
			here = slices.DeleteFunc(here, func(f finding.Finding) bool { return !placedHere().MatchString(s.Lower()[f.Span.End:]) })
		}
		found = append(found, notLinked(c, here)...)
	}
	return found
}

func danglingIn(s *Scope, sentence document.Sentence) (here []finding.Finding) {
	for _, m := range mentionsIn(sentence.Span.Of(s.Content().Prose)) {
		if f, ok := danglingMention(s, sentence, m); ok {
			here = append(here, f)
		}
	}
	if f, ok := danglingName(s, sentence); ok {
		here = append(here, f)
	}
	if f, ok := danglingDisplay(s, sentence); ok {
		here = append(here, f)
	}
	return here
}

// placedHere matches what puts a mention into this document, whatever else the
// sentence talks of.
var placedHere = pattern(`^ (?:below|above|of this (?:document|doc|design|rfc|proposal))\b`)

// notLinked leaves out what stands in the words of a link: where that leads
// counts.
func notLinked(c *document.Content, found []finding.Finding) []finding.Finding {
	links := spansOf(c, document.KindLink)
	return slices.DeleteFunc(found, func(f finding.Finding) bool { return within(links, f.Span.Start) })
}

var partWords = newLexicon("section", "sections", "sec", "chapter", "chapters", "paragraph", "paragraphs", "clause", "subsection", "subsections", "pic", "image", "chart", "sketch", "illustration", "flowchart", "further up", "further down", "earlier", "later", "figure", "figures", "fig", "figs", "table", "tables", "tab", "listing", "appendix", "annex",
	"diagram", "picture", "drawing", "below", "above")

// partsMentioned lists, in order, where a text may mention a part of a document.
func partsMentioned(s *Scope) (offsets []int) {
	lower := s.Lower()
	for _, m := range partWords.findIn(s) {
		offsets = append(offsets, m.Span.Start)
	}
	for i := strings.Index(lower, "§"); i >= 0; {
		offsets = append(offsets, i)
		next := strings.Index(lower[i+1:], "§")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	slices.Sort(offsets)
	return offsets
}

func danglingMention(s *Scope, sentence document.Sentence, m mention) (finding.Finding, bool) {
	kind := m.kind
	if kind == "chapter" || kind == "paragraph" || kind == "clause" { // a word for other texts, unless this one has numbers
		if x := s.counts(); 2*x.numbered < x.headings {
			return finding.Finding{}, false
		}
		kind = "section"
	}
	name := numberName(kind, m.number)
	_, value, _ := strings.Cut(name, " ")
	if s.offers(name) || mayBeMeant(s, kind, value) || elsewhere(m.after) || namedBefore(m.before) {
		return finding.Finding{}, false
	}
	return newMention(s, sentence, m.span, m.kind, value), true
}

// mayBeMeant says whether the number may count something that has no number in
// the text: the third heading, or the second of the pictures without a caption.
func mayBeMeant(s *Scope, kind, value string) bool {
	isNumber := value[0] <= '9'
	switch kind {
	case "section":
		return !isNumber || mayCountHeadings(s, value) && s.autoNumber(value)
	case "appendix":
		return isNumber && s.offers("appendix")
	case "listing":
		return true
	}
	if !isNumber || strings.Contains(value, ".") {
		return true
	}
	have := s.counts().figures
	if tables := s.counts().tables; kind == "table" && tables > 0 { // else they may be pictures
		have = tables
	}
	return atoi(value) <= have
}

// mayCountHeadings says whether a number may be one that only a renderer shows.
// Where the author numbers the headings that is so for the parts of a section.
func mayCountHeadings(s *Scope, value string) bool {
	x := s.counts()
	return 2*x.numbered < x.headings || strings.Contains(value, ".")
}

func newMention(s *Scope, sentence document.Sentence, span text.Span, kind, value string) finding.Finding {
	f := finding.Finding{
		Span: span.Shift(sentence.Span.Start), Subject: sentence.Span.Of(s.Content().Source),
		Message: fmt.Sprintf("There is no %s %s in this document.", kind, strings.ToUpper(value)),
		Why:     danglingWhy,
		Options: []string{
			fmt.Sprintf("Name the %s that is meant, best as a link to its heading.", kind),
			"If it is in another document, name and link that.",
			"Drop the reference.",
		},
	}
	for kind == "section" && strings.Contains(value, ".") {
		value = value[:strings.LastIndexByte(value, '.')]
		if s.offers("section " + value) {
			f.Fixes = []finding.Fix{{
				Title: fmt.Sprintf("Refer to section %s", value),
				Edits: []text.Edit{{Span: f.Span, New: referTo(s, f.Span, value)}},
			}}
			break
		}
	}
	return f
}

// referTo is the text for a mention of another section, which may be one of
// several numbers.
func referTo(s *Scope, mention text.Span, value string) string {
	if c := s.Content().Source[mention.Start]; '0' <= c && c <= '9' {
		return value
	}
	return "section " + value
}
