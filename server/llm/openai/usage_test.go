package openai

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/designls/designls/server/llm"
)

// TestWhatHasToBePaidIsCounted: a request that ends badly is paid for as far as the
// server got with it, whether or not it says so.
func TestWhatHasToBePaidIsCounted(t *testing.T) {
	opened := func(w http.ResponseWriter, r *http.Request) { // thinks, and says nothing
		w.Header().Set("Content-Type", "text/event-stream")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}
	silent := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	halfway := func(w http.ResponseWriter, r *http.Request) {
		stream(said("12345678"))(w, r)
		<-r.Context().Done()
	}
	thinking := `data: {"choices":[{"index":0,"delta":{"reasoning_content":"1234567812345678"}}]}` + "\n\n"
	for name, test := range map[string]struct {
		serve http.HandlerFunc
		want  llm.Usage
	}{
		"cancelled before it was taken":    {silent, llm.Usage{}},
		"cancelled while it thinks":        {opened, llm.Usage{Prompt: 13, Estimated: true}},
		"cancelled while it writes":        {halfway, llm.Usage{Prompt: 13, Completion: 2, Estimated: true}},
		"cut off":                          {stream(said("12345678")), llm.Usage{Prompt: 13, Completion: 2, Estimated: true}},
		"a thought and no word":            {stream(thinking, stopped, done), llm.Usage{Prompt: 13, Completion: 4, Estimated: true}},
		"a thought within the text":        {stream(said("<think>12345"), said("678</think>12345678")), llm.Usage{Prompt: 13, Completion: 7, Estimated: true}},
		"cut off at the mark of a thought": {stream(said("<thin")), llm.Usage{Prompt: 13, Completion: 2, Estimated: true}},
		"refused with a status":            {problem(500, `{"error":{"message":"boom"}}`), llm.Usage{}},
		"a web page":                       {answerWith(200, "text/html", "<html>"), llm.Usage{}},
		"cut off, and the server has said": {stream(said("12345678"), used), llm.Usage{Prompt: 11, Completion: 3}},
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, Options{}, test.serve, func(t *testing.T, c *Client) {
				ctx, cancel := context.WithCancel(t.Context())
				time.AfterFunc(time.Second, cancel)
				r := llm.Request{System: "12345678", Messages: []llm.Message{{Role: llm.User, Content: "1234567812345678123456781234"}}}
				reply, err := c.Complete(ctx, r, nil)
				if err == nil || reply.Usage != test.want {
					t.Errorf("%+v, want %+v: %v", reply.Usage, test.want, err)
				}
			})
		})
	}
}
