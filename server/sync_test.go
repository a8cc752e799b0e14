package server_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// echo is a rule that finds every section and says what is in it.
var echo = rules.Rule{ID: "echo", Severity: finding.Information, Section: func(s *rules.Scope) []finding.Finding {
	source := s.Content().Source
	if strings.Contains(source, "panic!") {
		panic("on purpose")
	}
	return []finding.Finding{{Span: text.Span{Start: 0, End: 1}, Message: source}}
}}

func echoes() lsptest.Config {
	return lsptest.Config{Options: server.Options{Rules: []rules.Rule{echo}}}
}

// seen is what the server has of a document, and in which version.
func seen(e *lsptest.Editor, path string) (content string, version int32) {
	p := e.Published(path)
	if p == nil {
		return "", 0
	}
	for _, d := range p.Diagnostics {
		content += string(d.Message.(protocol.String))
	}
	version, _ = p.Version.Get()
	return content, version
}

func wantSeen(t *testing.T, e *lsptest.Editor, path string) {
	t.Helper()
	content, version := seen(e, path)
	if content != e.Text(path) || version != e.Version(path) {
		t.Errorf("the server has version %d: %q\nthe editor has version %d: %q", version, content, e.Version(path), e.Text(path))
	}
}

func TestChangesArriveInOrder(t *testing.T) {
	bubble(t, files{doc: "# Store\n\nx\n"}, echoes(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		for i := range 500 {
			e.Replace(doc, "x\n", fmt.Sprintf("%d😀 x\n", i))
			if i%7 == 0 {
				e.Replace(doc, "# Store", "# Store!")
			}
		}
		e.Settle()
		wantSeen(t, e, doc)
		e.SetText(doc, "# Another\n\ntext\n")
		e.Settle()
		wantSeen(t, e, doc)
		e.Close(doc)
		e.Settle()
		if content, _ := seen(e, doc); content != "" {
			t.Errorf("after closing there is %q", content)
		}
	})
}

// A request is answered from the text that the editor had when it asked.
func TestRequestsSeeWhatWasSentBefore(t *testing.T) {
	bubble(t, files{doc: "# 0\n"}, echoes(), func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		var waiting []chan string
		for i := range 100 {
			e.SetText(doc, fmt.Sprintf("# %d\n", i))
			answered := make(chan string, 1)
			waiting = append(waiting, answered)
			sent := make(chan struct{})
			go func() {
				close(sent)
				result, err := e.Server.DocumentSymbol(context.Background(), &protocol.DocumentSymbolParams{TextDocument: protocol.TextDocumentIdentifier{URI: e.URI(doc)}})
				if err != nil {
					answered <- err.Error()
					return
				}
				answered <- result.(protocol.DocumentSymbolSlice)[0].Name
			}()
			<-sent
			e.Settle()
		}
		for i, answered := range waiting {
			if got := <-answered; got != fmt.Sprint(i) {
				t.Errorf("asked after change %d, answered %q", i, got)
			}
		}
	})
}

func TestChangesThatMakeNoSense(t *testing.T) {
	for name, tt := range map[string]struct {
		version int32
		changes string
		said    string // what the user is told
		lost    bool   // the text is not known any more
	}{
		"a version that has passed":  {1, `[{"text":"no"}]`, "version that has passed", false},
		"a negative character":       {2, `[{"range":{"start":{"line":0,"character":-1},"end":{"line":0,"character":0}},"text":"no"}]`, "makes no sense", true},
		"a range without an end":     {2, `[{"range":{"start":{"line":0,"character":0},"end":null},"text":"no"}]`, "makes no sense", true},
		"an end before the start":    {2, `[{"range":{"start":{"line":2,"character":0},"end":{"line":0,"character":0}},"text":"no"}]`, "makes no sense", true},
		"no text":                    {2, `[{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}}]`, "makes no sense", true},
		"a range far past the end":   {2, `[{"range":{"start":{"line":900,"character":9},"end":{"line":999,"character":9}},"text":"no"}]`, "", false},
		"a change that is no object": {2, `[7]`, "makes no sense", true},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, files{doc: "# Store\n\nx\n"}, echoes(), func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				e.Settle()
				e.SetVersion(doc, 9)
				e.Notify("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":%d},"contentChanges":%s}`, e.URI(doc), tt.version, tt.changes))
				e.Settle()
				if said := strings.Join(e.Messages(), "\n"); !strings.Contains(said, tt.said) || (tt.said == "" && said != "") {
					t.Errorf("said %q, want %q", said, tt.said)
				}
				if content, _ := seen(e, doc); (content == "") != tt.lost {
					t.Errorf("the server has %q", content)
				}
				e.Notify("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":9},"contentChanges":[{"text":"# Healed\n"}]}`, e.URI(doc)))
				e.Settle()
				if content, version := seen(e, doc); !strings.Contains(content, "# Healed") {
					t.Errorf("after the whole text the server has version %d: %q", version, content)
				}
			})
		})
	}
}

