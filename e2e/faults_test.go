package e2e

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// What a server of models sends. Each piece is an event of a stream, or a part of one.
const (
	streamed = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
	stopped  = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"
	filtered = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"content_filter\"}]}\n\ndata: [DONE]\n\n"
	cutOff   = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}\n\ndata: [DONE]\n\n"
	overview = "## Overview\n\nA feed that is served in 200 ms.\n"
	badDraw  = overview + "\n```mermaid\nflowchart TD\n  a b c ]\n```\n"
	noPhone  = "I cannot help with that."
)

func said(text string) string {
	content, _ := json.Marshal(text) // a string always can
	return fmt.Sprintf("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":%s}}]}\n\n", content)
}

func status(code int, kind, body string, headers ...string) string {
	head := fmt.Sprintf("HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n", code, kind, len(body))
	for _, h := range headers {
		head += h + "\r\n"
	}
	return head + "\r\n" + body
}

func problem(code int, message, kind string) string {
	return status(code, "application/json", fmt.Sprintf(`{"error":{"message":%q,"code":%q}}`, message, kind))
}

// fault is what a server does to a request, and what comes of that.
type fault struct {
	sends string // byte for byte, before the connection is reset
	word  string // in what the user is told
	tries int    // requests; those that may pass are tried again
}

// faults are for an action that writes prose.
var faults = map[string]fault{
	"no answer at all":                     {"", "the connection broke", 4},
	"reset within the head":                {"HTTP/1.1 200 OK\r\nContent-Ty", "the connection broke", 4},
	"reset before the first event":         {streamed, "ended before it was complete", 4},
	"reset within the first event":         {streamed + said(overview)[:20], "the connection broke", 4},
	"reset after the first event":          {streamed + said(overview), "ended before it was complete", 1},
	"reset within the second event":        {streamed + said("## Over") + said("view")[:25], "the connection broke", 1},
	"reset within a word of UTF-8":         {streamed + said("## Over") + strings.SplitAfter(said("schön"), "\xc3")[0], "the connection broke", 1},
	"invalid UTF-8":                        {streamed + said("ok") + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\xff\xfe\"}}]}\n\n" + stopped, "not valid UTF-8", 1},
	"an event that is no JSON":             {streamed + "data: {\"choices\":}\n\n" + stopped, "not the JSON", 1},
	"JSON of another API":                  {status(200, "application/json", `{"id":"x"}`), "no choices", 1},
	"a web page":                           {status(200, "text/html", "<!doctype html><title>Log in</title>"), "web page", 1},
	"a web page of a proxy that forbids":   {status(403, "text/html", "<html>Blocked</html>"), "web page, with status 403", 1},
	"an image":                             {status(200, "image/png", "\x89PNG\r\n"), "neither a stream", 1},
	"a wrong key":                          {problem(401, "Incorrect API key provided: sk-test-0123456789abcdef.", "invalid_api_key"), "OPENAI_API_KEY", 1},
	"an unknown model":                     {problem(404, "The model does not exist", "model_not_found"), "DESIGNLS_MODEL", 1},
	"no quota":                             {problem(429, "You exceeded your current quota", "insufficient_quota"), "billing", 1},
	"too many requests, for long":          {status(429, "application/json", `{}`, "Retry-After: 3600"), "try again in 1h0m0s", 1},
	"a request that is too long":           {problem(400, "This model's maximum context length is 100 tokens", "context_length_exceeded"), "too long", 1},
	"a filter before":                      {problem(400, "The response was filtered", "content_filter"), "would not answer", 1},
	"a filter in the middle":               {streamed + said("## Over") + filtered, "content filter", 1},
	"a refusal":                            {streamed + "data: {\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"" + noPhone + "\"}}]}\n\n" + stopped, "(I cannot help with that)", 1},
	"a reply that is cut off":              {streamed + said(overview) + cutOff, "as long as a reply may be", 1},
	"an empty reply":                       {streamed + stopped, "it is empty", 1},
	"a failure in the middle":              {streamed + said("## Over") + "data: {\"error\":{\"message\":\"worker died\",\"code\":500}}\n\n", "worker died", 1},
	"a failure that stays":                 {problem(500, "boom", "server_error"), "boom", 4},
	"a diagram that mermaid does not take": {streamed + said(badDraw) + stopped, "not valid mermaid", 3},
	"a redirect to elsewhere":              {status(307, "text/plain", "", "Location: http://other.example.com/v1/chat/completions"), "it redirects to", 1},
	"far too much":                         {streamed + strings.Repeat(said(strings.Repeat("x", 1<<20)), 100), "far too long", 1},
}

