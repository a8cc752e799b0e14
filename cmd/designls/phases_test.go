package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
)

// endpoint is a server with OpenAI's API that gives replies one after the other.
type endpoint struct {
	mu      sync.Mutex
	replies []string
	bodies  []string
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	e.mu.Lock()
	defer e.mu.Unlock()
	if err != nil || len(e.replies) == 0 || !strings.HasSuffix(r.URL.Path, "/chat/completions") {
		http.Error(w, `{"error":{"message":"the script has no reply for this"}}`, http.StatusBadRequest)
		return
	}
	e.bodies = append(e.bodies, string(body))
	reply := e.replies[0]
	e.replies = e.replies[1:]
	w.Header().Set("Content-Type", "text/event-stream")
	for part := range pieces(reply, 64) {
		content, _ := json.Marshal(part)
		_, _ = fmt.Fprintf(w, `data: {"choices":[{"index":0,"delta":{"content":%s},"finish_reason":null}]}`+"\n\n", content)
		w.(http.Flusher).Flush()
	}
	_, _ = io.WriteString(w, `data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}`+"\n\ndata: [DONE]\n\n")
}

// pieces are a text in pieces of so many runes.
func pieces(s string, size int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for runes := []rune(s); len(runes) > 0; {
			n := min(size, len(runes))
			if !yield(string(runes[:n])) {
				return
			}
			runes = runes[n:]
		}
	}
}

// scriptedModel starts an endpoint that replies with files of the story in
// server/testdata/phases, and chooses it.
func scriptedModel(t *testing.T, names ...string) *endpoint {
	t.Helper()
	e := &endpoint{}
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join("..", "..", "server", "testdata", "phases", name))
		if err != nil {
			t.Fatal(err)
		}
		e.replies = append(e.replies, string(content))
	}
	s := httptest.NewServer(e)
	t.Cleanup(s.Close)
	for name, value := range map[string]string{
		baseURLVariable: s.URL + "/v1", keyVariable: "test", modelVariable: "scripted-1", engineVariable: "", consentVariable: "", cacheVariable: "",
		"XDG_CACHE_HOME": t.TempDir(), "XDG_STATE_HOME": t.TempDir(),
	} {
		t.Setenv(name, value)
	}
	return e
}

// The whole way from a brief to a changed design, by the command line. With
// DESIGNLS_TEST_STORY the document is also left in the file of that name.
func TestADesignGrowsFromABriefOnTheCommandLine(t *testing.T) {
	if !mermaid.HasEmbedded() || mermaidtest.Slow() {
		t.Skip("the diagram grammar is not built in, or is watched by the race detector; run make grammar, and make test")
	}
	e := scriptedModel(t, "questions.json", "summary-1.md", "summary-2.md", "design.md", "deep-dive.md", "change.json")
	inFolder(t, map[string]string{"feed.md": "# Design a photo feed\n\n20 million daily users post photos, and read a feed of the people they follow.\n\n## Goals\n\nA feed opens within 200 ms at p99. Peak load is 7,000 feeds a second.\n"})
	for _, step := range []struct {
		question, answer string // that the author answers first
		args             []string
	}{
		{args: []string{"ask-questions"}},
		{args: []string{"summarize"}},
		{"**Q1.**", "about 0.5", []string{"summarize"}},
		{"**Q3.**", "5 s", []string{"propose-design"}},
		{args: []string{"deep-dive", "--option", "topic=Celebrity threshold: from how many followers an account is merged on read; matters before launch"}},
		{args: []string{"apply-change", "--option", "change=The service has to carry 50 million daily users."}},
	} {
		if step.answer != "" {
			before, after, _ := strings.Cut(readFile(t, "feed.md"), step.question)
			writeFile(t, "feed.md", before+step.question+strings.Replace(after, "Answer:", "Answer: "+step.answer, 1))
		}
		got := run(t, "", append([]string{"run", step.args[0], "feed.md", "--write", "--engine", "openai", "--yes"}, step.args[1:]...)...)
		if got.code != exitClean || !strings.Contains(got.out, "scripted-1") {
			t.Fatalf("%q: exit %d\n%s%s", step.args, got.code, got.out, got.err)
		}
	}
	content := readFile(t, "feed.md")
	for _, want := range []string{"Answer: about 0.5\n", "## High-level design [5-10 min]", "- [x] Celebrity threshold", "- [ ] Bursts", "50 million daily users post", "17,500 feeds", "by=scripted-1", "## What changed and why"} {
		if !strings.Contains(content, want) {
			t.Errorf("the document lacks %q", want)
		}
	}
	if len(e.bodies) != 6 {
		t.Errorf("%d requests", len(e.bodies))
	}
	if path := os.Getenv("DESIGNLS_TEST_STORY"); path != "" {
		writeFile(t, path, content)
	}
}
