package server_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/diagram/mermaid/mermaidtest"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

const (
	problem = "# Design a photo feed\n\n20 million daily users post photos, and read a feed of the people they follow.\n"
	goals   = "## Goals\n\nA feed opens within 200 ms at p99. Peak load is 7,000 feeds a second.\n\n## Scope\n\nPhotos only; the design of the phone app is somebody else's.\n"
)

// scripted is a reply in testdata/phases.
func scripted(t testing.TB, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "phases", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// story is an author who lets a design grow from a brief.
type story struct {
	*lsptest.Editor
	t       *testing.T
	model   *fake.Model
	grammar *mermaid.Grammar
	own     string // what the author has written outside of blocks
	eol     string
}

// grammar is loaded once for all stories.
var grammar = sync.OnceValue(func() *mermaid.Grammar { return mermaid.New(mermaid.Embedded) })

// tell starts a story in a bubble.
func tell(t *testing.T, brief string, happens func(s *story)) {
	t.Helper()
	if !mermaid.HasEmbedded() || mermaidtest.Slow() {
		t.Skip("the diagram grammar is not built in, or is watched by the race detector; run make grammar, and make test")
	}
	g := grammar()
	if err := g.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	m := fake.New()
	config := asking(m)
	config.Options.Grammar = g
	bubble(t, files{doc: brief}, config, func(t *testing.T, e *lsptest.Editor) {
		e.Open(doc)
		happens(&story{e, t, m, g, brief, text.EOL(brief)})
	})
}

// act has the model reply to an action, and checks the document that comes of it.
// It returns how the run ended.
func (s *story) act(action string, options map[string]string, replies ...string) string {
	s.t.Helper()
	for _, reply := range replies {
		s.model.Add(fake.Step{Text: reply})
	}
	arguments, err := json.Marshal(map[string]any{"action": action, "uri": string(s.URI(doc)), "options": options})
	if err != nil {
		s.t.Fatal(err)
	}
	answer, err := s.Execute("designls.run", arguments)
	if err != nil {
		s.t.Fatal(err)
	}
	var started struct{ Run string }
	if err := json.Unmarshal([]byte(answer), &started); err != nil {
		s.t.Fatal(err)
	}
	s.Settle()
	if s.model.Left() != 0 {
		s.t.Errorf("%s: %d replies were not asked for", action, s.model.Left())
	}
	s.check(action)
	return s.ProgressOf(started.Run).End
}

// check sees that the document is sound, and the author's text as it was.
func (s *story) check(after string) {
	s.t.Helper()
	content := s.Text(doc)
	d := document.Parse(text.NewMapper(content), nil)
	if len(d.Problems) > 0 {
		s.t.Errorf("after %s: %+v", after, d.Problems)
	}
	if without := withoutBlocks(d, s.eol); without != s.own {
		s.t.Errorf("after %s, without the blocks:\n%q\nwant\n%q", after, without, s.own)
	}
	if n := strings.Count(content, "\n") - strings.Count(content, s.eol); n != 0 {
		s.t.Errorf("after %s: %d line endings are of the other kind", after, n)
	}
	s.fits(after, d)
	s.draws(after, d)
}

// fits sees that no heading is deeper than one below that before it, and that only
// the title is at the top.
func (s *story) fits(after string, d *document.Document) {
	s.t.Helper()
	level := 0
	for _, section := range d.Sections {
		if section.Heading == nil {
			continue
		}
		if now := section.Heading.Level; now > level+1 || now == 1 && level > 0 {
			s.t.Errorf("after %s: the heading %q of level %d follows one of level %d", after, section.Title(), now, level)
		}
		level = section.Heading.Level
	}
}

// draws sees that mermaid accepts the diagrams.
func (s *story) draws(after string, d *document.Document) {
	s.t.Helper()
	for _, source := range diagramsOf(d) {
		if v, err := s.grammar.Check(s.t.Context(), source); err != nil || !v.OK {
			s.t.Errorf("after %s mermaid refuses: %v %+v\n%s", after, err, v.Error, source)
		}
	}
}

func diagramsOf(d *document.Document) (sources []string) {
	for _, section := range d.Sections {
		for _, n := range section.Content.Nodes {
			if n.Kind == document.KindFence && n.Language() == "mermaid" {
				sources = append(sources, n.Inner.Shift(section.Span.Start).Of(d.Text.Content()))
			}
		}
	}
	return sources
}

// withoutBlocks is what is left when an author takes out the blocks and the empty
// line before each.
func withoutBlocks(d *document.Document, eol string) string {
	content, rest := d.Text.Content(), ""
	at := 0
	for _, b := range d.Blocks {
		rest = join(rest, content[at:b.Span.Start], eol)
		at = b.Span.End
	}
	return join(rest, content[at:], eol)
}

func join(before, after, eol string) string {
	before, tail := strings.TrimRight(before, "\r\n"), strings.TrimLeft(after, "\r\n")
	switch {
	case before == "":
		return after
	case tail == "":
		return before + eol
	}
	return before + eol + eol + tail
}

// answer writes an answer under a question.
func (s *story) answer(number int, words string) {
	s.t.Helper()
	content := s.Text(doc)
	for _, q := range questions.Parse(document.Parse(text.NewMapper(content), nil)) {
		if q.Number == number {
			s.Edit(doc, q.AnswerSpan.Start, q.AnswerSpan.End, " "+words)
			return
		}
	}
	s.t.Fatalf("there is no question %d in\n%s", number, content)
}

// writes has the author put text into their own.
func (s *story) writes(before, after string) {
	s.t.Helper()
	s.own = strings.Replace(s.own, before, after, 1)
	s.Replace(doc, before, after)
	s.Settle()
}

// sent is the last request.
func (s *story) sent() string {
	all := s.model.Requests()
	r := all[len(all)-1]
	return sentText(r)
}

func sentText(r llm.Request) string {
	var b strings.Builder
	b.WriteString(r.System)
	for _, m := range r.Messages {
		b.WriteString("\n" + m.Content)
	}
	return b.String()
}

func (s *story) has(all ...string) {
	s.t.Helper()
	for _, want := range all {
		if !strings.Contains(s.Text(doc), strings.ReplaceAll(want, "\n", s.eol)) {
			s.t.Errorf("the document lacks %q", want)
		}
	}
}
