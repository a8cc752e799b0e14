package draw

import (
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram"
)

// star is somebody above two rows of boxes and one below them, each of whom has to be reached:
// without a place that is kept free an arrow leads through a box.
func star() *plan {
	g := &diagram.Graph{}
	add := func(id string, kind diagram.Kind) {
		g.Nodes = append(g.Nodes, &diagram.Node{ID: id, Name: id, Kind: kind, Places: []diagram.Place{{}}})
	}
	flow := func(from, to string) {
		g.Flows = append(g.Flows, &diagram.Flow{From: from, To: to, Label: "calls", Order: len(g.Flows)})
	}
	add("user", diagram.Person)
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		add(id, diagram.Component)
		flow("user", id)
	}
	for _, id := range []string{"x"} {
		add(id, diagram.External)
		flow("user", id)
	}
	p := newPlan(g)
	p.label()
	return p
}

func TestArrowsGetPlacesToPass(t *testing.T) {
	p := star()
	l := p.layOut("Star")
	if n, _ := l.grid.faults(); n > 0 {
		t.Errorf("%d arrows lead through boxes", n)
	}
	if l.grid.keptCost() == 0 {
		t.Error("no place is kept free, so the test does not see what it is for")
	}
	source, _ := p.printContainer("Star")
	if !strings.Contains(source, `, " ")`) || !strings.Contains(source, `, $bgColor="transparent"`) {
		t.Errorf("no place is kept free in\n%s", source)
	}
}

func TestPlacesKeptFreeAreNoComponents(t *testing.T) {
	source, _ := star().printContainer("Star")
	g, ok := diagram.ReadDiagram(source)
	if !ok || len(g.Nodes) != 7 || slices.ContainsFunc(g.Nodes, func(n *diagram.Node) bool { return strings.Contains(n.Name, "space") }) {
		t.Errorf("%d components are read of seven", len(g.Nodes))
	}
}

func TestTangledGraphsAreDivided(t *testing.T) {
	names := make([]string, 25)
	for i := range names {
		names[i] = "Service " + itoa(i)
	}
	d, err := Container(graphOf(names, len(names)), "Orders")
	if err != nil || len(d.Pictures) < 3 {
		t.Errorf("%d pictures, %v", len(d.Pictures), err)
	}
}

func TestTheSystemKeepsWhatTheDocumentSaysOfIt(t *testing.T) {
	g := &diagram.Graph{
		Nodes: []*diagram.Node{
			{ID: "user", Name: "User", Kind: diagram.Person, Places: []diagram.Place{{}}},
			{ID: "feed", Name: "Photo feed", Kind: diagram.Component, Description: "shows photos of friends", Places: []diagram.Place{{}}},
		},
		Flows: []*diagram.Flow{{From: "user", To: "feed", Label: "reads"}},
	}
	d, err := Context(g, "Design of the photo feed")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"  title System context of Photo feed\n", `System(the_system, "Photo feed", "shows photos of<br/>friends")`} {
		if !strings.Contains(d.Pictures[0].Source, want) {
			t.Errorf("lacks %q:\n%s", want, d.Pictures[0].Source)
		}
	}
}
