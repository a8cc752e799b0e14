package draw

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram"
)

func TestStepsToldTwiceAreDrawnOnce(t *testing.T) {
	g := &diagram.Graph{Nodes: []*diagram.Node{{ID: "a", Name: "App"}, {ID: "b", Name: "API"}}}
	step := diagram.Flow{From: "a", To: "b", Label: "sends order"}
	d, err := Sequence(g, &diagram.Scenario{Steps: []diagram.Flow{step, step, {From: "b", To: "a", Reply: true}, step}})
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(d.Pictures[0].Source, "sends order"); n != 2 {
		t.Errorf("drawn %d times in\n%s", n, d.Pictures[0].Source)
	}
}

func TestConnectedStepsHangTogether(t *testing.T) {
	tests := map[string]struct {
		steps []diagram.Flow
		want  int
	}{
		"none":              {nil, 0},
		"beside each other": {[]diagram.Flow{{From: "a", To: "b"}, {From: "c", To: "d"}}, 1},
		"one after another": {[]diagram.Flow{{From: "a", To: "b"}, {From: "b", To: "c"}, {From: "x", To: "y"}}, 2},
	}
	for name, test := range tests {
		if got := Connected(&diagram.Scenario{Steps: test.steps}); got != test.want {
			t.Errorf("%s: %d, want %d", name, got, test.want)
		}
	}
}

func TestTitlesOfStoriesSayWhatTheyAreAbout(t *testing.T) {
	for title, want := range map[string]string{
		"Use case: A user pays":   "A user pays",
		"1. Data ingestion":       "Data ingestion",
		"Step 4: Scale the store": "Scale the store",
		"Context":                 "",
		"Checkout":                "Checkout",
	} {
		if got := StoryTitle(title); got != want {
			t.Errorf("%q is told as %q, want %q", title, got, want)
		}
	}
}

func TestTitlesOfSystemsHaveNoNumber(t *testing.T) {
	for title, want := range map[string]string{
		"RFD 41 - Simplified joining": "Simplified joining",
		"Overview":                    "The system",
		"0019 - Web push":             "Web push",
		"7. Store the ledger":         "Store the ledger",
		"3.5 inch disks":              "3.5 inch disks",
		"RFC-7: Witness":              "Witness",
		"KEP-1040: Priority":          "Priority",
		"Design of the feed":          "feed",
	} {
		if got := systemName(&diagram.Graph{}, title); got != want {
			t.Errorf("%q names %q, want %q", title, got, want)
		}
	}
}
