package rules

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/text"
)

// TestABlockThatNothingClosesIsClosed takes the fix, and holds that the text below is text again.
func TestABlockThatNothingClosesIsClosed(t *testing.T) {
	grammar := newGrammar(t)
	for name, c := range map[string]struct{ content, want string }{
		"what parses": {
			"# A\n\n```mermaid\nflowchart LR\n  a --> b\n\n  b --> c\n\nThe (first) text.\n\nMore.\n",
			"# A\n\n```mermaid\nflowchart LR\n  a --> b\n\n  b --> c\n```\n\nThe (first) text.\n\nMore.\n",
		},
		"what does not": {
			"# A\n\n~~~~mermaid\r\nflowchart LR\r\n  a[x (y)] --> b\r\n\r\nThe (first) text.\r\n",
			"# A\n\n~~~~mermaid\r\nflowchart LR\r\n  a[x (y)] --> b\r\n~~~~\r\n\r\nThe (first) text.\r\n",
		},
		"closed by the end of another block": {
			"# A\n\n```mermaid\nflowchart LR\n  a --> b\n\n## B\n\n```go\nf()\n```\n\n## C\n",
			"# A\n\n```mermaid\nflowchart LR\n  a --> b\n```\n\n## B\n\n```go\nf()\n```\n\n## C\n",
		},
		"another follows at once": {
			"# A\n\n```mermaid\nflowchart LR\n  a --> b\n```mermaid\nflowchart LR\n  c --> d\n```\n",
			"# A\n\n```mermaid\nflowchart LR\n  a --> b\n```\n```mermaid\nflowchart LR\n  c --> d\n```\n",
		},
		"closed with its name": {
			"# A\n\n```mermaid\nflowchart LR\n  a --> b\n```mermaid\n\nText.\n\n```go\nf()\n```\n",
			"# A\n\n```mermaid\nflowchart LR\n  a --> b\n```\n\nText.\n\n```go\nf()\n```\n",
		},
		"in an item": {
			"# A\n\n- See:\n\n  ```mermaid\n  flowchart LR\n    a --> b\n\n  The (first) text.\n\nMore.\n",
			"# A\n\n- See:\n\n  ```mermaid\n  flowchart LR\n    a --> b\n  ```\n\n  The (first) text.\n\nMore.\n",
		},
	} {
		found := syntaxOf(t, c.content, Environment{Diagrams: grammar})
		if len(found) == 0 || !strings.Contains(found[0].Message, "not closed") {
			t.Errorf("%s: found %+v", name, found)
			continue
		}
		closed, err := text.ApplyEdits(c.content, found[0].Fixes[0].Edits)
		if err != nil || closed != c.want {
			t.Errorf("%s: %v\n%s", name, err, closed)
		}
	}
}
