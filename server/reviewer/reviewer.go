package reviewer

import (
	"context"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/llm"
)

// Reviewer has a model carry out prompts, and checks what it answers. It is safe
// for concurrent use.
type Reviewer struct{ o Options }

// Options are what a Reviewer is made of. Only Model and Counter are needed.
type Options struct {
	Model   llm.Model
	Counter Counter // of the model's tokens

	// Consent is asked once in a run, before anything is sent. Its error ends the
	// run. Nil asks nobody.
	Consent func(context.Context, Notice) error

	// Sending is told what is about to be sent, before Consent. Its error ends the
	// run. Nil is told nothing.
	Sending func([]Brief) error

	// Memory keeps what was found before, so that a review again costs only what
	// has changed. Nil keeps nothing.
	Memory *Memory

	// Grammar checks diagrams. Without one a reply with a diagram is refused.
	Grammar Grammar

	// SecondLook has the model look at its own findings once more, to refute what
	// does not hold.
	SecondLook bool
}

// New makes a reviewer.
func New(o Options) *Reviewer { return &Reviewer{o: o} }

// Name is that of the model, as it stands in findings and summaries.
func (r *Reviewer) Name() string { return r.o.Model.Name() }

// Notice says what would be sent, and where.
type Notice struct {
	Host     string // "" for the model of the editor
	Model    string
	Path     string   // of the document
	Sections []string // paths of those of which more than the heading is sent
	Files    []string // others of which text is sent, such as the brief
	Tokens   int      // of the request
	Reserve  int      // most tokens of the reply, which may be paid for too; 0 when unknown
	Secrets  int      // how many were taken out
}

// notice says what all the briefs of a task send together.
func (r *Reviewer) notice(t Task, briefs []Brief) Notice {
	n := Notice{Host: r.o.Model.Host(), Model: r.o.Model.Name(), Path: t.Path}
	for _, b := range briefs {
		n.Tokens += b.Tokens
		n.Reserve += b.Reserve
		n.Secrets = max(n.Secrets, b.Vault.Len())
	}
	for _, s := range sentBy(briefs) {
		n.Sections = append(n.Sections, s.Path())
	}
	if t.Prompt.DoesRead(prompts.ReadBrief) {
		for _, e := range t.Extra {
			n.Files = append(n.Files, e.Name)
		}
	}
	return n
}
