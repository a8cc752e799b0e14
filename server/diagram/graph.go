// Package diagram reads the graph of a design document: who talks to what.
//
// The graph comes from what the author wrote: sentences, lists, tables, the
// diagrams that stand in the document, and its schemas and endpoints. Diagrams are
// read in mermaid, PlantUML and Graphviz, and where boxes and arrows are drawn with
// characters. Extraction is deterministic and uses no model. It works section by
// section, so that an edit costs one section: what a section says by itself is kept
// under the hash of its text, and a cheap pass over the whole document decides which
// names are components, which of them are one thing, and which flows are stated.
//
// What speaks for and against a name is noted in evidence.go; how much each of it
// weighs stands in one table, logOdds in score.go, estimated on labelled documents.
// The words that are known stand in lexicon.
//
// The package does no I/O.
package diagram

import "github.com/designls/designls/server/text"

// Graph is what a document says about the parts of a system and how they talk.
type Graph struct {
	Nodes      []*Node     // in order of their first place
	Flows      []*Flow     // one for each pair of nodes and direction, in order of their first place
	Boundaries []*Boundary // in order of their first place
	Scenarios  []*Scenario // lists and diagrams that tell a story in steps
	Entities   []*Entity   // tables of schemas
	Endpoints  []*Endpoint // operations that the document lists
}

// Node is a person or a part of a system.
type Node struct {
	ID          string   // unique in the graph: letters, digits and "_", fit for any diagram language
	Name        string   // as the author writes it
	Kind        Kind     //
	Aliases     []string // other names in the document for the same thing
	Boundary    string   // ID of the innermost boundary that holds it, or ""
	Technology  string   // what it is made of, as far as the document says
	Description string   // what it does, from a table or a diagram
	Places      []Place  // where it is named, in document order
	Redundant   []Place  // where the document says that there is more than one of it
}

// Flow is a stated interaction: From sends to, calls, reads or writes To. A
// response to a call is not a flow of its own.
type Flow struct {
	From, To string // IDs of nodes
	Label    string // a few words, may be empty
	Protocol string // "gRPC", "HTTPS"; empty when not stated
	Async    bool   // the sender does not wait: queues, events, replication
	Access   Access // whether From reads or writes To
	Reply    bool   // answers the step before; only in scenarios
	Taken    bool   // the label says what To does: "consumes events" of a worker that reads a queue
	Order    int    // position among the steps of its scenario, from 1; 0 outside of any
	Place    Place  // where it is stated first
}

// Boundary encloses nodes: a system, a network, a cluster, a data center.
type Boundary struct {
	ID     string
	Name   string
	Parent string // ID of the boundary around it, or ""
	Node   string // ID of the node that is what the boundary encloses, or ""
	Place  Place
}

// Scenario is a story in steps. Unlike Graph.Flows it has a flow for each time
// that two nodes talk, with replies where the author states them.
type Scenario struct {
	Title string // of the section it stands in
	Steps []Flow // Order counts from 1
	Place Place
}

// Place is where the document states something.
type Place struct {
	text.Span
	Source Source
}

// Source says what kind of text states something.
type Source uint8

// The sources of evidence.
const (
	FromProse Source = iota
	FromTable
	FromDiagram
	FromSchema
)

// Access says what a flow does at its target.
type Access uint8

// The kinds of access; they can be combined.
const (
	Read  Access = 1 << iota // the target answers with data
	Write                    // the target takes data
)

// Node returns the node with an ID, or nil.
func (g *Graph) Node(id string) *Node {
	for _, n := range g.Nodes {
		if n.ID == id {
			return n
		}
	}
	return nil
}

// Find returns the node that goes by a name, in whatever spelling, or nil.
func (g *Graph) Find(name string) *Node {
	key := nameKey(name)
	for _, n := range g.Nodes {
		if nameKey(n.Name) == key {
			return n
		}
	}
	for _, n := range g.Nodes {
		for _, a := range n.Aliases {
			if nameKey(a) == key {
				return n
			}
		}
	}
	return nil
}
