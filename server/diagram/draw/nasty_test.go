package draw

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// nasty are names that break diagrams which do not escape them.
var nasty = []string{
	"end", "End", "graph", "subgraph", "style", "class", "click", "default", "o", "x", "as", "note", "loop", "title", "default_end",
	`say "hi"`, "it's", "a[b]", "a(b)", "{c}", "a|b|c", "<script>alert(1)</script>", "<br/>", "<b>bold", "a & b", "&amp;", "&#35;", "#35;", "#quot;", "x;y;z",
	"a --> b", "a->>b: hi", "100%", "%% comment", "%%{init: {}}%%", "--- title", "```", "`code`", "*star*", "_under_", "__init__", "1. first", "- item", "# heading",
	"@{shape: x}", "a:::b", "$$x^2$$", "\\n", "\\", "http://example.org/x?y=1#z", "🚀", "👩‍💻 developer", "設計サーバー", "خادم الطلبات", "\u202eevil", "שרת", "é̂", "\xff\xfe", "tab\there",
	"line\nbreak", "line\r\nbreak", "", " ", "…", "1st", "42", "wrap: me", "nowrap:me", "participant", "actor", "box", "rect", "activate", "autonumber", "C4Context", "Rel(a, b)",
	"UpdateLayoutConfig()", "$tags", ",", "a, b", "=", "erDiagram", "PK", "FK", "one or more", "many", "to", "u", "only", "<!-- designls:end x -->",
	strings.Repeat("very long ", 30), strings.Repeat("x", 300), strings.Repeat("𝒳", 300), "ﬂ°°35¶ß", "Lifestyle:x#35;", "styled: a #1;", "accTitle: x", "direction LR", "links", "a\u200bb", "{{.Name}}", "[[wiki]]",
}

var kinds = []diagram.Kind{
	diagram.Component, diagram.Person, diagram.System, diagram.Container, diagram.Client, diagram.Store, diagram.Queue, diagram.Cache, diagram.External,
}

// graphOf has a node for each name, with everything else that a graph can hold
// named alike.
func graphOf(names []string, size int) *diagram.Graph {
	g := &diagram.Graph{}
	at := func(i int) string { return names[i%len(names)] }
	story := &diagram.Scenario{Title: at(3)}
	for i := range size {
		id := fmt.Sprintf("n%d", i)
		if s := safeID(at(i)); i < len(names) && g.Node(s) == nil {
			id = s
		}
		n := &diagram.Node{ID: id, Name: at(i), Kind: kinds[i%len(kinds)], Technology: at(i + 1), Description: at(i + 2), Places: []diagram.Place{{}}}
		if i%3 == 1 {
			n.Boundary = fmt.Sprintf("b%d", i%4)
		}
		g.Nodes = append(g.Nodes, n)
		for _, back := range []int{1, 7} {
			if i >= back {
				f := diagram.Flow{From: g.Nodes[i-back].ID, To: id, Label: at(i + back), Protocol: at(i + 5), Async: i%5 == 0, Reply: i%6 == 0, Access: diagram.Access(i % 4), Order: i}
				g.Flows = append(g.Flows, &f)
				story.Steps = append(story.Steps, f)
			}
		}
		e := &diagram.Entity{Name: at(i)}
		for k := range i % 30 {
			e.Columns = append(e.Columns, diagram.Column{Name: at(i + k), Type: at(i + k + 1), Key: k == 0, References: []string{"", at(i + k)}[k%2]})
		}
		g.Entities = append(g.Entities, e)
	}
	for i := range 4 {
		g.Boundaries = append(g.Boundaries, &diagram.Boundary{ID: fmt.Sprintf("b%d", i), Name: at(i * 5)})
	}
	g.Scenarios = []*diagram.Scenario{story}
	return g
}

// machineOf has a state for each name, with transitions that are named alike.
func machineOf(names []string, size int) *diagram.StateMachine {
	m := &diagram.StateMachine{Title: names[size%len(names)]}
	at := func(i int) string {
		if i < len(names) {
			return names[i]
		}
		return fmt.Sprintf("%s %d", names[i%len(names)], i)
	}
	for i := range size {
		m.States = append(m.States, &diagram.State{Name: at(i), About: names[(i+1)%len(names)]})
		for _, back := range []int{0, 1, 7} {
			if i >= back {
				m.Transitions = append(m.Transitions, &diagram.Transition{From: at(i - back), To: at(i), Cause: names[(i+back)%len(names)]})
			}
		}
	}
	return m
}

// allDrawings are all that can be drawn of a document.
func allDrawings(t *testing.T, d *document.Document) map[string]Drawing {
	t.Helper()
	return drawings(t, diagram.Extract(d), d.Title(), diagram.States(d)...)
}

