package server_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/reviewer"
)

// quarter counts a token for every four bytes.
type quarter struct{}

func (quarter) Count(s string) int { return len(s)/4 + 1 }

// asking is an editor whose engine is a scripted model.
func asking(m *fake.Model) lsptest.Config {
	connect := func(server.Connection) (llm.Model, reviewer.Counter, error) { return m, quarter{}, nil }
	return lsptest.Config{Options: server.Options{Engine: "openai", Connect: connect}, Settings: `{"review":{"secondLook":false}}`}
}

const (
	design = `# Feed

We serve 10 million readers. Posts are stored in one Postgres primary.

## Storage

The primary is the only copy of the data.

## Next

Later.
`
	recap = "## Recap\n\nPosts live in Postgres.\n\n## Complicating factors still open\n\n- Failover.\n\n## Side branches\n\n- Search.\n"
	gone  = `{"findings":[{"rule":"consistency","severity":"warning","confidence":"certain","quote":"the only copy of the data","subject":"copy","message":"Losing the primary loses all posts.","why":"Nothing replicates it.","options":["Replicate"]},` +
		`{"rule":"unjustified-technology","severity":"warning","confidence":"certain","quote":"We chose MongoDB for speed","subject":"x","message":"Invented.","why":"w","options":[]}]}`
)

func TestABlockOfAModelIsInsertedWhole(t *testing.T) {
	m := fake.New(fake.Step{Chunks: []string{recap[:20], recap[20:]}, Gap: time.Second})
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		run := e.Run("insert-recap", doc, "")
		elapse(10 * time.Second)
		e.Settle()
		text := e.Text(doc)
		for _, want := range []string{design, "kind=recap", "by=fake", "Posts live in Postgres.", "## Side branches"} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in %s", want, text)
			}
		}
		p := e.ProgressOf(run)
		if !strings.Contains(strings.Join(p.Reports, "\n"), "Writing “Recap”") || !strings.Contains(p.End, "fake") {
			t.Errorf("progress %q, end %q", p.Reports, p.End)
		}
	})
}

func TestAuthorsWriteWhileAModelDoes(t *testing.T) {
	for name, edit := range map[string]func(*lsptest.Editor){
		"before the place": func(e *lsptest.Editor) { e.Replace(doc, "# Feed\n", "# Feed\n\nNew.\n") },
		"at the place":     func(e *lsptest.Editor) { e.Replace(doc, "Later.\n", "Later.\nAnd more.\n") },
		"in the section":   func(e *lsptest.Editor) { e.Replace(doc, "Later.", "Much later.") },
	} {
		t.Run(name, func(t *testing.T) {
			m := fake.New(fake.Step{Text: recap, Delay: time.Minute})
			bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				run := e.Run("insert-recap", doc, "")
				e.Settle()
				edit(e)
				written := strings.TrimSpace(e.Text(doc))
				elapse(2 * time.Minute)
				e.Settle()
				if text := e.Text(doc); !strings.Contains(text, written) || strings.Count(text, "designls:begin recap") != 1 {
					t.Errorf("%s\nended %+v", text, e.ProgressOf(run))
				}
			})
		})
	}
}

// What becomes of a run whose document goes away: one that is closed is still a
// file, which the editor can edit; one that is gone is not made again.
func TestADocumentThatGoesAway(t *testing.T) {
	for name, c := range map[string]struct {
		leave func(*testing.T, *lsptest.Editor)
		end   string
		file  func(content string, err error) bool
	}{
		"closed": {
			func(_ *testing.T, e *lsptest.Editor) { e.Close(doc) }, "written by fake",
			func(content string, _ error) bool {
				return strings.HasPrefix(content, design) && strings.Contains(content, "begin recap")
			},
		},
		"deleted": {
			func(t *testing.T, e *lsptest.Editor) {
				e.Close(doc)
				remove(t, e)
				e.Touch(doc, protocol.FileChangeTypeDeleted)
			}, "was not read",
			func(_ string, err error) bool { return errors.Is(err, fs.ErrNotExist) },
		},
		"shut down": {
			func(t *testing.T, e *lsptest.Editor) {
				if err := e.Server.Shutdown(t.Context()); err != nil {
					t.Error(err)
				}
			}, "Cancelled",
			func(content string, _ error) bool { return content == design },
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := fake.New(fake.Step{Text: recap, Delay: time.Minute})
			bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				run := e.Run("insert-recap", doc, "")
				e.Settle()
				c.leave(t, e)
				elapse(2 * time.Minute)
				e.Settle()
				content, err := os.ReadFile(e.URI(doc).FsPath())
				if end := e.ProgressOf(run).End; !strings.Contains(end, c.end) || !c.file(string(content), err) {
					t.Errorf("ended %q with %q, %v", end, content, err)
				}
			})
		})
	}
}

func remove(t *testing.T, e *lsptest.Editor) {
	t.Helper()
	if err := os.Remove(e.URI(doc).FsPath()); err != nil {
		t.Error(err)
	}
}

// Nothing of these replies gets into the document.
func TestRepliesThatCannotBeUsedLeaveTheDocument(t *testing.T) {
	tests := map[string]struct {
		action  string
		replies []string
		says    string
	}{
		"empty":                       {"insert-recap", []string{" \n"}, "empty"},
		"a diagram without a grammar": {"insert-recap", []string{recap + "\n```mermaid\ngraph TD\n```\n"}, "diagram"},
		"no JSON, twice":              {"critique", []string{"I would rather not.", "Still not."}, "cannot be used"},
		"another schema":              {"critique", []string{`{"answers":[]}`, `{"answers":[]}`}, "cannot be used"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := fake.Replies(test.replies...)
			bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				e.Answer("Leave the document as it is")
				run := e.Run(test.action, doc, "")
				e.Settle()
				if e.Text(doc) != design {
					t.Errorf("changed:\n%s", e.Text(doc))
				}
				if p := e.ProgressOf(run); !strings.Contains(p.End, test.says) || m.Left() != 0 {
					t.Errorf("ended %q, %d replies left", p.End, m.Left())
				}
			})
		})
	}
}

func TestMarkersInAReplyDoNothing(t *testing.T) {
	m := fake.Replies(strings.Replace(recap, "Posts", "<!-- designls:end recap -->\n\n<script>\n\nPosts", 1))
	bubble(t, files{doc: design}, asking(m), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Run("insert-recap", doc, "")
		e.Settle()
		text := e.Text(doc)
		if strings.Count(text, "designls:end recap") != 1 || strings.Contains(text, "<script>") || !strings.HasPrefix(text, design) {
			t.Errorf("%s", text)
		}
	})
}