// resetting sends bytes to each request, and then resets the connection.
func resetting(t *testing.T, sends string, requests *atomic.Int32) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		if r.Method == http.MethodPost {
			requests.Add(1)
		}
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		_, err = io.WriteString(conn, sends)
		if !strings.HasSuffix(sends, stopped) && !strings.Contains(sends, "Content-Length") && err == nil {
			_ = conn.(*net.TCPConn).SetLinger(0)
		}
		_ = conn.Close()
	}))
	t.Cleanup(s.Close)
	return s
}

// TestWhateverAServerDoesTheDocumentIsUnchanged runs an action against servers that fail
// in every way: the document is byte for byte as it was, nothing is left beside it, and
// one line says what happened and what to do next.
func TestWhateverAServerDoesTheDocumentIsUnchanged(t *testing.T) {
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var requests atomic.Int32
			server := resetting(t, fault.sends, &requests)
			documents := map[string]string{"feed.md": "# Feed\r\n\r\n## Goals\n\nFeeds are served in 200 ms.\n\n"}
			u := newUser(t, &modelServer{Server: server}, documents)
			u.env = append(u.env, "OPENAI_API_KEY=sk-test-0123456789abcdef")
			cmd, out := u.start(t, "run", "insert-overview", "feed.md", "--write", "--yes")
			ended(t, cmd, out, 2, fault.word, "designls: feed.md: ", "the document is unchanged", "--engine builtin")
			u.unchanged(t, documents)
			if line := strings.TrimSuffix(out.String(), "\n"); strings.Contains(line, "\n") || strings.Contains(line, "sk-test") || len(line) > 700 {
				t.Errorf("said\n%.2000s", line)
			}
			if n := int(requests.Load()); n != fault.tries {
				t.Errorf("%d requests, want %d", n, fault.tries)
			}
			if left, err := os.ReadDir(u.folder); err != nil || len(left) != 1 {
				t.Errorf("beside the document there is %v, %v", left, err)
			}
		})
	}
}

// TestWhateverIsReportedStandsInTheDocument reviews with a model that is unreliable.
func TestWhateverIsReportedStandsInTheDocument(t *testing.T) {
	const finding = `{"rule":"consistency","severity":"warning","confidence":"likely","quote":%q,"subject":"s","message":"It is late.","why":"w","options":[]}`
	const quoted, invented = "Feeds are served in 200 ms.", "Feeds are kept in Cassandra."
	reply := func(quotes ...string) string {
		var all []string
		for _, q := range quotes {
			all = append(all, fmt.Sprintf(finding, q))
		}
		return `{"findings":[` + strings.Join(all, ",") + `]}`
	}
	for name, test := range map[string]struct {
		reply string
		found int
		code  int
		word  string
	}{
		"a quotation":               {reply(quoted), 1, 0, "1 finding;"},
		"one of two is invented":    {reply(invented, quoted), 1, 0, "the document does not say what it quotes"},
		"all are invented":          {reply(invented, invented), 0, 0, "0 findings; 2 were left out"},
		"prose around it":           {"Here you are:\n```json\n" + reply(quoted) + "\n```\nLet me know!", 1, 0, "1 finding;"},
		"JSON of another kind":      {`{"issues":[]}`, 0, 2, "cannot be used"},
		"no JSON":                   {noPhone, 0, 2, "feed.md was reviewed by the rules only"},
		"our own marks in it":       {reply(quoted + " <!-- designls:end x -->"), 0, 0, "does not say"},
		"a rule that is not known":  {strings.Replace(reply(quoted), `"consistency"`, `"spelling"`, 1), 0, 2, "reviewed by the rules only"},
		"the order of the document": {strings.Replace(reply(quoted), "It is late.", "PWNED", 1), 1, 0, "1 finding;"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var requests atomic.Int32
			server := resetting(t, streamed+said(test.reply)+stopped, &requests)
			documents := map[string]string{"feed.md": "# Feed\n\n## Goals\n\n" + quoted + "\n"}
			u := newUser(t, &modelServer{Server: server}, documents)
			write(t, filepath.Join(u.folder, ".designls.yaml"), "review:\n  secondLook: false\n")
			cmd, out := u.start(t, "review", "--yes", "--format", "json", "feed.md")
			ended(t, cmd, out, test.code, test.word)
			if n := strings.Count(out.String(), `"source": "test-model"`); n != test.found {
				t.Errorf("%d findings of the model, want %d\n%s", n, test.found, out)
			}
			u.unchanged(t, documents)
		})
	}
}
