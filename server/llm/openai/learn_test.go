package openai

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/designls/designls/server/llm"
)

// refusing is a server that refuses each request that has a word in it.
func refusing(word, answer string, otherwise http.HandlerFunc, server **faulty) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		sent := (*server).requests()
		if strings.Contains(sent[len(sent)-1], word) {
			problem(400, answer)(w, r)
			return
		}
		otherwise(w, r)
	}
}

// refusals are what servers say when they do not accept a field.
var refusals = []struct {
	name, word, answer string
	now                string // what stands in the request instead
	attempts           int
}{
	{"temperature", `"temperature"`, `{"error":{"message":"Unsupported value: 'temperature' does not support 0 with this model.","type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}`, `"max_tokens":100`, 2},
	{"max_tokens", `"max_tokens"`, `{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.","param":"max_tokens","code":"unsupported_parameter"}}`, `"max_completion_tokens":100`, 2},
	{"json_object, LM Studio", `"json_object"`, `{"error":"'response_format.type' must be 'json_schema' or 'text'"}`, `"json_schema"`, 1},
	{"any limit", `_tokens"`, `{"error":{"message":"max_tokens is too large: 100"}}`, `"temperature":0`, 3},
	{"stream_options", `"stream_options"`, `{"detail":[{"loc":["body","stream_options"],"msg":"extra fields not permitted"}]}`, `"stream":true`, 2},
	{"strict", `"strict":true`, `{"error":{"message":"Invalid schema for response_format 'findings'","param":"response_format"}}`, `"strict":false`, 2},
	{"json_schema", `"json_schema"`, `{"error":{"message":"This response_format type is unavailable now","type":"invalid_request_error"}}`, `"json_object"`, 3},
	{"response_format", `"response_format"`, `{"error":{"message":"response_format is not supported","param":"response_format"}}`, `valid under this JSON Schema`, 4},
	{"system", `"role":"system"`, `{"error":{"message":"System role not supported"}}`, `You review.\n\n`, 2},
	{"stream", `"stream":true`, `{"error":{"message":"Your organization must be verified to stream this model.","param":"stream"}}`, `"stream":false`, 2},
}

func TestRefusalsAreLearnedOnce(t *testing.T) {
	for _, test := range refusals {
		t.Run(test.name, func(t *testing.T) {
			var server *faulty
			server = newFaulty(t, refusing(test.word, test.answer, good(`{"n":1}`), &server))
			c := server.start(Options{Key: secret})
			for range 2 {
				reply, err := c.Complete(t.Context(), structured(), nil)
				if err != nil || reply.Text != `{"n":1}` {
					t.Fatalf("got %q, %v", reply.Text, err)
				}
			}
			sent := server.requests()
			if len(sent) != test.attempts+1 {
				t.Errorf("%d requests for two replies, want %d", len(sent), test.attempts+1)
			}
			if last := sent[len(sent)-1]; !strings.Contains(last, test.now) {
				t.Errorf("%s is missing in %s", test.now, last)
			}
		})
	}
}

func TestRefusalsAtTheSameTime(t *testing.T) {
	server := newFaulty(t, problem(500, `{"error":{"message":"grammar: unsupported json_schema"}}`))
	c := server.start(Options{})
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			_, err := c.Complete(t.Context(), structured(), nil)
			if llm.KindOf(err) != llm.Server {
				t.Errorf("got %v", err)
			}
		})
	}
	all.Wait()
	if q := c.currentQuirks(); q.format != formatWords || q.noTemperature {
		t.Errorf("learned %+v", q)
	}
}

func TestFailureThatStaysIsTold(t *testing.T) {
	server := newFaulty(t, problem(400, `{"error":{"message":"temperature, max_tokens, response_format, stream_options: all wrong"}}`))
	_, err := server.start(Options{}).Complete(t.Context(), structured(), nil)
	if llm.KindOf(err) != llm.Rejected || len(server.requests()) > mostAttempts {
		t.Errorf("after %d requests: %v", len(server.requests()), err)
	}
}

// What the API client refuses by itself is learned like what a server refuses.
func TestReasoningModelsOfOldNames(t *testing.T) {
	warm := 0.2
	server := newFaulty(t, good("hello"))
	c := server.start(Options{Model: "o3-mini"})
	r := question()
	r.Temperature = &warm
	if reply, err := c.Complete(t.Context(), r, nil); err != nil || reply.Text != "hello" {
		t.Errorf("got %q, %v", reply.Text, err)
	}
	if sent := server.requests(); len(sent) != 1 || !strings.Contains(sent[0], `"max_completion_tokens":100`) || strings.Contains(sent[0], `"temperature":0.2`) {
		t.Errorf("sent %v", sent)
	}
}

