package server_test

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.lsp.dev/jsonrpc2"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/lsptest"
)

// A panic in a handler costs its answer and nothing else.
func TestAHandlerThatPanics(t *testing.T) {
	config := speller()
	var broken atomic.Bool // only while the handler runs: others look at the clock, too
	config.Options.Now = func() time.Time {
		if broken.Load() {
			panic("no time")
		}
		return time.Now()
	}
	bubble(t, files{doc: misspelled}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		data := e.Diagnostics(doc)[0].Data
		id := strings.Split(string(data), `"`)[3]
		argument := `{"uri":"` + string(e.URI(doc)) + `","finding":"` + id + `","decision":"accepted-risk"}`
		broken.Store(true)
		for range 2 {
			_, err := e.Execute("designls.decide", []byte(argument))
			if wire, ok := err.(*jsonrpc2.Error); !ok || wire.Code != jsonrpc2.InternalError || !strings.Contains(wire.Message, "unchanged") {
				t.Errorf("answered with %v", err)
			}
		}
		broken.Store(false)
		e.Settle()
		if said := e.Messages(); len(said) != 1 || !strings.Contains(said[0], "workspace/executeCommand") {
			t.Errorf("said %q", said)
		}
		if list := e.CodeActions(doc, e.Range(doc, "teh")); len(list) == 0 {
			t.Error("after the panic nothing works")
		}
		if code := e.Shutdown(); code != server.ExitClean {
			t.Errorf("exit code %d", code)
		}
	})
}
