package actions

import (
	"slices"
	"strings"
	"sync"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// material is what the actions know about a document before they write. What takes
// a while to find out is looked up when it is first asked for, and only once.
type material struct {
	in       Input
	doc      *document.Document
	asked    []questions.Question
	prose    func() string            // the author's words, without code and generated text
	stated   func() []knowledge.Known // in the document
	known    func() []knowledge.Known // in what the action works on
	system   func() knowledge.System  // zero when it was not recognized
	style    func() knowledge.Style   // zero when it was not recognized
	service  func() bool              // it designs something that serves requests, so the facts of a service apply
	passages func() []passage
	opened   map[string]bool // by the id of a question: whether it is open
	drawn    *diagram.Graph  // nil until it is asked for
	spoken   []*topic        // nil until they are asked for
}

func newMaterial(in Input) *material {
	m := &material{in: in, doc: in.Doc, asked: questions.Parse(in.Doc), opened: map[string]bool{}}
	m.passages = sync.OnceValue(func() []passage { return passagesOf(in.Doc) })
	m.prose = sync.OnceValue(m.authorProse)
	m.stated = sync.OnceValue(func() []knowledge.Known { return knowledge.Extract(in.Doc) })
	m.known = sync.OnceValue(m.inScope)
	m.system = sync.OnceValue(m.recognizeSystem)
	m.style = sync.OnceValue(m.recognizeStyle)
	m.service = sync.OnceValue(m.servesTraffic)
	return m
}

// inScope keeps what is stated in the section that the action works on.
func (m *material) inScope() []knowledge.Known {
	if m.in.Section == nil {
		return m.stated()
	}
	return slices.DeleteFunc(slices.Clone(m.stated()), func(k knowledge.Known) bool { return !m.in.Section.Deep.ContainsSpan(k.Span) })
}

// authorProse joins the passages, or the words of a document that has none.
func (m *material) authorProse() string {
	var b strings.Builder
	for _, p := range m.passages() {
		b.WriteString(p.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

func (m *material) recognizeSystem() knowledge.System {
	if system, ok := knowledge.RecognizeSystem(m.doc.Title(), m.prose()); ok {
		return system
	}
	for _, e := range m.in.Extra { // the brief, of a document that says little as yet
		if system, ok := knowledge.RecognizeSystem(firstLine(e.Text), e.Text); ok {
			return system
		}
	}
	return knowledge.System{}
}

func (m *material) recognizeStyle() knowledge.Style {
	headings := []string{m.doc.Title()}
	for _, s := range m.doc.Sections {
		if s.Heading != nil && !m.generated(s) && s != m.doc.TitleSection() {
			headings = append(headings, s.Heading.Text)
		}
	}
	var front map[string]any
	if m.doc.FrontMatter != nil {
		front = m.doc.FrontMatter.Values
	}
	if style, ok := knowledge.RecognizeStyle(headings, m.in.Path, front); ok {
		return style
	}
	return knowledge.Style{}
}

// servesTraffic says whether to ask for the facts of a service. Proposals and
// decision records are about a part of something that exists.
func (m *material) servesTraffic() bool {
	switch m.style().ID {
	case "kep", "go-proposal", "rfc", "adr":
		return false
	case "interview":
		return true
	case "":
		return len(strings.Fields(m.prose())) <= briefWords || m.system().ID != "" || m.statesLoad() >= 2
	}
	return m.system().ID != "" || knowledge.ServesTraffic(m.prose())
}

const briefWords = 150 // of a problem statement that is no document yet

// statesLoad counts the facts of a service that are stated with their numbers.
func (m *material) statesLoad() int {
	facts := map[string]bool{}
	for _, k := range m.stated() {
		if k.Value != nil && slices.Contains([]string{"users", "write-qps", "read-qps", "throughput", "storage", "ratio", "availability"}, k.Fact) {
			facts[k.Fact] = true
		}
	}
	return len(facts)
}

// generated says whether a section lies in a managed block.
func (m *material) generated(s *document.Section) bool { return generated(m.doc, s) }

func generated(d *document.Document, s *document.Section) bool {
	if s.Heading == nil {
		return false
	}
	return slices.ContainsFunc(d.Blocks, func(b *document.Block) bool { return b.Span.ContainsSpan(s.Heading.Span) })
}

// facts returns what is known about a fact, in document order.
func (m *material) facts(ids ...string) []knowledge.Known {
	var found []knowledge.Known
	for _, k := range m.known() {
		if slices.Contains(ids, k.Fact) {
			found = append(found, k)
		}
	}
	return found
}

// states says whether the document, or an answer in it, settles a fact.
func (m *material) states(fact string) bool {
	for _, k := range m.stated() {
		if k.Weak {
			continue
		}
		if f, _ := knowledge.FactByID(k.Fact); k.Fact == fact || slices.Contains(f.Covers, fact) {
			return true
		}
	}
	if q, ok := m.question(factPrefix + fact); ok && q.Answered() {
		return true
	}
	return fact == "use-cases" && slices.ContainsFunc(m.doc.Sections, m.tellsUse)
}

// usage names the sections that say what a design is for, if not as use cases.
var usage = text.Pattern(`(?i)\b(use cases?|user stor(y|ies)|requirements?|goals|features)\b`)

func (m *material) tellsUse(s *document.Section) bool {
	return s.Heading != nil && !m.generated(s) && usage().MatchString(s.Heading.Text)
}

// question returns what was asked under an id.
func (m *material) question(id string) (questions.Question, bool) {
	at := slices.IndexFunc(m.asked, func(q questions.Question) bool { return q.ID == id })
	if at < 0 {
		return questions.Question{}, false
	}
	return m.asked[at], true
}

// open returns the questions that were asked and not answered, critical ones first.
func (m *material) open() []questions.Question {
	open := slices.DeleteFunc(slices.Clone(m.asked), questions.Question.Answered)
	slices.SortStableFunc(open, func(a, b questions.Question) int { return truth(b.Critical) - truth(a.Critical) })
	return open
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
