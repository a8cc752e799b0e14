package diagram

import (
	"slices"
	"sort"
	"strconv"
	"strings"
)

// build makes the graph of the candidates that were accepted.
func (m *merger) build() *Graph {
	g := &Graph{}
	m.collectPlaces()
	taken := map[string]bool{}
	for _, c := range m.candidates {
		if c.parent != nil || !c.accepted || len(c.places) == 0 {
			continue
		}
		c.node = &Node{ID: uniqueID(c.names[0], taken), Name: c.names[0], Kind: c.kind, Places: c.places, Technology: c.tech}
		c.node.Aliases = c.names[1:]
		if c.kind == Component && c.marks&markHead != 0 {
			c.node.Kind = Container
		}
		g.Nodes = append(g.Nodes, c.node)
	}
	sort.SliceStable(g.Nodes, func(a, b int) bool { return g.Nodes[a].Places[0].Start < g.Nodes[b].Places[0].Start })
	m.addFlows(g)
	return g
}

// collectPlaces gives each root its places and spellings, the most frequent
// spelling first.
func (m *merger) collectPlaces() {
	counts := map[*candidate]map[string]int{}
	for i := range m.parts {
		p := &m.parts[i]
		for k, t := range p.local.mentions {
			c := p.of(k).root()
			if !c.accepted || p.aside {
				continue
			}
			c.places = append(c.places, place(p.section, t.span, t.source))
			if counts[c] == nil {
				counts[c] = map[string]int{}
			}
			if counts[c][t.name] == 0 {
				c.names = append(c.names, t.name)
			}
			counts[c][t.name]++
		}
	}
	for c, n := range counts {
		slices.SortStableFunc(c.names, func(a, b string) int { return n[b] - n[a] })
		c.names = bestFirst(c.names, n)
	}
}

// bestFirst puts a full name before a bare noun or an abbreviation that stands
// more often, unless the full name is rare.
func bestFirst(names []string, counts map[string]int) []string {
	if len(nameWords(names[0])) > 1 {
		return names
	}
	for i, n := range names {
		if len(nameWords(n)) > 1 && 5*counts[n] >= counts[names[0]] {
			return append([]string{n}, slices.Delete(slices.Clone(names), i, i+1)...)
		}
	}
	return names
}

// uniqueID makes an identifier of letters, digits and underscores.
func uniqueID(name string, taken map[string]bool) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
		if b.Len() >= 40 {
			break
		}
	}
	id := strings.Trim(b.String(), "_")
	if id == "" || id[0] >= '0' && id[0] <= '9' || isReserved(id) {
		id = "n_" + id
	}
	base := id
	for i := 2; taken[strings.ToLower(id)]; i++ {
		id = base + "_" + strconv.Itoa(i)
	}
	taken[strings.ToLower(id)] = true
	return id
}

// isReserved holds for words that mean something to mermaid where an identifier
// is expected.
func isReserved(id string) bool {
	switch strings.ToLower(id) {
	case "end", "graph", "subgraph", "flowchart", "class", "style", "click", "default", "direction", "loop", "alt", "opt", "par", "state", "note", "participant", "actor", "box", "rect", "x", "o", "link", "linkstyle", "classdef", "call", "href", "title", "activate", "deactivate", "autonumber", "as", "block", "columns", "space", "boundary":
		return true
	}
	return false
}

func (m *merger) addFlows(g *Graph) {
	seen := map[[2]string]bool{}
	for i := range m.parts {
		p := &m.parts[i]
		if p.aside {
			continue
		}
		for _, r := range p.local.relations {
			if r.reply {
				continue
			}
			for _, f := range m.resolve(p, r) {
				if k := [2]string{f.From, f.To}; !seen[k] {
					seen[k] = true
					g.Flows = append(g.Flows, f)
				}
			}
		}
	}
}

// resolve turns a relation into flows between accepted nodes.
func (m *merger) resolve(p *part, r relation) []*Flow {
	from := m.nodes(p, r.subjects)
	via := m.nodes(p, r.via)
	for _, t := range r.targets {
		to := m.nodes(p, t.mentions)
		if len(to) == 0 {
			continue
		}
		var out []*Flow
		link := func(a, b []*Node) {
			for _, x := range a {
				for _, y := range b {
					if x != y {
						out = append(out, &Flow{From: x.ID, To: y.ID, Label: r.label, Protocol: r.protocol, Async: r.async, Access: t.access, Place: place(p.section, r.span, r.source)})
					}
				}
			}
		}
		a, b := from, to
		if t.reversed {
			a, b = to, from
		}
		if len(via) > 0 {
			link(a, via)
			link(via, b)
		} else {
			link(a, b)
		}
		return out
	}
	if len(via) > 0 {
		return m.resolve(p, relation{subjects: r.subjects, targets: []target{{mentions: r.via}}, label: r.label, protocol: r.protocol, async: r.async, span: r.span})
	}
	return nil
}

func (m *merger) nodes(p *part, mentions []int) []*Node {
	var out []*Node
	for _, k := range mentions {
		if n := p.of(k).root().node; n != nil && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}
