package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"

	"github.com/designls/designls/cmd/designls/report"
	"github.com/designls/designls/server/text"
)

// deliver prints what an action made, or writes it.
func (p product) deliver(s streams, f runFlags) error {
	if f.write {
		if err := p.write(); err != nil {
			return err
		}
	}
	switch {
	case f.format == formatJSON:
		return p.printJSON(s.out)
	case f.write:
		_, err := fmt.Fprintf(s.out, "%s: %s\n", p.in.display, p.result.Summary)
		return err
	case f.diff:
		return printDiff(s.out, p.diff())
	}
	_, err := io.WriteString(s.out, p.markdown())
	return err
}

func (p product) write() error {
	if len(p.result.Edits) == 0 {
		return nil
	}
	return replaceFile(p.in.path, p.before.Text.Content(), p.after.Text.Content())
}

func (p product) diff() string {
	return text.Unified("a/"+p.in.display, "b/"+p.in.display, p.before.Text.Content(), p.after.Text.Content())
}

// markdown is the text of the block that the action wrote, without its markers, or
// what it wrote into the author's text.
func (p product) markdown() string {
	if p.result.Text != "" {
		return strings.TrimRight(p.result.Text, "\r\n") + text.EOL(p.after.Text.Content())
	}
	block := p.after.Block(p.result.Block)
	if block == nil {
		return ""
	}
	return strings.Trim(block.Inner.Of(p.after.Text.Content()), "\r\n") + text.EOL(p.after.Text.Content())
}

// jsonProduct is the contract with programs that read `run --format json`.
type jsonProduct struct {
	Version  int        `json:"version"`
	Action   string     `json:"action"`
	File     string     `json:"file"`
	Summary  string     `json:"summary"`
	Block    string     `json:"block"`
	Markdown string     `json:"markdown"`
	Diff     string     `json:"diff"`
	Edits    []jsonEdit `json:"edits"`
}

// jsonEdit is a text edit of the protocol: zero-based, UTF-16.
type jsonEdit struct {
	Range   report.Range `json:"range"`
	NewText string       `json:"newText"`
}

func (p product) printJSON(w io.Writer) error {
	out := jsonProduct{
		Version: 1, Action: p.action.ID, File: p.in.display, Summary: p.result.Summary,
		Block: p.result.Block, Markdown: p.markdown(), Diff: p.diff(), Edits: []jsonEdit{},
	}
	for _, e := range p.result.Edits {
		out.Edits = append(out.Edits, jsonEdit{Range: report.RangeOf(p.before.Text, e.Span), NewText: e.New})
	}
	return report.Encode(w, out)
}

var diffColors = []struct {
	prefix string
	color  color.Attribute
}{
	{"---", color.Bold}, {"+++", color.Bold}, {"@@", color.FgCyan}, {"-", color.FgRed}, {"+", color.FgGreen},
}

// printDiff prints a unified diff, colored on a terminal.
func printDiff(w io.Writer, diff string) error {
	if !textOptions(w).Color {
		_, err := io.WriteString(w, diff)
		return err
	}
	for line := range strings.Lines(diff) {
		if _, err := io.WriteString(w, paintDiffLine(line)); err != nil {
			return err
		}
	}
	return nil
}

func paintDiffLine(line string) string {
	for _, c := range diffColors {
		if strings.HasPrefix(line, c.prefix) {
			paint := color.New(c.color)
			paint.EnableColor()
			return paint.Sprint(strings.TrimSuffix(line, "\n")) + "\n"
		}
	}
	return line
}
