package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// gated has OpenAI's API, and answers when it is told to.
func gated(t *testing.T, reply string) (server *modelServer, asked chan struct{}, letGo chan struct{}) {
	t.Helper()
	asked, letGo = make(chan struct{}, 16), make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		asked <- struct{}{}
		<-letGo
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = io.WriteString(w, said(reply)+stopped)
	}))
	t.Cleanup(s.Close)
	return &modelServer{Server: s}, asked, letGo
}

// TestTwoRunsOnOneDocument race to write the same block: one does, and the other one
// says that the document has changed.
func TestTwoRunsOnOneDocument(t *testing.T) {
	const before = "# Feed\n\n## Goals\n\nFeeds are served in 200 ms.\n"
	server, asked, letGo := gated(t, overview)
	u := newUser(t, server, map[string]string{"feed.md": before})
	run := []string{"run", "insert-overview", "feed.md", "--write", "--yes"}
	one, saidByOne := u.start(t, run...)
	two, saidByTwo := u.start(t, run...)
	await(t, asked, 2)
	close(letGo)
	_, _ = one.Wait(), two.Wait() // their codes are looked at
	codes := one.ProcessState.ExitCode() + two.ProcessState.ExitCode()
	after, err := os.ReadFile(filepath.Join(u.folder, "feed.md"))
	if err != nil {
		t.Fatal(err)
	}
	all := saidByOne.String() + saidByTwo.String()
	blocks := strings.Count(string(after), "<!-- designls:begin ")
	switch {
	case blocks != 1, !strings.HasSuffix(string(after), "Feeds are served in 200 ms.\n"):
		t.Errorf("there are %d blocks in\n%s\nsaid\n%s", blocks, after, all)
	case codes == 2 && !strings.Contains(all, "it changed in the meantime; run the action again"):
		t.Errorf("said\n%s", all)
	case codes != 2 && codes != 0: // 0: both looked at the same moment, and wrote the same
		t.Errorf("exit codes add up to %d\n%s", codes, all)
	}
	if left, err := os.ReadDir(u.folder); err != nil || len(left) != 1 {
		t.Errorf("beside the document there is %v, %v", left, err)
	}
}

// TestAnAuthorWritesWhileTheModelDoes: what the author has saved meanwhile stays.
func TestAnAuthorWritesWhileTheModelDoes(t *testing.T) {
	for name, now := range map[string]string{
		"before the place":  "# Feed\n\nIt is new.\n\n## Goals\n\nFeeds are served in 200 ms.\n",
		"after the place":   "# Feed\n\n## Goals\n\nFeeds are served in 200 ms.\n\nIt is new.\n",
		"all of it is gone": "",
	} {
		t.Run(name, func(t *testing.T) {
			server, asked, letGo := gated(t, overview)
			u := newUser(t, server, map[string]string{"feed.md": "# Feed\n\n## Goals\n\nFeeds are served in 200 ms.\n"})
			cmd, out := u.start(t, "run", "insert-overview", "feed.md", "--write", "--yes")
			await(t, asked, 1)
			write(t, filepath.Join(u.folder, "feed.md"), now)
			close(letGo)
			ended(t, cmd, out, 2, "it changed in the meantime; run the action again")
			u.unchanged(t, map[string]string{"feed.md": now})
		})
	}
	t.Run("it is removed", func(t *testing.T) {
		server, asked, letGo := gated(t, overview)
		u := newUser(t, server, map[string]string{"feed.md": "# Feed\n\nText.\n"})
		cmd, out := u.start(t, "run", "insert-overview", "feed.md", "--write", "--yes")
		await(t, asked, 1)
		if err := os.Remove(filepath.Join(u.folder, "feed.md")); err != nil {
			t.Fatal(err)
		}
		close(letGo)
		ended(t, cmd, out, 2, "feed.md")
		if left, err := os.ReadDir(u.folder); err != nil || len(left) != 0 {
			t.Errorf("there is %v, %v", left, err)
		}
	})
}
