package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/finding"
)

// modelFindings has the model look for flaws. They join those of the rules; an
// action that lays them out writes them into its block, too.
func modelFindings(ctx context.Context, a *assignment) (draft, error) {
	f, err := a.in.Reviewer.Findings(ctx, a.task(), a.report)
	if err != nil {
		return draft{}, err
	}
	name := a.in.Reviewer.Name()
	found := append(slices.Clone(a.base.findings), f.Open...)
	slices.SortStableFunc(found, finding.Compare)
	summary := fmt.Sprintf("%s by %s%s: %s", a.prompt.Title, name, tokens(f.Usage), f)
	if a.prompt.Kind == "" || len(f.Open) == 0 && a.base.body == "" {
		return draft{findings: found, model: name, summary: summary}, nil
	}
	d := a.base
	if d.body == "" {
		d.body = "## " + a.prompt.Title
	}
	for _, one := range f.Open {
		d.body += "\n\n" + a.laidOut(one)
	}
	d.findings, d.model, d.author, d.summary = found, name, name, summary
	return d, nil
}

// laidOut is a finding as a passage of a block.
func (a *assignment) laidOut(f finding.Finding) string {
	head := fmt.Sprintf("**“%s”**%s", clip(oneLine(f.Quote), 160), source(a.doc.SectionAt(f.Span.Start)))
	parts := []string{head, harmless(strings.TrimSpace(f.Message + " " + f.Why))}
	var options []string
	for _, option := range f.Options {
		options = append(options, harmless(option))
	}
	if len(options) > 0 {
		parts = append(parts, bullets(options))
	}
	return strings.Join(parts, "\n\n")
}

// harmless keeps a line of a model's from being read as HTML or as a comment of ours.
func harmless(s string) string { return strings.ReplaceAll(s, "<", "&lt;") }
