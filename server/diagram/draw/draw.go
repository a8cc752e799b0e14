// Package draw prints graphs as mermaid diagrams, one file for each kind, and
// tells in words what they show.
//
// What it prints parses and renders whatever the names of a graph hold: they are
// escaped, shortened, and given in full in a legend. It draws nothing and says
// nothing that the graph does not hold, and names what it leaves out.
//
// The package does no I/O.
package draw

import (
	"errors"
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram"
)

// What a picture may hold before it stops being one.
const (
	mostBoxes      = 25 // of a detailed picture
	mostSketched   = 12 // of one to be redrawn by hand
	mostAround     = 10 // people and systems around the one that is designed
	mostSteps      = 25 // of a sequence
	mostEntities   = 25
	mostColumns    = 20 // of one entity
	mostNamed      = 12 // names in a sentence
	mostPictures   = 12 // of one drawing, beside its overview
	mostConsidered = 60 // boxes among which it is worth looking for those to be merged
)

// Drawing is a diagram, or several that belong together, with what stands under
// it. All texts are markdown.
type Drawing struct {
	Pictures []Picture
	Legend   []string // an item each: what marks mean, names in full
	LeftOut  []string // a sentence each: what the document names and the pictures do not show
	Flows    []diagram.Flow
	Nodes    []*diagram.Node // that are drawn, by themselves or within others

	around  *diagram.Graph    // what is told of a picture of what is around the system; nil in others
	numbers map[[2]string]int // of the arrows that have one instead of words, by the IDs of their ends
}

// Picture is one diagram.
type Picture struct {
	Title  string // "" when there is only one
	Source string // mermaid
}

// The graphs of which there is nothing to draw. Each error is a sentence that says
// what the document would have to state.
var (
	errNoParts   = errors.New("the document names no parts of a system that a diagram could show; name the components and say who sends what to whom, such as \"the API server writes orders to the order database\"")
	errNoScene   = errors.New("the document tells no flow in steps; write who does what as a numbered list, a step each, such as \"1. The client sends the order to the API server\"")
	errNoData    = errors.New("the document defines no tables; give the schema as CREATE TABLE in a code block, or as a list of columns with their types")
	errNoContext = errors.New("the document names no people, clients or other systems, so a context diagram would be a single box; say who uses the system and which other systems it talks to")
)

// noFlows is the error for parts of which nothing is said but their names.
func noFlows(g *diagram.Graph) error {
	return fmt.Errorf("the document names %s but not how they talk, so there are no arrows to draw; say who sends what to whom, such as \"the API server writes orders to the order database\"", enumerate(namesOf(g.Nodes), 5))
}

func namesOf(nodes []*diagram.Node) []string {
	var names []string
	for _, n := range nodes {
		names = append(names, Markdown(n.Name))
	}
	return names
}

// enumerate joins names for a sentence.
func enumerate(names []string, most int) string {
	if more := len(names) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), more)
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return strings.Join(names, "")
}

// script is a mermaid source in the making.
type script struct{ strings.Builder }

func (s *script) line(format string, args ...any) {
	fmt.Fprintf(s, format+"\n", args...)
}
