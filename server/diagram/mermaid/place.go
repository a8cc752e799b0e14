package mermaid

import (
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/designls/designls/server/text"
)

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
	return text.Span{Start: offset, End: offset + indexAny(source[offset:], blanks)}
}

// wordBefore is the last run of characters without spaces that ends at or before
// the offset: what is incomplete. In a source without any it is empty.
func wordBefore(source string, offset int) text.Span {
	before := strings.TrimRight(source[:offset], blanks)
	start := strings.LastIndexAny(before, blanks) + 1
	return text.Span{Start: start, End: len(before)}
}

// quoted finds in a message what may be quoted from the source.
var quoted = lazily(`'([^'\n]+)'|"([^"\n]+)"|\[([^\]\n]+)\]|\(([^)\n]+)\)|: ([\w.-]+)\.?`)

// named finds the last thing that a message names, as a word of the source.
func named(source, message string) (text.Span, bool) {
	for _, m := range quoted().FindAllStringSubmatch(message, -1) {
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
	o := survey(source)
	return o.orWhole()
}
