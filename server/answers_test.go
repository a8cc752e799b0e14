package server_test

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/lsptest"
)

const numbered = `# Pastes

Users write 10 million pastes a month, 4.5 writes per second on average, and a paste has 1 KB.

How long they are kept is TBD.

## Storage

The API server writes pastes to Postgres. It must be highly scalable.
`

func TestWhatIsKnownOfADocumentIsTold(t *testing.T) {
	bubble(t, files{doc: numbered}, lsptest.Config{}, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		for _, tt := range []struct {
			command, section string
			want             []string
			without          string
		}{
			{"designls.findings", "", []string{`"design":true`, `"phase":"`, `"rule":"placeholder"`, `"rule":"vague-requirement"`, `"quote":"`, `"start":{"line":8,`, `"options":[`}, ""},
			{"designls.findings", "Storage", []string{`"rule":"vague-requirement"`}, "placeholder"},
			{"designls.graph", "", []string{`"from":"API server","to":"Postgres"`, `"kind":"`, `"range":{"start":{"line":8,`}, ""},
			{"designls.estimates", "", []string{`"fact":"write-qps"`, `"wrong":true`, `"stated":"4.5 writes per second`, `"range":{"start":{"line":2,`}, ""},
			{"designls.estimates", "Storage", []string{`"stated":[]`}, "write-qps"},
		} {
			argument := `{"uri":"` + string(e.URI(doc)) + `","section":"` + tt.section + `"}`
			answer, err := e.Execute(tt.command, []byte(argument))
			if err != nil {
				t.Errorf("%s: %v", tt.command, err)
			}
			for _, want := range tt.want {
				if !strings.Contains(answer, want) {
					t.Errorf("%s %s: no %s in %s", tt.command, tt.section, want, answer)
				}
			}
			if tt.without != "" && strings.Contains(answer, tt.without) {
				t.Errorf("%s %s: %s in %s", tt.command, tt.section, tt.without, answer)
			}
		}
		wantText(t, e, numbered)
	})
}

func TestWhatIsNotADesignDocumentHasNoFindings(t *testing.T) {
	bubble(t, files{"README.md": numbered}, lsptest.Config{}, func(t *testing.T, e *lsptest.Editor) {
		e.Open("README.md")
		answer, err := e.Execute("designls.findings", []byte(`{"uri":"`+string(e.URI("README.md"))+`"}`))
		if err != nil || !strings.Contains(answer, `"design":false`) || !strings.Contains(answer, `"findings":[]`) {
			t.Errorf("answered %s, %v", answer, err)
		}
		if _, err := e.Execute("designls.graph", []byte(`{"uri":"`+string(e.URI("README.md"))+`","section":"Nowhere"}`)); err == nil || !strings.Contains(err.Error(), `"Storage"`) {
			t.Errorf("a section that is not there: %v", err)
		}
	})
}
