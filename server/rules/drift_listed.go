package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// listed is a thing that a list or table beside a diagram is about.
type listed struct {
	name string
	span text.Span
}

// undrawn is the one thing of a list or table that the diagram does not show.
func (p *pictured) undrawn() []finding.Finding {
	if !p.isFlowchart() {
		return nil
	}
	drawn := wordsOf(p.text)
	for _, list := range listedThings(p.scope.Content()) {
		var missing []listed
		shown := 0
		for _, thing := range list {
			stems := telling(thing.name)
			switch {
			case p.draws(stems):
				shown++
			case len(special(thing.name)) > 0 && !slices.ContainsFunc(stems, func(stem string) bool { return drawn[stem] }) && !drawn[initials(thing.name)]:
				missing = append(missing, thing)
			}
		}
		if len(missing) == 1 && shown == len(list)-1 && shown >= leastMentioned {
			return []finding.Finding{p.undrawnFinding(missing[0])}
		}
	}
	return nil
}

func (p *pictured) undrawnFinding(thing listed) finding.Finding {
	return finding.Finding{
		Span:    thing.span,
		Message: fmt.Sprintf("The diagram in this section does not show %q, though it shows all else that is listed here.", thing.name),
		Why:     "Readers who look at the picture only do not learn of this part.",
		Options: []string{"Draw it.", "If it is no part of the design any more, take it out of the list."},
		Fixes:   []finding.Fix{{Title: fmt.Sprintf("Add %s to the diagram", thing.name), Edits: p.addNode(thing.name)}, redraw},
	}
}

// draws says whether some component of the diagram has all these words.
func (p *pictured) draws(stems []string) bool {
	if len(stems) == 0 {
		return false
	}
	for _, n := range p.graph.Nodes {
		name := wordsOf(n.Name)
		if !slices.ContainsFunc(stems, func(stem string) bool { return !name[stem] }) {
			return true
		}
	}
	return false
}

// addNode adds a node at the end of the flowchart, where no subgraph is open.
func (p *pictured) addNode(name string) []text.Edit {
	id := "added"
	for strings.Contains(p.text, id) {
		id += "_"
	}
	end := len(strings.TrimRight(p.text, " \t\r\n"))
	line := p.text[strings.LastIndexAny(p.text[:end], "\r\n")+1 : end]
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	label := strings.NewReplacer(`"`, "#quot;", "\n", " ").Replace(name)
	edit := text.Edit{Span: text.Span{Start: end, End: end}, New: fmt.Sprintf("%s%s%s[\"%s\"]", p.eol, indent, id, label)}
	return p.fix("", []text.Edit{edit}, false).Edits
}

func (p *pictured) isFlowchart() bool {
	head := strings.TrimSpace(p.text)
	return strings.HasPrefix(head, "flowchart") || strings.HasPrefix(head, "graph")
}

// listedThings are the first cells of tables, and what the items of lists begin
// with in bold.
func listedThings(c *document.Content) [][]listed {
	byParent := map[int][]listed{}
	var order []int
	add := func(parent int, n document.Node) {
		if byParent[parent] == nil {
			order = append(order, parent)
		}
		name := strings.Trim(plain(n.Inner.Of(c.Source)), " :.")
		byParent[parent] = append(byParent[parent], listed{name, n.Span})
	}
	for i, n := range c.Nodes {
		switch {
		case n.Kind == document.KindCell && c.Nodes[n.Parent].Kind == document.KindRow && n.Span.Start == firstCellAt(c, n.Parent):
			add(c.Nodes[n.Parent].Parent, n)
		case n.Kind == document.KindStrong:
			if item := c.Ancestor(i, document.KindItem); item >= 0 && leads(c, item, n) {
				add(c.Nodes[item].Parent, n)
			}
		}
	}
	var all [][]listed
	for _, parent := range order {
		all = append(all, byParent[parent])
	}
	return all
}

func firstCellAt(c *document.Content, row int) int {
	for _, n := range c.Nodes[row+1:] {
		if n.Kind == document.KindCell && n.Parent >= row {
			return n.Span.Start
		}
	}
	return -1
}

// leads says whether an item begins with the node.
func leads(c *document.Content, item int, n document.Node) bool {
	return strings.Trim(c.Source[c.Nodes[item].Span.Start:n.Span.Start], " \t-*+0123456789.)") == ""
}

// plain is text without the marks of emphasis and code.
func plain(s string) string {
	return strings.NewReplacer("**", "", "__", "", "`", "", "*", "").Replace(s)
}
