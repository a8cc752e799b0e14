package prompts

import (
	"fmt"
	"strings"
	"sync"
	"text/template"
)

// Data is what the bodies of prompts may refer to. Nothing of it is text of the
// document: that goes beside the task, marked as material, where it cannot be
// taken for an instruction.
type Data struct {
	Mode     string // "full", or "short" for a time-boxed discussion
	Scope    string // "document", "section" or "selection"
	System   string // the kind of system, as in "rate limiter"; "" when it was not recognized
	Delta    bool   // only some sections are to be looked at again
	Partial  bool   // the document is too long to be sent whole
	Earlier  bool   // the action has written before
	Brief    bool   // the problem comes from another file
	Answered int    // how many questions of the document are answered
	Open     int    // and how many are not
	Change   string // what the author wants changed, in the author's words
	Topic    string // what the author wants to know more about
	Problem  string // the problem that the author names
	Minutes  int    // of the discussion that have passed
	Turn     int    // of the conversation, from 1; 0 when there is none
	Finish   bool   // the conversation is to be closed
}

// The options of an action that prompts know, beside "mode".
const (
	OptionChange  = "change"
	OptionTopic   = "topic"
	OptionProblem = "problem"
	OptionMinutes = "minutes"
	OptionFinish  = "finish" // "true"
	OptionPause   = "pause"  // "true" stops the clock of an interview, "false" has it go on
	OptionBrief   = "brief"  // path of the file that states the problem
)

// Render fills in the body of the prompt.
func (p Prompt) Render(data Data) (string, error) {
	t, err := newTemplate(p.ID, p.Body)
	if err != nil {
		return "", fmt.Errorf("prompt %q is no valid template: %w", p.ID, err)
	}
	return execute(t, data)
}

// FollowUp is what is said when a reply has to be asked for again, or looked at
// by the model once more. The data is that of the follow-up: see its file.
func FollowUp(name string, data any) (string, error) {
	t, err := newTemplate(name, content("follow-up/"+name+".md"))
	if err != nil {
		return "", fmt.Errorf("follow-up %q is no valid template: %w", name, err)
	}
	return execute(t, data)
}

func execute(t *template.Template, data any) (string, error) {
	var b strings.Builder
	if err := t.Execute(&b, data); err != nil {
		return "", fmt.Errorf("prompt %q cannot be filled in: %w", t.Name(), err)
	}
	return strings.TrimSpace(squeeze(b.String())) + "\n", nil
}

// squeeze leaves one empty line where a template left several.
func squeeze(s string) string {
	for strings.Contains(s, "\n\n\n") {
		s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
	}
	return s
}

// shared are the passages that several prompts have in common: "{{template "name" .}}".
var shared = sync.OnceValue(func() *template.Template {
	t := template.New("").Option("missingkey=error")
	for _, name := range glob("shared/*.md") {
		short := strings.TrimSuffix(strings.TrimPrefix(name, "shared/"), ".md")
		template.Must(t.New(short).Parse(strings.TrimSpace(content(name))))
	}
	return t
})

func newTemplate(name, body string) (*template.Template, error) {
	t, err := shared().Clone()
	if err != nil {
		return nil, err
	}
	return t.New(name).Option("missingkey=error").Parse(body)
}
