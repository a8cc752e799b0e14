package diagram

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

var goodID = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)

// checkGraph holds a graph against what every graph keeps to.
func checkGraph(t *testing.T, content string, g *Graph) {
	t.Helper()
	seen := map[string]bool{}
	for _, n := range g.Nodes {
		if !goodID.MatchString(n.ID) || seen[strings.ToLower(n.ID)] || reserved[strings.ToLower(n.ID)] {
			t.Errorf("identifier %q of %q is not fit for use", n.ID, n.Name)
		}
		seen[strings.ToLower(n.ID)] = true
		if n.Name == "" || len(n.Places) == 0 {
			t.Errorf("node without name or place: %+v", n)
		}
		for _, p := range append(slices.Clone(n.Places), n.Redundant...) {
			if p.Start < 0 || p.End > len(content) || p.Start >= p.End {
				t.Errorf("%s stands at %v of %d bytes", n.Name, p, len(content))
			}
		}
		if slices.Contains(n.Aliases, n.Name) {
			t.Errorf("%s is an alias of itself", n.Name)
		}
	}
	for _, f := range g.Flows {
		if g.Node(f.From) == nil || g.Node(f.To) == nil || f.From == f.To {
			t.Errorf("flow %+v has a loose end", f)
		}
		if f.Place.Start < 0 || f.Place.End > len(content) || f.Place.Start >= f.Place.End {
			t.Errorf("flow %s -> %s stands at %v", f.From, f.To, f.Place)
		}
	}
	for _, b := range g.Boundaries {
		if !goodID.MatchString(b.ID) || seen[strings.ToLower(b.ID)] {
			t.Errorf("identifier %q of boundary %q is not fit for use", b.ID, b.Name)
		}
	}
	if data, err := json.Marshal(g); err != nil || !json.Valid(data) {
		t.Errorf("JSON: %v", err)
	}
	for _, n := range g.Nodes {
		if s := g.Blast(n.ID).String(); s == "" {
			t.Errorf("no sentence on the failure of %s", n.Name)
		}
	}
}

func manyComponents(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "The **Service %d** writes to the **Store %d** and calls the **Service %d**.\n\n", i, i%50, i+1)
	}
	return b.String()
}

func TestBadInput(t *testing.T) {
	long := strings.Repeat("very", 75)
	for name, markdown := range map[string]string{
		"empty":                   "",
		"blank":                   " \r\n\t\n",
		"no components":           "# Meeting\n\nWe talked about lunch, and that was it.\n",
		"500 components":          manyComponents(500),
		"quotes":                  "The **\"Order\" service** calls the **'Billing' service**. The “edge” gateway calls the “auth” service.",
		"brackets and pipes":      "The **Order [v2] service** calls the **Billing (EU) | service**. The `a|b` service calls the {c} service.",
		"end":                     "The **end** calls the **graph**. The **End service** calls the **end**.\n\n```mermaid\nflowchart LR\n end[End service] --> graph[Graph service]\n```",
		"HTML":                    "The <b>order</b> service calls the **<script>alert(1)</script> service**. The **a&lt;b service** calls the **&amp; service**.",
		"emoji":                   "The **🚀 Launch service** calls the **📦**. The 🛒 service writes to the 🗄️ database.",
		"right to left":           "The **خدمة الطلبات** calls the **שירות**. The **خدمة service** writes to the **قاعدة database**.",
		"long names":              "The **" + long + " service** calls the **" + long + "x database**. The " + strings.Repeat("big ", 80) + "service calls the " + long + " service.",
		"one long line":           strings.Repeat("The order service calls the billing service, and ", 2000),
		"deep lists":              deepList(60),
		"unclosed":                "```mermaid\nflowchart LR\n a[Order service --> b[(Billing\n subgraph x\n c -->|no",
		"damaged sequence":        fence("sequenceDiagram\n ->>: \n a->>\n A->>B\n end\n end\n box\n participant\n alt"),
		"damaged C4":              fence("C4Context\n Person(\n System(a\n Rel(a)\n }\n }\n Boundary(){\n Rel(x, y, \"unclosed)"),
		"unknown kind":            fence("sankey-beta\n a,b,3"),
		"5000 lines":              fence("flowchart LR\n" + strings.Repeat("  a[Order service] --> b[Billing service]\n", 5000)),
		"damaged table":           "| Component | Technology |\n|---|---|\n| | |\n| Order service\n| a | b | c | d |\n|||\n",
		"damaged SQL":             "```sql\nCREATE TABLE orders (id int, foo varchar(\nCREATE TABLE (;\nCREATE TABLE x\n```",
		"invalid UTF-8":           "The **order\xff service** calls the \xc3\x28 service.\n\n```mermaid\nflowchart LR\n a[\xff] --> b\n```",
		"only punctuation":        "()[]{}(((  -> -> => (a.k.a. ) (e.g. ) , , ; : \" ' ** ** ` `",
		"arrows without ends":     "-> Order service -> -> (-> billing service)",
		"capitals behind dashes":  "OrderGate ----FinalizeOrder--> RA 3: BillGate --NewOrder->",
		"a name and nothing else": "**Order service**",
	} {
		t.Run(name, func(t *testing.T) { checkGraph(t, markdown, graph(markdown)) })
	}
	if n := len(graph(manyComponents(500)).Nodes); n < 500 {
		t.Errorf("%d of 500 components found", n)
	}
	if got := graph("").Nodes; got != nil {
		t.Errorf("components of nothing: %v", got)
	}
}

func deepList(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s- calls the **Service %d**:\n", strings.Repeat("  ", i), i)
	}
	return b.String()
}

func FuzzExtract(f *testing.F) {
	f.Add(shop)
	f.Add("The (a (b) such as c, d) server, a proxy, which (i.e. x) is called y (named z.")
	f.Add(fence("sequenceDiagram\nA->>B: x"))
	f.Fuzz(func(t *testing.T, markdown string) { checkGraph(t, markdown, graph(markdown)) })
}

// TestExtractionIsDeterministic extracts each document twice, the second time
// from what is kept of the first.
func TestExtractionIsDeterministic(t *testing.T) {
	for path, content := range documents(t) {
		doc := document.Parse(text.NewMapper(content), nil)
		var e Extractor
		first := dump(e.Extract(doc))
		if again := dump(e.Extract(doc)); again != first {
			t.Errorf("%s: the second extraction differs", path)
		}
		if fresh := dump(Extract(doc)); fresh != first {
			t.Errorf("%s: a fresh extraction differs", path)
		}
		checkGraph(t, content, e.Extract(doc))
	}
}

func dump(g *Graph) string {
	data, err := json.Marshal(struct {
		Nodes      []*Node
		Flows      []*Flow
		Boundaries []*Boundary
		Scenarios  []*Scenario
		Entities   []*Entity
		Endpoints  []*Endpoint
	}{g.Nodes, g.Flows, g.Boundaries, g.Scenarios, g.Entities, g.Endpoints})
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// documents are the project's own examples and, where there are some, real
// documents beside the repository.
func documents(t testing.TB) map[string]string {
	t.Helper()
	all := map[string]string{"shop": shop}
	for _, root := range []string{"../../examples", corpusRoot()} {
		if root == "" {
			continue
		}
		err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".md") {
				return err
			}
			content, err := os.ReadFile(path)
			all[path] = string(content)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}
