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

// TestNumbersOutsideAreTold gives the sentence of an arrow that has a number in a context diagram
// the same number, though the arrow leads from a part that the picture does not show.
func TestNumbersOutsideAreTold(t *testing.T) {
	g := shop()
	p := contextPlan(g, "Shop")
	for _, l := range p.links {
		p.number([]*link{l})
	}
	d := p.drawing(Drawing{around: p.fromOutside(), numbers: p.numbers})
	if got, want := d.Story(g), "The **Client** sends the order to **Shop** (1), which notifies the **user** (2)."; !strings.Contains(got, want) {
		t.Errorf("told: %q, want %q", got, want)
	}
}

// TestWhoIsAroundIsOneOrSeveral has the verb for them, and for a system by one name alone.
func TestWhoIsAroundIsOneOrSeveral(t *testing.T) {
	for name, want := range map[string]string{
		"Client":  "Around the system, there is only the Client.",
		"clients": "Around the system, there are only the clients.",
	} {
		if got := castAround([]*diagram.Node{{ID: "c", Name: name, Kind: diagram.Client}}); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got, want := castAround([]*diagram.Node{{Name: "Ann", Kind: diagram.Person}, {Name: "Bob", Kind: diagram.Person}}), "Around the system, there are only the people Ann and Bob."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	g := &diagram.Graph{Nodes: []*diagram.Node{{ID: "s", Name: "KMS improvements", Kind: diagram.System}, {ID: "k", Name: "KMS", Kind: diagram.External}}}
	if got, want := Tell(g, diagram.Flow{From: "s", To: "k", Label: "calls"}), "**KMS improvements** calls **KMS**."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	g.Nodes[0].Name = "Product services"
	if got, want := Tell(g, diagram.Flow{From: "s", To: "k", Label: "calls"}), "The **Product services** call **KMS**."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTitlesFitTheirPictures has shorter ones over a single column.
func TestTitlesFitTheirPictures(t *testing.T) {
	long := "Extending Apiserver Network Proxy to handle traffic of nodes"
	g := &diagram.Graph{Nodes: []*diagram.Node{{ID: "c", Name: "Client", Kind: diagram.Client}, {ID: "a", Name: "agent", Kind: diagram.Container}}, Flows: []*diagram.Flow{{From: "c", To: "a", Label: "calls"}}}
	d, err := Context(g, long)
	if err != nil {
		t.Fatal(err)
	}
	if want := "title System context of Extending Apiserver Network Proxy…\n"; !strings.Contains(d.Pictures[0].Source, want) {
		t.Errorf("no %q in\n%s", want, d.Pictures[0].Source)
	}
	if got, want := titled("The system", titleRunes), "the system"; got != want {
		t.Errorf("%q in a title, want %q", got, want)
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
