package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"
	"go.uber.org/goleak"

	"github.com/designls/designls/server/llm/cache"
)

// scripted is a server with OpenAI's API that answers as a test says.
type scripted struct {
	answer func(document, schema string) (reply string, status int)

	mu    sync.Mutex
	asked int // requests that were answered
}

// ServeHTTP answers one request.
func (s *scripted) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Messages []struct{ Content string }
		Format   struct {
			Schema struct{ Name string } `json:"json_schema"`
		} `json:"response_format"`
	}
	if raw, err := io.ReadAll(r.Body); err != nil || json.Unmarshal(raw, &body) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	reply, status := s.answer(body.Messages[1].Content, body.Format.Schema.Name)
	if r.Context().Err() != nil {
		return
	}
	if status != http.StatusOK {
		w.WriteHeader(status)
		_, _ = fmt.Fprintf(w, `{"error":{"message":%q,"code":"invalid_api_key"}}`, reply)
		return
	}
	s.mu.Lock()
	s.asked++
	s.mu.Unlock()
	w.Header().Set("Content-Type", "text/event-stream")
	_, _ = fmt.Fprintf(w, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":%q}}]}\n\n", reply)
	_, _ = io.WriteString(w, "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":9000,\"completion_tokens\":50}}\n\ndata: [DONE]\n\n")
}

// requests are how many were answered.
func (s *scripted) requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked
}

// withModel has the program use a scripted server, and nothing of this machine's user.
func withModel(t *testing.T, answer func(document, schema string) (string, int)) *scripted {
	t.Helper()
	s := &scripted{answer: answer}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	for name, value := range map[string]string{
		baseURLVariable: server.URL + "/v1", keyVariable: "sk-secret", modelVariable: "test-model", consentVariable: "yes", engineVariable: "",
		cacheVariable: "", "HOME": t.TempDir(), "XDG_CACHE_HOME": t.TempDir(), "XDG_STATE_HOME": t.TempDir(),
	} {
		t.Setenv(name, value)
	}
	return s
}

const feed = "# Feed\n\n## Goals\n\nA user sees their own post at once. Feeds are served in 200 ms at the 99th percentile.\n"

// oneOfTwo has one finding that the document of the tests has words for.
const oneOfTwo = `{"findings":[
	{"rule":"consistency","severity":"warning","confidence":"likely","quote":"A user sees their own post at once.","message":"The store is filled later.","why":"w","options":[],"subject":"feed"},
	{"rule":"consistency","severity":"warning","confidence":"likely","quote":"The document does not have this.","message":"m","why":"w","options":[],"subject":"x"}]}`

func reviewed(_, schema string) (string, int) {
	if schema == "verdicts" {
		return `{"verdicts":[{"number":1,"verdict":"keep","reason":"r"}]}`, http.StatusOK
	}
	return oneOfTwo, http.StatusOK
}

func TestAReviewByAModelTellsWhatItDid(t *testing.T) {
	ignored := goleak.IgnoreCurrent()
	t.Cleanup(func() { goleak.VerifyNone(t, ignored) }) // once the servers are closed
	team := miniredis.RunT(t)
	s := withModel(t, reviewed)
	t.Setenv(cacheVariable, "redis://"+team.Addr()+"/0")
	inFolder(t, map[string]string{"feed.md": feed})
	const said = "designls: test-model: 1 finding; 1 was left out because the document does not say what it quotes"
	first := run(t, "", "review", "--engine", "openai", "--format", "json", "feed.md")
	if !strings.HasPrefix(first.err, said+"; 18000 tokens read, 100 written\n") || !strings.Contains(first.out, `"source": "test-model"`) || first.code != exitClean {
		t.Errorf("exit %d\n%s%s", first.code, first.err, first.out)
	}
	again := run(t, "", "review", "--engine", "openai", "--format", "json", "feed.md")
	if again.err != said+"; answered from the cache, so nothing was sent\n" || again.out != first.out || s.requests() != 2 {
		t.Errorf("%d requests\n%s%s", s.requests(), again.err, again.out)
	}
	for end := time.Now().Add(5 * time.Second); team.CurrentConnectionCount() > 0; runtime.Gosched() {
		if time.Now().After(end) {
			t.Fatalf("%d connections to the shared cache are open", team.CurrentConnectionCount())
		}
	}
}

