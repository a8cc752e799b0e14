package server_test

import (
	"strings"
	"testing"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zaptest/observer"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/lsptest"
)

// TestARefusalIsNoFailure holds that an action that says why it does nothing is
// told so to the author, and is nothing that the log warns of.
func TestARefusalIsNoFailure(t *testing.T) {
	core, logged := observer.New(zapcore.DebugLevel)
	config := lsptest.Config{Options: server.Options{Logger: zap.New(core)}}
	bubble(t, files{doc: slowBefore}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		run := e.Run("describe-diagram", doc, "")
		e.Settle()
		const want = `"Describe this diagram" changed nothing: the document has no mermaid block`
		if got := e.ProgressOf(run).End; !strings.HasPrefix(got, want) {
			t.Errorf("the progress ends with %q", got)
		}
		if told := e.Messages(); len(told) != 1 || !strings.HasPrefix(told[0], want) {
			t.Errorf("told %q", told)
		}
		for _, l := range logged.All() {
			if l.Level >= zapcore.WarnLevel {
				t.Errorf("logged as %s: %s", l.Level, l.Message)
			}
		}
		wantText(t, e, slowBefore)
	})
}
