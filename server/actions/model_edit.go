package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/text"
)

// stated are the flows of the document.
func (a *assignment) stated() []diagram.Flow {
	var flows []diagram.Flow
	for _, f := range a.graph().Flows {
		flows = append(flows, *f)
	}
	return flows
}

// modelFix mends a diagram: by itself where the slips are the usual ones, else by
// what the model makes of it.
func modelFix(ctx context.Context, a *assignment) (draft, error) {
	if len(a.base.edits) > 0 || a.base.summary != "" {
		return a.base, nil
	}
	f, err := a.brokenBlock(ctx)
	if err != nil {
		return draft{}, err
	}
	t := a.task()
	t.Selection = f.span
	source, usage, err := a.in.Reviewer.Diagram(ctx, t, a.report)
	if err != nil {
		return draft{}, err
	}
	fixed := strings.TrimRight(source, "\n") + "\n"
	if eol := text.EOL(a.doc.Text.Content()); eol != "\n" {
		fixed = strings.ReplaceAll(fixed, "\n", eol)
	}
	line := a.doc.Text.LineOf(f.span.Start) + 1
	return draft{
		edits: f.edits(a.doc.Text.Content(), fixed), text: fixed,
		summary: fmt.Sprintf("%s mended the diagram at line %d%s; mermaid accepts it.", a.in.Reviewer.Name(), line, tokens(usage)),
	}, nil
}

// modelChange works a requirement into the author's text, and keeps an account of
// what changed and why.
func modelChange(ctx context.Context, a *assignment) (draft, error) {
	if strings.TrimSpace(a.in.Options[prompts.OptionChange]) == "" && a.in.Selection.Len() == 0 && a.prompt.ID == "apply-change" {
		return draft{}, &Refusal{Reason: `say what is to change: select the new requirement in the document, or give it in the option "change"`}
	}
	c, err := a.in.Reviewer.Changes(ctx, a.task(), a.report)
	if err != nil {
		return draft{}, err
	}
	name := a.in.Reviewer.Name()
	if len(c.List) == 0 {
		said := strings.TrimSpace(c.Summary + " " + strings.Join(c.Left, " "))
		return draft{summary: fmt.Sprintf("%s changed nothing%s. %s", name, tokens(c.Usage), said)}, nil
	}
	d := draft{body: account(c, a.outdated(c)), author: name}
	eol := text.EOL(a.doc.Text.Content())
	for _, change := range c.List {
		change.Edit.New = strings.ReplaceAll(change.Edit.New, "\n", eol)
		d.edits = append(d.edits, change.Edit)
	}
	d.summary = fmt.Sprintf("%s made %s%s. %s", name, count(len(c.List), "change"), tokens(c.Usage), c.Summary)
	if len(c.Left) > 0 {
		d.summary += fmt.Sprintf(" %s could not be placed.", count(len(c.Left), "change"))
	}
	return d, nil
}

// outdated are the generated parts that were made from what has changed. Only their
// own actions write them again.
func (a *assignment) outdated(c reviewer.Changes) []string {
	var names []string
	for _, b := range a.doc.Blocks {
		var from *document.Section // nil for the whole document
		if slug := b.Attrs["section"]; slug != "" {
			from = a.doc.Anchor(slug)
		}
		touched := b.Source != "" && (from == nil || slices.ContainsFunc(c.List, func(one reviewer.Change) bool { return from.Deep.Overlaps(one.Edit.Span) }))
		own := slices.IndexFunc(prompts.All(), func(p prompts.Prompt) bool { return p.Kind == b.Kind })
		if touched && own >= 0 && b.Kind != questions.Kind {
			names = append(names, fmt.Sprintf("%s (`%s`)", prompts.All()[own].Title, b.ID))
		}
	}
	return names
}

// account says what changed and why.
func account(c reviewer.Changes, outdated []string) string {
	parts := []string{"## What changed and why"}
	if c.Summary != "" {
		parts = append(parts, harmless(c.Summary))
	}
	var made []string
	for _, change := range c.List {
		where := change.Section
		if where == "" {
			where = "Beginning"
		}
		made = append(made, fmt.Sprintf("**%s**: %s", harmless(where), harmless(change.Reason)))
	}
	parts = append(parts, bullets(made))
	for _, list := range []struct {
		title string
		items []string
	}{{"Looked at, and still right", c.Unaffected}, {"Made from what has changed, so to be run again", outdated}, {"Only you can answer", c.Open}, {"Not done", c.Left}} {
		if len(list.items) == 0 {
			continue
		}
		var items []string
		for _, item := range list.items {
			items = append(items, harmless(oneLine(item)))
		}
		parts = append(parts, "**"+list.title+"**\n\n"+bullets(items))
	}
	return strings.Join(parts, "\n\n")
}

// withAccount makes edits of the author's text together with the block that says
// what they are: all of it or nothing.
func withAccount(in Input, kind string, d draft) (Result, error) {
	content := in.Doc.Text.Content()
	if err := sound(in.Doc, d.edits); err != nil {
		return Result{}, err
	}
	after, err := text.ApplyEdits(content, d.edits)
	if err != nil {
		return Result{}, err
	}
	changed := in
	changed.Doc, changed.Section = document.Parse(text.NewMapper(after), in.Doc), nil
	changed.Options = map[string]string{OptionOverwrite: OverwriteBeside} // what the author noted in an earlier account stays
	d.placed, d.at = true, len(after)
	result := place(changed, kind, d)
	if err := check(changed.Doc, result); err != nil {
		return Result{}, err
	}
	final, err := text.ApplyEdits(after, result.Edits)
	if err != nil {
		return Result{}, err
	}
	result.Edits = text.Diff(content, final)
	return result, nil
}

// sound sees that edits of the author's text leave its outline and all generated
// blocks as they are; there may be more sections than before.
func sound(d *document.Document, edits []text.Edit) error {
	after, err := text.ApplyEdits(d.Text.Content(), edits)
	if err != nil {
		return fmt.Errorf("the changes do not fit the document, which is unchanged: %w", err)
	}
	now := document.Parse(text.NewMapper(after), d)
	rest := now.Sections[1:]
	for _, s := range d.Sections[1:] {
		for len(rest) > 0 && rest[0].Title() != s.Title() {
			rest = rest[1:]
		}
		if len(rest) == 0 && !touched(edits, s.Heading.Span) {
			return fmt.Errorf("after the changes the section %q would not be there any more, so none is made and the document is unchanged; run the action again", s.Title())
		}
	}
	for _, b := range d.Blocks {
		kept := now.Block(b.ID)
		if kept == nil || kept.Span.Of(after) != b.Span.Of(d.Text.Content()) {
			return fmt.Errorf("the changes would reach into the generated block %q, so none is made and the document is unchanged; run its own action again instead", b.ID)
		}
	}
	if len(now.Blocks) != len(d.Blocks) || len(now.Problems) > len(d.Problems) {
		return fmt.Errorf("after the changes the document would be read otherwise, so none is made and it is unchanged; run the action again")
	}
	return nil
}

// touched says whether one of the edits is about a span.
func touched(edits []text.Edit, span text.Span) bool {
	for _, e := range edits {
		if e.Span.Overlaps(span) {
			return true
		}
	}
	return false
}
