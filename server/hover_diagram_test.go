package server_test

import (
	"strings"
	"testing"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/lsptest"
)

// reading is a grammar that reads "a>b" lines, and refuses what has none.
func reading() ([]byte, error) {
	return []byte(`
		var designlsVersion = "tiny", said, read;
		function designlsCheck(source) { said = JSON.stringify({Kind: "flowchart-v2"}); }
		function designlsVerdict() { return said; }
		function designlsRead(source) {
			const edges = [...source.matchAll(/^(\w+)>(\w+)$/gm)].map(m => ({from: m[1], to: m[2], end: "arrow_point"}));
			const ids = [...new Set(edges.flatMap(e => [e.from, e.to]))];
			read = JSON.stringify(edges.length
				? {kind: "flowchart-v2", shows: {direction: "LR", nodes: ids.map(id => ({id, label: id})), edges}}
				: {failure: "nothing"});
		}
		function designlsReading() { return read; }
	`), nil
}

const drawable = "# Store\n\nText.\n\n```mermaid\nflowchart LR\nweb>api\n```\n\n```mermaid\nflowchart LR\nnothing\n```\n"

// hoverAt is what a hover says at the first place of a text.
func hoverAt(t *testing.T, e *lsptest.Editor, content, at string) (*protocol.MarkupContent, bool) {
	t.Helper()
	line := uint32(strings.Count(content[:strings.Index(content, at)], "\n"))
	params := &protocol.HoverParams{}
	params.TextDocument.URI, params.Position = e.URI(doc), protocol.Position{Line: line, Character: 1}
	h, err := e.Server.Hover(t.Context(), params)
	if err != nil {
		t.Fatal(err)
	}
	if h == nil {
		return nil, false
	}
	return h.Contents.(*protocol.MarkupContent), true
}

func TestAHoverShowsADiagramAsADrawing(t *testing.T) {
	for name, c := range map[string]struct {
		capabilities []lsptest.Capability
		kind         protocol.MarkupKind
		want         string
	}{
		"markdown":   {[]lsptest.Capability{lsptest.Full}, protocol.MarkupKindMarkdown, "A flowchart of 2 boxes and 1 arrow.\n\n```text\n┌─────┐     ┌─────┐\n│ web ├────►│ api │\n└─────┘     └─────┘\n```"},
		"plain text": {[]lsptest.Capability{lsptest.Bare}, protocol.MarkupKindPlainText, "A flowchart of 2 boxes and 1 arrow.\n\n┌─────┐     ┌─────┐\n│ web ├────►│ api │\n└─────┘     └─────┘"},
	} {
		t.Run(name, func(t *testing.T) {
			checking(t, reading, c.capabilities, func(t *testing.T, e *lsptest.Editor) {
				e.OpenText(doc, drawable)
				e.Settle()
				for _, place := range []string{"```mermaid", "web>api"} {
					if got, ok := hoverAt(t, e, drawable, place); !ok || got.Kind != c.kind || got.Value != c.want {
						t.Errorf("at %s:\n%+v\nwant\n%s", place, got, c.want)
					}
				}
			})
		})
	}
}

func TestAHoverDrawsNothingThatDoesNotParse(t *testing.T) {
	checking(t, reading, nil, func(t *testing.T, e *lsptest.Editor) {
		e.OpenText(doc, drawable)
		e.Settle()
		if got, ok := hoverAt(t, e, drawable, "nothing"); !ok || got.Value != "This diagram is not drawn. Mermaid does not accept it.\n\n" {
			t.Errorf("got %+v", got)
		}
		if got, ok := hoverAt(t, e, drawable, "Text."); ok {
			t.Errorf("beside a diagram: %+v", got)
		}
	})
}

func TestAHoverDoesNotWaitWithoutEndForADrawing(t *testing.T) {
	var gate chan struct{}
	slow := func() ([]byte, error) { <-gate; return reading() }
	checking(t, slow, nil, func(t *testing.T, e *lsptest.Editor) {
		gate = make(chan struct{}) // of the bubble, in which waiting takes no time
		e.OpenText(doc, drawable)
		if got, ok := hoverAt(t, e, drawable, "web>api"); !ok || !strings.Contains(got.Value, "being drawn") {
			t.Errorf("got %+v", got)
		}
		close(gate)
		e.Settle()
		if got, ok := hoverAt(t, e, drawable, "web>api"); !ok || !strings.Contains(got.Value, "┌") {
			t.Errorf("later: %+v", got)
		}
	})
}
