package document

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/goccy/go-yaml"

	"github.com/designls/designls/server/text"
)

// FrontMatter is the metadata at the head of a document: YAML between lines of
// "---", or TOML between lines of "+++".
type FrontMatter struct {
	Format string    // "yaml" or "toml"
	Span   text.Span // with both fences and the last line ending
	Inner  text.Span // between the fences
	Values map[string]any
	Err    error // why Values is empty though there is text
}

// String returns the text under a key.
func (f *FrontMatter) String(key string) (string, bool) {
	v, ok := f.Value(key).(string)
	return v, ok
}

// Value returns what stands under a key, nil when there is nothing. It may be
// called on a nil FrontMatter.
func (f *FrontMatter) Value(key string) any {
	if f == nil {
		return nil
	}
	return f.Values[key]
}

var fences = map[string]string{"---": "yaml", "+++": "toml"}

// keyLine tells metadata from a document that opens with a thematic break.
var keyLine = text.Pattern(`^\s*("[^"]+"|[\w.-]+)\s*[:=]`)

// parseFrontMatter reads the metadata at the head of the text, which may have a
// byte order mark before it. It returns nil when there is none, and a problem
// when there seems to be some that cannot be read.
func parseFrontMatter(content string) (*FrontMatter, *Problem) {
	start := bomLength(content)
	first, rest := cutLine(content, start)
	format := fences[first]
	if format == "" {
		return nil, nil
	}
	for at := rest; at < len(content); {
		line, next := cutLine(content, at)
		if line == first || (format == "yaml" && line == "...") {
			return decodeFrontMatter(content, format, text.Span{Start: start, End: next}, text.Span{Start: rest, End: at})
		}
		at = next
	}
	if line, _ := cutLine(content, rest); !keyLine().MatchString(line) {
		return nil, nil
	}
	return nil, &Problem{
		Code:    "front-matter",
		Span:    text.Span{Start: start, End: start + len(first)},
		Message: fmt.Sprintf("The front matter is not closed, so its settings are not read. End it with a line %q.", first),
	}
}

func decodeFrontMatter(content, format string, span, inner text.Span) (*FrontMatter, *Problem) {
	f := &FrontMatter{Format: format, Span: span, Inner: inner, Values: map[string]any{}}
	source := content[inner.Start:inner.End]
	var values map[string]any
	switch f.Err = CheckMetadata(source); {
	case f.Err != nil:
	case format == "yaml":
		f.Err = yaml.Unmarshal([]byte(source), &values)
	default:
		f.Err = toml.Unmarshal([]byte(source), &values)
	}
	if f.Err != nil {
		return f, &Problem{
			Code:    "front-matter",
			Span:    trimmedSpan(content, inner),
			Message: fmt.Sprintf("The front matter is not valid %s, so its settings are not read: %s.", strings.ToUpper(format), firstLine(f.Err.Error())),
		}
	}
	if values != nil {
		f.Values = values
	}
	return f, nil
}

func bomLength(content string) int {
	if strings.HasPrefix(content, "\ufeff") {
		return len("\ufeff")
	}
	return 0
}

// cutLine returns the line at an offset without trailing blanks, and the offset
// of the next line.
func cutLine(content string, at int) (line string, next int) {
	end := strings.IndexByte(content[at:], '\n')
	if end < 0 {
		return strings.TrimRight(content[at:], " \t\r"), len(content)
	}
	return strings.TrimRight(content[at:at+end], " \t\r"), at + end + 1
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return strings.TrimSpace(line)
}

// trimmedSpan leaves out the blanks at both ends.
func trimmedSpan(content string, s text.Span) text.Span {
	inner := content[s.Start:s.End]
	start := s.Start + len(inner) - len(strings.TrimLeft(inner, " \t\r\n"))
	return text.Span{Start: start, End: max(start, s.Start+len(strings.TrimRight(inner, " \t\r\n")))}
}