// drawings are all that can be drawn of a graph and of states, by kind.
func drawings(t *testing.T, g *diagram.Graph, title string, machines ...*diagram.StateMachine) map[string]Drawing {
	t.Helper()
	found := map[string]Drawing{}
	keep := func(kind string, d Drawing, err error) {
		if err == nil {
			found[kind] = d
		} else if len(d.Pictures) > 0 || !strings.Contains(err.Error(), "the document ") {
			t.Errorf("%s: %v", kind, err)
		}
	}
	d, err := Context(g, title)
	keep("context", d, err)
	d, err = Container(g, title)
	keep("container", d, err)
	d, err = Whiteboard(g, title)
	keep("whiteboard", d, err)
	d, err = Data(g)
	keep("data", d, err)
	d, err = States(machines)
	keep("state", d, err)
	for i, story := range g.Scenarios {
		d, err = Sequence(g, story)
		keep(fmt.Sprintf("sequence %d", i), d, err)
	}
	return found
}

func grammar(t testing.TB) *mermaid.Grammar {
	t.Helper()
	g := mermaid.New(mermaid.Embedded)
	t.Cleanup(func() { g.Close() })
	if err := g.Warm(context.Background()); err != nil {
		if errors.Is(err, mermaid.ErrNoGrammar) {
			t.Skip("the grammar is not built: run scripts/grammar/ensure")
		}
		t.Fatal(err)
	}
	return g
}

func checkAll(t *testing.T, g *mermaid.Grammar, found map[string]Drawing) {
	t.Helper()
	for kind, d := range found {
		if len(d.Pictures) == 0 {
			t.Errorf("%s: neither a picture nor an error", kind)
		}
		for _, p := range d.Pictures {
			v, err := g.Check(t.Context(), p.Source)
			if err != nil {
				t.Fatal(err)
			}
			if !v.OK {
				t.Errorf("%s: %s at %q in\n%s", kind, v.Error.Message, v.Error.Span.Of(p.Source), p.Source)
			}
			for _, issue := range mermaid.Lint(p.Source) {
				t.Errorf("%s: %s\n%s", kind, issue.Message, p.Source)
			}
			if strings.Contains(p.Source, "```") {
				t.Errorf("%s: closes its own fence:\n%s", kind, p.Source)
			}
		}
	}
}

func TestWhateverIsDrawnParses(t *testing.T) {
	t.Parallel()
	g := grammar(t)
	for _, size := range []int{1, 2, 5, 24, 40, 100, 500} {
		checkAll(t, g, drawings(t, graphOf(nasty, size), nasty[size%len(nasty)], machineOf(nasty, size)))
	}
	for i, name := range nasty {
		three := []string{name, "API server", name + "!"}
		checkAll(t, g, drawings(t, graphOf(three, 4), nasty[(i+1)%len(nasty)], machineOf(three, 3)))
	}
}

func corpus(t testing.TB) []string {
	t.Helper()
	var files []string
	for _, root := range []string{os.Getenv("DESIGNLS_CORPUS"), "../../../../shared/corpus"} {
		found, _ := filepath.Glob(filepath.Join(root, "*/*.md"))
		if root != "" && len(files) == 0 {
			files = found
		}
	}
	examples, _ := filepath.Glob("../../../examples/*/*.md")
	more, _ := filepath.Glob("../../../examples/*.md")
	return append(append(files, examples...), more...)
}

func TestWhatIsDrawnOfDocumentsParses(t *testing.T) {
	g := grammar(t)
	for _, file := range corpus(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := document.Parse(text.NewMapper(string(content)), nil)
			checkAll(t, g, allDrawings(t, d))
		})
	}
}

func TestNothingToDrawSaysWhatIsMissing(t *testing.T) {
	empty := &diagram.Graph{}
	lonely := &diagram.Graph{Nodes: []*diagram.Node{{ID: "a", Name: "Redis", Kind: diagram.Cache}}}
	for _, g := range []*diagram.Graph{empty, lonely} {
		if found := drawings(t, g, "X"); len(found) > 0 {
			t.Errorf("drew %v", found)
		}
	}
	if _, err := Container(lonely, "X"); err == nil || !strings.Contains(err.Error(), "Redis") {
		t.Errorf("got %v", err)
	}
	if _, err := Sequence(empty, nil); err == nil {
		t.Error("drew a story that is not there")
	}
	if _, err := States([]*diagram.StateMachine{{States: []*diagram.State{{Name: "open"}, {Name: "shut"}}}}); err == nil || !strings.Contains(err.Error(), "open and shut") {
		t.Errorf("got %v", err)
	}
}
