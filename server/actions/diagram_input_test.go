package actions

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid"
)

var drawing = []string{"diagram-context", "diagram-container", "diagram-whiteboard", "diagram-sequence", "diagram-state", "diagram-data"}

// designOf tells a design whose parts, states and tables have the names given.
func designOf(names []string) string {
	var b strings.Builder
	b.WriteString("# Design\n\n## Flow\n\n")
	for i := range names {
		fmt.Fprintf(&b, "%d. The **%s service** sends the order to the **%s database** over gRPC.\n", i+1, names[i], names[(i+1)%len(names)])
	}
	b.WriteString("\n## States\n\n| State | Next state | When |\n|---|---|---|\n")
	for i, n := range names {
		cell := strings.NewReplacer("|", `\|`, "\n", " ").Replace(n)
		fmt.Fprintf(&b, "| %s | %s | %s |\n", cell, strings.NewReplacer("|", `\|`, "\n", " ").Replace(names[(i+1)%len(names)]), cell)
	}
	b.WriteString("\n## Schema\n\n```sql\n")
	for i, n := range names {
		fmt.Fprintf(&b, "CREATE TABLE %q (id int PRIMARY KEY, %q text, next int REFERENCES t%d(id));\n", n, n, i)
	}
	return b.String() + "```\n"
}

func namesOfParts(n int) []string {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("Part %c%c%d", 'A'+i%26, 'a'+i/26%26, i))
	}
	return names
}

// TestBadDocumentsGetAValidDiagramOrASentence draws every kind of whatever an author
// may have written.
func TestBadDocumentsGetAValidDiagramOrASentence(t *testing.T) {
	documents := map[string]string{
		"empty":             "",
		"blank":             "\n \n\t\n",
		"front matter only": "---\ntitle: X\n---\n",
		"no components":     "# Title\n\nIt is good. It is fast.\n",
		"many components":   designOf(namesOfParts(manyParts)),
		"quotes":            designOf([]string{`say "hi"`, `it's`, "`tick`"}),
		"brackets":          designOf([]string{"a[b]", "c(d)", "{e}", "[[f]]", "<g>"}),
		"pipes":             designOf([]string{"a|b", "||", "c | d"}),
		"keywords":          designOf([]string{"end", "graph", "subgraph", "state", "note", "class", "[*]", "--", "-->"}),
		"HTML":              designOf([]string{"<b>bold</b>", "<script>alert(1)</script>", "a<br/>b", "&amp;", "<!-- designls:end x -->"}),
		"emoji":             designOf([]string{"🚀", "👩‍💻 team", "ok 👍"}),
		"right to left":     designOf([]string{"خادم الطلبات", "שרת", "\u202eevil"}),
		"long names":        designOf([]string{strings.Repeat("x", 300), strings.Repeat("very long ", 30), strings.Repeat("ж", 300)}),
		"unclosed fence":    designOf([]string{"Order", "User"}) + "\n```mermaid\nflowchart LR\n a --> b\n",
		"unclosed comment":  designOf([]string{"Order", "User"}) + "\n<!-- what is this\n",
		"unknown diagram":   designOf([]string{"Order", "User"}) + "\n```mermaid\nnonsense\n x\n```\n",
		"long diagram":      "# A\n\n```mermaid\nflowchart LR\n" + strings.Repeat("  a --> b\n", 5000) + "```\n",
	}
	for name, content := range documents {
		for _, id := range drawing {
			t.Run(name+"/"+id, func(t *testing.T) { drawOf(t, id, content) })
		}
	}
}

func drawOf(t *testing.T, id, content string) {
	action, err := Find(id)
	if err != nil {
		t.Fatal(err)
	}
	result, err := action.Offline(t.Context(), Input{Doc: parse(content), Grammar: theGrammar})
	if err != nil {
		if refusal := (*Refusal)(nil); !errors.As(err, &refusal) && !strings.Contains(err.Error(), "is unchanged: close it") || strings.Contains(err.Error(), "bug") {
			t.Error(err)
		}
		return
	}
	after, _ := apply(t, id, content)
	d := parse(after)
	block := d.Block(result.Block)
	if block == nil {
		t.Fatalf("no block in\n%.2000s", after)
	}
	pictures := 0
	for _, f := range mermaidBlocks(d) {
		if !block.Span.ContainsSpan(f.span) {
			continue
		}
		pictures++
		if v, err := theGrammar.Check(t.Context(), f.source); !errors.Is(err, mermaid.ErrNoGrammar) && (err != nil || !v.OK) {
			t.Errorf("%v %+v\n%.2000s", err, v.Error, f.source)
		}
	}
	if pictures == 0 {
		t.Errorf("no picture in\n%.2000s", block.Markdown(after))
	}
}
