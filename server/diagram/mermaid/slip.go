package mermaid

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/designls/designls/server/text"
)

// slip is a mistake that people make in diagrams, and what mends it. Whether a
// mended source parses is for the grammar to say, so a slip may try its luck.
type slip struct {
	message string // what is wrong, as a sentence; %q is what is marked
	title   string // what the change does, as a command
	many    string // the title when it is done in several lines; title when empty

	together bool // only in all lines at once, as for a name that must stay the same
	guess    bool // what it puts there is only likely what the author means

	// line returns the edits that mend one line, none when it has no such slip.
	line func(*scene, line) []text.Edit
	// whole returns the edits that mend a slip which is not one of a line, and what
	// to mark.
	whole func(*scene) (text.Span, []text.Edit)
}

// scene is a source that does not parse, seen from the error.
type scene struct {
	outline
	err *SyntaxError
}

// remedy is one use of a slip: in a line, in all lines, or as a whole.
type remedy struct {
	span           text.Span
	message, title string
	edits          []text.Edit
	guess          bool
}

// remedies are what may mend a source, the likely ones first.
func (s *scene) remedies(slips []slip) []remedy {
	var all []remedy
	for _, p := range slips {
		if p.whole != nil {
			if span, edits := p.whole(s); len(edits) > 0 {
				all = append(all, p.remedy(s, span, p.title, edits))
			}
			continue
		}
		all = append(all, s.inLines(p)...)
	}
	return all
}

// inLines uses a slip in the line of the error, and in every line when there are
// more that have it.
func (s *scene) inLines(p slip) []remedy {
	var here, everywhere []text.Edit
	var at text.Span
	lines := 0
	for _, l := range s.all() {
		edits := p.line(s, l)
		if len(edits) == 0 {
			continue
		}
		if lines++; lines == 1 {
			at = s.shown(edits, l)
		}
		everywhere = append(everywhere, edits...)
		if s.near(l) {
			at, here = s.shown(edits, l), append(here, edits...)
		}
	}
	var all []remedy
	if len(here) > 0 && !p.together {
		all = append(all, p.remedy(s, at, p.title, here))
	}
	if len(everywhere) > len(here) || p.together && len(everywhere) > 0 {
		title := p.title
		if lines > 1 && p.many != "" {
			title = p.many
		}
		all = append(all, p.remedy(s, at, title, everywhere))
	}
	return all
}

func (p slip) remedy(s *scene, span text.Span, title string, edits []text.Edit) remedy {
	return remedy{span, p.says(span.Of(s.source)), title, edits, p.guess}
}

// says is the message about what is marked.
func (p slip) says(marked string) string {
	return strings.Replace(p.message, "%q", strconv.Quote(shorten(marked)), 1)
}

// near reports whether the error is in a line or, standing at the very beginning
// of one, may come from the line before.
func (s *scene) near(l line) bool {
	at := s.err.Span
	if l.span.Start <= at.End && at.Start <= l.span.End {
		return true
	}
	next := slices.IndexFunc(s.lines, func(o line) bool { return o.span.Start > l.span.Start })
	return next >= 0 && s.lines[next].span.Start == at.Start
}

// shown is a span to mark for the edits of a line: the words that the first one
// touches, where it touches any; else the line.
func (s *scene) shown(edits []text.Edit, l line) text.Span {
	span := edits[0].Span
	for _, e := range edits {
		if e.Span.Len() > 0 {
			span = e.Span
			break
		}
	}
	for span.Start > l.span.Start && span.Start < l.span.End && inWord(s.source[span.Start-1]) && (span.Len() == 0 || inWord(s.source[span.Start])) {
		span.Start--
	}
	for span.End < l.span.End && span.End > l.span.Start && inWord(s.source[span.End]) && inWord(s.source[span.End-1]) {
		span.End++
	}
	if t := trimmed(s.source, span); t.Len() > 0 {
		return t
	}
	return l.span
}

// inWord takes every byte of a letter that is not ASCII for one of a word.
func inWord(b byte) bool {
	return b == '_' || b >= utf8.RuneSelf || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// replace is the edit that puts other text in place of a part of a line; the
// offsets are the line's.
func (l line) replace(start, end int, with string) text.Edit {
	return text.Edit{Span: text.Span{Start: start, End: end}.Shift(l.span.Start), New: with}
}

// replaceDiffering is replace without what stays the same at both ends.
func (l line) replaceDiffering(start, end int, with string) text.Edit {
	for start < end && with != "" && l.text[start] == with[0] && l.text[start] < utf8.RuneSelf {
		start, with = start+1, with[1:]
	}
	for start < end && with != "" && l.text[end-1] == with[len(with)-1] && l.text[end-1] < utf8.RuneSelf {
		end, with = end-1, with[:len(with)-1]
	}
	return l.replace(start, end, with)
}
