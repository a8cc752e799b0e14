package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// modelServer has OpenAI's API. It answers so many requests, and lets those that
// follow wait until whoever sent them gives up.
type modelServer struct {
	*httptest.Server
	reply string

	mu       sync.Mutex
	left     int // requests that are answered
	answered int
	waiting  chan struct{} // one for each request that waits
	gone     chan struct{} // one for each of them that was given up
}

func newModelServer(t *testing.T, reply string) *modelServer {
	s := &modelServer{reply: reply, waiting: make(chan struct{}, 16), gone: make(chan struct{}, 16)}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

// answer sets how many requests are answered from now on.
func (s *modelServer) answer(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.left, s.answered = n, 0
}

func (s *modelServer) requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.answered
}

func (s *modelServer) take() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.left == 0 {
		return false
	}
	s.left--
	s.answered++
	return true
}

func (s *modelServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body) // only then is seen that the client has gone
	w.Header().Set("Content-Type", "text/event-stream")
	content, _ := json.Marshal(s.reply) // a string always can
	if s.take() {
		_, _ = fmt.Fprintf(w, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":%s}}]}\n\n", content)
		_, _ = io.WriteString(w, "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":900,\"completion_tokens\":5}}\n\ndata: [DONE]\n\n")
		return
	}
	_, _ = io.WriteString(w, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"## Over\"}}]}\n\n")
	w.(http.Flusher).Flush()
	s.waiting <- struct{}{}
	<-r.Context().Done()
	s.gone <- struct{}{}
}

// await takes n tokens from a channel.
func await(t *testing.T, from <-chan struct{}, n int) {
	t.Helper()
	for range n {
		select {
		case <-from:
		case <-t.Context().Done():
			t.Fatal("the test is over")
		}
	}
}

// user is somebody with a home of their own, who asks a model.
type user struct {
	folder string
	env    []string
}

func newUser(t *testing.T, s *modelServer, documents map[string]string) user {
	t.Helper()
	u := user{folder: t.TempDir()}
	home := t.TempDir()
	u.env = append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+home+"/cache", "XDG_STATE_HOME="+home+"/state",
		"OPENAI_BASE_URL="+s.URL+"/v1", "OPENAI_API_KEY=", "DESIGNLS_MODEL=test-model", "DESIGNLS_ENGINE=openai", "DESIGNLS_CONSENT=", "DESIGNLS_CACHE_URL=",
		"DESIGNLS_API_KEYS=", "DESIGNLS_HEADERS=", "DESIGNLS_CONTEXT_TOKENS=", "DESIGNLS_MONTHLY_TOKENS=", "DESIGNLS_REQUESTS_PER_MINUTE=")
	for name, content := range documents {
		write(t, filepath.Join(u.folder, filepath.FromSlash(name)), content)
	}
	return u
}

// start starts the program; what it prints comes together.
func (u user) start(t *testing.T, args ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program(), args...)
	said := &bytes.Buffer{}
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = u.folder, u.env, said, said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, said
}

// unchanged says whether documents are byte for byte as they were.
func (u user) unchanged(t *testing.T, documents map[string]string) {
	t.Helper()
	for name, content := range documents {
		if now, err := os.ReadFile(filepath.Join(u.folder, filepath.FromSlash(name))); err != nil || string(now) != content {
			t.Errorf("%s is now %q, %v", name, now, err)
		}
	}
}

// ended waits for the program to end with a code.
func ended(t *testing.T, cmd *exec.Cmd, said fmt.Stringer, code int, words ...string) {
	t.Helper()
	_ = cmd.Wait() // its code is looked at
	if got := cmd.ProcessState.ExitCode(); got != code {
		t.Errorf("exit code %d, want %d\n%s", got, code, said)
	}
	for _, w := range words {
		if !strings.Contains(said.String(), w) {
			t.Errorf("%q is not said in\n%s", w, said)
		}
	}
	if strings.Contains(said.String(), "context canceled") || strings.Contains(said.String(), "goroutine ") {
		t.Errorf("said\n%s", said)
	}
}
