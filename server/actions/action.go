// Package actions is what the reviewer can do to a document when asked: ask,
// summarize, lay out, recap. An action is pure: a document goes in, edits come
// out. What it writes stands in managed blocks, so that running it again
// replaces its own earlier text and never the author's.
package actions

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// Action is something that the reviewer does when it is asked to.
type Action struct {
	ID      string
	Title   string   // as it stands in a menu
	Summary string   // one sentence: what it does
	Without string   // one sentence: what it does without a model
	Kind    string   // of the managed blocks that it writes, "" when it changes the author's text
	Scope   []string // what it works on: "document", "section", "selection"
	Talks   bool     // it goes on with a conversation that the document holds

	// Offline carries it out without a model. It does not change its input.
	Offline func(context.Context, Input) (Result, error)

	// Model carries it out with the reviewer of the input, which it must have.
	Model func(context.Context, Input) (Result, error)
}

// Run carries it out: with the reviewer of the input, or offline without one.
func (a Action) Run(ctx context.Context, in Input) (Result, error) {
	if in.Reviewer == nil {
		return a.Offline(ctx, in)
	}
	return a.Model(ctx, in)
}

// Takes says whether the action works on a scope: "document", "section" or "selection".
func (a Action) Takes(scope string) bool { return slices.Contains(a.Scope, scope) }

// The options of an action and their values.
const (
	OptionMode      = "mode"
	ModeFull        = "full"
	ModeShort       = "short" // for a time-boxed discussion
	OptionOverwrite = "overwrite"
	OptionTopic     = prompts.OptionTopic  // what a deep dive is about
	OptionFinish    = prompts.OptionFinish // "true" closes a conversation
	OptionPause     = prompts.OptionPause  // "true" stops the clock of an interview, "false" has it go on

	OverwriteReplace = "replace" // a block that the author has edited
	OverwriteBeside  = "beside"  // keep it, and put the new text after it
)

// Input is what an action works on.
type Input struct {
	Doc       *document.Document
	Path      string            // of the document, with slashes, relative to its workspace folder
	Section   *document.Section // nil for the whole document
	Selection text.Span         // empty for none
	Report    *rules.Report     // what the rules found; may be nil
	Options   map[string]string
	Progress  func(reviewer.Progress) // may be nil
	Grammar   Grammar                 // of diagrams; nil for none

	Reviewer *reviewer.Reviewer // who has a model; nil works offline
	Decided  []finding.Decided  // what people have decided about findings of the document
	Extra    []reviewer.Extra   // text of other files, such as the brief

	Now time.Time // for the clock of an interview; zero keeps none
}

// Result is what comes of an action.
type Result struct {
	Edits    []text.Edit // to be applied together; none when the document says it all already
	Summary  string      // one sentence for the user
	Block    string      // id of the managed block that was written, "" when the author's text was
	Text     string      // what was written there instead of a block
	Conflict *Conflict   // set when nothing was done, since the author has to choose
	Findings []finding.Finding
	Model    string // the model whose findings these are, beside those of the rules; "" for none
	Files    []File // to be written together with the edits, all or none
}

// File is a picture that an action writes beside the document. Who writes it never
// replaces a file that this program has not written; svg.Ours tells.
type File struct {
	Path    string // relative to the document's folder, with slashes
	Content string
}

// Conflict says that the block to be replaced was edited by the author.
type Conflict struct {
	Block   string // its id
	Span    text.Span
	Message string
	Choices []Choice
}

// Choice is a way out: run the action again with Option set to Value, or take the
// Result, which is what that comes to with the words that were already written.
type Choice struct {
	Option, Value, Title string
	Result               *Result // nil where it cannot be told beforehand
}

// carryOut runs an action. What a model has replied is kept only if something came
// of it.
func carryOut(ctx context.Context, p prompts.Prompt, make run, in Input) (result Result, err error) {
	llm.Try(ctx, func(ctx context.Context) bool {
		result, err = in.carryOut(ctx, p, make)
		return reviewer.OfUse(err)
	})
	return result, err
}

func (in Input) carryOut(ctx context.Context, p prompts.Prompt, make run) (Result, error) {
	if in.Section != nil && !slices.Contains(p.Scope, "section") {
		in.Section = nil
	}
	if p.Kind == interviewerKind {
		in = timed(in)
	}
	in.report(reviewer.Progress{Doing: "Reading the document"})
	d, err := make(ctx, newMaterial(in))
	if err != nil {
		return Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	result, err := deliver(in, p, d)
	if result.Conflict != nil {
		result.Conflict.foresee(in, p, d)
	}
	return result, err
}

// foresee works out what each choice comes to; one that fails is left without a
// result, and says why when it is taken.
func (c *Conflict) foresee(in Input, p prompts.Prompt, d draft) {
	for i := range c.Choices {
		chosen := in
		chosen.Options = map[string]string{}
		maps.Copy(chosen.Options, in.Options)
		chosen.Options[c.Choices[i].Option] = c.Choices[i].Value
		if result, err := deliver(chosen, p, d); err == nil {
			c.Choices[i].Result = &result
		}
	}
}

func (in Input) report(p reviewer.Progress) {
	if in.Progress != nil {
		in.Progress(p)
	}
}
