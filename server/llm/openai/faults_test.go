package openai

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/designls/designls/server/llm"
)

const tooLong = `{"error":{"message":"This model's maximum context length is 8192 tokens, however you requested 9000 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}`

// faults are the ways in which servers fail. All but the last ones of each
// group were seen in the wild.
var faults = []struct {
	name  string
	serve http.HandlerFunc
	kind  llm.Kind
	says  string // in the sentence
	text  string // that had come
	retry bool
}{
	{"401", problem(401, `{"error":{"message":"Incorrect API key provided: sk-test-0123456789abcdef.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}`), llm.KeyWrong, "does not accept the key", "", false},
	{"401 in plain text", answerWith(401, "text/plain", "Unauthorized: Bearer sk-test-0123456789abcdef"), llm.KeyWrong, "OPENAI_API_KEY", "", false},
	{"403", problem(403, `{"error":{"message":"Country not supported","code":"unsupported_country_region_territory"}}`), llm.KeyWrong, "Country not supported", "", false},
	{"403 of a proxy", answerWith(403, "text/html", "<html>Blocked</html>"), llm.BadReply, "a web page, with status 403", "", false},
	{"404 of a model", problem(404, `{"error":{"message":"The model 'test-model' does not exist","code":"model_not_found"}}`), llm.ModelUnknown, "does not have the model test-model", "", false},
	{"404 of a model, vLLM", problem(404, `{"object":"error","message":"The model `+"`x`"+` does not exist.","type":"NotFoundError","param":null,"code":404}`), llm.ModelUnknown, "DESIGNLS_MODEL", "", false},
	{"404 of a model, Ollama", problem(404, `{"error":"model 'x' not found, try pulling it first"}`), llm.ModelUnknown, "try pulling it first", "", false},
	{"404 of a model, Ollama's other form", problem(404, `{"error":{"message":"model \"x\" not found, try pulling it first","type":"api_error","param":null,"code":null}}`), llm.ModelUnknown, "try pulling it first", "", false},
	{"no model loaded, LM Studio", problem(404, `{"error":{"message":"No models loaded. Please load a model in the developer page or use the 'lms load' command.","type":"invalid_request_error","param":"model","code":"model_not_found"}}`), llm.ModelUnknown, "lms load", "", false},
	{"404 of a deployment", problem(404, `{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}`), llm.ModelUnknown, "", "", false},
	{"404 of the address", answerWith(404, "text/plain", "404 page not found"), llm.BadReply, "usually ends in /v1", "", false},
	{"429, seconds", problem(429, `{"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}`, "Retry-After", "20"), llm.RateLimit, "try again in 20s", "", true},
	{"429, milliseconds", problem(429, `{"error":{"message":"slow down"}}`, "Retry-After-Ms", "1500"), llm.RateLimit, "try again in 2s", "", true},
	{"429 of Azure", problem(429, `{"error":{"code":"429","message":"Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-05-01-preview have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 86400 seconds."}}`), llm.RateLimit, "try again in 24h0m0s", "", true},
	{"429, in words", problem(429, `{"error":{"message":"Rate limit reached for gpt-4.1 on tokens per min (TPM). Please try again in 1.5s.","code":"rate_limit_exceeded"}}`), llm.RateLimit, "document is unchanged: try again in 2s", "", true},
	{"429, no word when", problem(429, `{}`), llm.RateLimit, "try again in a minute", "", true},
	{"429 of the quota", problem(429, `{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}`), llm.Quota, "billing", "", false},
	{"402", problem(402, `{"error":{"code":402,"message":"Insufficient credits"}}`), llm.Quota, "Insufficient credits", "", false},
	{"400, too long", problem(400, tooLong), llm.ContextTooLong, "8192 tokens", "", false},
	{"400, too long, llama.cpp", problem(400, `{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_prompt_tokens":9000,"n_ctx":8192}}`), llm.ContextTooLong, "run it on one section", "", false},
	{"400, too long, vLLM", problem(400, `{"error":{"message":"You passed 1015 input tokens and requested 10 output tokens. However, the model's context length is only 1024 tokens, resulting in a maximum input length of 1014 tokens.","type":"BadRequestError","param":"input_tokens","code":400}}`), llm.ContextTooLong, "only 1024 tokens", "", false},
	{"400, no room for a reply, vLLM", problem(400, `{"object":"error","message":"max_tokens must be at least 1, got -186.","type":"BadRequestError","param":null,"code":400}`), llm.ContextTooLong, "run it on one section", "", false},
	{"400, too long, LM Studio", problem(400, `{"error":"Cannot truncate prompt with n_keep (15028) >= n_ctx (7424)"}`), llm.ContextTooLong, "run it on one section", "", false},
	{"400 of Azure's filter", problem(400, `{"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true,"severity":"high"}}}}}`), llm.Refused, "content management policy", "", false},
	{"400 of a content filter", problem(400, `{"error":{"message":"The response was filtered","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}`), llm.Refused, "would not answer", "", false},
	{"400 of another kind", problem(400, `{"error":{"message":"n must be 1","code":400}}`), llm.Rejected, "n must be 1", "", false},
	{"422 of FastAPI", problem(422, `{"detail":[{"loc":["body","top_k"],"msg":"extra fields not permitted","input":"the document"}]}`), llm.Rejected, "body top_k: extra fields not permitted", "", false},
	{"500, the code a number", problem(500, `{"error":{"message":"boom","code":500,"type":"server_error"}}`), llm.Server, "boom", "", true},
	{"502 of a proxy", answerWith(502, "text/html", "<html>Bad gateway</html>"), llm.Server, "status 502", "", true},
	{"503 while loading", problem(503, `{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}`), llm.Server, "Loading model", "", true},
	{"504", answerWith(504, "text/plain", ""), llm.Timeout, "status 504", "", true},
	{"an error page with 200", answerWith(200, "text/html", "<!doctype html><title>Log in</title>"), llm.BadReply, "it is a web page", "", false},
	{"an image", answerWith(200, "image/png", "\x89PNG\r\n"), llm.BadReply, "neither a stream", "", false},
	{"an error with 200", problem(200, `{"error":{"message":"overloaded","code":529}}`), llm.Server, "overloaded", "", true},
	{"an error within the stream", stream(said("half"), `data: {"error":{"message":"worker died","code":500}}`+"\n\n"), llm.Server, "worker died", "half", true},
	{"an error under a name", stream("event: error\ndata: { \"error\" : \"gone\" }\n\n"), llm.Server, "gone", "", true},
	{"not JSON", stream("data: {\"choices\":}\n\n"), llm.BadReply, "not the JSON", "", false},
	{"JSON of another kind", stream("data: {\"choices\":\"x\"}\n\n"), llm.BadReply, "not the JSON", "", false},
	{"JSON without choices", answerWith(200, "application/json", `{"id":"x"}`), llm.BadReply, "no choices", "", false},
	{"invalid UTF-8", stream(said("ok"), "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\xff\xfe\"}}]}\n\n"), llm.BadReply, "not valid UTF-8", "ok", false},
	{"nothing", stream(), llm.CutOff, "", "", true},
	{"no end", stream(roleOnly, said("half")), llm.CutOff, "the stream ended", "half", true},
	{"half an event", stream(said("half"), `data: {"choices":[{"index":0,"delta":{"cont`), llm.CutOff, "the connection broke", "half", true},
	{"as long as it may be", stream(said("half"), `data: {"choices":[{"index":0,"delta":{},"finish_reason":"length"}]}`+"\n\n", done), llm.CutOff, "as long as a reply may be", "half", false},
	{"filtered", stream(said("half"), `data: {"choices":[{"index":0,"delta":{},"finish_reason":"content_filter"}]}`+"\n\n", done), llm.Refused, "content filter", "half", false},
	{"refused", stream(`data: {"choices":[{"index":0,"delta":{"refusal":"I cannot do that."}}]}`+"\n\n", stopped, done), llm.Refused, "I cannot do that", "", false},
	{"empty", stream(roleOnly, stopped, done), llm.CutOff, "it is empty", "", false},
	{"only a thought", stream(said("<think>hm"), stopped, done), llm.CutOff, "it is empty", "", false},
	{"elsewhere", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://other.example.com/v1/chat/completions?key=x", http.StatusTemporaryRedirect)
	}, llm.BadReply, "it redirects to http://other.example.com/v1/chat/completions", "", false},
	{"a redirect that drops the text", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/elsewhere", http.StatusFound)
	}, llm.BadReply, "it redirects to", "", false},
}

