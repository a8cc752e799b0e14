package openai

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/internal/gguf"
)

const sentence = "The queue is the only part that has no replica , so it is where this design will fail ."

// realServer is llama-server, running.
type realServer struct {
	url string

	mu   sync.Mutex
	log  []string
	news chan struct{} // closed at each line
}

// tool finds what scripts/modelserver/ensure has built, or skips the test.
func tool(t testing.TB, n int, file string) string {
	t.Helper()
	folders, err := exec.CommandContext(t.Context(), "../../../scripts/modelserver/ensure", "where").Output()
	var path string
	if lines := strings.Split(string(folders), "\n"); err == nil && len(lines) > n {
		path = filepath.Join(lines[n], file)
		_, err = os.Stat(path)
	}
	if err == nil {
		return path
	}
	if os.Getenv("DESIGNLS_REQUIRE_MODEL_SERVER") != "" {
		t.Fatalf("there is no %s: run make model-server: %v", filepath.Base(file), err)
	}
	t.Skipf("there is no %s: run make model-server", filepath.Base(file))
	return ""
}

// startReal runs llama-server with a model until the test ends.
func startReal(t testing.TB, write func(io.Writer) error) *realServer {
	t.Helper()
	program := tool(t, 0, "llama-server")
	model := filepath.Join(t.TempDir(), "tiny.gguf")
	file, err := os.Create(model)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(write(file), file.Close()); err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	s := &realServer{url: fmt.Sprintf("http://127.0.0.1:%d/v1", port), news: make(chan struct{})}
	s.run(t, exec.Command(program, "-m", model, "--host", "127.0.0.1", "--port", fmt.Sprint(port), "-t", "1", "-c", "2048", "-np", "2",
		"--api-key", secret, "--alias", "tiny", "--no-ui", "--offline", "--cache-ram", "0", "--temp", "0"))
	s.wait(t, ": listening on http")
	return s
}

func (s *realServer) run(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	out, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout = cmd.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var reading sync.WaitGroup
	reading.Go(func() { s.read(out) })
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it has nothing to finish
		reading.Wait()
		_ = cmd.Wait() // killed
	})
}

func (s *realServer) read(out io.Reader) {
	for lines := bufio.NewScanner(out); lines.Scan(); {
		s.mu.Lock()
		s.log = append(s.log, lines.Text())
		close(s.news)
		s.news = make(chan struct{})
		s.mu.Unlock()
	}
}

// wait waits until the server has logged a text, and returns how many lines it
// had by then.
func (s *realServer) wait(t testing.TB, text string) {
	t.Helper()
	limit := time.After(10 * time.Second)
	for {
		s.mu.Lock()
		all, news := strings.Join(s.log, "\n"), s.news
		s.mu.Unlock()
		if strings.Contains(all, text) {
			return
		}
		select {
		case <-news:
		case <-limit:
			t.Fatalf("the server does not say %q:\n%s", text, all)
		}
	}
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }() // the port is what was wanted
	return l.Addr().(*net.TCPAddr).Port
}

func chained(to io.Writer) error { return gguf.Chain(to, sentence, false, 2048) }
func looping(to io.Writer) error { return gguf.Chain(to, sentence, true, 2048) }

func TestRealServer(t *testing.T) {
	s := startReal(t, chained)
	c := newClient(t, Options{BaseURL: s.url, Key: secret, Model: "tiny"})

	t.Run("streams a reply and says what it took", func(t *testing.T) {
		var pieces []string
		reply, err := c.Complete(t.Context(), question(), func(p string) { pieces = append(pieces, p) })
		if err != nil || strings.Join(strings.Fields(reply.Text), " ") != sentence || strings.Join(pieces, "") != reply.Text {
			t.Errorf("got %q, %v", reply.Text, err)
		}
		if len(pieces) < 15 || reply.Usage.Estimated || reply.Usage.Completion < 15 || reply.Usage.Prompt < 10 {
			t.Errorf("%d pieces, %+v", len(pieces), reply.Usage)
		}
	})
	t.Run("holds to a schema", func(t *testing.T) {
		r := structured()
		r.MaxTokens = 200
		reply, err := c.Complete(t.Context(), r, nil)
		if err != nil || !strings.Contains(reply.Text, `"n"`) {
			t.Errorf("got %q, %v", reply.Text, err)
		}
		if q := c.currentQuirks(); q.format != formatSchema {
			t.Errorf("json_schema was given up: %+v", q)
		}
	})
	t.Run("ends at the limit", func(t *testing.T) {
		r := question()
		r.MaxTokens = 5
		if reply, err := c.Complete(t.Context(), r, nil); llm.KindOf(err) != llm.CutOff || reply.Text == "" {
			t.Errorf("got %q, %v", reply.Text, err)
		}
	})
	t.Run("refuses what is too long", func(t *testing.T) {
		long := llm.Request{Messages: []llm.Message{{Role: llm.User, Content: strings.Repeat("too long ", 2000)}}}
		_, err := c.Complete(t.Context(), long, nil)
		if llm.KindOf(err) != llm.ContextTooLong || c.Window().Context == 0 {
			t.Fatalf("got %v, window %v", err, c.Window())
		}
		checkSentence(t, err)
	})
	t.Run("refuses a wrong key", func(t *testing.T) {
		for key, want := range map[string]llm.Kind{"sk-wrong-0123456789": llm.KeyWrong, "": llm.KeyMissing} {
			_, err := newClient(t, Options{BaseURL: s.url, Key: key}).Complete(t.Context(), question(), nil)
			if llm.KindOf(err) != want {
				t.Fatalf("got %v", err)
			}
			checkSentence(t, err)
		}
	})
	t.Run("lists its models", func(t *testing.T) {
		if names, err := c.Models(t.Context()); err != nil || len(names) != 1 || names[0] != "tiny" {
			t.Errorf("got %v, %v", names, err)
		}
	})
	t.Run("has no other address", func(t *testing.T) {
		wrong := newClient(t, Options{BaseURL: strings.TrimSuffix(s.url, "/v1") + "/v2", Key: secret})
		if _, err := wrong.Complete(t.Context(), question(), nil); llm.KindOf(err) != llm.BadReply {
			t.Errorf("got %v", err)
		}
	})
}

func TestRealServerSeesTheCancel(t *testing.T) {
	s := startReal(t, looping)
	c := newClient(t, Options{BaseURL: s.url, Key: secret, Model: "tiny"})
	took := cancelReal(t, s, c)
	t.Logf("the server stopped %s after the cancel", took)
	if took > 500*time.Millisecond { // the target is 50 ms, on a machine that does nothing else
		t.Errorf("the server stopped %s after the cancel", took)
	}
}

// cancelReal cancels a reply after some words and returns how long it took the
// server to stop.
func cancelReal(t testing.TB, s *realServer, c *Client) time.Duration {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	words := 0
	var cancelled time.Time
	r := llm.Request{Messages: []llm.Message{{Role: llm.User, Content: "Begin."}}, MaxTokens: 1900}
	_, err := c.Complete(ctx, r, func(string) {
		if words++; words == 10 {
			cancelled = time.Now()
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v after %d words", err, words)
	}
	s.wait(t, "cancel task")
	return time.Since(cancelled)
}

// forget drops what was logged, before something is waited for again.
func (s *realServer) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log = nil
}
