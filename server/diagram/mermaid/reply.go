package mermaid

import (
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/designls/designls/server/text"
)

// reply is what the bundle answers, see scripts/grammar/entry.
type reply struct {
	Kind  string
	Error *struct {
		Name, Message string
		Token, Text   string
		Expected      []string
		Start, End    *int // UTF-16 units of the source; nil when mermaid tells no place
	}
}

// kinds are mermaid's own names that differ from ours.
var kinds = map[string]Kind{
	"flowchart-v2":  Flowchart,
	"flowchart-elk": Flowchart,
	"sequence":      Sequence,
	"er":            ER,
	"c4":            C4,
	"requirement":   Requirement,
	"---":           Unknown, // what mermaid calls front matter that does not end
	"error":         Unknown,
}

func (r *reply) verdict(source string) Verdict {
	kind, renamed := kinds[r.Kind]
	if !renamed {
		kind = Kind(r.Kind)
	}
	if r.Error == nil {
		return Verdict{Kind: kind, OK: true}
	}
	e := &SyntaxError{Message: cleaned(r.Error.Message), Token: r.Error.Token}
	for _, name := range r.Error.Expected {
		e.Expected = append(e.Expected, strings.Trim(name, "'"))
	}
	e.Span, e.End = r.place(source)
	if isEnd(e.Token) {
		e.Token = EndOfText
	}
	return Verdict{Kind: kind, Error: e}
}

// isEnd knows the names that the parsers give to the end: jison's "1" is the
// number of a token that a grammar did not name.
func isEnd(token string) bool {
	return token == "EOF" || token == "1" || token == "$end"
}

// place is the span of the error and whether something was missing there.
func (r *reply) place(source string) (span text.Span, end bool) {
	switch {
	case r.Error.Start == nil || r.Error.End == nil:
		return guess(source, r.Error.Text, r.Error.Message), false
	case r.Error.Token == "" && r.Error.Name == "Error" && !strings.HasPrefix(r.Error.Message, "Lexical"):
		// Not the parser gave up but what it calls with what it has read.
		if s, ok := named(source, r.Error.Message); ok {
			return s, false
		}
	}
	span = byteSpan(source, *r.Error.Start, *r.Error.End)
	if span.Len() == 0 {
		span = wordAt(source, span.Start)
	}
	if strings.TrimSpace(span.Of(source)) == "" {
		return wordBefore(source, span.Start), true
	}
	return trimmed(source, span), false
}

// byteSpan turns UTF-16 units into bytes.
func byteSpan(source string, start, end int) text.Span {
	span := text.Span{Start: len(source), End: len(source)}
	units := 0
	for i, r := range source {
		if units == start {
			span.Start = i
		}
		if units >= end {
			span.End = i
			break
		}
		units += max(utf16.RuneLen(r), 1)
	}
	span.Start = min(span.Start, span.End)
	return span
}

func trimmed(source string, s text.Span) text.Span {
	in := s.Of(source)
	s.Start += len(in) - len(strings.TrimLeft(in, blanks))
	s.End -= len(in) - len(strings.TrimRight(in, blanks))
	return s
}

const blanks = " \t\r\n"

// wordAt is the run of characters without spaces from the offset on: what could
// not be read.
func wordAt(source string, offset int) text.Span {
	end := offset + strings.IndexAny(source[offset:]+" ", blanks)
	return text.Span{Start: offset, End: end}
}

// wordBefore is the last run of characters without spaces that ends at or before
// the offset: what is incomplete. In a source without any it is empty.
func wordBefore(source string, offset int) text.Span {
	before := strings.TrimRight(source[:offset], blanks)
	start := strings.LastIndexAny(before, blanks) + 1
	return text.Span{Start: start, End: len(before)}
}

// quoted finds in a message what may be quoted from the source.
var quoted = regexp.MustCompile(`'([^'\n]+)'|"([^"\n]+)"|\[([^\]\n]+)\]|\(([^)\n]+)\)|: ([\w.-]+)\.?`)

// named finds the last thing that a message names, as a word of the source.
func named(source, message string) (text.Span, bool) {
	for _, m := range quoted.FindAllStringSubmatch(message, -1) {
		name := strings.TrimRight(strings.Join(m[1:], ""), ".")
		at, err := regexp.Compile(`(?:^|\W)(` + regexp.QuoteMeta(name) + `)(?:\W|$)`)
		if err != nil || name == "" {
			continue
		}
		if all := at.FindAllStringSubmatchIndex(source, -1); len(all) > 0 {
			last := all[len(all)-1]
			return text.Span{Start: last[2], End: last[3]}, true
		}
	}
	return text.Span{}, false
}

// guess is the place of an error without one: what the parser says that it read,
// what the message names, else the line that names the kind.
func guess(source, read, message string) text.Span {
	if at := strings.LastIndex(source, read); at >= 0 && read != "" {
		return text.Span{Start: at, End: at + len(read)}
	}
	words := strings.Fields(read)
	for _, said := range []string{message, `"` + strings.Join(words[max(len(words)-1, 0):], "") + `"`} {
		if s, ok := named(source, said); ok {
			return s
		}
	}
	if o := survey(source); o.header.Len() > 0 {
		return o.header
	}
	return trimmed(source, text.Span{End: len(source)})
}

var (
	jisonHead = regexp.MustCompile(`(?s)^(?:Parse|Lexical) error on line \d+[:.] ?\n?`)
	drawing   = regexp.MustCompile(`(?m)^.*\n-*\^\n?`)
)

// cleaned is a message of mermaid on one line, without the line number, which
// counts in another text, and the drawing of the place.
func cleaned(message string) string {
	message = jisonHead.ReplaceAllString(message, "")
	message = drawing.ReplaceAllString(message, "")
	line, _, _ := strings.Cut(strings.TrimSpace(message), "\n")
	line, _, _ = strings.Cut(line, " matching given configuration for text:")
	return strings.TrimSpace(line)
}
