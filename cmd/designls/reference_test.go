package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/workspace"
)

var update = flag.Bool("update", false, "write the generated pages of docs/ again")

// TestReferencePagesAreCurrent holds the generated pages against the code that
// they describe. "make docs" writes them again.
func TestReferencePagesAreCurrent(t *testing.T) {
	for name, content := range map[string]string{
		"command-line.md": commandLinePage(),
		"settings.md":     settingsPage(),
		"actions.md":      actionsPage(),
		"reviewer.md":     reviewerPage(),
	} {
		path := filepath.Join("..", "..", "docs", name)
		if *update {
			if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		have, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%v; run make docs", err)
			continue
		}
		if diff := cmp.Diff(strings.ReplaceAll(string(have), "\r\n", "\n"), content); diff != "" {
			t.Errorf("docs/%s is stale; run make docs (-page +code):\n%s", name, diff)
		}
	}
}

// commandLinePage is docs/command-line.md, from the commands themselves.
func commandLinePage() string {
	var b strings.Builder
	b.WriteString("# The command line\n\n<!-- Generated from the commands by \"make docs\". -->\n\n")
	root := newRoot(streams{in: strings.NewReader(""), out: &b, err: &b})
	fmt.Fprintf(&b, "%s\n\n", root.Long)
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() && c.Name() != "completion" {
			writeCommand(&b, c)
		}
	}
	b.WriteString(environmentSection)
	return strings.TrimRight(b.String(), "\n") + "\n"
}

const environmentSection = `## Environment

[models.md](models.md#choosing-one) has the variables that are about models. These count beside them:

| variable | what it says |
|---|---|
| ` + "`DESIGNLS_MERMAID`" + ` | a file with [mermaid's parsers](mermaid.md), to load instead of those in the program |
| ` + "`NO_COLOR`" + ` | no colours on a terminal, whatever the value |
| ` + "`LC_ALL`, `LC_CTYPE`, `LANG`" + ` | the encoding of the terminal, for [drawings](drawings.md#in-the-terminal) |
| ` + "`GIT_AUTHOR_NAME`, else `USER` or `USERNAME`" + ` | who decides, for the ledger that ` + "`serve`" + ` writes |
| ` + "`XDG_STATE_HOME`, `XDG_CACHE_HOME`" + ` | on Linux, where consents and counts of tokens are kept, and replies of models |
| ` + "`GOGC`, `GOMEMLIMIT`" + ` | how memory is used, as for all programs in Go; without them designls chooses |
`

func writeCommand(b *strings.Builder, c *cobra.Command) {
	c.SetOut(io.Discard)
	_ = c.Help() // some descriptions are made when help is asked for; nothing can fail
	_, name, _ := strings.Cut(c.CommandPath(), " ")
	fmt.Fprintf(b, "## %s\n\n```\n%s\n```\n\n", name, strings.TrimSuffix(c.UseLine(), " [flags]"))
	description := c.Long
	if description == "" {
		description = c.Short + "."
	}
	fmt.Fprintf(b, "%s\n\n", description)
	if c.LocalFlags().HasAvailableFlags() {
		b.WriteString("| option | meaning |\n|---|---|\n")
		c.LocalFlags().VisitAll(func(f *pflag.Flag) { writeFlag(b, f) })
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "```sh\n%s\n```\n\n", strings.ReplaceAll(strings.TrimSpace(c.Example), "\n  ", "\n"))
	for _, sub := range c.Commands() {
		writeCommand(b, sub)
	}
}

func writeFlag(b *strings.Builder, f *pflag.Flag) {
	if f.Name == "help" {
		return
	}
	value, usage := pflag.UnquoteUsage(f)
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if value != "" {
		name += " " + value
	}
	if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.DefValue != "[]" {
		usage += fmt.Sprintf(" (default `%s`)", f.DefValue)
	}
	fmt.Fprintf(b, "| `%s` | %s |\n", name, strings.ReplaceAll(usage, "|", "\\|"))
}

