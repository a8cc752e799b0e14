package draw

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram"
)

func TestTheLegendOfAWhiteboardSaysAThingOnce(t *testing.T) {
	several := []diagram.Place{{}}
	g := &diagram.Graph{
		Nodes: []*diagram.Node{
			{ID: "u", Name: "user", Kind: diagram.Person, Redundant: several}, {ID: "w", Name: "web server", Kind: diagram.Container, Redundant: several},
			{ID: "a", Name: "API", Kind: diagram.Container, Redundant: several},
		},
		Flows: []*diagram.Flow{{From: "u", To: "w", Label: "opens"}, {From: "w", To: "a", Label: "calls"}, {From: "a", To: "w"}},
	}
	d, err := Whiteboard(g, "")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(d.Legend, "\n"), markScales+" scales out: **web server** and **API**. The document says that there are several."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !strings.Contains(d.Pictures[0].Source, `["User"]`) {
		t.Errorf("people are said to be several:\n%s", d.Pictures[0].Source)
	}
}

// TestAWhiteboardOfASystemThatTheDocumentDraws leaves out the system as a whole beside its parts.
func TestAWhiteboardOfASystemThatTheDocumentDraws(t *testing.T) {
	d, err := Whiteboard(extracted(hubDocument), "Notification hub")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(d.Pictures[0].Source, `"Notification hub"`) || len(d.LeftOut) == 0 {
		t.Errorf("left out: %q in\n%s", d.LeftOut, d.Pictures[0].Source)
	}
}

// TestTheLegendExplainsOnlyWhatIsDrawn says nothing of dotted arrows where the way back is waited for.
func TestTheLegendExplainsOnlyWhatIsDrawn(t *testing.T) {
	for name, test := range map[string]struct{ back, want bool }{"dotted": {false, true}, "shared with one that is not": {true, false}} {
		g := &diagram.Graph{
			Nodes: []*diagram.Node{{ID: "w", Name: "web server", Kind: diagram.Container}, {ID: "a", Name: "API", Kind: diagram.Container}},
			Flows: []*diagram.Flow{{From: "w", To: "a", Async: true}},
		}
		if test.back {
			g.Flows = append(g.Flows, &diagram.Flow{From: "a", To: "w"})
		}
		d, err := Whiteboard(g, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(strings.Join(d.Legend, "\n"), "Dotted arrows"); got != test.want || got != strings.Contains(d.Pictures[0].Source, "-.->") {
			t.Errorf("%s: %q for\n%s", name, d.Legend, d.Pictures[0].Source)
		}
	}
}

func TestVerbsAtArrowsHaveOneForm(t *testing.T) {
	tests := []struct {
		label  string
		source diagram.Source
		want   string
	}{
		{"storing results", diagram.FromProse, "stores results"},
		{"connect", diagram.FromProse, "connects"},
		{"written", diagram.FromProse, "writes"},
		{"store results", diagram.FromDiagram, "store results"},
		{"frobnicating", diagram.FromProse, "frobnicating"},
	}
	for _, test := range tests {
		f := &diagram.Flow{Label: test.label, Place: diagram.Place{Source: test.source}}
		if got := (&link{flows: []*diagram.Flow{f}}).label(); got != test.want {
			t.Errorf("%q is %q at an arrow, want %q", test.label, got, test.want)
		}
	}
}
