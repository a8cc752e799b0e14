package reviewer

import (
	"sync"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// study is what several briefs about one task have in common, since it is read out of
// the document as a whole. It is safe for concurrent use; nil remembers nothing.
type study struct {
	mu     sync.Mutex
	read   bool
	stated []knowledge.Known
	vault  *Vault
	spans  []text.Span
}

// studied is a task of which several briefs will be made.
func studied(t Task) Task {
	t.study = &study{}
	if t.Graph != nil {
		t.Graph = sync.OnceValue(t.Graph)
	}
	return t
}

// facts are what the document states.
func (s *study) facts(d *document.Document) []knowledge.Known {
	if s == nil {
		return knowledge.Extract(d)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.read {
		s.read, s.stated = true, knowledge.Extract(d)
	}
	return s.stated
}

// secrets are those of all that a task may send, and where they stand in the document.
func (s *study) secrets(b *builder) (*Vault, []text.Span) {
	if s == nil {
		v := NewVault(b.everything()...)
		return v, v.find(b.task.Doc.Text.Content())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.vault == nil {
		s.vault = NewVault(b.everything()...)
		s.spans = s.vault.find(b.task.Doc.Text.Content())
	}
	return s.vault, s.spans
}
