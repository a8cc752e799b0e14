package sketch

import (
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
)

// item is a node, or a group with what is in it.
type item struct {
	area
	node   mermaid.Node
	parts  [][]string
	items  []*item // of a group
	parent *item
	title  string
	shape  shape
	in     int // edges that end here
	out    int
}

// edge is an arrow between two items.
type edge struct {
	mermaid.Edge
	from, to *item
	label    []string
}

// tree is a reading as items within items. The root is a group without a frame.
type tree struct {
	root  *item
	byID  map[string]*item
	edges []*edge
}

// newTree answers false for a reading whose edges name what is not there, or
// whose groups hold themselves.
func newTree(r mermaid.Reading) (*tree, bool) {
	t := &tree{root: &item{}, byID: map[string]*item{}}
	for _, n := range r.Nodes {
		if t.byID[n.ID] == nil {
			t.byID[n.ID] = &item{node: n}
		}
	}
	for _, n := range r.Nodes {
		i, p := t.byID[n.ID], t.byID[n.Parent]
		if p != nil && p.node.Shape == "noteGroup" { // which only holds a note beside its state
			p = t.byID[p.node.Parent]
		}
		if i.parent != nil || n.Shape == "noteGroup" {
			continue
		}
		if p == nil {
			p = t.root
		}
		if p == i || i.holds(p) {
			return nil, false
		}
		i.parent = p
		p.items = append(p.items, i)
	}
	for _, e := range r.Edges {
		from, to := t.byID[e.From], t.byID[e.To]
		if from == nil || to == nil || from != to && (from.holds(to) || to.holds(from)) {
			return nil, false
		}
		if e.Line != "invisible" {
			t.edges = append(t.edges, &edge{Edge: e, from: from, to: to})
			from.out++
			to.in++
		}
	}
	return t, true
}

// holds says whether an item is in this one, however deep.
func (i *item) holds(o *item) bool {
	for o = o.parent; o != nil; o = o.parent {
		if o == i {
			return true
		}
	}
	return false
}

// in is the ancestor of an item, or itself, that is directly in a group; nil for
// what is elsewhere.
func (i *item) within(group *item) *item {
	for ; i != nil; i = i.parent {
		if i.parent == group {
			return i
		}
	}
	return nil
}

// isGroup says whether there is something in the item to be framed.
func (i *item) isGroup() bool { return len(i.items) > 0 }

// write breaks the labels into lines, and makes the boxes as large as they need.
func (t *tree) write(width int, horizontal bool, of measure) {
	for _, i := range t.byID {
		i.write(width, horizontal, of)
	}
	for _, e := range t.edges {
		e.label = wrap(e.text(), width, of)
	}
}

// text is the label with what stands at the ends of the line.
func (e *edge) text() string {
	label := e.Label
	if e.StartLabel != "" || e.EndLabel != "" {
		label = strings.TrimSpace(e.StartLabel + " – " + label + " – " + e.EndLabel)
	}
	return label
}

func (i *item) write(width int, horizontal bool, of measure) {
	i.shape, i.title = shapeOf(i.node.Shape), i.node.Label
	name := i.node.Label
	switch crowded := i.in+i.out > 4; { // more than a single cell has sides
	case i.shape == begin && crowded:
		i.shape, name = round, "start"
	case i.shape == finish && crowded:
		i.shape, name = round, "end"
	case i.shape == begin || i.shape == finish:
		i.w, i.h, i.parts = 1, 1, nil
		return
	case i.shape == bar:
		i.w, i.h, i.parts = 3+2*max(i.in, i.out, 2), 1, nil
		return
	}
	i.parts = [][]string{wrap(name, width, of)}
	if len(i.parts[0]) == 0 {
		i.parts[0] = []string{" "}
	}
	i.compartments(width, of)
	i.w, i.h = 4, 1
	for _, part := range i.parts {
		i.w, i.h = max(i.w, widest(part, of)+4), i.h+len(part)+1
	}
	if horizontal {
		i.h = max(i.h, 2+max(i.in, i.out))
	} else {
		i.w = max(i.w, 3+2*max(i.in, i.out))
	}
}

// compartments add the rows of entities and classes below a rule, and what an
// element is about below its name.
func (i *item) compartments(width int, of measure) {
	ruled := i.node.Shape == "erBox" || i.node.Shape == "classBox"
	if ruled && len(i.node.Rows) > 0 {
		i.parts = append(i.parts, nil)
	}
	for _, row := range i.node.Rows {
		last := len(i.parts) - 1
		switch {
		case row == "" && len(i.parts[last]) > 0:
			i.parts = append(i.parts, nil)
		case row != "":
			i.parts[last] = append(i.parts[last], wrap(row, max(width, 24), of)...)
		}
	}
}

// shapes are those of mermaid's that look different here.
var shapes = map[string]shape{
	"cylinder": store, "lin-cyl": store, "container_db": store, "external_container_db": store, "system_db": store, "external_system_db": store,
	"component_db": store, "external_component_db": store, "bow-rect": store, "datastore": store,
	"diamond": choice, "question": choice, "hexagon": choice, "choice": choice,
	"stadium": round, "rounded": round, "roundedRect": round, "circle": round, "doublecircle": round, "ellipse": round, "roundedWithTitle": round,
	"stateStart": begin, "stateEnd": finish, "fork": bar, "join": bar, "forkJoin": bar,
	"person": person, "external_person": person, "actor": person, "note": note,
	"external_system": outside, "external_container": outside, "external_component": outside,
}

func shapeOf(name string) shape { return shapes[name] }
