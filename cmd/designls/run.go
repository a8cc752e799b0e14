package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/actions"
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
Where an action cannot be carried out, stderr says why, and it exits with 2.

With --option an action is told more: change is the new requirement for apply-change, topic
what deep-dive and justify-technology are about, problem the task of a walkthrough or an
interview, brief a file that states it, minutes how long the interview has lasted,
pause=true stops its clock until you go on, and finish=true closes it.

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