func TestJSONWithProseAroundIt(t *testing.T) {
	for text, want := range map[string]string{
		"Sure! Here you are:\n```json\n{\"n\": 1}\n```\nAnything else?": `{"n": 1}`,
		`{"n":1} I hope {that} helps.`:                                  `{"n":1}`,
		`With {braces} and [1] first: {"n":1}`:                          `{"n":1}`,
		` [{"n":1}] `:                                                   `[{"n":1}]`,
	} {
		reply, err := newFaulty(t, good(text)).start(Options{}).Complete(t.Context(), structured(), nil)
		if err != nil || reply.Text != want {
			t.Errorf("of %q got %q, %v", text, reply.Text, err)
		}
	}
}

func TestWhoeverIgnoresTheSchemaIsToldInWords(t *testing.T) {
	server := newFaulty(t, inTurn(good("I found one."), good(`{"n":1}`)))
	c := server.start(Options{})
	reply, err := c.Complete(t.Context(), structured(), nil)
	if llm.KindOf(err) != llm.BadReply || reply.Text != "I found one." {
		t.Errorf("got %q, %v", reply.Text, err)
	}
	if _, err := c.Complete(t.Context(), structured(), nil); err != nil || !strings.Contains(server.requests()[1], "valid under this JSON Schema") {
		t.Errorf("%v, sent %s", err, server.requests()[1])
	}
}

func TestPartsLeftOutInSilenceAreNoticed(t *testing.T) {
	short := func(prompt, cached int) http.HandlerFunc {
		return stream(said("hello"), stopped, fmt.Sprintf(
			`data: {"choices":[],"usage":{"prompt_tokens":%d,"completion_tokens":1,"total_tokens":%d,"prompt_tokens_details":{"cached_tokens":%d}}}`+"\n\n",
			prompt, prompt+1, cached), done)
	}
	long := llm.Request{Messages: []llm.Message{{Role: llm.User, Content: strings.Repeat("x", 8000)}}}
	for _, test := range []struct {
		prompt, cached int
		want           llm.Kind
	}{{2048, 0, llm.ContextTooLong}, {2048, 100, ""}, {7000, 0, ""}, {100, 0, ""}} {
		c := newFaulty(t, short(test.prompt, test.cached)).start(Options{Count: func(s string) int { return len(s) }})
		if _, err := c.Complete(t.Context(), long, nil); llm.KindOf(err) != test.want {
			t.Errorf("%d of 8000 tokens, %d cached: %v", test.prompt, test.cached, err)
		}
	}
}

func TestWindowIsLearned(t *testing.T) {
	for _, body := range []string{
		tooLong,
		`{"error":{"code":400,"message":"too large","type":"exceed_context_size_error","n_ctx":8192}}`,
		`{"error":"The number of tokens to keep from the initial prompt is greater than the context length (n_keep: 13055>= n_ctx: 8192). Try to load the model with a larger context length, or provide a shorter input."}`,
		`{"error":"Cannot truncate prompt with n_keep (15028) >= n_ctx (8192)"}`,
		`{"error":"Trying to keep the first 10136 tokens when context the overflows. However, the model is loaded with context length of only 8192 tokens, which is not enough."}`,
		`{"error":{"message":"You passed 9015 input tokens and requested 10 output tokens. However, the model's context length is only 8192 tokens, resulting in a maximum input length of 8182 tokens.","type":"BadRequestError","param":"input_tokens","code":400}}`,
	} {
		c := newFaulty(t, problem(400, body)).start(Options{})
		if w := c.Window(); w != (llm.Window{}) {
			t.Errorf("the window is %v before anything is known", w)
		}
		_, _ = c.Complete(t.Context(), question(), nil) // fails: that is what tells
		if w := c.Window(); w.Context != 8192 {
			t.Errorf("the window is %v after %s", w, body)
		}
	}
	if w := newClient(t, Options{Model: "gpt-4.1-mini"}).Window(); w.Context != 1_047_576 {
		t.Errorf("the window of gpt-4.1-mini is %v", w)
	}
	if w := newClient(t, Options{Model: "gpt-4.1", Window: llm.Window{Context: 9}}).Window(); w.Context != 9 || w.Output != 32_768 {
		t.Errorf("the window is %v, though set", w)
	}
}
