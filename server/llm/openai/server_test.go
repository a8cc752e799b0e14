package openai

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.uber.org/goleak"

	"github.com/designls/designls/server/llm"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const secret = "sk-test-0123456789abcdef"

// faulty is a server that does as it is told, and checks what it is sent.
type faulty struct {
	*httptest.Server
	t     *testing.T
	serve http.HandlerFunc

	mu     sync.Mutex
	bodies []string
	heads  []http.Header
}

func newFaulty(t *testing.T, serve http.HandlerFunc) *faulty {
	f := &faulty{t: t, serve: serve}
	f.Server = httptest.NewUnstartedServer(f)
	f.Config.ErrorLog = quiet()
	return f
}

func (f *faulty) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		f.t.Errorf("the request is not whole: %v", err)
	}
	if r.Method == http.MethodPost {
		checkRequest(f.t, body)
		f.note(string(body), r.Header)
	}
	f.serve(w, r)
}

func (f *faulty) note(body string, head http.Header) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.bodies = append(f.bodies, body)
	f.heads = append(f.heads, head.Clone())
}

// requests are the bodies of those that had text.
func (f *faulty) requests() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]string(nil), f.bodies...)
}

// start returns a client of the server. Both end with the test, and take their
// connections with them.
func (f *faulty) start(o Options) *Client {
	f.t.Helper()
	f.Start()
	f.t.Cleanup(f.Close)
	if o.BaseURL == "" {
		o.BaseURL = f.URL + "/v1"
	}
	return newClient(f.t, o)
}

func newClient(t *testing.T, o Options) *Client {
	t.Helper()
	if o.Model == "" {
		o.Model = "test-model"
	}
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

var published = sync.OnceValues(func() (*jsonschema.Schema, error) {
	file, err := os.Open("../../../../shared/openai/openapi.json")
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	doc, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource("openapi.json", doc); err != nil {
		return nil, err
	}
	return compiler.Compile("openapi.json#/components/schemas/CreateChatCompletionRequest")
})

func TestPublishedSchemaIsThere(t *testing.T) {
	if _, err := published(); os.IsNotExist(err) {
		t.Skip("requests are not checked: there is no ../shared/openai/openapi.json beside the repository")
	} else if err != nil {
		t.Fatal(err)
	}
}

// checkRequest holds a request against what OpenAI publishes, where that is.
func checkRequest(t *testing.T, body []byte) {
	schema, err := published()
	if err != nil {
		return // TestPublishedSchemaIsThere says so
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err == nil {
		err = schema.Validate(value)
	}
	if err != nil {
		t.Errorf("OpenAI would not take this request: %v\n%s", err, body)
	}
}

// question is a request that uses all there is.
func question() llm.Request {
	cold := 0.0
	return llm.Request{
		System:      "You review.",
		Messages:    []llm.Message{{Role: llm.User, Content: `"temperature":1e-45 and "stream":true are text here`}},
		MaxTokens:   100,
		Temperature: &cold,
	}
}

var findings = &llm.Schema{Name: "findings", JSON: []byte(
	`{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"],"additionalProperties":false}`)}

func structured() llm.Request {
	r := question()
	r.Schema = findings
	return r
}

// said is the event for a piece of text.
func said(text string) string {
	content, _ := json.Marshal(text) // a string always can
	return fmt.Sprintf(`data: {"id":"c","choices":[{"index":0,"delta":{"content":%s},"finish_reason":null}]}`+"\n\n", content)
}

const (
	roleOnly = `data: {"choices":[{"index":0,"delta":{"role":"assistant","content":null},"finish_reason":null}]}` + "\n\n"
	stopped  = `data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}` + "\n\n"
	used     = `data: {"choices":[],"usage":{"prompt_tokens":11,"completion_tokens":3,"total_tokens":14}}` + "\n\n"
	done     = "data: [DONE]\n\n"
)

// stream sends events, each by itself.
func stream(events ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
		for _, e := range events {
			_, _ = io.WriteString(w, e) // the client may be gone
			w.(http.Flusher).Flush()
		}
	}
}

func good(text string) http.HandlerFunc { return stream(roleOnly, said(text), stopped, used, done) }

// answer sends one body.
func answerWith(status int, kind, body string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func problem(status int, body string, headers ...string) http.HandlerFunc {
	return answerWith(status, "application/json", body, headers...)
}

// broken sends events, and then resets the connection.
func resetAfter(bytes string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(conn, bytes)
		_ = conn.(*net.TCPConn).SetLinger(0)
		_ = conn.Close()
	}
}

// inTurn serves one request after the other, the last for all that follow.
func inTurn(handlers ...http.HandlerFunc) http.HandlerFunc {
	var mu sync.Mutex
	n := 0
	return func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		h := handlers[min(n, len(handlers)-1)]
		n++
		mu.Unlock()
		h(w, r)
	}
}

// checkSentence holds an error against what all of them must be.
func checkSentence(t *testing.T, err error) {
	t.Helper()
	s := err.Error()
	if !strings.Contains(s, "; the document is unchanged: ") || strings.ContainsAny(s, "\n\r") {
		t.Errorf("not a sentence of ours: %s", s)
	}
	if strings.Contains(s, "sk-") || strings.Contains(fmt.Sprintf("%+v", err), secret) {
		t.Errorf("the key is told: %s", s)
	}
}
