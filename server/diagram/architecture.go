package diagram

import "github.com/designls/designls/server/text"

import ()

var (
	architectureItem = text.Pattern(`^(service|group|junction)\s+([\w-]+)\s*(?:\(([^)]*)\))?\s*(?:\[([^\]]*)\])?\s*(?:in\s+([\w-]+))?`)
	architectureEdge = text.Pattern(`^([\w-]+)(?:\{group\})?\s*:\s*[LRTB]\s*(<?)--(>?)\s*[LRTB]\s*:\s*([\w-]+)`)
)

// readArchitecture reads groups, services and edges of architecture diagrams.
func (p *picture) readArchitecture(lines []line) {
	frames := map[string]int{"": -1}
	for _, l := range lines {
		if m := architectureItem().FindStringSubmatch(l.text); m != nil {
			p.addItem(m, l, frames)
		} else if m := architectureEdge().FindStringSubmatch(l.text); m != nil {
			e := edge{from: p.node(m[1], l.at), to: p.node(m[4], l.at), span: l.span()}
			if m[2] == "<" && m[3] == "" {
				e.from, e.to = e.to, e.from
			}
			p.edges = append(p.edges, e)
		}
	}
}

// addItem adds a group or a service.
func (p *picture) addItem(m []string, l line, frames map[string]int) {
	id, icon, name := m[2], m[3], plainLabel(m[4])
	if name == "" {
		name = id
	}
	inside, ok := frames[m[5]]
	if !ok {
		inside = -1
	}
	if m[1] == "group" {
		frames[id] = len(p.boundaries)
		p.boundaries = append(p.boundaries, frame{id, name, inside, l.span()})
		return
	}
	n := &p.nodes[p.node(id, l.at)]
	n.name, n.span, n.frame = name, l.span(), inside
	if icon == "database" || icon == "disk" {
		n.kind = Store
	}
}
