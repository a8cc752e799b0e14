package rules

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// Page is the rule's reference page in markdown, docs/rules/ID.md.
func (r Rule) Page() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s. Default severity: **%s**.\n\n", r.ID, r.Title, r.Severity)
	fmt.Fprintf(&b, "## What it finds\n\n%s\n\n", r.What)
	if r.ByModel != "" {
		fmt.Fprintf(&b, "With a model, a review also reports under this name: %s\n\n", lowerFirst(r.ByModel))
	}
	fmt.Fprintf(&b, "## Why it matters\n\n%s\n\n", r.Why)
	fmt.Fprintf(&b, "## Example\n\n%s\n%s\nNothing is found in this:\n\n%s\n", fence(r.Bad), r.foundIn(r.Bad), fence(r.Good))
	if len(r.Fixes) > 0 {
		b.WriteString("## Quick fixes\n\n")
		for _, fix := range r.Fixes {
			fmt.Fprintf(&b, "- %s\n", fix)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, howToSilence, r.ID)
	return b.String()
}

// foundIn lists what the rule says about a document.
func (r Rule) foundIn(markdown string) string {
	doc := document.Parse(text.NewMapper(markdown), nil)
	var b strings.Builder
	b.WriteString("What is found here:\n\n")
	for _, f := range NewChecker([]Rule{r}).Check(doc, Environment{}).Findings {
		fmt.Fprintf(&b, "- line %d: %s\n", doc.Text.LineOf(f.Span.Start)+1, f.Message)
	}
	return b.String()
}

const howToSilence = "## How to silence it\n\n" +
	"At one place, with a comment before the paragraph, list, table or heading (which then covers its section), or within the paragraph:\n\n" +
	"```markdown\n<!-- designls-ignore %[1]s: the reason, for the next reader -->\n```\n\n" +
	"In one document, in its front matter, with a severity (`error`, `warning`, `information`, `hint`) or `off`:\n\n" +
	"```yaml\n---\ndesignls:\n  rules:\n    %[1]s: off\n---\n```\n\n" +
	"In a workspace, in `.designls.yaml` at its root, or with the setting `designls.rules` of the editor:\n\n" +
	"```yaml\nrules:\n  %[1]s: off\n```\n\n" +
	"The place wins over the document, and the document over the workspace. To keep a finding from coming back without silencing the rule, " +
	"use the code actions \"Accept this risk\" and \"Dismiss, because…\": they remember the decision until the text changes.\n"

// fence puts a document into a code block.
func fence(markdown string) string {
	marks := "```"
	for strings.Contains(markdown, marks) {
		marks += "`"
	}
	return fmt.Sprintf("%smarkdown\n%s%s\n", marks, markdown, marks)
}

// Overview is the list of all rules in markdown, docs/rules/README.md.
func Overview(rules []Rule) string {
	var b strings.Builder
	b.WriteString("# Rules\n\nWhat the offline reviewer looks for. Each page says why, with an example that is run as a test, and how to silence the rule.\n\n")
	b.WriteString("| rule | finds | default severity |\n|---|---|---|\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| [`%s`](%s.md) | %s | %s |\n", r.ID, r.ID, r.Title, r.Severity)
	}
	b.WriteString("\nWith a model, a review also reports these:\n\n| id | finds |\n|---|---|\n")
	for _, m := range ByModels() {
		fmt.Fprintf(&b, "| [`%s`](%s.md) | %s |\n", m.ID, m.ID, m.Title)
	}
	b.WriteString("\nNothing is reported inside code, addresses, quotations and generated text; calculations are checked in blocks of plain text, too.\n")
	return b.String()
}
