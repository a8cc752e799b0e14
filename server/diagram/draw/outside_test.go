package draw

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram"
)

// shop has a person who only gets something, and a client.
func shop() *diagram.Graph {
	return &diagram.Graph{
		Nodes: []*diagram.Node{
			{ID: "u", Name: "user", Kind: diagram.Person}, {ID: "c", Name: "Client", Kind: diagram.Client},
			{ID: "w", Name: "web server", Kind: diagram.Container}, {ID: "n", Name: "mailer", Kind: diagram.Container},
		},
		Flows: []*diagram.Flow{{From: "c", To: "w", Label: "sends order"}, {From: "w", To: "n", Label: "calls"}, {From: "n", To: "u", Label: "notifies"}},
	}
}

// TestAContextIsToldByItsBoxes holds that the story names nothing that the picture does not show.
func TestAContextIsToldByItsBoxes(t *testing.T) {
	g := shop()
	d, err := Context(g, "Shop")
	if err != nil {
		t.Fatal(err)
	}
	want := "The **Client** sends the order to **Shop**, which notifies the **user**."
	if got := d.Story(g); !strings.Contains(got, want) {
		t.Errorf("told: %q, want %q", got, want)
	}
}

// TestAnOnlyBoxStandsBelowWhatItTalksTo has a service on the right with a system of others.
func TestAnOnlyBoxStandsBelowWhatItTalksTo(t *testing.T) {
	boxes := chain(4)
	outer := &frame{title: "Shop"}
	var links []*link
	for _, b := range boxes[:3] {
		links = append(links, &link{from: b, to: boxes[3], flows: []*diagram.Flow{{}}})
	}
	g := newGrid(links, zone{boxes[:3], outer}, zone{boxes[3:], &frame{title: others}})
	g.lay(3)
	middle := g.of(outer)[1].at.center().x
	if got := boxes[3].at.center().x; got != middle {
		t.Errorf("it stands at %.0f, the middle of the others is %.0f", got, middle)
	}
}
