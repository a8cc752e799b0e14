package actions

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram/svg"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// draw runs an action that draws a picture.
func drawPicture(t *testing.T, id, content string) (Result, error) {
	t.Helper()
	a, err := Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return a.Offline(context.Background(), Input{Doc: document.Parse(text.NewMapper(content), nil), Path: "docs/a b.md"})
}

const steps = "## Read path\n\n| step | p99 |\n|---|---|\n| gateway | 10 ms |\n| cache | 25 ms |\n| lists, in parallel with the above | 5 ms |\n"

func TestALatencyIsDrawnAndToldInATable(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"no goal":            {"# A\n\n" + steps, "**Together** 35 ms; no goal is stated that this path must meet."},
		"goal beside it":     {"# A\n\n" + steps + "\nThat fits into the goal of 50 ms.\n", "**Together** 35 ms, which leaves 15 ms of the goal of 50 ms ([Read path](#read-path))."},
		"goal elsewhere":     {"# A\n\n## Goals\n\nReads answer within 30 ms at p99.\n\n" + steps, "which is 5 ms over the goal of 30 ms ([Goals](#goals))."},
		"two goals":          {"# A\n\n## Goals\n\n- Reads answer within 30 ms at p99.\n- Writes answer within 300 ms at p99.\n\n" + steps, "no goal is stated that this path must meet."},
		"goal in the table":  {"# A\n\n" + steps + "| budget | 35 ms |\n", "which is all of the goal of 35 ms"},
		"another sum stated": {"# A\n\n" + steps + "| total | 40 ms |\n", "The table states 40 ms in all, which is not what its parts come to."},
		"a list":             {"# A\n\n## Latency budget\n\n1. Gateway: 10 ms\n2. **Cache** (about 25 ms)\n3. Lists, in parallel with the above - 5 ms.\n", "| Cache | 25 ms | 10 ms | 35 ms |"},
		"unit above":         {"# A\n\n## Latency budget\n\n| component | p50 (ms) | p99 (ms) |\n|---|---|---|\n| gateway | 1 | 10 |\n| cache | 2 | 25 |\n", "| cache | 25 ms | 10 ms | 35 ms |"},
	} {
		r, err := drawPicture(t, "diagram-latency", c.content)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		after, err := text.ApplyEdits(c.content, r.Edits)
		if err != nil || !strings.Contains(after, c.want) || !strings.Contains(after, "](<a b.latency.svg>)") {
			t.Errorf("%s: %v\n%s", name, err, after)
		}
		if len(r.Files) != 1 || r.Files[0].Path != "a b.latency.svg" || svg.Check([]byte(r.Files[0].Content)) != nil {
			t.Errorf("%s: files %v", name, r.Files)
		}
	}
}

func TestWhatIsNotOnePathIsNotAddedUp(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"no table":         {"# A\n\nReads take 5 ms and 10 ms.\n", "add a table"},
		"goals of each":    {"# A\n\n## Goals\n\n| operation | p99 |\n|---|---|\n| read | 10 ms |\n| write | 50 ms |\n", "add a table"},
		"timeouts":         {"# A\n\n| setting | value |\n|---|---|\n| connect | 10 ms |\n| read | 50 ms |\n", "add a table"},
		"beside what":      {"# A\n\n" + steps + "| audit, in parallel | 5 ms |\n", `line 5 cannot be added up, since it does not say what "audit, in parallel" adds`},
		"off the path":     {"# A\n\n" + steps + "| audit log (asynchronous) | 5 ms |\n", "cannot be added up"},
		"on a condition":   {"# A\n\n" + steps + "| store | 5 ms on a miss |\n", "cannot be added up"},
		"goals in a list":  {"# A\n\n## Goals\n\nThe latency budget:\n\n- reads: 10 ms\n- writes: 50 ms\n", "add a table"},
		"percentiles":      {"# A\n\n## Read path\n\n- p50: 10 ms\n- p99: 50 ms\n", "add a table"},
		"a longer list":    {"# A\n\n## Read path\n\n- gateway: 10 ms\n- cache: 5 ms\n- the store\n", "add a table"},
		"a quoted table":   {"# A\n\n> | step | p99 |\n> |---|---|\n> | a | 1 ms |\n> | b | 2 ms |\n", "add a table"},
		"generated before": {"# A\n\n<!-- designls:begin x kind=x source=0 body=0 -->\n| step | p99 |\n|---|---|\n| a | 1 ms |\n| b | 2 ms |\n<!-- designls:end x -->\n", "add a table"},
	} {
		_, err := drawPicture(t, "diagram-latency", c.content)
		var refusal *Refusal
		if !errors.As(err, &refusal) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestACapacityIsDrawnAndToldInATable(t *testing.T) {
	const content = "# Paste\n\nThere are 10 million paste writes per month of 1 KB per paste, and 40 read requests per second.\n"
	r, err := drawPicture(t, "diagram-capacity", content)
	if err != nil {
		t.Fatal(err)
	}
	after, err := text.ApplyEdits(content, r.Edits)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| writes, average | about 3.81 a second | = 10 million a month / 2.63 million seconds |",
		"| reads, average | 40 a second | stated |",
		"| reads, peak | about 120 a second | = 40 a second x 3 (the factor is assumed) |",
		"| after a year | about 120 GB |",
		"](<a b.capacity.svg>)",
	} {
		if !strings.Contains(after, want) {
			t.Errorf("%q is not in\n%s", want, after)
		}
	}
	for _, number := range []string{"about 3.81 a second", "about 120 GB"} {
		if len(r.Files) != 1 || !strings.Contains(r.Files[0].Content, ">"+number+"<") {
			t.Errorf("%q is not in the picture", number)
		}
	}
	if _, err := drawPicture(t, "diagram-capacity", "# A\n\nText.\n"); err == nil {
		t.Error("a document without numbers was drawn")
	}
}

func TestDrawingAgainChangesNothing(t *testing.T) {
	content := "# A\n\n" + steps
	first, err := drawPicture(t, "diagram-latency", content)
	if err != nil {
		t.Fatal(err)
	}
	after, err := text.ApplyEdits(content, first.Edits)
	if err != nil {
		t.Fatal(err)
	}
	again, err := drawPicture(t, "diagram-latency", after)
	if err != nil || len(again.Edits) != 0 || len(again.Files) != 1 {
		t.Errorf("%v: %+v", err, again.Edits)
	}
}
