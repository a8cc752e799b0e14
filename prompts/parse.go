package prompts

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// Problem is why a file is no prompt, at a place in it.
type Problem struct {
	Span    text.Span
	Message string // one sentence or two: what is wrong, and what is expected
}

// Parse reads a prompt file of a team. Taken are the ids that are spoken for,
// with what has them. A prompt with problems is not to be used.
func Parse(content string, taken map[string]string) (Prompt, []Problem) {
	p, problems := parse(content, &taken)
	p.Team = true
	if p.Order == 0 {
		p.Order = teamOrder
	}
	return p, problems
}

// teamOrder puts the prompts of a team after those of the program.
const teamOrder = 1000

// parse reads a prompt: front matter between lines of "---", and the body. A nil
// taken means one of our own, which has to say everything itself.
func parse(content string, taken *map[string]string) (Prompt, []Problem) {
	f := &file{content: content}
	if !f.cut() {
		f.report(text.Span{End: min(len(content), len(f.firstLine()))}, `The front matter is missing: begin the file with it, between two lines of "---".`)
		return Prompt{}, f.problems
	}
	f.fields()
	if len(f.problems) == 0 {
		f.decode()
	}
	if len(f.problems) == 0 {
		if taken != nil {
			f.complete()
			f.checkTeam(*taken)
		}
		f.checkValues()
		f.checkBody()
	}
	return f.prompt, f.problems
}

// file is a prompt file while it is read.
type file struct {
	content  string
	front    text.Span
	body     text.Span
	keys     map[string]text.Span // where each field stands, with its value
	prompt   Prompt
	problems []Problem
}

func (f *file) report(at text.Span, format string, args ...any) {
	f.problems = append(f.problems, Problem{Span: at, Message: fmt.Sprintf(format, args...)})
}

func (f *file) firstLine() string {
	line, _, _ := strings.Cut(f.content, "\n")
	return strings.TrimRight(line, "\r")
}

var fence = text.Pattern(`(?m)^---[ \t]*\r?$`)

// cut finds the front matter and the body.
func (f *file) cut() bool {
	start := len(f.content) - len(strings.TrimPrefix(f.content, "\ufeff"))
	marks := fence().FindAllStringIndex(f.content[start:], 2)
	if len(marks) < 2 || marks[0][0] != 0 {
		return false
	}
	f.front = text.Span{Start: start + marks[0][1], End: start + marks[1][0]}
	f.body = text.Span{Start: start + marks[1][1], End: len(f.content)}
	return true
}

// fieldNames are the fields of the front matter, in the order of the docs.
var fieldNames = []string{
	"id", "title", "order", "kind", "scope", "result", "reads", "promises", "schema", "reviewer", "summary", "offline",
}

// fields finds out where each field stands, and which are not known.
func (f *file) fields() {
	source := f.front.Of(f.content)
	if err := document.CheckMetadata(source); err != nil {
		f.report(f.front, "The front matter cannot be read: %v.", err)
		return
	}
	var tree *ast.File
	err := guarded(func() (err error) {
		tree, err = parser.ParseBytes([]byte(source), 0)
		return err
	})
	if err != nil {
		f.report(f.at(err), "The front matter is not valid YAML: %s.", firstLine(err))
		return
	}
	f.keys = map[string]text.Span{}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		return
	}
	for _, entry := range entries(tree.Docs[0].Body) {
		key := entry.Key.GetToken()
		span := f.line(key)
		if !slices.Contains(fieldNames, key.Value) {
			f.report(text.Span{Start: span.Start, End: min(span.Start+len(key.Value), span.End)}, "A prompt has no field %q. %s", key.Value, suggest(key.Value, fieldNames))
		}
		f.keys[key.Value] = span
	}
}

func entries(body ast.Node) []*ast.MappingValueNode {
	switch n := body.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

// line is where a field stands: its line in the file.
func (f *file) line(t *token.Token) text.Span {
	at := f.front.Start
	for range t.Position.Line - 1 {
		if i := strings.IndexByte(f.content[at:f.front.End], '\n'); i >= 0 {
			at += i + 1
		}
	}
	end := at + strings.IndexAny(f.content[at:]+"\n", "\r\n")
	return text.Span{Start: at, End: min(end, f.front.End)}
}

// at is the place of an error of the YAML parser, or all of the front matter.
func (f *file) at(err error) text.Span {
	var syntax yaml.Error
	if e, ok := err.(yaml.Error); ok {
		syntax = e
	}
	if syntax != nil && syntax.GetToken() != nil {
		return f.line(syntax.GetToken())
	}
	return text.Span{Start: f.front.Start, End: f.front.Start}
}

func firstLine(err error) string {
	message := err.Error()
	if e, ok := err.(yaml.Error); ok {
		message = e.GetMessage()
	}
	line, _, _ := strings.Cut(message, "\n")
	return strings.TrimSuffix(strings.TrimSpace(line), ".")
}

// decode fills in the prompt.
func (f *file) decode() {
	err := guarded(func() error { return yaml.Unmarshal([]byte(f.front.Of(f.content)), &f.prompt) })
	if err != nil {
		f.report(f.at(err), "The front matter is not as expected: %s.", firstLine(err))
	}
	f.prompt.Body = strings.TrimSpace(strings.ReplaceAll(f.body.Of(f.content), "\r\n", "\n"))
}

// guarded turns a panic of the YAML library, which some malformed tags cause, into
// an error: the file is a stranger's, and must not end the program.
func guarded(read func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("it cannot be understood")
		}
	}()
	return read()
}

// key is where a field stands, or the opening of the file where it is missing.
func (f *file) key(name string) text.Span {
	if span, ok := f.keys[name]; ok {
		return span
	}
	return text.Span{Start: 0, End: len(f.firstLine())}
}

// suggest names the nearest of what is allowed, or all of it.
func suggest(word string, allowed []string) string {
	if near, ok := text.Nearest(word, allowed); ok {
		return fmt.Sprintf("Did you mean %q?", near)
	}
	return fmt.Sprintf("There are %s.", strings.Join(allowed, ", "))
}
