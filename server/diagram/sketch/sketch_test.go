package sketch

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
	"github.com/designls/designls/server/diagram/svg"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// grammar is mermaid's own; without it there is nothing to be read.
func grammar(t *testing.T) *mermaid.Grammar {
	t.Helper()
	if !mermaid.HasEmbedded() || mermaidtest.Slow() {
		t.Skip("no diagrams are read: run make grammar")
	}
	g := mermaid.New(mermaid.Embedded)
	t.Cleanup(func() {
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	})
	return g
}

func TestDrawings(t *testing.T) {
	g := grammar(t)
	const file = "testdata/drawings.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want, got := map[string]string{}, &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		want[f.Name] = string(f.Data)
	}
	for _, f := range archive.Files {
		name, ok := strings.CutSuffix(f.Name, ".mmd")
		if !ok {
			continue
		}
		d, err := Text(t.Context(), g, string(f.Data), Limits{Columns: 80})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		drawn := d.About + "\n" + d.Text
		got.Files = append(got.Files, f, txtar.File{Name: name + ".txt", Data: []byte(drawn)})
		if diff := cmp.Diff(want[name+".txt"], drawn); diff != "" && !*update {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// sources are the diagrams that mermaid's parser accepts, of the tests of the
// grammar.
func sources(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../mermaid/testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	all := map[string]string{}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if strings.HasPrefix(f.Name, "ok") {
				all[filepath.Base(file)+": "+f.Name] = string(f.Data)
			}
		}
	}
	return all
}

func TestWhateverParsesIsDrawnListedOrCounted(t *testing.T) {
	g := grammar(t)
	limits := Limits{Columns: 80, Rows: 32}
	for name, source := range sources(t) {
		d, err := Text(t.Context(), g, source, limits)
		if err != nil || d.About == "" {
			t.Errorf("%s: %v", name, err)
		}
		if rows := strings.Count(d.Text, "\n"); rows > limits.Rows+2 {
			t.Errorf("%s: %d rows", name, rows)
		}
		for line := range strings.Lines(d.Text) {
			if w := columns(strings.TrimRight(line, "\n")); w > limits.Columns {
				t.Errorf("%s: %d columns: %s", name, w, line)
			}
		}
		picture, err := SVG(t.Context(), g, source, "title")
		switch {
		case errors.Is(err, ErrNotDrawn), errors.Is(err, ErrEmpty), errors.Is(err, ErrAstray):
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case svg.Check(picture) != nil || !svg.Ours(picture):
			t.Errorf("%s: %v", name, svg.Check(picture))
		}
	}
}

func TestEveryNameIsInTheDrawing(t *testing.T) {
	g := grammar(t)
	source := "flowchart TD\n  a[Payments] -->|charges| b[(Ledger)]\n  b --> c{Paid?}\n  c -->|no| a\n  subgraph bank [The bank]\n    d[Gateway]\n  end\n  a --> d\n"
	d, err := Text(t.Context(), g, source, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	picture, err := SVG(t.Context(), g, source, "Shop")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Payments", "Ledger", "Paid?", "The bank", "Gateway", "charges", "no"} {
		if !strings.Contains(d.Text, name) {
			t.Errorf("%q is not in\n%s", name, d.Text)
		}
		if !strings.Contains(string(picture), ">"+name+"<") {
			t.Errorf("%q is not in the picture", name)
		}
	}
	if !strings.Contains(string(picture), "<title id=\"title\">Shop</title>") || !strings.Contains(string(picture), "Payments -&gt; Ledger: charges") {
		t.Errorf("the picture does not say what it shows:\n%s", picture)
	}
}

func TestBadNamesHarmNothing(t *testing.T) {
	g := grammar(t)
	for name, label := range map[string]string{
		"long":     strings.Repeat("word ", 60),
		"one word": strings.Repeat("w", 300),
		"HTML":     "<b>bold</b> <script>alert(1)</script> &amp; &lt;x&gt;",
		"brackets": "a ] } ) | end",
		"RTL":      "مرحبا بالعالم",
		"emoji":    strings.Repeat("👩‍👩‍👧‍👦", 20),
		"marks":    "e\u0301\u0301\u0301 \u200b\u202e reversed",
	} {
		source := "flowchart LR\n  a[\"" + label + "\"] -->|\"" + label + "\"| b[B]\n"
		d, err := Text(t.Context(), g, source, Limits{Columns: 80, Rows: 32})
		if err != nil || d.Text == "" {
			t.Errorf("%s: %v", name, err)
		}
		picture, err := SVG(t.Context(), g, source, label)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.Contains(string(picture), "<script") {
			t.Errorf("%s: a script is in the picture", name)
		}
	}
}

func TestWhatIsTooLargeIsCounted(t *testing.T) {
	g := grammar(t)
	source := "flowchart LR\n" + strings.Repeat("  a --> b\n", 400)
	d, err := Text(t.Context(), g, source, Limits{Columns: 80, Rows: 32})
	if err != nil || d.Text != "" || d.About != "A flowchart of 2 boxes and 400 arrows." {
		t.Errorf("%v: %+v", err, d)
	}
	if _, err := SVG(t.Context(), g, source, ""); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v", err)
	}
	if _, err := Text(t.Context(), g, "flowchart LR\n  a[(", Limits{}); !errors.Is(err, mermaid.ErrUnreadable) {
		t.Errorf("got %v", err)
	}
}

func TestANarrowTerminalGetsAList(t *testing.T) {
	g := grammar(t)
	for _, width := range []int{1, 4, 12, 30} {
		d, err := Text(t.Context(), g, "flowchart LR\n  a[API server] -->|writes orders| b[(注文データベース)]\n", Limits{Columns: width})
		if err != nil || d.Text == "" || d.List != (width < 20) {
			t.Errorf("%d columns: %v: %+v", width, err, d)
		}
	}
}

func TestOnlyASCIIWhereThatIsAsked(t *testing.T) {
	g := grammar(t)
	d, err := Text(t.Context(), g, "flowchart LR\n  a[A] -.->|x| b[(B)]\n  b ==> c{C}\n", Limits{ASCII: true})
	if err != nil {
		t.Fatal(err)
	}
	if i := strings.IndexFunc(d.Text, func(r rune) bool { return r > 126 }); i >= 0 {
		t.Errorf("%q in\n%s", d.Text[i:i+4], d.Text)
	}
}
