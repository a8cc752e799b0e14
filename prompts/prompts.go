// Package prompts holds what the reviewer is asked to do: one markdown file for
// each action, with its description in the front matter, and the persona that
// they share. The files are embedded and read when they are first needed.
package prompts

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"text/template"

	"github.com/goccy/go-yaml"
)

//go:embed *.md
var files embed.FS

// Prompt describes an action, and asks a model to carry it out.
type Prompt struct {
	ID       string   `yaml:"id"`
	Title    string   `yaml:"title"`    // as it stands in a menu
	Order    int      `yaml:"order"`    // place in the menu
	Kind     string   `yaml:"kind"`     // of the managed block that it writes, "" for none
	Scope    []string `yaml:"scope"`    // what it works on: "document", "section", "selection"
	Result   string   `yaml:"result"`   // what comes of it: "block", or "edit" of the author's text
	Reads    []string `yaml:"reads"`    // what it takes into account
	Reviewer []string `yaml:"reviewer"` // the behaviours of the reviewer that it stands for
	Summary  string   `yaml:"summary"`  // one sentence: what it does
	Offline  string   `yaml:"offline"`  // one sentence: what it does without a model
	Body     string   `yaml:"-"`        // a text/template
}

// Data is what the bodies of prompts may refer to.
type Data struct {
	Mode    string     // "full" or "short"
	System  string     // the kind of system, "" when it was not recognized
	Facts   []Fact     // what the document states
	Answers []Question // with answers
	Open    []Question // without
}

// Fact is a fact that the document states.
type Fact struct{ Title, Quote, Section string }

// Question is a question that was asked.
type Question struct{ Ask, Answer, Assumed string }

const personaFile = "persona.md"

var all = sync.OnceValue(func() []Prompt {
	names, err := fs.Glob(files, "*.md")
	if err != nil {
		panic(fmt.Sprintf("bug: embedded prompts: %v", err))
	}
	var prompts []Prompt
	for _, name := range names {
		if name != personaFile {
			prompts = append(prompts, read(name))
		}
	}
	slices.SortFunc(prompts, func(a, b Prompt) int { return a.Order - b.Order })
	return prompts
})

// All returns the prompts in the order of the menu. The result is shared: read only.
func All() []Prompt { return all() }

// Persona is what every prompt is preceded by.
func Persona() string {
	content, err := files.ReadFile(personaFile)
	if err != nil {
		panic(fmt.Sprintf("bug: embedded %s: %v", personaFile, err))
	}
	return string(content)
}

// Render fills in the body of the prompt.
func (p Prompt) Render(data Data) (string, error) {
	t, err := template.New(p.ID).Option("missingkey=error").Parse(p.Body)
	if err != nil {
		return "", fmt.Errorf("prompt %q is no valid template: %w", p.ID, err)
	}
	var b strings.Builder
	if err := t.Execute(&b, data); err != nil {
		return "", fmt.Errorf("prompt %q cannot be filled in: %w", p.ID, err)
	}
	return b.String(), nil
}

// read parses an embedded prompt; one that does not parse is a bug.
func read(name string) Prompt {
	content, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("bug: embedded prompt %s: %v", name, err))
	}
	p, err := Parse(string(content))
	if err != nil {
		panic(fmt.Sprintf("bug: embedded prompt %s: %v", name, err))
	}
	return p
}

// Parse reads a prompt: front matter between lines of "---", and the body. The
// error says which part is wrong.
func Parse(content string) (Prompt, error) {
	var p Prompt
	content = strings.ReplaceAll(content, "\r\n", "\n")
	head, ok := strings.CutPrefix(content, "---\n")
	front, body, closed := strings.Cut(head, "\n---\n")
	if !ok || !closed {
		return p, fmt.Errorf(`the front matter is missing: begin the file with it, between two lines of "---"`)
	}
	if err := yaml.UnmarshalWithOptions([]byte(front), &p, yaml.Strict()); err != nil {
		return p, fmt.Errorf("the front matter is not as expected: %w", err)
	}
	if p.ID == "" || p.Title == "" {
		return p, fmt.Errorf("the front matter must have an id and a title")
	}
	p.Body = strings.TrimSpace(body)
	return p, nil
}
