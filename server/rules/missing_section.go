package rules

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

var missingSection = Rule{
	ID:       "missing-section",
	Title:    "Sections that a reviewer will ask for",
	Severity: finding.Information,
	What: "Tells the house style of a document from its headings, title and path (design document, RFC, Kubernetes enhancement proposal, architecture decision record, Go proposal, " +
		"interview answer, arc42), and names the sections that such a document needs and lacks. Headings count by meaning, not by exact words, and so do bold words and labels that open a paragraph (\"Out of scope: ...\"). " +
		"Where the style cannot be told, in short drafts, and in indexes, nothing is reported. The style can be set in the front matter (`designls: {template: rfc}`) or for the workspace.",
	Why: "What is not written down gets decided by whoever builds it. Goals, what is left out, and the alternatives are what a design is held against; without them a review turns into a matter of taste.",
	Bad: `# Export of invoices: design document

## Context

Accountants copy invoices into spreadsheets by hand, about 400 times a month, and get one in fifty wrong.

## Goals

- An accountant gets all invoices of a month as one CSV file in under 60 seconds.
- The file has the same totals as the ledger, to the cent.

## Design

A job reads the month's invoices from a replica in pages of 1,000, writes a CSV file to object storage
and sends a link by mail. The link expires after 24 hours. A job that fails is started again twice; it
writes to a new file each time, so that nobody gets half a file. Jobs wait in a table of the same
database, since there are fewer than 2,000 a month and the team runs no queue yet.

## Rollout

Ten customers get it in the first week, all others in the second. The button is behind a flag.
`,
	Good: `# Export of invoices: design document

## Context

Accountants copy invoices into spreadsheets by hand, about 400 times a month, and get one in fifty wrong.

## Goals

- An accountant gets all invoices of a month as one CSV file in under 60 seconds.
- The file has the same totals as the ledger, to the cent.

Out of scope: other formats than CSV, and invoices older than ten years.

## Design

A job reads the month's invoices from a replica in pages of 1,000, writes a CSV file to object storage
and sends a link by mail. The link expires after 24 hours. A job that fails is started again twice; it
writes to a new file each time, so that nobody gets half a file. Jobs wait in a table of the same
database, since there are fewer than 2,000 a month and the team runs no queue yet.

## Other options

Streaming the file in the request needs no storage, and times out for the 30 largest customers.

## Rollout

Ten customers get it in the first week, all others in the second. The button is behind a flag.
`,
	Fixes:    []string{"insert the section's heading, at its place in the order, with what it has to say"},
	Document: findMissingSections,
}

// draftBytes is the length up to which a document is taken for a brief or the
// beginning of a draft, which need no sections yet.
const draftBytes = 800

func findMissingSections(s *Scope) []Placed {
	outline := s.Outline()
	if isIndex(s.Path()) || !s.LongerThan(draftBytes) {
		return nil
	}
	style, ok := houseStyle(s, outline)
	if !ok {
		return nil
	}
	title := titleIndex(outline)
	var found []Placed
	for _, spec := range style.Missing(titlesOf(outline)) {
		if slices.ContainsFunc(s.leads(), spec.Names) {
			continue
		}
		place, edit := skeletonEdit(s, outline, style, spec)
		found = append(found, Placed{
			Section: title, FixSection: place,
			Finding: finding.Finding{
				Span:    outline[title].Heading,
				Subject: spec.ID,
				Message: fmt.Sprintf("This reads as %s, and nothing in it stands for the section %q.", withArticle(style.Name), spec.Title),
				Why:     spec.Why,
				Options: []string{
					fmt.Sprintf("Add %q, if only with a sentence that says why there is nothing to say.", spec.Title),
					"If another section treats it, name it in that section's heading, where readers look for it.",
					"If the document follows another style, say which in the front matter: `designls: {template: ID}`.",
				},
				Fixes: []finding.Fix{{Title: fmt.Sprintf("Insert the section %q", spec.Title), Edits: []text.Edit{edit}}},
			},
		})
	}
	return found
}

// houseStyle is the declared style, or else the one the outline shows.
func houseStyle(s *Scope, outline []Item) (knowledge.Style, bool) {
	if style, ok := knowledge.StyleByID(s.Style()); ok {
		return style, true
	}
	return knowledge.RecognizeStyle(titlesOf(outline), s.Path(), nil)
}

func titlesOf(outline []Item) []string {
	var titles []string
	for _, item := range outline {
		if item.Level > 0 && !item.Managed {
			titles = append(titles, item.Title)
		}
	}
	return titles
}

// titleIndex is the section whose heading stands for the document.
func titleIndex(outline []Item) int {
	return max(0, slices.IndexFunc(outline, func(item Item) bool { return item.Level > 0 && !item.Managed }))
}

// isIndex holds for files that list documents.
func isIndex(name string) bool {
	base := strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	return base == "readme" || base == "index" || base == "summary" || base == "_index" || base == "template"
}

func withArticle(name string) string {
	if strings.ContainsAny(name[:1], "aeiouAEIO") || strings.HasPrefix(name, "RFC") {
		return "an " + name
	}
	return "a " + name
}