func TestTryingAgainAfterARefusedReplyAsksAgain(t *testing.T) {
	replies := []string{`{"items":[]}`, `{"items":[]}`, `{"findings":[]}`}
	withModel(t, func(string, string) (string, int) {
		reply := replies[0]
		replies = replies[1:]
		return reply, http.StatusOK
	})
	inFolder(t, map[string]string{"feed.md": feed})
	if got := run(t, "", "review", "--engine", "openai", "feed.md"); got.code != exitFailure || !strings.Contains(got.err, "try again") || !strings.Contains(got.err, "test-model: 0 findings; 18000 tokens read, 100 written") {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
	if got := run(t, "", "review", "--engine", "openai", "feed.md"); got.code != exitClean || !strings.Contains(got.err, "test-model: 0 findings; 9000 tokens read") {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
}

// keptReplies is how many replies the cache has.
func keptReplies(t *testing.T) int {
	t.Helper()
	dir, err := cacheDir()
	if err != nil {
		t.Error(err)
		return 3
	}
	n, _ := cache.Size(dir)
	return n
}

// TestAnInterruptedReviewGoesOnWhereItWas interrupts while the fourth of six
// documents is being answered.
func TestAnInterruptedReviewGoesOnWhereItWas(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	held := make(chan struct{})
	var mu sync.Mutex
	begun := 0
	var again atomic.Bool
	withModel(t, func(string, string) (string, int) {
		mu.Lock()
		begun++
		n := begun
		mu.Unlock()
		if n > 3 && !again.Load() {
			for keptReplies(t) < 3 { // or an answer could be paid for and not be read
				runtime.Gosched()
			}
			interrupt()
			<-held
			return "", http.StatusServiceUnavailable
		}
		return `{"findings":[]}`, http.StatusOK
	})
	files := map[string]string{}
	for i := range 6 {
		files[fmt.Sprintf("docs/design/d%d.md", i)] = strings.Replace(feed, "Feed", fmt.Sprintf("Feed number %d", i), 1)
	}
	inFolder(t, files)
	var out, said bytes.Buffer
	code := execute(ctx, streams{in: strings.NewReader(""), out: &out, err: &said}, []string{"review", "--engine", "openai", "docs"})
	close(held)
	if code != exitFailure || !strings.Contains(said.String(), "run the same command again to go on") || strings.Contains(said.String(), "context canceled") {
		t.Errorf("exit %d\n%s", code, &said)
	}
	again.Store(true)
	got := run(t, "", "review", "--engine", "openai", "docs")
	const half = "test-model: 0 findings; 27000 tokens read, 150 written" // three documents
	if !strings.Contains(said.String(), half+"\n") || got.code != exitClean || !strings.Contains(got.err, half+"; 3 of 6 documents answered from the cache") {
		t.Errorf("exit %d\n%s\n%s", got.code, &said, got.err)
	}
	if strings.Contains(got.err, "\x1b[2K") {
		t.Error("progress is told where there is no terminal")
	}
}

func TestAnActionWhoseModelFailsLeavesTheDocumentAlone(t *testing.T) {
	for name, test := range map[string]struct {
		reply  string
		status int
		want   string
	}{
		"the key is wrong":         {"wrong key", http.StatusUnauthorized, "OPENAI_API_KEY"},
		"the reply cannot be used": {"```mermaid\nflowchart TD\n  a b c ]\n```", http.StatusOK, "cannot be used"},
		"the reply is empty":       {" ", http.StatusOK, "it is empty"},
	} {
		t.Run(name, func(t *testing.T) {
			withModel(t, func(string, string) (string, int) { return test.reply, test.status })
			inFolder(t, map[string]string{"feed.md": feed})
			for _, action := range []string{"insert-overview", "ask-questions"} {
				got := run(t, "", "run", action, "feed.md", "--engine", "openai", "--write")
				after, err := os.ReadFile("feed.md")
				if err != nil || string(after) != feed {
					t.Errorf("%s: the document is %q, %v", action, after, err)
				}
				if got.code != exitFailure || !strings.Contains(got.err, test.want) || !strings.Contains(got.err, "--engine builtin") || !strings.Contains(got.err, "feed.md: ") || !strings.Contains(got.err, "the document is unchanged") || got.out != "" {
					t.Errorf("%s: exit %d\n%s%s", action, got.code, got.err, got.out)
				}
			}
		})
	}
}

// TestWhatFailsForAllDocumentsIsToldOnce: each of those that are asked about at the same
// time meets the failure, and no other.
func TestWhatFailsForAllDocumentsIsToldOnce(t *testing.T) {
	var asked atomic.Int32
	withModel(t, func(string, string) (string, int) {
		asked.Add(1)
		return "wrong key", http.StatusUnauthorized
	})
	files := map[string]string{}
	for i := range 3 * atATime {
		files[fmt.Sprintf("docs/design/d%02d.md", i)] = strings.Replace(feed, "Feed", fmt.Sprintf("Feed number %d", i), 1)
	}
	inFolder(t, files)
	got := run(t, "", "review", "--engine", "openai", "docs")
	if n := asked.Load(); n < 1 || n > atATime {
		t.Errorf("%d requests", n)
	}
	if got.code != exitFailure || strings.Count(got.err, "\n") != 1 || !strings.Contains(got.err, "12 documents, such as docs/design/d00.md, were reviewed by the rules only") || strings.Contains(got.err, "sk-secret") {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
}

// A review without the team's cache costs more, and is still one.
func TestAWrongAddressOfTheCacheDoesNotStopTheModel(t *testing.T) {
	s := withModel(t, reviewed)
	t.Setenv(cacheVariable, "http://x")
	inFolder(t, map[string]string{"feed.md": feed})
	got := run(t, "", "review", "--engine", "openai", "--format", "json", "feed.md")
	if !strings.Contains(got.err, cacheVariable) || !strings.Contains(got.out, `"source": "test-model"`) || s.requests() == 0 {
		t.Errorf("%d requests\n%s%s", s.requests(), got.err, got.out)
	}
}
