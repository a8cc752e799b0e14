package server_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/text"
)

// files are the files of a workspace, by their paths with slashes.
type files map[string]string

// elapse lets time pass in the bubble of a test, which takes none. Outside of a
// bubble, where it would, waiting for the others panics.
func elapse(d time.Duration) {
	synctest.Wait()
	time.Sleep(d)
}

// bubble runs a test in a synctest bubble, with an editor on a workspace that has
// some files.
func bubble(t *testing.T, fs files, config lsptest.Config, test func(*testing.T, *lsptest.Editor)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { test(t, start(t, fs, config)) })
}

// start starts an editor; the caller is in a bubble.
func start(t *testing.T, fs files, config lsptest.Config) *lsptest.Editor {
	t.Helper()
	dir := t.TempDir()
	for name, content := range fs {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	e := lsptest.Start(t, dir, config)
	e.Settle()
	return e
}

const doc = "docs/design/store.md"

// slow is an action that waits until it is let go, and then puts a line where the
// document said so when it was asked: before "## Next".
func slow(letGo <-chan struct{}) actions.Action {
	return actions.Action{ID: "slow", Title: "Take your time", Kind: "slow", Offline: func(ctx context.Context, in actions.Input) (actions.Result, error) {
		in.Progress(reviewer.Progress{Doing: "Thinking"})
		select {
		case <-letGo:
		case <-ctx.Done():
			return actions.Result{}, ctx.Err()
		}
		at := strings.Index(in.Doc.Text.Content(), "## Next")
		return actions.Result{
			Edits:   []text.Edit{{Span: text.Span{Start: at, End: at}, New: "The result.\n\n"}},
			Summary: "Put in the result.",
		}, nil
	}}
}

const slowBefore = "# Store\n\nOne.\n\n## Next\n\nTwo.\n"
