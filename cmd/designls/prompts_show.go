package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/tokens"
	persona "github.com/designls/designls/server/reviewer"
)

func showPrompt(ctx context.Context, s streams, f promptFlags, id, file string) error {
	if err := f.check(); err != nil {
		return err
	}
	r := newReviewer(s, "")
	defer r.grammar.close()
	in, err := r.named(file)
	if err != nil {
		return err
	}
	action, err := findAction(in.place, id)
	if err != nil {
		return err
	}
	content, err := in.read(s.in)
	if err != nil {
		return err
	}
	c, err := r.check(ctx, in, content)
	if err != nil {
		return err
	}
	if c.extra, err = in.brief(c.doc, f.options); err != nil {
		return err
	}
	all, err := f.wouldSend(ctx, action, c, r, in)
	if err != nil {
		return fmt.Errorf("%s: %w", in.display, err)
	}
	for i, b := range all {
		if len(all) > 1 {
			if _, err := fmt.Fprintf(s.out, "# request %d of %d: the document does not fit into one\n\n", i+1, len(all)); err != nil {
				return err
			}
		}
		if err := printBrief(s.out, b); err != nil {
			return err
		}
	}
	return nil
}

func (f promptFlags) check() error {
	return runFlags{mode: f.mode, format: formatMarkdown, drawing: drawingAuto, options: f.options}.check()
}

// errShown ends a run before it sends anything.
var errShown = errors.New("this is only shown")

// wouldSend runs an action up to the moment at which it would send something.
func (f promptFlags) wouldSend(ctx context.Context, action actions.Action, c checked, r *reviewer, from input) ([]persona.Brief, error) {
	model, counter, err := f.unasked(from.place)
	if err != nil {
		return nil, err
	}
	in, err := runFlags{section: f.section, mode: f.mode, options: f.options}.input(action, c, r.grammar.grammar, from)
	if err != nil {
		return nil, err
	}
	var shown []persona.Brief
	in.Decided = decidedOf(from, c)
	in.Reviewer = persona.New(persona.Options{
		Model: model, Counter: counter, Grammar: r.grammar.grammar,
		Sending: func(all []persona.Brief) error {
			shown = all
			return errShown
		},
	})
	result, err := action.Run(ctx, in)
	switch {
	case shown != nil:
		return shown, nil
	case err != nil:
		return nil, err
	}
	return nil, fmt.Errorf("nothing would be sent: %s", result.Summary)
}

// unasked is the model that settings and flags name, which is never asked, and what
// counts its tokens.
func (f promptFlags) unasked(at *place) (llm.Model, persona.Counter, error) {
	m := at.Config.Model
	m.Model = cmp.Or(f.model, m.Model, os.Getenv(modelVariable))
	m.Context = cmp.Or(f.window, m.Context)
	if m.Model == "" {
		return unknownModel{window: llm.Window{Context: m.Context}}, tokens.For(""), nil
	}
	m, err := withEnvironment(m)
	if err != nil {
		return nil, nil, err
	}
	return newClient(m)
}

// unknownModel stands for one that nobody has chosen yet.
type unknownModel struct {
	llm.Model
	window llm.Window
}

func (unknownModel) Name() string         { return "the model" }
func (unknownModel) Host() string         { return "a model" }
func (m unknownModel) Window() llm.Window { return m.window }

// brief is the problem statement that the document, or an option, names.
func (in input) brief(doc *document.Document, given []string) ([]persona.Extra, error) {
	options := map[string]string{}
	if err := readOptions(given, options); err != nil {
		return nil, err
	}
	absolute, err := in.absolute()
	if err != nil {
		return nil, err
	}
	name, content, err := in.place.Brief(absolute, doc, options[prompts.OptionBrief])
	if err != nil || name == "" {
		return nil, err
	}
	return []persona.Extra{{Name: name, Text: content}}, nil
}

func printBrief(out io.Writer, b persona.Brief) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintf(w, "# %d tokens, and %d kept for the reply; secrets replaced: %d\n\n", b.Tokens, b.Reserve, b.Vault.Len())
	for _, p := range b.Parts {
		name := p.Name
		if p.Section != nil && p.Section.Path() != "" {
			name += " \"" + p.Section.Path() + "\""
		}
		_, _ = fmt.Fprintf(w, "%d\t%s\t%s\n", p.Tokens, p.Form, name)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	var sent strings.Builder
	fmt.Fprintf(&sent, "\n# system\n\n%s\n", b.Request.System)
	for _, m := range b.Request.Messages {
		fmt.Fprintf(&sent, "\n# %s\n\n%s\n", m.Role, m.Content)
	}
	if schema := b.Request.Schema; schema != nil {
		fmt.Fprintf(&sent, "\n# schema %s\n\n%s\n", schema.Name, schema.JSON)
	}
	_, err := io.WriteString(out, sent.String())
	return err
}