func TestMessagesAboutDocumentsThatAreNotOpen(t *testing.T) {
	bubble(t, files{doc: "# Store\n"}, echoes(), func(t *testing.T, e *lsptest.Editor) {
		e.Notify("textDocument/didChange", fmt.Sprintf(`{"textDocument":{"uri":%q,"version":2},"contentChanges":[{"text":"x"}]}`, e.URI(doc)))
		e.Notify("textDocument/didClose", fmt.Sprintf(`{"textDocument":{"uri":%q}}`, e.URI(doc)))
		e.Notify("textDocument/didChange", `{"contentChanges":[{"text":"x"}]}`)
		e.Settle()
		if p := e.Published(doc); p != nil || len(e.Messages()) > 0 {
			t.Errorf("published %+v", p)
		}
		e.Open(doc)
		e.Settle()
		wantSeen(t, e, doc)
	})
}

func TestARuleThatPanics(t *testing.T) {
	config := echoes()
	other := echo
	other.ID, other.Section = "other", func(s *rules.Scope) []finding.Finding {
		return []finding.Finding{{Span: text.Span{Start: 0, End: 1}, Message: "fine"}}
	}
	config.Options.Rules = append(config.Options.Rules, other)
	bubble(t, files{doc: "# Store\n\npanic!\n"}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		e.Settle()
		e.Replace(doc, "panic!", "panic! again")
		e.Settle()
		if content, _ := seen(e, doc); content != "fine" {
			t.Errorf("the other rule found %q", content)
		}
		if said := e.Messages(); len(said) != 1 || !strings.Contains(said[0], "the rule echo") {
			t.Errorf("said %q", said)
		}
	})
}

func TestADocumentThatIsTooLarge(t *testing.T) {
	bubble(t, nil, echoes(), func(t *testing.T, e *lsptest.Editor) {
		e.OpenText(doc, strings.Repeat("# A heading\n\nand text\n", 850_000))
		e.Settle()
		if p := e.Published(doc); p != nil {
			t.Errorf("published %d diagnostics", len(p.Diagnostics))
		}
		if said := strings.Join(e.Messages(), "\n"); !strings.Contains(said, "16 MB") {
			t.Errorf("said %q", said)
		}
		e.Close(doc)
		e.OpenText(doc, "# Small\n")
		e.Settle()
		wantSeen(t, e, doc)
	})
}

func TestURIsAreSpelledAsTheClientDoes(t *testing.T) {
	bubble(t, nil, echoes(), func(t *testing.T, e *lsptest.Editor) {
		odd := strings.Replace(string(e.URI("docs/design/a+b (c).md")), "%2B", "+", 1)
		odd = strings.NewReplacer("%28", "(", "%29", ")").Replace(odd)
		e.Notify("textDocument/didOpen", fmt.Sprintf(`{"textDocument":{"uri":%q,"languageId":"markdown","version":1,"text":"# A\n"}}`, odd))
		e.Settle()
		if !e.PublishedURI(odd) {
			t.Errorf("nothing was published for %s", odd)
		}
	})
}
