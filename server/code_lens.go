package server

import (
	"context"
	"fmt"
	"slices"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// titleLenses are the actions above the title of a document that has not used
// them yet: few, or nobody would read them.
var titleLenses = []string{"ask-questions", "insert-recap"}

// codeLens answers "textDocument/codeLens": above the title the number of
// findings and what to begin with, above managed blocks their state.
func (s *session) codeLens(_ context.Context, r *review, _ *protocol.CodeLensParams) ([]protocol.CodeLens, error) {
	if !r.design || !r.folder.Config.CodeLens {
		return nil, nil
	}
	l := &lenses{session: s, review: r}
	l.title()
	for _, b := range r.doc.Blocks {
		l.block(b)
	}
	l.branches()
	return l.list, nil
}

// lenses collects the lenses of a document.
type lenses struct {
	*session
	*review
	list []protocol.CodeLens
}

func (l *lenses) add(at text.Span, title, name string, argument any) {
	l.list = append(l.list, protocol.CodeLens{Range: l.rangeOf(at), Command: commandTo(title, name, argument)})
}

func (l *lenses) title() {
	title := l.doc.TitleSection()
	if title == nil {
		return
	}
	at := title.Heading.Span
	if n := len(l.findings); n > 0 {
		l.add(at, count(n, "finding"), commandNext, nextArguments{URI: string(l.uri)})
	}
	for _, a := range l.options.Actions {
		used := func(b *document.Block) bool { return b.Kind == a.Kind }
		if slices.Contains(titleLenses, a.ID) && !l.disabled(a.ID) && !slices.ContainsFunc(l.doc.Blocks, used) {
			l.add(at, a.Title, commandRun, runArguments{Action: a.ID, URI: string(l.uri)})
		}
	}
}

// block offers to run the action again which has written a block, and says why
// that may be wanted.
func (l *lenses) block(b *document.Block) {
	a, err := l.action(l.folder, b.Kind)
	if err != nil || l.disabled(a.ID) || l.talks(a, b) {
		return
	}
	options, ok := again(b, l.doc.Text.Content())
	if !ok {
		return
	}
	title := "Run again"
	switch {
	case l.edited(b):
		title += " (edited since)"
	case l.stale(b.Span):
		title += " (stale)"
	}
	l.add(b.Begin, title, commandRun, runArguments{Action: a.ID, URI: string(l.uri), Section: sectionOf(b), Options: options})
}

// count says how many there are of something.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
