package mermaid

import (
	"context"
	"fmt"

	"github.com/designls/designls/server/text"
)

// maxFixes is how many ways out are offered for one error.
const maxFixes = 3

// Explain says in words what is wrong with a source that does not parse, and
// offers fixes. A slip is named only when mending it makes the source parse, or
// parse further; every fix has been parsed. An error means that the grammar could
// not be asked; the issue is then one without fixes.
func (g *Grammar) Explain(ctx context.Context, v Verdict, source string) (Issue, error) {
	if v.OK || v.Error == nil {
		return Issue{}, nil
	}
	if otherLanguage(source) {
		return plainIssue(v, source), nil
	}
	s := newSearch(g, source, explainTries)
	good, further, err := s.all(ctx, v, source, maxFixes)
	if err != nil {
		return plainIssue(v, source), err
	}
	if len(good) > 0 {
		return mended(good), nil
	}
	issue := plainIssue(v, source)
	if further != nil {
		issue = Issue{Span: further.span, Message: further.message}
	}
	issue.Fixes, err = s.otherFixes(ctx, v, source)
	return issue, err
}

// mended is the issue that the first of several remedies mends.
func mended(good []attempt) Issue {
	issue := Issue{Span: good[0].span, Message: good[0].message}
	for i, a := range good {
		issue.Fixes = append(issue.Fixes, Fix{Title: a.title, Edits: a.edits, Preferred: i == 0 && !a.guess})
	}
	return issue
}

// otherFixes are for a source that no single remedy mends: several of them, or
// the line as a comment.
func (s *search) otherFixes(ctx context.Context, v Verdict, source string) ([]Fix, error) {
	fixed, notes, ok, err := s.repair(ctx, source, false)
	if err != nil {
		return nil, err
	}
	if ok {
		return []Fix{{Title: fmt.Sprintf("Mend the diagram: %d changes", len(notes)), Edits: text.Diff(source, fixed), Preferred: true}}, nil
	}
	a, err := s.comment(ctx, v, source)
	if err != nil || a == nil || !a.verdict.OK {
		return nil, err
	}
	return []Fix{{Title: a.title, Edits: a.edits}}, nil
}

// plainIssue says what mermaid says, in better words.
func plainIssue(v Verdict, source string) Issue {
	return Issue{Span: v.Error.Span, Message: inWords(v, source)}
}
