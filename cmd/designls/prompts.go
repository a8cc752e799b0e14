package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

type promptFlags struct {
	section string
	mode    string
	options []string
	model   string
	window  int
}

func newPrompts(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "prompts",
		Short:   "Show what a model would be sent, or check a prompt of your team",
		Example: "  designls prompts show critique design.md\n  designls prompts check .designls/prompts/privacy.md",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newPromptsShow(s), newPromptsCheck(s))
	return cmd
}

func newPromptsShow(s streams) *cobra.Command {
	var f promptFlags
	cmd := &cobra.Command{
		Use:   "show ACTION FILE",
		Short: "Print exactly what an action would send to a model",
		Long: `show prints what an action would send to a model about a document, after secrets were
replaced: the system text, the messages and the schema of the reply, and before them what is
in the request, with tokens, and what was left out. Nothing is sent.`,
		Example: "  designls prompts show critique design.md\n  designls prompts show deep-dive design.md --section \"Read path\" --window 16384",
		Args:    exactly("ACTION", "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return showPrompt(cmd.Context(), s, f, args[0], args[1])
		},
	}
	cmd.Flags().StringVar(&f.section, "section", "", "work on the section with this `HEADING` or anchor only")
	cmd.Flags().StringVar(&f.mode, "mode", "", "how much: `MODE` short for a time-boxed discussion, or full")
	cmd.Flags().StringArrayVar(&f.options, "option", nil, "tell the action something: `KEY=VALUE`, with one of the keys "+strings.Join(runOptions, ", "))
	cmd.Flags().StringVar(&f.model, "model", "", "count tokens as the model with this `NAME` does")
	cmd.Flags().IntVar(&f.window, "window", 0, "what fits into the model, in `TOKENS`; 0 assumes a small model")
	return cmd
}

func newPromptsCheck(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "Say whether a file can be a prompt of your team",
		Long: `check says whether a file can be a prompt of your team, and where it is wrong and how when it
cannot; then it exits with 1.`,
		Example: "  designls prompts check .designls/prompts/privacy.md",
		Args:    exactly("FILE"),
		RunE:    func(_ *cobra.Command, args []string) error { return checkPrompt(s, args[0]) },
	}
}

func checkPrompt(s streams, file string) error {
	content, err := workspace.Read(file)
	if err != nil {
		return err
	}
	p, problems := prompts.Parse(content, prompts.Taken())
	for _, problem := range problems {
		place := text.NewMapper(content).OffsetPosition(problem.Span.Start, text.UTF32)
		complain(s.err, fmt.Errorf("%s:%s: %s", shorten(file), place, problem.Message))
	}
	if len(problems) > 0 {
		return exitError{code: exitFindings}
	}
	_, err = fmt.Fprintf(s.out, "%s is the action %q (%s)\n", shorten(file), p.ID, p.Title)
	return err
}
