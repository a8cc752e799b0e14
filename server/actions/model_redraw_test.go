package actions

import (
	"strings"
	"testing"
)

func TestC4DiagramsOfAModelAreDrawnAgain(t *testing.T) {
	const flow = "```mermaid\nflowchart LR\n  a --> b\n```\n"
	const empty = "```mermaid\nC4Context\n  title Nothing\n```\n"
	const context = "```mermaid\nC4Context\n  title The feed among its neighbors\n  Person(u, \"User\")\n  System(f, \"Feed\", \"Shows posts of friends\")\n  System_Ext(c, \"Content delivery network\")\n  Rel(u, f, \"Reads\")\n  Rel(f, c, \"Fills\")\n```\n"
	a := &assignment{material: newMaterial(Input{Doc: parse("# Design a feed\n")})}
	for name, same := range map[string]string{"another kind": flow, "nothing in it": empty, "in a list": "- x\n\n  " + strings.ReplaceAll(context, "\n", "\n  "), "shown as text": strings.Replace(context, "```mermaid", "```text", 1)} {
		if got := a.redrawn(t.Context(), same); got != same {
			t.Errorf("%s became\n%s", name, got)
		}
	}
	got := a.redrawn(t.Context(), "Before.\n\n"+context+"\nAfter.\n")
	for _, want := range []string{"Before.\n\n```mermaid\nC4Context\n", "  title The feed among its neighbors\n", `"Shows posts of<br/>friends"`, `"User"`, `"Feed"`, `"Content delivery<br/>network"`, `"Reads"`, `"Fills"`, "UpdateLayoutConfig(", "\n```\n", "\nAfter.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "**Legend**") {
		t.Errorf("the legend repeats what stands in a box on two lines:\n%s", got)
	}

	const long = "Shows posts of friends, and of those whom they follow elsewhere"
	got = a.redrawn(t.Context(), strings.Replace(context, "Shows posts of friends", long, 1))
	if !strings.Contains(got, "**Legend**\n\n- **Feed**: "+long+"\n") || strings.Contains(got, "**User**:") {
		t.Errorf("the legend does not tell what the box has no room for:\n%s", got)
	}
}
