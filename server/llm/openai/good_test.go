package openai

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/designls/designls/server/llm"
)

// odd are good replies of a form that not every client expects.
var odd = []struct {
	name  string
	serve http.HandlerFunc
	text  string
	usage llm.Usage
}{
	{"as documented", good("hello"), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"byte by byte", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		for _, b := range []byte(roleOnly + said("hello") + stopped + used + done) {
			_, _ = w.Write([]byte{b})
			w.(http.Flusher).Flush()
		}
	}, "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"roles and nulls", stream(roleOnly, roleOnly, said("hel"), roleOnly, said("lo"), stopped, used, done), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"no mark at the end", stream(said("hello"), stopped), "hello", llm.Usage{Prompt: 13, Completion: 2, Estimated: true}},
	{"no usage", stream(said("hello"), stopped, done), "hello", llm.Usage{Prompt: 13, Completion: 2, Estimated: true}},
	{"no reason to end", stream(said("hello"), used, done), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"comments and names", stream(strings.Repeat(": waiting\n\n", 1000), "event: message\nid: 1\n"+said("hello"), ": x\n\n", stopped, used, done), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"lines of Windows", stream(strings.ReplaceAll(said("hello")+stopped+used+done, "\n", "\r\n")), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"no space, no last line end", stream(strings.ReplaceAll(said("hello")+stopped, "data: ", "data:"), "data:[DONE]"), "hello", llm.Usage{Prompt: 13, Completion: 2, Estimated: true}},
	{"another content type", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, said("hello")+stopped+used+done)
	}, "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"not streamed", answerWith(200, "application/json", `{"choices":[{"index":0,"message":{"role":"assistant","content":"hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":11,"completion_tokens":3,"total_tokens":14}}`), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"Azure's first event", stream(`data: {"choices":[],"prompt_filter_results":[{"prompt_index":0,"content_filter_results":{}}]}`+"\n\n", said("hello"), stopped, used, done), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"a thought in the text", stream(said("\n<thi"), said("nk>should I?</th"), said("ink>\n\nhel"), said("lo"), stopped, used, done), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"what only looks like a thought", stream(said("<th"), said("ead> hello"), stopped, used, done), "<thead> hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"a thought beside the text", stream(`data: {"choices":[{"index":0,"delta":{"reasoning_content":"hm"}}]}`+"\n\n", said("hello"), stopped, used, done), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"the word error in the text", stream(said(`{"error": "x"}`), stopped, used, done), `{"error": "x"}`, llm.Usage{Prompt: 11, Completion: 3}},
	{"error: null", stream(`data: {"error":null,"choices":[{"index":0,"delta":{"content":"hello"},"finish_reason":"stop"}]}`+"\n\n", used, done), "hello", llm.Usage{Prompt: 11, Completion: 3}},
	{"broken after its end", func(w http.ResponseWriter, r *http.Request) {
		stream(said("hello"), stopped, used)(w, r)
		panic(http.ErrAbortHandler)
	}, "hello", llm.Usage{}},
}

func TestOddReplies(t *testing.T) {
	for _, test := range odd {
		t.Run(test.name, func(t *testing.T) {
			var written strings.Builder
			c := newFaulty(t, test.serve).start(Options{Key: secret})
			r := llm.Request{System: "12345678", Messages: []llm.Message{{Role: llm.User, Content: strings.Repeat("x", 28)}}}
			reply, err := c.Complete(t.Context(), r, func(s string) { written.WriteString(s) })
			if err != nil || reply.Text != test.text || written.String() != test.text {
				t.Errorf("got %q, wrote %q, %v", reply.Text, &written, err)
			}
			if test.usage != (llm.Usage{}) && reply.Usage != test.usage {
				t.Errorf("usage is %+v, want %+v", reply.Usage, test.usage)
			}
		})
	}
}

func TestRequestIsAsItShouldBe(t *testing.T) {
	server := newFaulty(t, good("hello"))
	c := server.start(Options{Key: secret, Headers: map[string]string{"X-Team": "core"}})
	r := structured()
	if reply, err := c.Complete(t.Context(), r, nil); llm.KindOf(err) != llm.BadReply || reply.Text != "hello" {
		t.Errorf("got %q, %v", reply.Text, err)
	}
	body, head := server.requests()[0], server.heads[0]
	for _, want := range []string{
		`"temperature":0,`, `"stream":true`, `"include_usage":true`, `"max_tokens":100`, `"strict":true`,
		`\"temperature\":1e-45 and \"stream\":true are text here`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is missing in %s", want, body)
		}
	}
	if head.Get("Authorization") != "Bearer "+secret || head.Get("X-Team") != "core" || head.Get("User-Agent") != "designls" {
		t.Errorf("headers: %v", head)
	}
}

func TestConnectionIsUsedAgain(t *testing.T) {
	server := newFaulty(t, good("hello"))
	var connections int
	server.Config.ConnState = countNew(&connections)
	c := server.start(Options{})
	for range 5 {
		if _, err := c.Complete(t.Context(), question(), nil); err != nil {
			t.Fatal(err)
		}
	}
	server.Close()
	if connections != 1 {
		t.Errorf("%d connections for five requests", connections)
	}
}