func TestFaults(t *testing.T) {
	for _, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			server := newFaulty(t, fault.serve)
			c := server.start(Options{Key: secret})
			var written strings.Builder
			reply, err := c.Complete(t.Context(), question(), func(s string) { written.WriteString(s) })
			if llm.KindOf(err) != fault.kind || !strings.Contains(err.Error(), fault.says) {
				t.Fatalf("got %s, %v; want %s: %s", llm.KindOf(err), err, fault.kind, fault.says)
			}
			checkSentence(t, err)
			if reply.Text != fault.text || written.String() != fault.text {
				t.Errorf("text is %q, wrote %q, want %q", reply.Text, &written, fault.text)
			}
			if e, _ := err.(*llm.Error); e.Retryable() != fault.retry {
				t.Errorf("worth another try: %v", e.Retryable())
			}
			if n := len(server.requests()); n != 1 {
				t.Errorf("%d requests for one failure", n)
			}
		})
	}
}

func TestRetryAfterADate(t *testing.T) {
	server := newFaulty(t, func(w http.ResponseWriter, r *http.Request) {
		problem(429, `{}`, "Retry-After", time.Now().Add(90*time.Second).UTC().Format(http.TimeFormat))(w, r)
	})
	_, err := server.start(Options{}).Complete(t.Context(), question(), nil)
	e, _ := err.(*llm.Error)
	if e == nil || e.RetryAfter < 80*time.Second || e.RetryAfter > 91*time.Second {
		t.Errorf("got %v", err)
	}
}

