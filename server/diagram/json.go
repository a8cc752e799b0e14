package diagram

import "encoding/json"

type jsonNode struct {
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Aliases []string `json:"aliases"`
}

type jsonEdge struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Label string `json:"label"`
}

// MarshalJSON writes the graph as "designls graph" prints it: components with
// name, kind and aliases, edges between names.
func (g *Graph) MarshalJSON() ([]byte, error) {
	out := struct {
		Components []jsonNode `json:"components"`
		Edges      []jsonEdge `json:"edges"`
	}{Components: []jsonNode{}, Edges: []jsonEdge{}}
	names := map[string]string{}
	for _, n := range g.Nodes {
		names[n.ID] = n.Name
		out.Components = append(out.Components, jsonNode{n.Name, n.Kind.String(), append([]string{}, n.Aliases...)})
	}
	for _, f := range g.Flows {
		out.Edges = append(out.Edges, jsonEdge{names[f.From], names[f.To], f.Label})
	}
	return json.Marshal(out)
}
