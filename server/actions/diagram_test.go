package actions

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/text"
)

const orders = `# Orders

## Checkout

1. The **client** sends the order to the **API server** over HTTPS.
2. The **API server** writes the order to the **order database**.
3. The **API server** publishes an event to the **event queue**.

## Schema

` + "```sql\nCREATE TABLE orders (id bigint PRIMARY KEY, buyer bigint REFERENCES users(id));\nCREATE TABLE users (id bigint PRIMARY KEY);\n```\n" + `
## States of an order

An order moves from ` + "`new` to `paid`" + ` when the payment arrives, and from ` + "`paid` to `shipped`" + ` once the parcel leaves.
`

func TestDiagramsHoldPictureAndStory(t *testing.T) {
	tests := map[string][]string{
		"diagram-context":    {"C4Context", "Rel(", "**Flow description.**", "The **client** sends"},
		"diagram-container":  {"C4Container", "System_Boundary", "writes the order to the **order database**"},
		"diagram-whiteboard": {"flowchart TB", "classDef", "**Flow description.**"},
		"diagram-sequence":   {"sequenceDiagram", "autonumber", "1. The **client** sends the order to the **API server**"},
		"diagram-state":      {"stateDiagram-v2", "new --> paid: payment arrives", "From **new** it goes to **paid** when the payment arrives"},
		"diagram-data":       {"erDiagram", "users ||--o{ orders", "refers to **users** by buyer"},
	}
	for id, wants := range tests {
		after, result := apply(t, id, orders)
		block := parse(after).Block(result.Block)
		if block == nil {
			t.Errorf("%s: no block: %s", id, result.Summary)
			continue
		}
		for _, want := range wants {
			if got := block.Markdown(after); !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", id, want, got)
			}
		}
	}
}

func TestADiagramStandsWhereItsFlowsAre(t *testing.T) {
	for id, section := range map[string]string{"diagram-sequence": "Checkout", "diagram-data": "Schema"} {
		after, result := apply(t, id, orders)
		d := parse(after)
		if got := d.SectionAt(d.Block(result.Block).Span.Start - 4).Title(); got != section {
			t.Errorf("%s stands in %q", id, got)
		}
	}
}

func TestNothingToDrawIsRefused(t *testing.T) {
	for _, id := range []string{"diagram-context", "diagram-container", "diagram-whiteboard", "diagram-sequence", "diagram-data", "diagram-state", "describe-diagram", "fix-diagram"} {
		action, _ := Find(id)
		_, err := action.Offline(t.Context(), Input{Doc: parse("# Nothing\n\nIt is good.\n"), Grammar: theGrammar})
		if refusal := (*Refusal)(nil); !errors.As(err, &refusal) || !strings.Contains(refusal.Reason, "the document ") {
			t.Errorf("%s: got %v", id, err)
		}
	}
}

// picky is a grammar that accepts nothing.
type picky struct{}

func (picky) Check(context.Context, string) (mermaid.Verdict, error) {
	return mermaid.Verdict{Error: &mermaid.SyntaxError{Message: "no"}}, nil
}

func (picky) Explain(context.Context, mermaid.Verdict, string) (mermaid.Issue, error) {
	return mermaid.Issue{Message: "It is wrong."}, nil
}

func (picky) Repair(_ context.Context, source string) (string, []string, bool, error) {
	return source, nil, false, nil
}

func TestADiagramThatIsNotAcceptedIsNotInserted(t *testing.T) {
	action, _ := Find("diagram-container")
	if result, err := action.Offline(t.Context(), Input{Doc: parse(orders), Grammar: picky{}}); err == nil {
		t.Errorf("inserted %v", result.Edits)
	}
}

const pictured = "# Feed\n\n## Parts\n\n```mermaid\nflowchart LR\n  app[App] -->|open feed| api[API server]\n  api -->|range read| store[(Feed store)]\n```\n\nMore text.\n"

