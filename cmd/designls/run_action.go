package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm"
	persona "github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// product is what an action made of a document.
type product struct {
	in            input
	action        actions.Action
	result        actions.Result
	before, after *document.Document
}

// produce reads the document and runs the action.
func produce(ctx context.Context, s streams, r *reviewer, f runFlags, action actions.Action, file string) (product, error) {
	in, err := r.named(file)
	if err != nil {
		return product{}, err
	}
	if slices.Contains(in.place.Config.DisabledActions, action.ID) {
		return product{}, fmt.Errorf("the action %q is turned off in %s (prompts.disable)", action.ID, workspace.ConfigName)
	}
	content, err := in.read(s.in)
	if err != nil {
		return product{}, err
	}
	c, err := r.check(ctx, in, content)
	if err != nil {
		return product{}, err
	}
	for _, note := range c.notes {
		r.note(note)
	}
	if c.extra, err = in.brief(c.doc, f.options); err != nil {
		return product{}, fmt.Errorf("%s is unchanged: %w", in.display, err)
	}
	result, err := f.carryOut(ctx, action, c, r.grammar.grammar, r, in)
	switch {
	case err != nil && ctx.Err() != nil:
		return product{}, fmt.Errorf("interrupted, so %s is unchanged; run the same command again to go on%s", in.display, f.keeps())
	case f.model() && byModelOnly(err):
		return product{}, fmt.Errorf("%s: %w; pass --engine builtin to do without a model", in.display, err)
	case err != nil:
		return product{}, fmt.Errorf("%s is unchanged: %w", in.display, err)
	}
	after, err := text.ApplyEdits(content, result.Edits)
	if err != nil {
		return product{}, err
	}
	return product{in: in, action: action, result: result, before: c.doc, after: document.Parse(text.NewMapper(after), c.doc)}, nil
}

// keeps says what an interrupted run leaves for the next one.
func (f runFlags) keeps() string {
	if !f.model() {
		return ""
	}
	return ", and what a model has answered is not paid for again"
}

// byModelOnly says whether an error is one that the program by itself would not have.
func byModelOnly(err error) bool {
	var refused *persona.ReplyError
	return llm.KindOf(err) != "" || errors.As(err, &refused)
}

// input is what the flags say that the action works on.
func (f runFlags) input(action actions.Action, c checked, grammar actions.Grammar, from input) (actions.Input, error) {
	in := actions.Input{Doc: c.doc, Path: c.rel, Report: c.report, Grammar: grammar, Extra: c.extra, Now: time.Now()}
	in.Options = map[string]string{actions.OptionMode: from.place.Config.QuestionsMode}
	return in, f.say(&in, action)
}

// carryOut runs the action on what the flags say.
func (f runFlags) carryOut(ctx context.Context, action actions.Action, c checked, grammar actions.Grammar, r *reviewer, from input) (actions.Result, error) {
	in, err := f.input(action, c, grammar, from)
	if err != nil {
		return actions.Result{}, err
	}
	if f.model() && action.Model != nil {
		if in.Reviewer, err = r.model.of(from.place); err != nil {
			return actions.Result{}, err
		}
		in.Decided, in.Progress = decidedOf(from, c), func(p persona.Progress) { r.tell(p.String()) }
	}
	result, err := action.Run(ctx, in)
	if err == nil && result.Conflict != nil {
		err = fmt.Errorf("you have edited the block %q since it was written; pass --overwrite %s or --overwrite %s",
			result.Conflict.Block, actions.OverwriteReplace, actions.OverwriteBeside)
	}
	return result, err
}

// say puts what the flags say into the input of an action.
func (f runFlags) say(in *actions.Input, action actions.Action) error {
	if err := readOptions(f.options, in.Options); err != nil {
		return err
	}
	if f.mode != "" {
		in.Options[actions.OptionMode] = f.mode
	}
	if f.overwrite != "" {
		in.Options[actions.OptionOverwrite] = f.overwrite
	}
	if f.section == "" {
		return nil
	}
	if !action.Takes("section") {
		return fmt.Errorf("%q works on the whole document; leave --section out", action.ID)
	}
	var err error
	in.Section, err = in.Doc.FindSection(f.section)
	return err
}
