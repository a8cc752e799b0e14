package server

import (
	"context"
	"encoding/json"
	"strings"
	"sync/atomic"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.uber.org/zap"

	"github.com/designls/designls/server/llm"
)

// methodText is a notification of designls' own: prose of a model while it is being
// written, to clients that announce it under "experimental".
const methodText = "designls/text"

// runText is its parameters.
type runText struct {
	Run   string `json:"run"`
	URI   string `json:"uri"`
	Reply int    `json:"reply"` // which one of the run, from 1
	Part  string `json:"part,omitempty"`
	Text  string `json:"text"` // what follows
}

// watched is the model of a run: what it takes is counted, and the prose that it
// writes is shown while it comes.
type watched struct {
	llm.Model
	run     *run
	replies atomic.Int64
}

// Complete implements llm.Model.
func (m *watched) Complete(ctx context.Context, r llm.Request, write func(string)) (llm.Reply, error) {
	shown := write
	if m.run.s.features.texts && r.Schema == nil {
		text := &shownText{run: m.run, reply: int(m.replies.Add(1))}
		defer text.flush(ctx)
		shown = func(chunk string) {
			if write != nil {
				write(chunk)
			}
			text.add(ctx, chunk)
		}
	}
	reply, err := m.Model.Complete(ctx, r, shown)
	paid := reply.Usage
	if reply.Cached {
		paid = llm.Usage{}
	}
	if err == nil || paid.Total() > 0 {
		m.run.spend(context.WithoutCancel(ctx), m.Name(), paid)
	}
	return reply, err
}

// betweenTexts keeps what a fast model writes from becoming a flood of messages.
const betweenTexts = 50 * time.Millisecond

// shownText is a reply that is shown while it is written.
type shownText struct {
	run   *run
	reply int
	wait  strings.Builder // what was not sent yet
	sent  time.Time
}

func (t *shownText) add(ctx context.Context, chunk string) {
	t.wait.WriteString(chunk)
	if time.Since(t.sent) >= betweenTexts {
		t.flush(ctx)
	}
}

func (t *shownText) flush(ctx context.Context) {
	if t.wait.Len() == 0 || ctx.Err() != nil {
		return
	}
	t.run.news.mu.Lock()
	part := t.run.news.part
	t.run.news.mu.Unlock()
	encoded, err := json.Marshal(runText{Run: t.run.id, URI: t.run.arguments.URI, Reply: t.reply, Part: part, Text: t.wait.String()})
	if err == nil {
		err = t.run.s.conn.Notify(ctx, methodText, jsonrpc2.RawMessage(encoded))
	}
	if err != nil {
		t.run.s.log.Debug("text was not shown", zap.Error(err))
	}
	t.wait.Reset()
	t.sent = time.Now()
}
