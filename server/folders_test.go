package server

import (
	"context"
	"slices"
	"testing"

	"go.lsp.dev/jsonrpc2"
)

// What names no folder must not become the root of the disk, all of which would
// be walked.
func TestFoldersOfAWorkspace(t *testing.T) {
	for params, want := range map[string][]string{
		`{"workspaceFolders":[{"uri":"file:///a","name":"a"},{"name":"none"}],"rootUri":"file:///b"}`: {"file:///a"},
		`{"workspaceFolders":[{}],"rootUri":"file:///b"}`:                                             {"file:///b"},
		`{"workspaceFolders":null,"rootUri":"","rootPath":"."}`:                                       nil,
		`{"rootUri":null,"rootPath":null}`:                                                            nil,
		`{}`:                                                                                          nil,
	} {
		root, err := decode[rootParams](jsonrpc2.RawMessage(params))
		if err != nil {
			t.Fatal(err)
		}
		if got := root.folders(); !slices.Equal(got, want) {
			t.Errorf("%s: folders %q, want %q", params, got, want)
		}
	}
}

func TestAWalkIsKeptUnlessItWasCancelled(t *testing.T) {
	var a archive
	walks := 0
	walk := func() []string { walks++; return nil }
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for i, ctx := range []context.Context{cancelled, t.Context(), t.Context()} {
		a.documents(ctx, 7, walk)
		if want := min(i+1, 2); walks != want {
			t.Errorf("request %d: %d walks, want %d", i, walks, want)
		}
	}
}
