package mermaid

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
)

const repository = "../../.."

// grammar is that of the bundle. Without one the test is skipped, or fails where
// the comparison with real mermaid is required.
func grammar(t testing.TB) *Grammar {
	t.Helper()
	if !HasEmbedded() {
		missing := t.Skip
		if os.Getenv(mermaidtest.Required) != "" {
			missing = t.Fatal
		}
		missing("no verdicts of mermaid: run make grammar")
	}
	if mermaidtest.Slow() {
		t.Skip("the race detector makes mermaid's parsers too slow; add " + mermaidtest.Exempt)
	}
	g := New(Embedded)
	t.Cleanup(func() {
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	})
	return g
}

// TestVerdictsAreThoseOfRealMermaid compares every case, and mutants of it, with
// mermaid in a browser.
func TestVerdictsAreThoseOfRealMermaid(t *testing.T) {
	t.Parallel()
	g := grammar(t)
	browser := mermaidtest.New(t, repository)
	var sources []string
	for _, e := range examples(t) {
		sources = append(sources, e.source)
	}
	for _, folder := range []string{"slips", "lints"} {
		sources = append(sources, goldenSources(t, folder)...)
	}
	written := len(sources)
	sources = append(sources, mutants(sources, mutantsOfEach)...)
	agreed, parsed := 0, 0
	for _, source := range sources {
		real, ours := ask(t, browser, source), check(t, g, source)
		if (real.ParseError == "") != ours.OK || ours.OK && kindOf(real.Kind) != ours.Kind {
			t.Errorf("mermaid says %q, we say %+v of:\n%s", real.ParseError, ours, source)
			continue
		}
		agreed++
		if ours.OK {
			parsed++
		}
	}
	t.Logf("%d of %d verdicts agree (%d written, %d mutants; %d parse)", agreed, len(sources), written, len(sources)-written, parsed)
}

func ask(t *testing.T, b *mermaidtest.Browser, source string) mermaidtest.Outcome {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	o, err := b.Parse(ctx, source)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func check(t testing.TB, g *Grammar, source string) Verdict {
	t.Helper()
	v, err := g.Check(t.Context(), source)
	if err != nil {
		t.Fatalf("%v: %s", err, source)
	}
	return v
}
