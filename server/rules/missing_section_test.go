package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// filler is more text than a short draft has, and says nothing.
var filler = strings.Repeat("The exporter reads pages of a thousand rows and writes them to a file. ", 12)

// outlined makes a document of headings, "## Goals" or "### Reads: text".
func outlined(headings string) string {
	var b strings.Builder
	for _, heading := range strings.Split(headings, "|") {
		heading, body, _ := strings.Cut(heading, ": ")
		b.WriteString(heading + "\n\n" + body + "\n\n")
	}
	return b.String() + filler + "\n"
}

func missing(t *testing.T, content string, env Environment) []finding.Finding {
	t.Helper()
	return NewChecker([]Rule{missingSection}).Check(document.Parse(text.NewMapper(content), nil), env).Findings
}

func subjects(found []finding.Finding) string {
	var all []string
	for _, f := range found {
		all = append(all, f.Subject)
	}
	return strings.Join(all, ",")
}

func TestMissingSection(t *testing.T) {
	const design = "# Feed design doc|## Context|## Goals|## Non-goals|## Design|## Alternatives considered"
	tests := []struct{ name, content, path, style, want string }{
		{"complete", outlined(design), "", "", ""},
		{"no alternatives", outlined("# Feed design doc|## Context|## Goals|## Non-goals|## Design"), "", "", "alternatives"},
		{"by other names", outlined("# Feed design doc|## Background|## Objectives|## Out of scope|## Architecture|## Ideas we rejected"), "", "", ""},
		{"two", outlined("# Feed design doc|## Context|## Goals|## Design"), "", "", "alternatives,non-goals"},
		{"by a label", outlined("# Feed design doc|## Context|## Goals: **Non-goals.** Ranking is not part of it.|## Design: Alternatives: none was cheaper."), "", "", ""},
		{"in passing", outlined("# Feed design doc|## Context|## Goals: Ranking is out of scope.|## Design: An alternative was considered and rejected."), "", "", ""},
		{"generated text is no section", outlined("# Feed design doc|## Context|## Goals|## Non-goals|## Design") +
			"\n<!-- designls:begin r kind=recap source=000000000000 body=000000000000 -->\n## Alternatives considered\n\nx\n<!-- designls:end r -->\n", "", "", "alternatives"},
		{"style unknown", outlined("# Notes|## Monday|## Tuesday"), "", "", ""},
		{"style declared", "---\ndesignls:\n  template: adr\n---\n" + outlined("# Use a queue|## Context"), "", "", "consequences,decision"},
		{"style of the workspace", outlined("# Use a queue|## Context"), "", "adr", "consequences,decision"},
		{"style of the path", outlined("# Use a queue|## Status|## Context|## Decision"), "docs/adr/0004-queue.md", "", "consequences"},
		{"short draft", "# Feed design doc\n\n## Context\n\n## Goals\n\n## Design\n", "", "", ""},
		{"index", outlined("# Feed design doc|## Context|## Goals|## Design"), "docs/design/README.md", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found := missing(t, test.content, Environment{Path: test.path, Style: test.style})
			if got := subjects(found); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			for _, f := range found {
				checkFinding(t, test.content, f)
				if !strings.HasPrefix(f.Quote, "# ") {
					t.Errorf("it quotes %q and not the title", f.Quote)
				}
			}
		})
	}
}

func TestMissingSectionIsInsertedInItsPlace(t *testing.T) {
	tests := []struct{ name, content, style, before, want string }{
		{"after the section before it", "# Feed design doc|## Context|## Goals|### Later|## Design|## Rejected ideas", "", "## Design", "## Non-goals"},
		{"before the first", "# Use a queue|## Decision|## Consequences", "adr", "## Decision", "## Context"},
		{"at the end", "# Use a queue|## Context|## Decision", "adr", "", "## Consequences"},
		{"without a title", "# Context|# Decision", "adr", "", "# Consequences"},
		{"under its parent", "# KEP-1: X|## Summary|## Motivation|### Goals|## Proposal|## Design Details|### Test Plan|### Graduation Criteria|## Alternatives", "kep", "## Proposal", "### Non-Goals"},
	}
	for _, test := range tests {
		for _, eol := range []string{"\n", "\r\n"} {
			t.Run(test.name, func(t *testing.T) {
				before := strings.ReplaceAll(outlined(test.content), "\n", eol)
				found := missing(t, before, Environment{Style: test.style})
				if len(found) != 1 {
					t.Fatalf("got %s", subjects(found))
				}
				after, err := text.ApplyEdits(before, found[0].Fixes[0].Edits)
				if err != nil {
					t.Fatal(err)
				}
				if eol == "\r\n" && strings.Contains(strings.ReplaceAll(after, eol, ""), "\n") {
					t.Errorf("mixed line endings in %q", after)
				}
				if again := missing(t, after, Environment{Style: test.style}); len(again) > 0 {
					t.Errorf("still missing in %q", after)
				}
				if got := headingBefore(after, test.before); got != test.want {
					t.Errorf("%q stands before %q, want %q", got, test.before, test.want)
				}
			})
		}
	}
}

// headingBefore is the line of the last heading before another, or of the last.
func headingBefore(content, heading string) string {
	doc := document.Parse(text.NewMapper(content), nil)
	last := ""
	for _, s := range doc.Sections {
		if s.Heading == nil {
			continue
		}
		line := strings.TrimSpace(s.Heading.Span.Of(content))
		if line == heading {
			break
		}
		last = line
	}
	return last
}

func TestMissingSectionFollowsTheOutlineOnly(t *testing.T) {
	versions := &versions{checker: NewChecker([]Rule{missingSection})}
	content := outlined("# Feed design doc|## Context|## Goals|## Non-goals|## Design")
	versions.next(content)
	if _, computed := versions.next(content + "More words.\n"); computed != 0 {
		t.Errorf("typing words computed it %d times", computed)
	}
	if report, computed := versions.next(content + "\n## Alternatives\n\nNone.\n"); computed != 1 || len(report.Findings) != 0 {
		t.Errorf("a new heading computed it %d times, and it found %v", computed, report.Findings)
	}
}

func TestLeads(t *testing.T) {
	tests := map[string][]string{
		"**Non-goals.** Ranking.":                       {"Non-goals"},
		"Out of scope: ranking.":                        {"Out of scope"},
		"- *Alternatives*: none":                        {"Alternatives"},
		"Ranking is out of scope.":                      {"Out of scope"},
		"We considered an alternative and rejected it.": {"Alternatives considered"},
		"| Non-goals | x |\n|---|---|\n| a | b |":       nil,
		"Plain words, and more of them.":                nil,
	}
	for content, want := range tests {
		got := leadsOf(document.Parse(text.NewMapper(content), nil).Sections[0].Content)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", content, diff)
		}
	}
}
