package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/tokens"
	persona "github.com/designls/designls/server/reviewer"
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
		Short:   "Show what a model would be sent, or check a prompt of your own",
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
		Example: "  designls prompts show critique design.md\n  designls prompts show deep-dive design.md --section Storage --window 16384",
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
		Use:     "check FILE",
		Short:   "Say whether a file can be a prompt of your team",
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

func showPrompt(ctx context.Context, s streams, f promptFlags, id, file string) error {
	r := newReviewer(s, "")
	defer r.grammar.close()
	in, err := r.named(file)
	if err != nil {
		return err
	}
	p, err := findPrompt(in.place, id)
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
	t, err := f.task(p, in, c)
	if err != nil {
		return err
	}
	b, err := persona.NewBrief(t, tokens.For(f.model), llm.Window{Context: f.window})
	if err != nil {
		return fmt.Errorf("%s: %w", in.display, err)
	}
	return printBrief(s.out, b)
}

// findPrompt finds the prompt of an action, built in or of the folder's team.
func findPrompt(here *place, id string) (prompts.Prompt, error) {
	var ids []string
	for _, p := range slices.Concat(prompts.All(), here.Prompts()) {
		if p.ID == id {
			return p, nil
		}
		ids = append(ids, p.ID)
	}
	return prompts.Prompt{}, usageError{unknown("action", id, ids)}
}

// task is what the action would ask of the reviewer.
func (f promptFlags) task(p prompts.Prompt, in input, c checked) (persona.Task, error) {
	t := persona.Task{Prompt: p, Doc: c.doc, Path: c.rel, Report: c.report, Options: map[string]string{"mode": f.mode}}
	t.Graph = func() *diagram.Graph { return diagram.Extract(c.doc) }
	_, t.Decided = in.place.ledger.Split(c.rel, c.report.Findings)
	if err := readOptions(f.options, t.Options); err != nil {
		return t, err
	}
	var err error
	if t.Extra, err = in.brief(c.doc, f.options); err != nil {
		return t, err
	}
	if f.section != "" {
		t.Section, err = c.doc.FindSection(f.section)
	}
	return t, err
}

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