// settingsPage is docs/settings.md, from the table of settings.
func settingsPage() string {
	var b strings.Builder
	b.WriteString(settingsHead)
	for _, s := range workspace.Settings() {
		fmt.Fprintf(&b, "### %s\n\n%s\n\n", s.Name, s.Description)
		fmt.Fprintf(&b, "- Value: %s%s\n- Default: `%s`\n- Where: %s\n", s.Type, allowed(s), s.Default, placesOf(s.Places))
		if s.Example != "" {
			fmt.Fprintf(&b, "- Example: `%s: %s`\n", s.Name, s.Example)
		}
		b.WriteString("\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func allowed(s workspace.Setting) string {
	if s.Allowed == nil {
		return ""
	}
	names := s.Allowed(known())
	if len(names) == 0 {
		return ""
	}
	return "; one of `" + strings.Join(names, "`, `") + "`"
}

func placesOf(p workspace.Place) string {
	var places []string
	if p&workspace.Editor != 0 {
		places = append(places, "editor")
	}
	if p&workspace.TeamFile != 0 {
		places = append(places, "`.designls.yaml`")
	}
	return strings.Join(places, ", ")
}

const settingsHead = `# Settings

<!-- Generated from the table of settings by "make docs". -->

What is set in several places is settled by the more specific one:

built-in values < editor settings < ` + "`.designls.yaml`" + ` < front matter < a comment at the place

## Which files are design documents

Markdown files in folders such as ` + "`design/`, `rfcs/`, `adr/`, `docs/proposals/`" + `, and files named
after designs, RFCs, ADRs and the like. Templates, the files that every repository has, and a README
are left alone; the README of a numbered proposal, such as ` + "`keps/1287-resize/README.md`" + `, is not. Front
matter decides for one document, whatever its path:

` + "```yaml\n---\ndesignls: true\n---\n```" + `

## In front matter

` + "```yaml\n---\ndesignls:\n  enabled: true\n  template: rfc\n  rules:\n    vague-requirement: off\n  local-only: true\nbrief: problem.md\n---\n```" + `

` + "`local-only: true`" + ` keeps the document from every model that is not part of the program, whatever is
configured. ` + "`brief`" + ` names a file of the workspace that states the problem; it counts from the folder of
the document, or with a leading slash from that of the workspace.

## At one place

A comment before a paragraph, list, table or heading silences a rule there; before a heading, in its
section:

` + "```markdown\n<!-- designls-ignore vague-requirement: measured in the next quarter -->\n```" + `

## In .designls.yaml, for a team

` + "```yaml\ndocuments:\n  include: [docs/architecture/**]\n  exclude: [docs/design/archive]\ntemplate: design-doc\nrules:\n  placeholder: error\n```" + `

Beside it, ` + "`.designls/prompts`" + ` holds [actions of the team](actions.md#actions-of-your-team), and
` + "`.designls/ledger.jsonl`" + ` the [decisions about findings](ci.md#deciding-about-a-finding).

A workspace file cannot set an endpoint, a key or a command to run. A setting that is unknown or
ill-typed is reported with its place, and everything else counts.

## In an editor

The same names under ` + "`designls.`" + `, in the form that the editor has for the settings of a language
server.

## All settings

`

// actionsPage is docs/actions.md, from the table of actions.
func actionsPage() string {
	var b strings.Builder
	b.WriteString(actionsHead)
	for _, a := range actions.Table() {
		fmt.Fprintf(&b, "## %s\n\n`%s`, on a %s. %s\n\nOffline: %s\n\n", a.Title, a.ID, strings.Join(a.Scope, " or a "), a.Summary, a.Without)
	}
	b.WriteString(teamActions)
	return strings.TrimRight(b.String(), "\n") + "\n"
}

const actionsHead = `# Actions

<!-- Generated from the table of actions by "make docs". -->

Actions are in the code-action menu of the editor, in lenses above headings, and on the command
line:

` + "```sh\ndesignls run summarize design.md          # print it\ndesignls run summarize design.md --diff   # how the document would change\ndesignls run summarize design.md --write  # change it\n```" + `

What an action writes stands between two comments that rendered markdown does not show:

` + "```markdown\n<!-- designls:begin recap kind=recap source=3f2a... body=91bc... -->\n...\n<!-- designls:end recap -->\n```" + `

Running the action again replaces that text. ` + "`source`" + ` tells when the text is older than what it was
made from (` + "`answers`" + `: than the answers to questions), and ` + "`body`" + ` whether you have edited it: then you
are asked before it is replaced, and can have the new text beside yours. Remove the two comments, and the text is yours.

`

var teamActions = `## Actions of your team

A markdown file in ` + "`.designls/prompts`" + ` of the workspace is an action, too. It stands in the menu after
those of the program, and needs a [model](models.md).

` + "```markdown\n---\nid: check-privacy\ntitle: Check privacy\nresult: findings\n---\nFind personal data that is stored without a word on how long it is kept and who may read it.\n```" + `

` + "```sh\ndesignls prompts check .designls/prompts/check-privacy.md    # what is wrong with it, and where\ndesignls prompts show check-privacy design.md                # what a model would be sent\ndesignls run check-privacy design.md --engine openai\n```" + `

| field | meaning |
|---|---|
| ` + "`id`, `title`" + ` | its name, and what the menu says; the only ones that are needed |
| ` + "`result`" + ` | ` + "`block`" + `: markdown for the document, or ` + "`findings`" + `; ` + "`block`" + ` without it |
| ` + "`scope`" + ` | ` + scopes() + `; the first two without it |
| ` + "`reads`" + ` | ` + reads() + `; the document without it |
| ` + "`promises`" + ` | headings that the reply must have; ` + "`Name (mermaid)`" + ` stands for a diagram |
| ` + "`summary`" + ` | one sentence about it |
`

func scopes() string { return "a list of `" + strings.Join(prompts.Scopes(), "`, `") + "`" }

func reads() string {
	return "what is sent beside the task, a list of `" + strings.Join(prompts.Readable(), "`, `") + "`"
}
