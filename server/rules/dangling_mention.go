package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var numberMention = pattern(`\b(?:([Ss]ection|[Ss]ec\.|Appendix|appendix)|(Figure|Fig\.|Table|Listing)|(?:[Ss]ee|[Ii]n|[Bb]y) (figure|fig\.|table|listing))[ \t\r\n]+([0-9]+(?:\.[0-9]+)*|[A-Z])\b|§ ?([0-9]+(?:\.[0-9]+)*)`)

// danglingMentions finds "section 4.2" and "Figure 3" where there is none.
func danglingMentions(s *Scope) []finding.Finding {
	if !mentionsParts(s.Lower()) {
		return nil
	}
	c := s.Content()
	var found []finding.Finding
	for _, sentence := range c.Sentences {
		words := sentence.Span.Of(c.Prose)
		if !mentionsParts(sentence.Span.Of(s.Lower())) || c.Nodes[sentence.Block].Kind == document.KindHeading {
			continue
		}
		var here []finding.Finding
		for _, m := range numberMention().FindAllStringSubmatchIndex(words, -1) {
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
		if len(here) > 0 && !isExternal(c, sentence) {
			found = append(found, notLinked(c, here)...)
		}
	}
	return found
}

// notLinked leaves out what stands in the words of a link: where that leads
// counts.
func notLinked(c *document.Content, found []finding.Finding) []finding.Finding {
	links := spansOf(c, document.KindLink)
	return slices.DeleteFunc(found, func(f finding.Finding) bool { return within(links, f.Span.Start) })
}

var partHints = []string{"section", "sec. ", "figure", "fig. ", "table ", "appendix", "§", "diagram", "picture", "drawing"}

func mentionsParts(lower string) bool { return containsAny(lower, partHints) }

// danglingMention judges one match, given by the indices of its groups.
func danglingMention(s *Scope, sentence document.Sentence, m []int) (finding.Finding, bool) {
	words := sentence.Span.Of(s.Content().Prose)
	kind, number := "section", m[8:10]
	for _, group := range [][]int{m[2:4], m[4:6], m[6:8]} {
		if group[0] >= 0 {
			kind = words[group[0]:group[1]]
		}
	}
	if number[0] < 0 {
		number = m[10:12]
	}
	name := numberName(strings.Replace(strings.ToLower(kind), "sec.", "section", 1), words[number[0]:number[1]])
	kind, value, _ := strings.Cut(name, " ")
	if s.offers(name) || mayBeMeant(s, kind, value) || elsewhere(words[number[1]:]) {
		return finding.Finding{}, false
	}
	start := m[0]
	if m[6] >= 0 {
		start = m[6]
	}
	return newMention(s, sentence, text.Span{Start: start, End: number[1]}, kind, value), true
}

// mayBeMeant says whether the number may count something that has no number in
// the text: the third heading, or the second of the pictures without a caption.
func mayBeMeant(s *Scope, kind, value string) bool {
	isNumber := value[0] <= '9'
	switch kind {
	case "section":
		return !isNumber || mayCountHeadings(s, value) && s.autoNumber(value)
	case "appendix":
		return isNumber
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
				Edits: []text.Edit{{Span: f.Span, New: "section " + value}},
			}}
			break
		}
	}
	return f
}

// elsewhere says whether what follows a mention puts it into another document.
func elsewhere(after string) bool {
	m := whose().FindStringIndex(after)
	return m != nil && !ours().MatchString(after[m[1]:])
}

var whose = pattern(`^[\s,"”]*(?:sections?\s+)?(?:\(?(?:of|in|from)\s|\x1a|\[)\s*`)

var ours = pattern(`^(?:this|the present|our) (?:document|design|proposal|doc|rfc|kep|adr|paper|page|section|text)\b`)

// foreign are words that make a sentence one about another text.
var foreign = newLexicon("rfc", "paper", "papers", "book", "chapter", "thesis", "et al", "iso", "ieee", "ietf", "w3c", "nist", "standard", "standards",
	"spec", "specification", "specifications", "documentation", "docs", "manual", "guide", "handbook", "article", "blog", "post", "law", "act", "gdpr",
	"hipaa", "license", "contract", "agreement", "report", "whitepaper", "draft", "textbook", "edition", "page", "pages", "pp", "original", "readme", "wiki", "proposal", "kep", "otep")

// isExternal says whether a sentence, or the one before it in the same block,
// links to or talks of another text, whose sections may be meant.
func isExternal(c *document.Content, sentence document.Sentence) bool {
	block := c.Nodes[sentence.Block].Span
	for _, other := range c.Sentences {
		if other.Block != sentence.Block || other.Span.Start > sentence.Span.Start {
			continue
		}
		if refersAway(c, other.Span) {
			return true
		}
	}
	for _, n := range c.Nodes {
		if block.ContainsSpan(n.Span) && (n.Kind == document.KindLink || n.Kind == document.KindAutoLink || n.Kind == document.KindFootnoteRef) &&
			n.Span.Start < sentence.Span.End && !strings.HasPrefix(n.Dest, "#") {
			return true
		}
	}
	return false
}

func refersAway(c *document.Content, span text.Span) bool {
	lower := lowerASCII(span.Of(c.Prose))
	for _, m := range foreign.find(lower) {
		before := strings.TrimRight(lower[:m.Span.Start], " \t\r\n")
		if !strings.HasSuffix(before, "this") && !strings.HasSuffix(before, "our") {
			return true
		}
	}
	return false
}
