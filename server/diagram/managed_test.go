package diagram

import (
	"fmt"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
)

// withoutPlaces is a graph as text, but for where things stand.
func withoutPlaces(g *Graph) string {
	var b strings.Builder
	for _, n := range g.Nodes {
		fmt.Fprintln(&b, n.ID, n.Name, n.Kind, n.Aliases, n.Boundary, n.Technology, n.Description, len(n.Places), len(n.Redundant))
	}
	for _, f := range g.Flows {
		fmt.Fprintln(&b, f.From, f.To, f.Label, f.Protocol, f.Async, f.Access, f.Order)
	}
	for _, x := range g.Boundaries {
		fmt.Fprintln(&b, x.ID, x.Name, x.Parent, x.Node)
	}
	for _, s := range g.Scenarios {
		fmt.Fprintln(&b, s.Title, len(s.Steps))
	}
	for _, e := range g.Entities {
		fmt.Fprintln(&b, e.Name, len(e.Columns))
	}
	for _, e := range g.Endpoints {
		fmt.Fprintln(&b, e.Method, e.Path)
	}
	return b.String()
}

const (
	generatedPicture = "```mermaid\nflowchart LR\n  zebra[Zebra service] -->|feeds| lion[(Lion store)]\n```\n\n" +
		"**Flow description.** The **Zebra service** writes to the **Lion store**. Use `GET /v1/zebras`.\n\n" +
		"| Component | Depends on |\n|---|---|\n| Zebra service | Lion store |\n\n" +
		"```sql\nCREATE TABLE zebras (id int);\n```\n\n- The Zebra service calls the Giraffe gateway:"
	generatedChapter = "### Zebra service\n\n" + generatedPicture + "\n\n#### Alternatives considered\n\nThe `zebras` table is kept."
)

// TestGeneratedBlocksAreNoEvidence inserts blocks as designls writes them behind
// paragraphs of real documents: the graph stays what it is.
func TestGeneratedBlocksAreNoEvidence(t *testing.T) {
	for path, content := range documents(t) {
		content = strings.ReplaceAll(content, "\r\n", "\n")
		want := withoutPlaces(graph(content))
		for i, at := range paragraphEnds(content, 4) {
			body := [...]string{generatedPicture, generatedChapter}[i%2]
			block := document.RenderBlock("zoo", "diagram-context", "0", body)
			got := withoutPlaces(graph(content[:at] + "\n\n" + block + content[at:]))
			if got != want {
				t.Errorf("%s: a block at byte %d changes the graph:\n%s", path, at, firstDifference(got, want))
			}
		}
	}
}

// paragraphEnds are places between two blocks of text at the margin, outside of
// code and of managed blocks, evenly spread.
func paragraphEnds(content string, n int) []int {
	var all []int
	fenced, managed, at := false, false, 0
	lines := strings.SplitAfter(content, "\n")
	for i, l := range lines {
		if t := strings.TrimSpace(l); strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~") {
			fenced = !fenced
		} else if strings.HasPrefix(t, "<!-- designls:") {
			managed = strings.Contains(t, ":begin")
		}
		if l == "\n" && i > 0 && i+1 < len(lines) && !fenced && !managed && startsPlain(lines[i-1]) && startsPlain(lines[i+1]) {
			all = append(all, at-1)
		}
		at += len(l)
	}
	var out []int
	for i := range n {
		if len(all) > 0 {
			out = append(out, all[i*len(all)/n])
		}
	}
	return out
}

// startsPlain says whether a line stands at the margin and in no list, quote,
// table or comment.
func startsPlain(line string) bool {
	return line != "" && !strings.ContainsAny(line[:1], "\n<>|- *+\t0123456789")
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf(" got %s\nwant %s", g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines instead of %d", len(g), len(w))
}
