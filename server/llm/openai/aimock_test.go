package openai

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/designls/designls/server/llm"
)

// fixtures are answers that no server on this machine gives by itself, in the
// form in which aimock takes them. Each is for the message of its name.
var fixtures = map[string]map[string]any{
	"rate limit": {"response": map[string]any{
		"error":  map[string]any{"message": "Rate limit reached for gpt-4.1", "type": "requests", "code": "rate_limit_exceeded"},
		"status": 429, "retryAfter": 7,
	}},
	"too long": {"response": map[string]any{
		"error": map[string]any{
			"message": "This model's maximum context length is 128000 tokens. However, your messages resulted in 140000 tokens.",
			"type":    "invalid_request_error", "code": "context_length_exceeded",
		},
		"status": 400,
	}},
	"truncated": {"response": map[string]any{"content": strings.Repeat("words and words ", 20)}, "truncateAfterChunks": 4},
	"good":      {"response": map[string]any{"content": "All is well."}},
}

func startMock(t *testing.T) *realServer {
	t.Helper()
	program := tool(t, 1, filepath.Join("node_modules", "@copilotkit", "aimock", "dist", "cli.js"))
	var all []map[string]any
	for message, fixture := range fixtures {
		fixture["match"] = map[string]any{"userMessage": message}
		all = append(all, fixture)
	}
	text, err := json.Marshal(map[string]any{"fixtures": all})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "fixtures.json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	s := &realServer{url: fmt.Sprintf("http://127.0.0.1:%d/v1", port), news: make(chan struct{})}
	s.run(t, exec.Command("node", program, "--port", fmt.Sprint(port), "--fixtures", file, "--strict", "--latency", "5"))
	s.wait(t, "listening on")
	return s
}

func TestFailuresOfOpenAI(t *testing.T) {
	c := newClient(t, Options{BaseURL: startMock(t).url, Key: secret, Model: "gpt-4.1"})
	for message, want := range map[string]struct {
		kind  llm.Kind
		after time.Duration
	}{
		"rate limit": {llm.RateLimit, 7 * time.Second},
		"too long":   {llm.ContextTooLong, 0},
		"truncated":  {llm.CutOff, 0},
		"good":       {"", 0},
	} {
		r := llm.Request{Messages: []llm.Message{{Role: llm.User, Content: message}}}
		reply, err := c.Complete(t.Context(), r, nil)
		if llm.KindOf(err) != want.kind {
			t.Errorf("%s: got %q, %v", message, reply.Text, err)
			continue
		}
		if e, failed := err.(*llm.Error); failed && e.RetryAfter != want.after {
			t.Errorf("%s: told to come back after %s", message, e.RetryAfter)
		}
	}
	if w := c.Window(); w.Context != 128_000 {
		t.Errorf("the window is %v", w)
	}
}
