package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm"
	persona "github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

type runFlags struct {
	section   string
	diff      bool
	write     bool
	format    string
	mode      string
	overwrite string
	engineFlags
	drawing string
	output  string
	force   bool
	options []string
}

func newRun(s streams) *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "run ACTION FILE",
		Short: "Run an action on a document",
		Long: `run runs an action, such as asking clarifying questions, and prints the markdown that it
makes. With --diff it prints how the document would change, with --write it changes it,
whole or not at all. "-" as FILE reads standard input. "designls actions" lists the actions.

On a terminal, diagrams are also drawn as text below the markdown. With --format svg they
are written as pictures, beside the document and named after it, such as design.context.svg.
A file that designls has not written is never replaced without --force.`,
		Example: `  designls run summarize design.md
  designls run ask-questions design.md --mode short --diff
  designls run insert-overview design.md --write
  designls run deep-dive design.md --option topic="write-ahead log"
  designls run apply-change design.md --option change="It must be 99.99% available."
  designls run diagram-whiteboard design.md --format svg -o whiteboard.svg`,
		Args: exactly("ACTION", "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runAction(cmd.Context(), s, f, args[0], args[1])
		},
	}
	cmd.Flags().StringVar(&f.section, "section", "", "work on the section with this `HEADING` or anchor only")
	cmd.Flags().StringArrayVar(&f.options, "option", nil, "tell the action more, as `KEY=VALUE`: "+strings.Join(runOptions, ", "))
	cmd.Flags().BoolVar(&f.diff, "diff", false, "print how the document would change")
	cmd.Flags().BoolVar(&f.write, "write", false, "change the document")
	cmd.Flags().StringVar(&f.format, "format", formatMarkdown, "print as `FORMAT`: "+strings.Join(runFormats, ", "))
	cmd.Flags().StringVar(&f.mode, "mode", "", "how much: `MODE` short for a time-boxed discussion, or full")
	cmd.Flags().StringVar(&f.overwrite, "overwrite", "", "what becomes of a block that you edited: `CHOICE` replace it, or beside to keep both")
	cmd.Flags().StringVar(&f.drawing, "drawing", drawingAuto, "draw diagrams as text below the markdown: `WHEN` auto (on a terminal), always or never")
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "with --format svg, write the picture to this `FILE`; \"-\" is standard output")
	cmd.Flags().BoolVar(&f.force, "force", false, "with --format svg, replace a file that designls has not written")
	f.engineFlags.add(cmd)
	cmd.PreRunE = exclusive("diff", "write")
	return cmd
}

const (
	formatMarkdown = "markdown"
	formatJSON     = "json"
	formatSVG      = "svg"

	drawingAuto   = "auto"
	drawingAlways = "always"
	drawingNever  = "never"
)

var runFormats = []string{formatMarkdown, formatJSON, formatSVG}

func (f runFlags) check() error {
	if err := checkName("format", f.format, runFormats); err != nil {
		return err
	}
	if f.mode != "" {
		if err := checkName("mode", f.mode, []string{actions.ModeShort, actions.ModeFull}); err != nil {
			return err
		}
	}
	if f.overwrite != "" {
		if err := checkName("choice for --overwrite", f.overwrite, []string{actions.OverwriteReplace, actions.OverwriteBeside}); err != nil {
			return err
		}
	}
	if err := f.checkPicture(); err != nil {
		return err
	}
	if err := readOptions(f.options, map[string]string{}); err != nil {
		return err
	}
	return f.engineFlags.check()
}

// checkPicture checks the flags that are about drawing.
func (f runFlags) checkPicture() error {
	if err := checkName("drawing", f.drawing, []string{drawingAuto, drawingAlways, drawingNever}); err != nil {
		return err
	}
	switch {
	case f.format != formatSVG && (f.output != "" || f.force):
		return usageError{"--output and --force are for --format svg"}
	case f.format == formatSVG && (f.write || f.diff):
		return usageError{"--format svg writes a picture and leaves the document alone; leave --write and --diff out"}
	}
	return nil
}

func runAction(ctx context.Context, s streams, f runFlags, id, file string) error {
	if err := f.check(); err != nil {
		return err
	}
	if f.write && file == stdinName {
		return usageError{"standard input cannot be written to; leave --write out, or name a file"}
	}
	if f.format == formatSVG && file == stdinName && f.output == "" {
		return usageError{"a picture of standard input has no name; give it one with --output"}
	}
	r := newReviewer(s, "")
	defer r.grammar.close()
	r.model = newModelReviewer(s, f.yes, r.grammar.grammar, r.note)
	defer r.model.close()
	in, err := r.named(file)
	if err != nil {
		return err
	}
	action, err := findAction(in.place, id)
	if err != nil {
		return err
	}
	p, err := produce(ctx, s, r, f, action, file)
	if err != nil {
		return err
	}
	if f.format == formatSVG {
		return p.writePictures(ctx, s, f, r.grammar.grammar)
	}
	return p.deliver(ctx, s, f, r.grammar.grammar)
}

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
	if f.model() && byModelOnly(err) {
		err = fmt.Errorf("%w; pass --engine builtin to do without a model", err)
	}
	if err != nil {
		return product{}, fmt.Errorf("%s is unchanged: %w", in.display, err)
	}
	after, err := text.ApplyEdits(content, result.Edits)
	if err != nil {
		return product{}, err
	}
	return product{in: in, action: action, result: result, before: c.doc, after: document.Parse(text.NewMapper(after), c.doc)}, nil
}

// byModelOnly says whether an error is one that the program by itself would not have.
func byModelOnly(err error) bool {
	var refused *persona.ReplyError
	return llm.KindOf(err) != "" || errors.As(err, &refused)
}

// carryOut runs the action on what the flags say.
func (f runFlags) carryOut(ctx context.Context, action actions.Action, c checked, grammar actions.Grammar, r *reviewer, from input) (actions.Result, error) {
	in := actions.Input{Doc: c.doc, Path: c.rel, Report: c.report, Options: map[string]string{}, Grammar: grammar, Extra: c.extra, Now: time.Now()}
	if err := readOptions(f.options, in.Options); err != nil {
		return actions.Result{}, err
	}
	if f.mode != "" {
		in.Options[actions.OptionMode] = f.mode
	}
	if f.overwrite != "" {
		in.Options[actions.OptionOverwrite] = f.overwrite
	}
	if f.section != "" {
		if !action.Takes("section") {
			return actions.Result{}, fmt.Errorf("%q works on the whole document; leave --section out", action.ID)
		}
		section, err := c.doc.FindSection(f.section)
		if err != nil {
			return actions.Result{}, err
		}
		in.Section = section
	}
	if f.model() && action.Model != nil {
		var err error
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
