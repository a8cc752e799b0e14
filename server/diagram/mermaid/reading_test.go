package mermaid

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadsWhatADiagramShows(t *testing.T) {
	g := grammar(t)
	for source, want := range map[string]Reading{
		"---\ntitle: Shop\n---\nflowchart LR\n  a[\"The <b>API</b><br/>#quot;one#quot;\"] -.->|reads| b[(DB)]\n  subgraph s [Ours]\n    b\n  end\n": {
			Kind: Flowchart, Title: "Shop", Direction: "LR",
			Nodes: []Node{{ID: "s", Label: "Ours", Shape: "rect", Group: true}, {ID: "a", Label: "The API\n\"one\"", Shape: "squareRect"}, {ID: "b", Label: "DB", Shape: "cylinder", Parent: "s"}},
			Edges: []Edge{{From: "a", To: "b", Label: "reads", End: "arrow_point", Line: "dotted"}},
		},
		"erDiagram\n  A ||--o{ B : has\n  A {\n    int id PK\n  }\n": {
			Kind: ER, Direction: "TB",
			Nodes: []Node{{ID: "entity-A-0", Label: "A", Shape: "erBox", Rows: []string{"PK int id"}}, {ID: "entity-B-1", Label: "B", Shape: "erBox"}},
			Edges: []Edge{{From: "entity-A-0", To: "entity-B-1", Label: "has", Start: "only_one", End: "zero_or_more", Line: "solid"}},
		},
		"C4Context\n  title Shop\n  Person(u, \"User\")\n  System_Boundary(b, \"Ours\") {\n    SystemDb(d, \"Store\", \"keeps it\")\n    Container(s, \" \")\n  }\n  Rel(u, d, \"asks\", \"HTTPS\")\n": {
			Kind: C4, Title: "Shop", Direction: "TB",
			Nodes: []Node{{ID: "b", Label: "Ours", Group: true}, {ID: "u", Label: "User", Shape: "person"}, {ID: "d", Label: "Store", Shape: "system_db", Parent: "b", Rows: []string{"keeps it"}}},
			Edges: []Edge{{From: "u", To: "d", Label: "asks [HTTPS]", End: "arrow_point"}},
		},
		"sequenceDiagram\n  A->>B: go\n  loop twice\n    B--xA: no\n  end\n  Note over A: waits\n": {
			Kind:  Sequence,
			Nodes: []Node{{ID: "A", Label: "A", Shape: "participant"}, {ID: "B", Label: "B", Shape: "participant"}},
			Steps: []Step{
				{Type: "SOLID", From: "A", To: "B", Text: "go"}, {Type: "LOOP_START", Text: "twice"}, {Type: "DOTTED_CROSS", From: "B", To: "A", Text: "no"}, {Type: "LOOP_END"},
				{Type: "NOTE", From: "A", To: "A", Text: "waits", At: 2},
			},
		},
		"pie\n  \"a\" : 1\n": {Kind: Pie},
	} {
		got, err := g.Read(t.Context(), source)
		if err != nil {
			t.Errorf("%s: %v", source, err)
		}
		for i := range got.Nodes {
			if len(got.Nodes[i].Rows) == 0 {
				got.Nodes[i].Rows = nil
			}
		}
		if len(got.Edges) == 0 {
			got.Edges = nil
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n%s", source, diff)
		}
	}
}

func TestReadingSaysWhatIsWrong(t *testing.T) {
	g := grammar(t)
	for _, source := range []string{"flowchart LR\n  a[(", "", "---\na: [\n---\nflowchart LR\n  a --> b\n"} {
		if _, err := g.Read(t.Context(), source); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%q: got %v", source, err)
		}
		if v := check(t, g, "flowchart LR\n  a --> b\n"); !v.OK {
			t.Errorf("after %q: %+v", source, v)
		}
	}
}
