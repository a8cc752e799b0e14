package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/designls/designls/server"
	persona "github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/workspace"
)

// answering is a user who answers once a question stands there, and looks at it then.
type answering struct {
	look   func()
	answer string
}

func (a *answering) Read(p []byte) (int, error) {
	a.look()
	return copy(p, a.answer), nil
}

// TestAQuestionStandsAloneBesideTheProgressBar: nobody draws the bar over it, and what
// goes wrong with the answer can still be told.
func TestAQuestionStandsAloneBesideTheProgressBar(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	user := &answering{answer: "a\n"}
	s := streams{in: user, err: &out}
	r := newReviewer(s, "")
	r.progress = &progress{all: 3, to: s, columns: 60}
	r.progress.step("one.md")
	user.look = func() {
		if r.progress.mu.TryLock() {
			t.Error("the bar may be drawn while the question stands there")
			r.progress.mu.Unlock()
		}
	}
	m := newModelReviewer(s, false, nil, r.note)
	m.aside, m.consents = r.progress.aside, server.OpenConsents(filepath.Join(blocked, "consents"))
	agreed, err := m.ask(t.Context(), "/w", workspace.Model{}, persona.Notice{Host: "models.example.com", Model: "m"})
	if !agreed || err != nil {
		t.Errorf("agreed: %v, %v", agreed, err)
	}
	_, asked, _ := strings.Cut(out.String(), "one.md")
	if !strings.HasPrefix(asked, clearLine) || !strings.Contains(asked, "models.example.com") || !strings.Contains(asked, "your consent cannot be written down") {
		t.Errorf("shown %q", out.String())
	}
}
