package actions

import (
	"context"
	"fmt"

	"github.com/designls/designls/server/reviewer"
)

// basisAttr is the attribute of a block that says what a model has read for it.
const basisAttr = "read"

// modelSummary has the model sum up what is known. When it has done so before it is
// sent its summary with what has changed since, and nothing else of the document.
func modelSummary(ctx context.Context, a *assignment) (draft, error) {
	t := a.task()
	var basis reviewer.Basis
	if block := a.earlier(); block != nil {
		if known, ok := reviewer.ParseBasis(block.Attrs[basisAttr]); ok {
			if news, little := known.Since(a.doc, a.in.Section); little {
				t.Since, basis = &news, known
			}
		}
	}
	if n := t.Since; n != nil && len(n.Sections)+len(n.Questions) == 0 {
		return draft{summary: "Nothing has changed since this summary, so nothing was sent. Remove its block to have it written anew."}, nil
	}
	p, err := a.in.Reviewer.Prose(ctx, t, a.report)
	if err != nil {
		return draft{}, err
	}
	said := a.wrote(p)
	if n := t.Since; n != nil {
		said += fmt.Sprintf(" Only what has changed was sent: %s.", counted(n))
	}
	d := a.placedLike(p.Markdown, said)
	if read := basis.Read(a.doc, a.in.Section, p.Sent).String(); read != "" {
		d.attrs = []string{basisAttr + "=" + read}
	}
	return d, nil
}

// counted says how much has changed.
func counted(n *reviewer.News) string {
	sections, answers := count(len(n.Sections), "section"), count(len(n.Questions), "answer")
	switch {
	case len(n.Questions) == 0:
		return sections
	case len(n.Sections) == 0:
		return answers
	}
	return sections + " and " + answers
}
