package mermaid

import (
	"strings"

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

func kindOf(name string) Kind {
	if k, renamed := kinds[name]; renamed {
		return k
	}
	return Kind(name)
}

func (r *reply) verdict(source string) Verdict {
	kind := kindOf(r.Kind)
	if r.Error == nil {
		return Verdict{Kind: kind, OK: true}
	}
	e := &SyntaxError{Message: cleaned(r.Error.Message), Token: r.Error.Token, FrontMatter: r.Error.Name == "YAMLException"}
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

var (
	jisonHead = lazily(`(?s)^(?:Parse|Lexical) error on line \d+[:.] ?\n?`)
	drawing   = lazily(`(?m)^.*\n-*\^\n?`)
)

// cleaned is a message of mermaid on one line, without the line number, which
// counts in another text, and the drawing of the place.
func cleaned(message string) string {
	message = jisonHead().ReplaceAllString(message, "")
	message = drawing().ReplaceAllString(message, "")
	line, _, _ := strings.Cut(strings.TrimSpace(message), "\n")
	line, _, _ = strings.Cut(line, " matching given configuration for text:")
	return strings.TrimSpace(line)
}
