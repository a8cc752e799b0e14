package prompts

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	templates "text/template/parse"

	"github.com/designls/designls/server/text"
)

// complete gives a prompt of a team what it need not say itself.
func (f *file) complete() {
	p := &f.prompt
	if p.Result == "" {
		p.Result = Block
	}
	if p.Kind == "" && p.Result == Block {
		p.Kind = p.ID
	}
	if len(p.Scope) == 0 {
		p.Scope = []string{"document", "section"}
	}
	if len(p.Reads) == 0 {
		p.Reads = []string{ReadDocument}
	}
	if p.Schema == "" && p.Result == Findings {
		p.Schema = "findings"
	}
	if p.Summary == "" {
		p.Summary = "Does what " + p.ID + ".md says."
	}
	if p.Offline == "" {
		p.Offline = "Needs a model, since only a model can follow a prompt of a team."
	}
}

var name = text.Pattern(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// checkTeam holds a prompt of a team against the other prompts.
func (f *file) checkTeam(taken map[string]string) {
	p := f.prompt
	if by, is := taken[p.ID]; is {
		f.report(f.key("id"), "The id %q is taken by %s; give this prompt one of its own.", p.ID, by)
	}
	if p.Kind != "" && p.Kind != p.ID {
		if by, is := taken[p.Kind]; is {
			f.report(f.key("kind"), "Blocks of the kind %q are written by %s; leave the kind out, and it is the id.", p.Kind, by)
		}
	}
	if p.Result != Block && p.Result != Findings && slices.Contains(Results(), p.Result) {
		f.report(f.key("result"), "The result of a prompt of a team is %s or %s, and not %q, which needs a program.", Block, Findings, p.Result)
	}
}

// checkValues holds each field against what it can be.
func (f *file) checkValues() {
	p := f.prompt
	if p.ID == "" || p.Title == "" {
		f.report(f.key(""), "The front matter must have an id and a title.")
		return
	}
	if !name().MatchString(p.ID) {
		f.report(f.key("id"), "The id %q is not one: use lower-case letters, digits and hyphens, such as %q.", p.ID, "check-privacy")
	}
	if p.Kind != "" && !name().MatchString(p.Kind) {
		f.report(f.key("kind"), "The kind %q is not one: use lower-case letters, digits and hyphens.", p.Kind)
	}
	f.among("scope", p.Scope, Scopes())
	f.among("result", []string{p.Result}, Results())
	f.among("reads", p.Reads, Readable())
	if p.Schema != "" {
		f.among("schema", []string{p.Schema}, Schemas())
	}
	if p.Result == Findings && p.Schema != "findings" {
		f.report(f.key("schema"), `Findings come in the schema "findings"; leave the schema out.`)
	}
	if strings.ContainsAny(p.Title, "\r\n") || len(p.Title) > 60 {
		f.report(f.key("title"), "The title stands in a menu: one line of at most 60 characters.")
	}
}

func (f *file) among(field string, values, allowed []string) {
	for _, v := range values {
		if !slices.Contains(allowed, v) {
			f.report(f.key(field), "%q is no value of %q. %s", v, field, suggest(v, allowed))
		}
	}
}

// samples are data with and without everything, to try a body on.
var samples = []Data{
	{Mode: "full", Scope: "document"},
	{
		Mode: "short", Scope: "section", System: "x", Delta: true, Partial: true, Earlier: true, Brief: true,
		Answered: 1, Open: 1, Change: "x", Topic: "x", Problem: "x", Minutes: 1, Turn: 2, Finish: true,
	},
	{Mode: "full", Scope: "section", Turn: 2},
}

// checkBody sees that the body is a template over Data.
func (f *file) checkBody() {
	if f.prompt.Body == "" {
		f.report(f.key("title"), "There is no text after the front matter, so there is nothing to ask a model for.")
		return
	}
	t, err := newTemplate(f.prompt.ID, f.prompt.Body)
	if err != nil {
		f.report(f.bodyLine(err.Error()), "The text is no valid template: %s.", withoutPlace(err.Error()))
		return
	}
	before := len(f.problems)
	walk(t.Root, func(field string, at int) { f.checkField(field, at) })
	f.checkPlain()
	for _, data := range samples {
		if _, err := f.prompt.Render(data); err != nil && len(f.problems) == before {
			f.report(f.bodyLine(err.Error()), "The text cannot be filled in: %s.", withoutPlace(err.Error()))
		}
	}
}

// plain are the functions that a body may call. Others could make text without
// end, and so could loops and templates that call themselves.
var plain = text.Pattern(`\{\{-?\s*(range|define|block|break|continue)\b|\b(printf?|println|html|js|urlquery|call|index|slice)\b[^{}]*\}\}`)

// checkPlain sees that a body has no more of the language of templates than
// conditions and fields.
func (f *file) checkPlain() {
	for _, action := range actionPattern().FindAllStringIndex(f.prompt.Body, -1) {
		if m := plain().FindString(f.prompt.Body[action[0]:action[1]]); m != "" {
			start := f.bodyStart() + action[0]
			f.report(text.Span{Start: start, End: min(start+action[1]-action[0], len(f.content))}, "A prompt has conditions and fields, and no loops, definitions or functions: %q is none of them.", f.prompt.Body[action[0]:action[1]])
		}
	}
}

var actionPattern = text.Pattern(`\{\{[^{}]*\}\}`)

// dataFields are what a body may refer to.
var dataFields = func() []string {
	var names []string
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Data]()) {
		names = append(names, field.Name)
	}
	return names
}()

