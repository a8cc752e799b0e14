package server

import (
	"context"

	"go.lsp.dev/protocol"
	"go.uber.org/zap"
)

// progress tells the client how far a piece of work is. Without a token nothing
// is told.
type progress struct {
	s     *session
	token protocol.ProgressToken
}

// newProgress asks the client for progress under the server's own token where it
// can, and falls back on the token that came with the request: that one strictly
// ends with the answer, but a client which cannot create any offers it for this.
func (s *session) newProgress(ctx context.Context, own string, offered protocol.ProgressToken) progress {
	if !s.features.progress {
		return progress{s: s, token: offered}
	}
	token := protocol.String(own)
	err := s.client.WorkDoneProgressCreate(ctx, &protocol.WorkDoneProgressCreateParams{Token: token})
	if err != nil {
		s.log.Debug("the client made no progress", zap.Error(err))
		return progress{s: s}
	}
	return progress{s: s, token: token}
}

func (p progress) begin(ctx context.Context, title string) {
	p.send(ctx, protocol.WorkDoneProgressBegin{Kind: "begin", Title: title, Cancellable: ref(true)})
}

func (p progress) report(ctx context.Context, message string) {
	p.send(ctx, protocol.WorkDoneProgressReport{Kind: "report", Message: &message})
}

// end is told even when the work was cancelled; the connection is still there.
func (p progress) end(ctx context.Context, message string) {
	p.send(context.WithoutCancel(ctx), protocol.WorkDoneProgressEnd{Kind: "end", Message: &message})
}

func (p progress) send(ctx context.Context, value any) {
	if p.token == nil {
		return
	}
	encoded, err := protocol.Marshal(value)
	if err == nil {
		err = p.s.client.Progress(ctx, &protocol.ProgressParams{Token: p.token, Value: encoded})
	}
	if err != nil {
		p.s.log.Debug("progress was not told", zap.Error(err))
	}
}
