package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/fatih/color"

	"github.com/designls/designls/cmd/designls/report"
	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/text"
)

// deliver prints what an action made, or writes it.
func (p product) deliver(ctx context.Context, s streams, f runFlags, g *mermaid.Grammar) error {
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
		diff := p.diff()
		p.sayIfEmpty(s.err, diff)
		return printDiff(s.out, diff)
	}
	drawn, err := p.drawn(ctx, s, f, g)
	if err != nil {
		return err
	}
	markdown := p.markdown() + drawn
	p.sayIfEmpty(s.err, markdown)
	_, err = io.WriteString(s.out, markdown)
	return err
}

// sayIfEmpty says on stderr why nothing is printed.
func (p product) sayIfEmpty(stderr io.Writer, output string) {
	if strings.TrimSpace(output) == "" {
		complain(stderr, fmt.Errorf("%s: %s", p.in.display, p.result.Summary))
	}
}

// write changes the document and its pictures, all or nothing. A picture that is
// as it should be is left alone.
func (p product) write() error {
	var changes []change
	for _, f := range p.result.Files {
		c, err := newChange(beside(p.in.path, f.Path), f.Content, false)
		if err != nil {
			return fmt.Errorf("%s is unchanged: %w", p.in.display, err)
		}
		if c.before == nil || *c.before != c.after {
			changes = append(changes, c)
		}
	}
	if len(p.result.Edits) > 0 {
		before := p.before.Text.Content()
		changes = append(changes, change{p.in.path, &before, p.after.Text.Content()})
	}
	return applyChanges(changes)
}

// diff is how the document would change, and its pictures.
func (p product) diff() string {
	diff := text.Unified("a/"+p.in.display, "b/"+p.in.display, p.before.Text.Content(), p.after.Text.Content())
	for _, f := range p.result.Files {
		name := filepath.ToSlash(beside(p.in.display, f.Path))
		before, old := "", "/dev/null"
		if current, err := os.ReadFile(beside(p.in.path, f.Path)); err == nil {
			before, old = string(current), "a/"+name
		}
		diff += text.Unified(old, "b/"+name, before, f.Content)
	}
	return diff
}

// markdown is the text of the block that the action wrote, without its markers, or
// what it wrote into the author's text.
func (p product) markdown() string {
	if p.result.Text != "" {
		return strings.TrimRight(p.result.Text, "\r\n") + text.EOL(p.after.Text.Content())
	}
	block := p.after.Block(p.result.Block)
	if block == nil {
		return p.remarks()
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
	Files    []jsonFile `json:"files,omitempty"`

	Findings []jsonRemark `json:"findings,omitempty"`
}

// jsonFile is a picture that belongs to the edits.
type jsonFile struct {
	Path    string `json:"path"` // relative to the document
	Content string `json:"content"`
}

// jsonEdit is a text edit of the protocol: zero-based, UTF-16.
type jsonEdit struct {
	Range   report.Range `json:"range"`
	NewText string       `json:"newText"`
}

func (p product) printJSON(w io.Writer) error {
	out := jsonProduct{
		Version: 1, Action: p.action.ID, File: p.in.display, Summary: p.result.Summary,
		Block: p.result.Block, Markdown: p.markdown(), Diff: p.diff(), Edits: []jsonEdit{}, Findings: p.jsonRemarks(),
	}
	for _, e := range p.result.Edits {
		out.Edits = append(out.Edits, jsonEdit{Range: report.RangeOf(p.before.Text, e.Span), NewText: e.New})
	}
	for _, f := range p.result.Files {
		out.Files = append(out.Files, jsonFile(f))
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