func TestADescriptionStandsBelowItsDiagram(t *testing.T) {
	after, result := apply(t, "describe-diagram", pictured)
	block := parse(after).Block(result.Block)
	if block == nil {
		t.Fatal(result.Summary)
	}
	if at := strings.Index(after, "More text."); block.Span.Start > at || !strings.HasSuffix(strings.TrimSpace(after[:block.Span.Start]), "```") {
		t.Errorf("it stands at %d of\n%s", block.Span.Start, after)
	}
	for _, want := range []string{"1. The **App** opens the feed on the **API server**.", "**Feed store**", "Without Feed store"} {
		if !strings.Contains(block.Markdown(after), want) {
			t.Errorf("no %q in\n%s", want, block.Markdown(after))
		}
	}
}

func broken(t *testing.T, content string) (string, Result) {
	t.Helper()
	if !mermaid.HasEmbedded() {
		t.Skip("the grammar is not built: run scripts/grammar/ensure")
	}
	return apply(t, "fix-diagram", content)
}

func TestABrokenDiagramIsMendedInPlace(t *testing.T) {
	tests := map[string]struct{ before, want string }{
		"plain":     {"# A\n\n```mermaid\nflowchart LR\n  a[Web (React)] --> b\n```\n", "# A\n\n```mermaid\nflowchart LR\n  a[\"Web (React)\"] --> b\n```\n"},
		"in a list": {"- x\n\n  ```mermaid\n  flowchart LR\n    a[Web (React)] --> b\n  ```\n", "- x\n\n  ```mermaid\n  flowchart LR\n    a[\"Web (React)\"] --> b\n  ```\n"},
		"in quotes": {"> ```mermaid\n> flowchart LR\n>   a[Web (React)] --> b\n> ```\n", "> ```mermaid\n> flowchart LR\n>   a[\"Web (React)\"] --> b\n> ```\n"},
		"windows":   {"# A\r\n\r\n```mermaid\r\nflowchart LR\r\n  a[Web (React)] --> b\r\n```\r\n", "# A\r\n\r\n```mermaid\r\nflowchart LR\r\n  a[\"Web (React)\"] --> b\r\n```\r\n"},
		"the first that is": {
			"```mermaid\nflowchart LR\n  a --> b\n```\n\n```mermaid\nflowchart LR\n  a[Web (React)] --> b\n```\n",
			"```mermaid\nflowchart LR\n  a --> b\n```\n\n```mermaid\nflowchart LR\n  a[\"Web (React)\"] --> b\n```\n",
		},
	}
	for name, test := range tests {
		after, result := broken(t, test.before)
		if after != test.want || result.Text == "" {
			t.Errorf("%s: %s: got\n%s", name, result.Summary, after)
		}
	}
}

func TestADiagramThatParsesIsLeftAlone(t *testing.T) {
	if after, result := broken(t, pictured); after != pictured || !strings.Contains(result.Summary, "unchanged") {
		t.Errorf("got %+v", result)
	}
}

func TestTheSelectedDiagramIsTheOne(t *testing.T) {
	content := pictured + "\n```mermaid\nflowchart LR\n  x1[Writer] --> y1[Log]\n```\n"
	at := strings.Index(content, "Writer")
	action, _ := Find("describe-diagram")
	result, err := action.Offline(t.Context(), Input{Doc: parse(content), Selection: text.Span{Start: at, End: at}})
	if err != nil {
		t.Fatal(err)
	}
	if result.Block != "description-parts-figure-2" || !strings.Contains(result.Edits[0].New, "**Writer**") {
		t.Errorf("got %+v", result)
	}
}

// TestASequenceTellsTheStoryThatHangsTogether passes over one with more steps that do not.
func TestASequenceTellsTheStoryThatHangsTogether(t *testing.T) {
	after, _ := apply(t, "diagram-sequence", "# Shop\n\n## Chores\n\n1. The **cleaner** calls the **archive service**.\n2. The **mailer** calls the **SMTP relay**.\n3. The **ticker** calls the **report service**.\n\n"+
		"## Checkout\n\n1. The **client** sends the order to the **API server**.\n2. The **API server** writes the order to the **order database**.\n")
	if !strings.Contains(after, "Sequence diagram of Checkout") {
		t.Errorf("drew another story:\n%s", after)
	}
}
