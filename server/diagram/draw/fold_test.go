package draw

import (
	"testing"

	"github.com/designls/designls/server/diagram"
)

func TestTextsAreFoldedWhereTheyHaveSpaces(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		"Client":                   "Client",
		"Order database of Europe": "Order database<br/>of Europe",
		"pod-snapshot-controller":  "pod-snapshot-controller",
	} {
		if got := fold(text, nameSize, true, 115); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// TestFoldedTextsAreReadAsOne holds that a name in several lines is still one name.
func TestFoldedTextsAreReadAsOne(t *testing.T) {
	g, ok := diagram.ReadDiagram("C4Context\n  Person(u, \"Order clerk<br/>of Europe\", \"takes<br/>orders\")\n  System(s, \"Shop\")\n  Rel(u, s, \"uses\")\n")
	if !ok || g.Find("Order clerk of Europe") == nil || g.Find("Order clerk of Europe").Description != "takes orders" {
		t.Errorf("got %v", g)
	}
}
