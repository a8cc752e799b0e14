package rules

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// optionTable makes the fix that puts a table of all options after the block of a
// sentence, for the author to edit. The two sides that the author knows are left
// to fill in.
func optionTable(s *Scope, sentence int, d knowledge.Dichotomy) finding.Fix {
	var b strings.Builder
	b.WriteString("| option | fits when | costs |\n|---|---|---|\n")
	for _, p := range d.Poles {
		fmt.Fprintf(&b, "| %s | ___ | ___ |\n", upperFirst(p.Name))
	}
	for _, o := range d.Options {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", o.Name, o.Fits, o.Costs)
	}
	c := s.Content()
	at := c.Nodes[topBlock(c, c.Sentences[sentence].Block)].Span.End
	table := strings.ReplaceAll("\n\n"+strings.TrimSuffix(b.String(), "\n"), "\n", s.EOL())
	if rest := strings.TrimLeft(c.Source[at:], " \t\r\n"); rest != "" && !startsNewBlock(c, at) {
		table += s.EOL()
	}
	return finding.Fix{Title: "Insert a table of the options", Edits: []text.Edit{{Span: text.Span{Start: at, End: at}, New: table}}}
}

// startsNewBlock holds when a blank line follows the block that ends at an offset.
func startsNewBlock(c *document.Content, at int) bool {
	rest := c.Source[at:]
	blanks := rest[:len(rest)-len(strings.TrimLeft(rest, " \t\r\n"))]
	return strings.Count(blanks, "\n") > 1
}

// upperFirst makes a name begin a cell, unless it is spelled its own way (gRPC).
func upperFirst(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
