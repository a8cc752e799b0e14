package mermaid

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	if !HasEmbedded() {
		b.Skip("no grammar: run make grammar")
	}
	for b.Loop() {
		g := New(Embedded)
		if err := g.Warm(b.Context()); err != nil {
			b.Fatal(err)
		}
		if err := g.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// diagrams make diagrams of n lines.
var diagrams = map[string]func(n int) string{
	"flowchart": func(n int) string {
		return "flowchart TD\n" + repeat(n, func(i int) string { return fmt.Sprintf("  n%d[\"Service %d (api)\"] -->|calls| n%d\n", i, i, i*7%n) })
	},
	"sequence": func(n int) string {
		return "sequenceDiagram\n" + repeat(n, func(i int) string { return fmt.Sprintf("  Client%d->>Server%d: request %d\n", i%9, i%7, i) })
	},
	"c4": func(n int) string {
		return "C4Container\n" + repeat(n, func(i int) string {
			return fmt.Sprintf("  Container(c%d, \"Name %d\", \"Go\", \"does things\")\n", i, i)
		})
	},
	"er": func(n int) string {
		return "erDiagram\n" + repeat(n/3+1, func(i int) string { return fmt.Sprintf("  T%d {\n    string id PK\n  }\n", i) })
	},
	"state": func(n int) string {
		return "stateDiagram-v2\n" + repeat(n, func(i int) string { return fmt.Sprintf("  S%d --> S%d : event\n", i, i+1) })
	},
}

func repeat(n int, line func(int) string) string {
	var s strings.Builder
	for i := range n {
		s.WriteString(line(i))
	}
	return s.String()
}

func BenchmarkCheck(b *testing.B) {
	for _, kind := range []string{"flowchart", "sequence", "c4", "er", "state"} {
		for _, lines := range []int{10, 100, 400} {
			b.Run(fmt.Sprintf("%s/%d_lines", kind, lines), func(b *testing.B) { benchmarkCheck(b, diagrams[kind](lines)) })
		}
	}
}

func benchmarkCheck(b *testing.B, source string) {
	g := grammar(b)
	if err := g.Warm(b.Context()); err != nil {
		b.Fatal(err)
	}
	check(b, g, source[:strings.Index(source, "\n")+1]) // loads the parser of the kind
	for i := 0; b.Loop(); i++ {
		if v := check(b, g, source+fmt.Sprintf("%%%% %d\n", i)); !v.OK {
			b.Fatal(v.Error)
		}
	}
}

func BenchmarkCheckKnown(b *testing.B) {
	g := grammar(b)
	source := diagrams["flowchart"](100)
	check(b, g, source)
	for b.Loop() {
		check(b, g, source)
	}
}

func BenchmarkExplain(b *testing.B) {
	g := grammar(b)
	for i := 0; b.Loop(); i++ {
		source := diagrams["flowchart"](30) + fmt.Sprintf("  a[x (%d)] --> b\n", i)
		v := check(b, g, source)
		if issue, err := g.Explain(b.Context(), v, source); err != nil || len(issue.Fixes) == 0 {
			b.Fatal(issue, err)
		}
	}
}

func BenchmarkLint(b *testing.B) {
	source := diagrams["flowchart"](400)
	for b.Loop() {
		Lint(source)
	}
}
