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

// What a document without parts, flows, states or tables is told.
const (
	noParts  = "names no parts of a system"
	noOthers = "names no people, clients or other systems"
	noArrows = "but not how they talk"
	noSteps  = "tells no flow in steps"
	noStates = "names no states"
	noTables = "defines no tables"
	leftOpen = "is inside something left open"
)

// nothing is what each action says of a document of which nothing can be drawn.
var nothing = map[string]string{
	"diagram-context": noParts, "diagram-container": noParts, "diagram-whiteboard": noParts,
	"diagram-sequence": noSteps, "diagram-state": noStates, "diagram-data": noTables,
}

// strange are documents of all kinds.
var strange = map[string]struct {
	content string
	refused map[string]string // what an action says instead of drawing; all others draw
}{
	"empty":             {"", nothing},
	"blank":             {"\n \n\t\n", nothing},
	"front matter only": {"---\ntitle: X\n---\n", nothing},
	"no components":     {"# Title\n\nIt is good. It is fast.\n", nothing},
	"long diagram":      {"# A\n\n```mermaid\nflowchart LR\n" + strings.Repeat("  a --> b\n", 5000) + "```\n", nothing},
	"many components":   {designOf(namesOfParts(manyParts)), map[string]string{"diagram-context": noOthers, "diagram-data": noTables}},
	"quotes":            {designOf([]string{`say "hi"`, `it's`, "`tick`"}), map[string]string{"diagram-context": noOthers, "diagram-sequence": noSteps}},
	"brackets": {designOf([]string{"a[b]", "c(d)", "{e}", "[[f]]", "<g>"}), map[string]string{
		"diagram-context": noOthers, "diagram-container": noArrows, "diagram-whiteboard": noArrows, "diagram-sequence": noSteps}},
	"pipes":         {designOf([]string{"a|b", "||", "c | d"}), map[string]string{"diagram-context": noOthers, "diagram-data": noTables}},
	"keywords":      {designOf([]string{"end", "graph", "subgraph", "state", "note", "class", "[*]", "--", "-->"}), map[string]string{"diagram-context": noOthers}},
	"HTML":          {designOf([]string{"<b>bold</b>", "<script>alert(1)</script>", "a<br/>b", "&amp;", "<!-- designls:end x -->"}), map[string]string{"diagram-context": noOthers, "diagram-data": noTables}},
	"emoji":         {designOf([]string{"🚀", "👩‍💻 team", "ok 👍"}), map[string]string{"diagram-context": noOthers, "diagram-data": noTables}},
	"right to left": {designOf([]string{"خادم الطلبات", "שרת", "\u202eevil"}), map[string]string{"diagram-context": noOthers, "diagram-data": noTables}},
	"long names": {designOf([]string{strings.Repeat("x", 300), strings.Repeat("very long ", 30), strings.Repeat("ж", 300)}), map[string]string{
		"diagram-context": noOthers, "diagram-container": noArrows, "diagram-whiteboard": noArrows, "diagram-sequence": noSteps}},
	"unclosed fence":   {designOf([]string{"Order", "User"}) + "\n```mermaid\nflowchart LR\n a --> b\n", map[string]string{"diagram-context": noOthers, "diagram-data": leftOpen}},
	"unclosed comment": {designOf([]string{"Order", "User"}) + "\n<!-- what is this\n", map[string]string{"diagram-context": noOthers}},
	"unknown diagram":  {designOf([]string{"Order", "User"}) + "\n```mermaid\nnonsense\n x\n```\n", map[string]string{"diagram-context": noOthers}},
}

// TestBadDocumentsGetAValidDiagramOrASentence draws every kind of whatever an author
// may have written. What there is to draw is drawn: a refusal has to be the right one.
func TestBadDocumentsGetAValidDiagramOrASentence(t *testing.T) {
	for name, test := range strange {
		for _, id := range drawing {
			t.Run(name+"/"+id, func(t *testing.T) { drawOf(t, id, test.content, test.refused[id]) })
		}
	}
}

func drawOf(t *testing.T, id, content, refusal string) {
	action, err := Find(id)
	if err != nil {
		t.Fatal(err)
	}
	result, err := action.Offline(t.Context(), Input{Doc: parse(content), Grammar: theGrammar})
	if (err != nil) != (refusal != "") || err != nil && !strings.Contains(err.Error(), refusal) {
		t.Fatalf("said %v, want %q", err, refusal)
	}
	if err != nil {
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