func TestWithoutAKey(t *testing.T) {
	server := newFaulty(t, problem(401, `{"error":"Missing Authorization header"}`))
	_, err := server.start(Options{}).Complete(t.Context(), question(), nil)
	if llm.KindOf(err) != llm.KeyMissing {
		t.Errorf("got %v", err)
	}
	c := newClient(t, Options{Model: "gpt-4.1"})
	if _, err := c.Complete(t.Context(), question(), nil); llm.KindOf(err) != llm.KeyMissing {
		t.Errorf("sent to OpenAI without a key: %v", err)
	}
	if _, err := c.Models(t.Context()); llm.KindOf(err) != llm.KeyMissing {
		t.Errorf("asked OpenAI without a key: %v", err)
	}
}

// whole is a stream as it is on the wire.
const whole = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" +
	roleOnly + `data: {"choices":[{"index":0,"delta":{"content":"one "}}]}` + "\n\n" +
	`data: {"choices":[{"index":0,"delta":{"content":"two"}}]}` + "\n\n" + stopped + used + done

// TestResetAtEveryPoint breaks the connection after each byte in turn. The
// reply is whole exactly when its end has come.
func TestResetAtEveryPoint(t *testing.T) {
	header, end := strings.Index(whole, "\r\n\r\n")+4, strings.Index(whole, stopped)+len(stopped)-2
	var next atomic.Int64
	server := newFaulty(t, func(w http.ResponseWriter, r *http.Request) { resetAfter(whole[:next.Load()])(w, r) })
	c := server.start(Options{Key: secret})
	for at := 0; at <= len(whole); at += 1 + at%3 {
		next.Store(int64(at))
		var written strings.Builder
		reply, err := c.Complete(t.Context(), question(), func(s string) { written.WriteString(s) })
		if written.String() != reply.Text || !strings.HasPrefix("one two", reply.Text) {
			t.Errorf("at %d: wrote %q of %q", at, &written, reply.Text)
		}
		// A reset may overtake what was sent before it.
		switch kind := llm.KindOf(err); {
		case err == nil && (at < end || reply.Text != "one two"):
			t.Errorf("at %d of %d: %q is taken for the whole", at, len(whole), reply.Text)
		case err != nil && kind != llm.CutOff && kind != llm.Unreachable:
			t.Errorf("at %d: %v", at, err)
		case kind == llm.Unreachable && reply.Text != "", kind == llm.CutOff && at < header:
			t.Errorf("at %d: %v after %q", at, err, reply.Text)
		case err != nil:
			checkSentence(t, err)
			if e, _ := err.(*llm.Error); !e.Retryable() {
				t.Errorf("at %d: not worth another try: %v", at, err)
			}
		}
	}
}

func TestWhatPassesIsTriedAgain(t *testing.T) {
	server := newFaulty(t, inTurn(problem(500, `{"error":{"message":"boom"}}`), resetAfter(""), good("hello")))
	m := llm.Retry(server.start(Options{Key: secret}), llm.Patience{Wait: time.Millisecond})
	reply, err := m.Complete(t.Context(), question(), nil)
	if err != nil || reply.Text != "hello" {
		t.Errorf("got %q, %v", reply.Text, err)
	}
}
