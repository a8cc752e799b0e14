package server

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/text"
)

// hoverComponent tells of a part of the system that is named at a place: what it
// is, who calls it and whom it calls, and what fails without it. It has nothing to
// say of a part about which the document states no flow.
func (s *session) hoverComponent(r *review, at int) *protocol.Hover {
	if !r.design {
		return nil
	}
	g := r.graph()
	n, span := named(g, at)
	if n == nil {
		return nil
	}
	if told := tellComponent(g, n); told != "" {
		return s.hoverText(r, span, told)
	}
	return nil
}

// named is the part whose name stands at an offset, in words or in a table. The
// shortest is the most exact, where one name holds another.
func named(g *diagram.Graph, at int) (*diagram.Node, text.Span) {
	var found *diagram.Node
	var span text.Span
	for _, n := range g.Nodes {
		for _, p := range n.Places {
			told := p.Source == diagram.FromProse || p.Source == diagram.FromTable
			if told && p.Start <= at && at <= p.End && (found == nil || p.Len() < span.Len()) {
				found, span = n, p.Span
			}
		}
	}
	return found, span
}

// mostNeighbors is how many parts a line of a hover names.
const mostNeighbors = 6

func tellComponent(g *diagram.Graph, n *diagram.Node) string {
	var in, out []string
	for _, f := range g.Flows {
		switch n.ID {
		case f.To:
			in = appendOnce(in, g.Node(f.From).Name)
		case f.From:
			out = appendOnce(out, g.Node(f.To).Name)
		}
	}
	if len(in)+len(out) == 0 {
		return ""
	}
	lines := []string{fmt.Sprintf("**%s** (%s)", escapeMarkdown(n.Name), n.Kind)}
	if n.Description != "" {
		lines[0] += ": " + escapeMarkdown(n.Description)
	}
	lines = append(lines, "")
	if len(in) > 0 {
		lines = append(lines, "- From: "+listed(in))
	}
	if len(out) > 0 {
		lines = append(lines, "- To: "+listed(out))
	}
	if b := g.Blast(n.ID); n.Kind != diagram.Person && len(b.Down)+len(b.Degraded)+len(b.Stale) > 0 {
		lines = append(lines, "- "+escapeMarkdown(b.String()))
	}
	if len(n.Redundant) > 0 {
		lines = append(lines, "- The document says that there is more than one of it.")
	}
	return strings.Join(append(lines, "", "As far as the document states who talks to whom."), "\n")
}

func appendOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

func listed(names []string) string {
	more := ""
	if n := len(names) - mostNeighbors; n > 0 {
		names, more = names[:mostNeighbors], fmt.Sprintf(" and %d more", n)
	}
	return escapeMarkdown(strings.Join(names, ", ")) + more
}

var markdownEscaper = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`)

// escapeMarkdown keeps a document's words from being read as markup.
func escapeMarkdown(s string) string { return markdownEscaper.Replace(cmp.Or(s, "unnamed")) }
