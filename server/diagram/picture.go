package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// picture is what a mermaid diagram shows, as far as the graph needs it. Its
// spans count from the start of the diagram's text. Reading one is tolerant:
// what is not understood is passed over, since the grammar proper says what is
// wrong with a diagram.
type picture struct {
	kind       string // "flowchart", "sequence", "c4", "block", "architecture", "er"
	nodes      []shape
	edges      []edge
	boundaries []frame
	entities   []*Entity
	entityOf   map[string]*Entity // by name
	byID       map[string]int
}

// shape is a node that is drawn.
type shape struct {
	id, name    string
	kind        Kind
	span        text.Span
	frame       int // index in picture.boundaries, -1 for none
	tech, about string
	decides     bool // a diamond: a step of a process rather than a part of a system
}

type edge struct {
	from, to int
	label    string
	tech     string
	dashed   bool
	reply    bool
	both     bool // the arrow has two heads
	span     text.Span
}

type frame struct {
	id, name string
	parent   int
	span     text.Span
}

// readPicture reads a diagram's text, or returns nil for a kind that shows
// neither components nor entities.
func readPicture(source string) *picture {
	lines := diagramLines(source)
	if len(lines) == 0 {
		return nil
	}
	p := &picture{byID: map[string]int{}}
	keyword := firstWord(lines[0].text)
	switch {
	case keyword == "graph" || strings.HasPrefix(keyword, "flowchart"):
		p.kind = "flowchart"
		p.readFlowchart(lines)
	case keyword == "sequenceDiagram":
		p.kind = "sequence"
		p.readSequence(lines[1:])
	case strings.HasPrefix(keyword, "C4"):
		p.kind = "c4"
		p.readC4(lines[1:])
	case strings.HasPrefix(keyword, "block"):
		p.kind = "block"
		p.readFlowchart(lines)
	case strings.HasPrefix(keyword, "architecture"):
		p.kind = "architecture"
		p.readArchitecture(lines[1:])
	case keyword == "erDiagram":
		p.kind = "er"
		p.readEntities(lines[1:])
	default:
		return nil
	}
	return p
}

// node returns the index of the node with an id, adding it when new.
func (p *picture) node(id string, at int) int {
	if i, ok := p.byID[id]; ok {
		return i
	}
	p.byID[id] = len(p.nodes)
	p.nodes = append(p.nodes, shape{id: id, name: plainLabel(id), span: text.Span{Start: at, End: at + len(id)}, frame: -1})
	return len(p.nodes) - 1
}
