// Package prompts holds what the reviewer is asked to do: one markdown file for
// each action, with its description in the front matter, the persona that they
// share, the schemas of structured replies, and what is said when a reply has to
// be asked for again. The files are embedded and read when they are first needed.
// Teams add files of the same form, which Parse checks.
package prompts

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed *.md shared/*.md follow-up/*.md schemas/*.json
var files embed.FS

// Prompt describes an action, and asks a model to carry it out.
type Prompt struct {
	ID       string   `yaml:"id"`
	Title    string   `yaml:"title"`    // as it stands in a menu
	Order    int      `yaml:"order"`    // place in the menu
	Kind     string   `yaml:"kind"`     // of the managed block that it writes, "" for none
	Scope    []string `yaml:"scope"`    // what it works on: see Scopes
	Result   string   `yaml:"result"`   // what comes of it: see the constants
	Reads    []string `yaml:"reads"`    // what it takes into account: see Readable
	Promises []string `yaml:"promises"` // headings and labels that the reply must have; "A|B" for one of two, "A (mermaid)" for a diagram
	Schema   string   `yaml:"schema"`   // name of the schema of the reply, "" for prose; for a Turn, of the one that closes
	Reviewer []string `yaml:"reviewer"` // the behaviours of the reviewer that it stands for
	Summary  string   `yaml:"summary"`  // one sentence: what it does
	Offline  string   `yaml:"offline"`  // one sentence: what it does without a model
	Body     string   `yaml:"-"`        // a text/template over Data
	Team     bool     `yaml:"-"`        // a file of the workspace, not of the program
}

// What can come of a prompt.
const (
	Block    = "block"    // markdown, in a managed block
	Findings = "findings" // remarks, each about a quotation
	Graph    = "graph"    // parts and flows, which the program draws into a block
	Edit     = "edit"     // replacements in the author's own text
	Turn     = "turn"     // the next turn of a conversation that the document holds
)

// Results are all that can come of a prompt.
func Results() []string { return []string{Block, Findings, Graph, Edit, Turn} }

// Scopes are what a prompt can work on.
func Scopes() []string { return []string{"document", "section", "selection"} }

// What a prompt can read.
const (
	ReadDocument  = "document"  // its text, as much as fits
	ReadOutline   = "outline"   // its headings; part of the document too
	ReadFacts     = "facts"     // what it states of a design's load and needs
	ReadEstimates = "estimates" // what the program computes from that
	ReadGraph     = "graph"     // components and flows
	ReadKnowledge = "knowledge" // what is known of the technologies and patterns that it names
	ReadChecklist = "checklist" // the components that a design is held against
	ReadFindings  = "findings"  // what the rules found, and what people decided about findings
	ReadAnswers   = "answers"   // the questions in it, with the answers
	ReadSystem    = "system"    // the kind of system, with its questions
	ReadBrief     = "brief"     // the problem statement of another file
	ReadEarlier   = "earlier"   // what the action wrote before
)

// Readable is all that a prompt can read.
func Readable() []string {
	return []string{
		ReadDocument, ReadOutline, ReadFacts, ReadEstimates, ReadGraph, ReadKnowledge, ReadChecklist,
		ReadFindings, ReadAnswers, ReadSystem, ReadBrief, ReadEarlier,
	}
}

// DoesRead says whether the prompt takes something into account.
func (p Prompt) DoesRead(what string) bool { return slices.Contains(p.Reads, what) }

// IsDiagram says whether the prompt draws a picture of the design.
func (p Prompt) IsDiagram() bool { return p.Result == Graph }

const personaFile = "persona.md"

var all = sync.OnceValue(func() []Prompt {
	var prompts []Prompt
	for _, name := range glob("*.md") {
		if name == personaFile {
			continue
		}
		p, problems := parse(content(name), nil)
		if len(problems) > 0 || p.ID+".md" != name {
			panic(fmt.Sprintf("bug: embedded prompt %s (%s): %v", name, p.ID, problems))
		}
		prompts = append(prompts, p)
	}
	slices.SortStableFunc(prompts, func(a, b Prompt) int { return a.Order - b.Order })
	return prompts
})

// All returns the prompts in the order of the menu. The result is shared: read only.
func All() []Prompt { return all() }

// ByID returns the prompt of an action.
func ByID(id string) (Prompt, bool) {
	i := slices.IndexFunc(all(), func(p Prompt) bool { return p.ID == id })
	if i < 0 {
		return Prompt{}, false
	}
	return all()[i], true
}

// Taken are the ids and kinds of blocks that no prompt of a team can have, each
// with what has it.
func Taken() map[string]string {
	taken := map[string]string{}
	for _, p := range all() {
		taken[p.ID] = "a built-in action"
		if p.Kind != "" {
			taken[p.Kind] = "a built-in action"
		}
	}
	return taken
}

// Persona is what every prompt is preceded by.
func Persona() string { return strings.TrimSpace(content(personaFile)) }

// Schema returns the JSON Schema of a structured reply, without white space, since
// every byte of it is sent.
func Schema(name string) ([]byte, bool) {
	data, err := files.ReadFile("schemas/" + name + ".json")
	if err != nil {
		return nil, false
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, data); err != nil {
		panic(fmt.Sprintf("bug: embedded schema %s: %v", name, err))
	}
	return compact.Bytes(), true
}

// Schemas are the names of all schemas of replies.
func Schemas() []string {
	var names []string
	for _, name := range glob("schemas/*.json") {
		names = append(names, strings.TrimSuffix(path.Base(name), ".json"))
	}
	return names
}

func glob(pattern string) []string {
	names, err := fs.Glob(files, pattern)
	if err != nil {
		panic(fmt.Sprintf("bug: embedded prompts: %v", err))
	}
	return names
}

// content is an embedded file; one that cannot be read is a bug.
func content(name string) string {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("bug: embedded %s: %v", name, err))
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}
