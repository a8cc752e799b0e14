package reviewer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// locator finds what a model quotes in a document.
type locator struct {
	doc     *document.Document
	content string
	folded  folded
}

func newLocator(doc *document.Document) *locator {
	content := doc.Text.Content()
	return &locator{doc: doc, content: content, folded: fold(content)}
}

// leastQuote is how many letters and digits a quotation has at least: fewer stand
// in any text.
const leastQuote = 3

// find returns where a quotation stands: as it is written, else as it reads. It
// is found when it stands there once, or in the section that is named with it.
// Text that designls wrote does not count, nor do places outside the span when
// that is not empty.
func (l *locator) find(quote, section string, within text.Span) (text.Span, bool) {
	for _, q := range spellings(quote) {
		if span, ok := l.choose(l.exact(q), section, within); ok {
			return span, true
		}
	}
	for _, q := range spellings(quote) {
		if span, ok := l.choose(l.asRead(q), section, within); ok {
			return span, true
		}
	}
	return text.Span{}, false
}

// spellings are a quotation and what it may have been put into: quotation marks, a
// full stop; and its longest part when something was left out of it.
func spellings(quote string) []string {
	quote = strings.TrimSpace(quote)
	bare := strings.Trim(quote, "\"'“”‘’` \t\r\n")
	all := []string{quote, bare, strings.TrimRight(bare, ".,;:")}
	parts := strings.Split(strings.ReplaceAll(bare, "…", "..."), "...")
	if len(parts) > 1 {
		longest := slices.MaxFunc(parts, func(a, b string) int { return len(a) - len(b) })
		if len(strings.Fields(longest)) > 2 {
			all = append(all, strings.TrimSpace(longest))
		}
	}
	return slices.DeleteFunc(slices.Compact(all), func(q string) bool { return letters(q) < leastQuote })
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if wordRune(r) {
			n++
		}
	}
	return n
}

func (l *locator) exact(quote string) []text.Span { return occurrences(l.content, quote) }

// asRead finds the quotation in the folded text, and leads back to the original.
func (l *locator) asRead(quote string) []text.Span {
	var spans []text.Span
	for _, s := range occurrences(l.folded.text, strings.TrimSpace(fold(quote).text)) {
		last := l.folded.at[s.End-1]
		_, size := utf8.DecodeRuneInString(l.content[last:])
		spans = append(spans, text.Span{Start: l.folded.at[s.Start], End: last + size})
	}
	return spans
}

// occurrences are the places of a word or words in a text.
func occurrences(in, quote string) []text.Span {
	var spans []text.Span
	if quote == "" {
		return nil
	}
	for at := 0; ; {
		i := strings.Index(in[at:], quote)
		if i < 0 {
			return spans
		}
		s := text.Span{Start: at + i, End: at + i + len(quote)}
		if wholeWords(in, s) {
			spans = append(spans, s)
		}
		_, size := utf8.DecodeRuneInString(in[s.Start:])
		at = s.Start + size
	}
}

// wholeWords says whether a span begins and ends between words.
func wholeWords(in string, s text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(in[:s.Start])
	first, _ := utf8.DecodeRuneInString(in[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(in[:s.End])
	after, _ := utf8.DecodeRuneInString(in[s.End:])
	return !(wordRune(before) && wordRune(first)) && !(wordRune(last) && wordRune(after))
}

// choose takes the only place, or the first in the section that is named.
func (l *locator) choose(places []text.Span, section string, within text.Span) (text.Span, bool) {
	places = slices.DeleteFunc(places, func(s text.Span) bool {
		return !l.authors(s) || within != (text.Span{}) && !within.ContainsSpan(s)
	})
	if len(places) == 1 {
		return places[0], true
	}
	named := l.section(section)
	if named == nil {
		return text.Span{}, false
	}
	for _, extent := range []text.Span{named.Span, named.Deep} {
		for _, s := range places {
			if extent.ContainsSpan(s) {
				return s, true
			}
		}
	}
	return text.Span{}, false
}

// authors says whether a place is text that the author has written.
func (l *locator) authors(s text.Span) bool {
	if s.Start < l.doc.Sections[0].Span.Start {
		return false
	}
	return !slices.ContainsFunc(l.doc.Blocks, func(b *document.Block) bool {
		inAnswers := b.Kind == questions.Kind && b.Inner.ContainsSpan(s)
		return b.Span.Overlaps(s) && !inAnswers
	})
}

// section finds a section by how a model names it, or nil.
func (l *locator) section(name string) *document.Section {
	for name != "" {
		if s, err := l.doc.FindSection(name); err == nil {
			return s
		}
		_, rest, more := strings.Cut(name, ">")
		if !more {
			return nil
		}
		name = strings.TrimSpace(rest)
	}
	return nil
}
