package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const gatewayDesign = `# Orders

- The **API Gateway** sends each order to the **Order Service** over gRPC.
- The **Order Service** writes it to **PostgreSQL**.
`

// printed is what "designls graph" promises to its readers.
type printed struct {
	Components []struct {
		Name, Kind string
		Aliases    []string
	}
	Edges []struct{ From, To, Label string }
}

func TestGraphPrintsComponentsAndEdges(t *testing.T) {
	inFolder(t, map[string]string{"a.md": gatewayDesign})
	for stdin, file := range map[string]string{"": "a.md", gatewayDesign: "-"} {
		got := run(t, stdin, "graph", file)
		var graph printed
		d := json.NewDecoder(strings.NewReader(got.out))
		d.DisallowUnknownFields()
		if err := d.Decode(&graph); err != nil || got.code != exitClean || got.err != "" {
			t.Fatalf("%s: exit %d, %v\n%s%s", file, got.code, err, got.out, got.err)
		}
		var said []string
		for _, c := range graph.Components {
			said = append(said, c.Kind+" "+c.Name)
		}
		for _, e := range graph.Edges {
			said = append(said, e.From+" -> "+e.To)
		}
		want := []string{"container API Gateway", "container Order Service", "store PostgreSQL", "API Gateway -> Order Service", "Order Service -> PostgreSQL"}
		if diff := cmp.Diff(want, said); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

func TestGraphOfADocumentWithoutComponentsHasEmptyLists(t *testing.T) {
	got := run(t, "", "graph", "-")
	if want := "{\n  \"components\": [],\n  \"edges\": []\n}\n"; got.out != want || got.code != exitClean {
		t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
	}
}

func TestGraphOfWhatCannotBeReadExitsWithTwoAndOneSentence(t *testing.T) {
	inFolder(t, map[string]string{"docs/": "", "bytes.md": "\x00\x01"})
	for _, args := range []string{"missing.md", "docs", "bytes.md", "", "a.md b.md"} {
		got := run(t, "", append([]string{"graph"}, strings.Fields(args)...)...)
		if got.code != exitFailure || got.out != "" || !strings.HasPrefix(got.err, "designls: ") || strings.Count(got.err, "\n") != 1 {
			t.Errorf("graph %s: exit %d\nstdout %q\nstderr %q", args, got.code, got.out, got.err)
		}
	}
}
