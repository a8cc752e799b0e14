package server

import (
	"context"
	"crypto/sha256"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"go.lsp.dev/protocol"
	"go.uber.org/zap"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/diagram/sketch"
)

// hoverSize is how large a drawing may be that an editor shows beside the text.
var hoverSize = sketch.Limits{Columns: 80, Rows: 32}

// hoverPatience is how long a hover waits for a drawing: long enough to load the
// grammar, which happens once.
const hoverPatience = 600 * time.Millisecond

// mostDrawings is how many drawings are kept. They are a few KB each.
const mostDrawings = 200

// drawings are what diagrams look like as text. They are made beside the
// connection, by the engine that also checks diagrams: to read one takes it a few
// milliseconds, and another engine would take 30 MB.
type drawings struct {
	mu   sync.Mutex
	made map[[sha256.Size]byte]*drawing
}

// drawing is one that is being made until done is closed.
type drawing struct {
	done chan struct{}
	sketch.Drawing
	err error
}

// hoverDiagram shows the diagram at an offset as a small drawing; nil when there
// is none.
func (s *session) hoverDiagram(ctx context.Context, r *review, at int) *protocol.Hover {
	if !r.design || s.options.Grammar == nil || s.diagrams.useless.Load() {
		return nil
	}
	figures := actions.Figures(r.doc)
	i := slices.IndexFunc(figures, func(f actions.Figure) bool { return f.Span.Start <= at && at < f.Span.End })
	if i < 0 {
		return nil
	}
	f := figures[i]
	about, text := s.tell(ctx, r, f)
	if about == "" {
		return nil
	}
	kind, value := protocol.MarkupKindPlainText, strings.TrimRight(about+"\n\n"+text, "\n")
	if s.features.hoverMarkdown {
		kind, value = protocol.MarkupKindMarkdown, about+"\n\n"+fenced(text)
	}
	return &protocol.Hover{Contents: &protocol.MarkupContent{Kind: kind, Value: value}, Range: ref(r.rangeOf(f.Opening))}
}

// tell is a sentence about a diagram, and the drawing where there is one.
func (s *session) tell(ctx context.Context, r *review, f actions.Figure) (about, text string) {
	d := s.draw(f.Source)
	patience := time.NewTimer(hoverPatience)
	defer patience.Stop()
	select {
	case <-d.done:
	case <-patience.C:
		return "This diagram is being drawn; look again in a moment.", ""
	case <-ctx.Done():
		return "", ""
	}
	switch {
	case d.err == nil:
		return d.About, d.Text
	case errors.Is(d.err, mermaid.ErrUnreadable):
		return "This diagram is not drawn. " + s.whyBroken(r, f), ""
	case errors.Is(d.err, mermaid.ErrTooLong), errors.Is(d.err, mermaid.ErrTooSlow):
		return "This diagram is too large to be drawn here.", ""
	}
	return "", ""
}

// whyBroken is what was found in a diagram that does not parse.
func (s *session) whyBroken(r *review, f actions.Figure) string {
	for _, found := range r.findings {
		if found.Rule == "diagram-syntax" && f.Span.ContainsSpan(found.Span) {
			return found.Message
		}
	}
	return "Mermaid does not accept it."
}

// draw returns the drawing of a source, which may still be in the making.
func (s *session) draw(source string) *drawing {
	s.drawings.mu.Lock()
	defer s.drawings.mu.Unlock()
	key := sketch.Key(source, hoverSize)
	if d, ok := s.drawings.made[key]; ok {
		return d
	}
	if s.drawings.made == nil || len(s.drawings.made) >= mostDrawings {
		s.drawings.made = map[[sha256.Size]byte]*drawing{}
	}
	d := &drawing{done: make(chan struct{})}
	s.drawings.made[key] = d
	s.background("a drawing", func(ctx context.Context) {
		defer close(d.done)
		d.err = errors.New("the drawing failed") // unless it comes to an end
		d.Drawing, d.err = sketch.Text(ctx, s.options.Grammar, source, hoverSize)
		if d.err != nil && ctx.Err() == nil {
			s.log.Debug("a diagram was not drawn", zap.Error(d.err))
		}
	})
	return d
}

// fenced puts a text into a code block that nothing in it ends.
func fenced(text string) string {
	if text == "" {
		return ""
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + "text\n" + strings.TrimRight(text, "\n") + "\n" + fence
}
