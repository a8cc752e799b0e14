package server_test

import (
	"path"
	"strings"
	"testing"
	"testing/synctest"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/diagram/svg"
	"github.com/designls/designls/server/lsptest"
)

const measured = "# Store\n\nText.\n\n## Read path\n\n| step | p99 |\n|---|---|\n| gateway | 10 ms |\n| cache | 5 ms |\n"

var picture = path.Join(path.Dir(doc), strings.TrimSuffix(path.Base(doc), ".md")+".latency.svg")

// withoutCreation is an editor that cannot create files.
func withoutCreation(c *protocol.ClientCapabilities) {
	lsptest.Full(c)
	c.Workspace.WorkspaceEdit.ResourceOperations = nil
}

// drawLatency runs the action on a document among files, and tells what was said.
func drawLatency(t *testing.T, among files, capabilities []lsptest.Capability, test func(t *testing.T, e *lsptest.Editor, said string)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		among[doc] = measured
		e := start(t, among, lsptest.Config{Capabilities: capabilities})
		e.Open(doc)
		run := e.Run("diagram-latency", doc, "")
		e.Settle()
		test(t, e, e.ProgressOf(run).End)
	})
}

func TestAPictureIsCreatedInTheEditThatRefersToIt(t *testing.T) {
	drawLatency(t, files{}, nil, func(t *testing.T, e *lsptest.Editor, said string) {
		if !strings.Contains(e.Text(doc), "]("+path.Base(picture)+")") {
			t.Fatalf("%s\n%s", said, e.Text(doc))
		}
		if !strings.HasSuffix(said, "The picture is seen when its file is saved, too.") {
			t.Errorf("said %q", said)
		}
		if err := svg.Check([]byte(e.ReadFile(picture))); err != nil {
			t.Error(err)
		}
	})
}

func TestAClientThatSavesFilesIsNotToldTo(t *testing.T) {
	saves := func(c *protocol.ClientCapabilities) {
		lsptest.Full(c)
		c.Experimental = protocol.LSPAny(`{"designls":{"saves":true}}`)
	}
	drawLatency(t, files{}, []lsptest.Capability{saves}, func(t *testing.T, e *lsptest.Editor, said string) {
		if !strings.Contains(e.Text(doc), "]("+path.Base(picture)+")") || strings.Contains(said, "saved") {
			t.Errorf("said %q", said)
		}
	})
}

func TestAPictureOfOursIsReplaced(t *testing.T) {
	drawLatency(t, files{picture: "<svg>" + svg.Marker + "</svg>"}, nil, func(t *testing.T, e *lsptest.Editor, said string) {
		if !strings.Contains(e.ReadFile(picture), "15 ms in all") {
			t.Errorf("%s\n%s", said, e.ReadFile(picture))
		}
	})
}

func TestNothingIsWrittenWhereThePictureCannotBe(t *testing.T) {
	for name, c := range map[string]struct {
		among        files
		capabilities []lsptest.Capability
		said         string
	}{
		"another's file":       {files{picture: "mine"}, nil, "was not written by designls"},
		"no creation of files": {files{}, []lsptest.Capability{withoutCreation}, "designls run"},
	} {
		t.Run(name, func(t *testing.T) {
			drawLatency(t, c.among, c.capabilities, func(t *testing.T, e *lsptest.Editor, said string) {
				if e.Text(doc) != measured || !strings.Contains(said, c.said) {
					t.Errorf("said %q; the text is %q", said, e.Text(doc))
				}
				if mine, there := c.among[picture]; there && e.ReadFile(picture) != mine {
					t.Error("the other's file was replaced")
				}
			})
		})
	}
}
