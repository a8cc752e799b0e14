package draw

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func extracted(content string) *diagram.Graph {
	return diagram.Extract(document.Parse(text.NewMapper(content), nil))
}

const hubDocument = `# Notification hub

` + "```mermaid" + `
C4Context
  Person(customer, "Customer")
  System(hub, "Notification hub")
  System(services, "Product services")
  System_Ext(mail, "Mail provider")
  Rel(services, hub, "hand over")
  Rel(hub, mail, "mails")
  Rel(hub, customer, "tells")
` + "```" + `

` + "```mermaid" + `
flowchart LR
  services[Product services] -->|event| api[Intake API]
  api -->|insert| db[(Hub database)]
  db -->|take batch| planner[Planner]
  planner --> sender[Sender]
` + "```" + `
`

// TestContainersOfASystemThatTheDocumentDraws keeps the system as a whole out of the picture of
// its parts, and other systems out of its frame.
func TestContainersOfASystemThatTheDocumentDraws(t *testing.T) {
	d, err := Container(extracted(hubDocument), "Notification hub")
	if err != nil {
		t.Fatal(err)
	}
	source := d.Pictures[0].Source
	before, inside, _ := strings.Cut(source, "System_Boundary(")
	if !strings.Contains(before, `"Product<br/>services"`) && !strings.Contains(before, `"Product services"`) {
		t.Errorf("another system is not around this one:\n%s", source)
	}
	if strings.Contains(inside, "Container(Notification_hub") || strings.Contains(source, "Rel(Notification_hub") {
		t.Errorf("the system as a whole is one of its parts:\n%s", source)
	}
	if want := "Left out, since only Notification hub as a whole talks to them: Customer and Mail provider."; strings.Join(d.LeftOut, "\n") != want {
		t.Errorf("left out: %q, want %q", d.LeftOut, want)
	}
}

// TestContainersOfASystemWithoutParts keeps the system where there is nothing else to draw.
func TestContainersOfASystemWithoutParts(t *testing.T) {
	first, _, _ := strings.Cut(hubDocument, "```mermaid\nflowchart")
	d, err := Container(extracted(first), "Notification hub")
	if err != nil {
		t.Fatal(err)
	}
	if source := d.Pictures[0].Source; !strings.Contains(source, "Notification_hub") {
		t.Errorf("the system is not drawn:\n%s", source)
	}
}

// TestWhatIsTakenFromAStore tells an arrow from a store by who acts, and leaves its words as
// the author drew them.
func TestWhatIsTakenFromAStore(t *testing.T) {
	g := extracted(hubDocument)
	for _, f := range g.Flows {
		if f.Label != "take batch" {
			continue
		}
		if got, want := Tell(g, *f), "The **Planner** takes the batch from the **Hub database**."; got != want {
			t.Errorf("told: %q, want %q", got, want)
		}
		if got := spokenAlong(f); got != "take batch" {
			t.Errorf("on the arrow: %q", got)
		}
		return
	}
	t.Fatal("the arrow is not read")
}

// TestTheWholeStaysWhereItsPartsAreNoPicture takes the system out only for parts that talk among themselves.
func TestTheWholeStaysWhereItsPartsAreNoPicture(t *testing.T) {
	tests := map[string]struct {
		flows [][2]string
		taken bool
	}{
		"parts that talk":        {[][2]string{{"hub", "x"}, {"a", "b"}, {"b", "a"}}, true},
		"one arrow among parts":  {[][2]string{{"hub", "x"}, {"hub", "a"}, {"a", "b"}}, false},
		"nobody talks to it all": {[][2]string{{"x", "a"}, {"a", "b"}, {"b", "a"}}, false},
	}
	for name, test := range tests {
		g := &diagram.Graph{Nodes: []*diagram.Node{{ID: "hub", Name: "Hub", Kind: diagram.System}, {ID: "x", Name: "Mail", Kind: diagram.External}, {ID: "a", Name: "API", Kind: diagram.Container}, {ID: "b", Name: "Sender", Kind: diagram.Container}}}
		for _, ends := range test.flows {
			g.Flows = append(g.Flows, &diagram.Flow{From: ends[0], To: ends[1]})
		}
		if parts, _ := withoutWhole(g, "Hub"); (parts != g) != test.taken {
			t.Errorf("%s: taken out: %t", name, parts != g)
		}
	}
}

// TestTheFrameAroundOthersSaysThatTheyAreNotOurs has no second frame marked as a system.
func TestTheFrameAroundOthersSaysThatTheyAreNotOurs(t *testing.T) {
	d, err := Container(extracted("# Shop\n\nThe **API server** writes orders to the **order database**. The **API server** charges cards through **Stripe**.\n"), "Shop")
	if err != nil {
		t.Fatal(err)
	}
	if want := `Boundary(elsewhere, "Run by others", "external") {`; !strings.Contains(d.Pictures[0].Source, want) {
		t.Errorf("no %s in\n%s", want, d.Pictures[0].Source)
	}
}