func (f *file) checkField(field string, at int) {
	if slices.Contains(dataFields, field) {
		return
	}
	start := f.bodyStart() + at
	if i := strings.LastIndex(f.content[:min(start+len(field)+2, len(f.content))], field); i >= 0 && strings.IndexByte(f.body.Of(f.content), '\r') < 0 {
		start = i
	}
	f.report(text.Span{Start: start, End: start + len(field)}, "The text refers to %q, which a prompt does not have. %s", "."+field, suggest(field, dataFields))
}

// bodyStart is where the text of the body begins, without the empty lines.
func (f *file) bodyStart() int {
	body := f.body.Of(f.content)
	return f.body.Start + len(body) - len(strings.TrimLeft(body, " \t\r\n"))
}

var place = text.Pattern(`^template: [^:]*:(\d+)(?::\d+)?: `)

// bodyLine is the line of the body that an error of text/template names.
func (f *file) bodyLine(message string) text.Span {
	at := f.bodyStart()
	if m := place().FindStringSubmatch(message); m != nil {
		n, _ := strconv.Atoi(m[1])
		for range n - 1 {
			if i := strings.IndexByte(f.content[at:], '\n'); i >= 0 {
				at += i + 1
			}
		}
	}
	end := at + strings.IndexAny(f.content[at:]+"\n", "\r\n")
	return text.Span{Start: at, End: min(end, len(f.content))}
}

func withoutPlace(message string) string {
	return strings.TrimSuffix(place().ReplaceAllString(message, ""), ".")
}

// walk visits the fields of Data that a template refers to, with the offset of
// each in it. Where "with" and "range" give the dot another meaning, it cannot
// tell, and leaves the judgment to filling the template in.
func walk(node templates.Node, visit func(field string, at int)) {
	switch n := node.(type) {
	case *templates.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				walk(child, visit)
			}
		}
	case *templates.ActionNode:
		walk(n.Pipe, visit)
	case *templates.TemplateNode:
		walk(n.Pipe, visit)
	case *templates.IfNode:
		walkBranch(n.BranchNode, visit)
	case *templates.WithNode:
		walk(n.Pipe, visit)
		walk(n.ElseList, visit)
	case *templates.RangeNode:
		walk(n.Pipe, visit)
		walk(n.ElseList, visit)
	case *templates.PipeNode:
		walkPipe(n, visit)
	case *templates.FieldNode:
		visit(n.Ident[0], int(n.Position()))
	}
}

func walkBranch(n templates.BranchNode, visit func(string, int)) {
	walk(n.Pipe, visit)
	walk(n.List, visit)
	walk(n.ElseList, visit)
}

func walkPipe(n *templates.PipeNode, visit func(string, int)) {
	if n == nil {
		return
	}
	for _, command := range n.Cmds {
		for _, argument := range command.Args {
			walk(argument, visit)
		}
	}
}
