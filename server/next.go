package server

import (
	"context"
	"errors"
	"fmt"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/finding"
)

// nextArguments are the argument of the command that goes to the next finding.
type nextArguments struct {
	URI      string             `json:"uri"`
	Position *protocol.Position `json:"position"` // nil means the start
}

// next shows the first finding after a place, and begins anew after the last.
func next(s *session, a *nextArguments) (answer, error) {
	v := s.now()
	return func(ctx context.Context) (any, error) {
		r, err := s.review(ctx, v, a.URI)
		if err != nil {
			return nil, err
		}
		if len(r.findings) == 0 {
			s.say(protocol.MessageTypeInfo, "There are no open findings in this document.")
			return nil, nil
		}
		return nil, s.show(ctx, r, nextAfter(r, a.Position))
	}, nil
}

func nextAfter(r *review, p *protocol.Position) finding.Finding {
	if p != nil {
		at := r.offset(*p)
		for _, f := range r.findings {
			if f.Span.Start > at {
				return f
			}
		}
	}
	return r.findings[0]
}

// show has the client select a finding, or says where it is.
func (s *session) show(ctx context.Context, r *review, f finding.Finding) error {
	where := r.rangeOf(f.Span)
	if !s.features.showDocument {
		s.say(protocol.MessageTypeInfo, fmt.Sprintf("Line %d: %s", where.Start.Line+1, f.Message))
		return nil
	}
	result, err := s.client.ShowDocument(ctx, &protocol.ShowDocumentParams{URI: r.uri, TakeFocus: ref(true), Selection: &where})
	if err == nil && result != nil && !result.Success {
		err = errors.New("the editor did not show the document")
	}
	if err != nil {
		return failed(err)
	}
	return nil
}
