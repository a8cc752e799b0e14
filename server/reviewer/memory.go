package reviewer

import (
	"sync"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
)

// Memory keeps what was found in one document, and in which sections. It is safe
// for concurrent use; the zero value is empty.
type Memory struct {
	mu   sync.Mutex
	past map[subject]past
}

// subject is what a review is about: the same prompt, by the same model, on the
// same part of the document.
type subject struct{ prompt, model, section string }

// past is a review that is over.
type past struct {
	sections map[string]bool   // as they were, by SectionHash
	found    []finding.Finding // before decisions were applied, with the spans of then
}

func (m *Memory) recall(s subject) (past, bool) {
	if m == nil {
		return past{}, false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	p, ok := m.past[s]
	return p, ok
}

func (m *Memory) keep(s subject, p past) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.past == nil {
		m.past = map[subject]past{}
	}
	m.past[s] = p
}

// written are the sections that the author has written, within another one unless
// that is nil.
func written(d *document.Document, within *document.Section) []*document.Section {
	var all []*document.Section
	for _, s := range d.Sections {
		generated := s.Managed != nil && s.Managed.Kind != questionsKind
		if generated || s.Span.Len() == 0 || within != nil && !within.Deep.ContainsSpan(s.Span) {
			continue
		}
		all = append(all, s)
	}
	return all
}
