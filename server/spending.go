package server

import (
	"maps"
	"math"
	"sync"

	"go.uber.org/zap"

	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/workspace"
)

// spending counts what models have taken in this session.
type spending struct {
	mu      sync.Mutex
	session llm.Usage
	byKey   map[string]spentOn // by key of the document
	months  map[monthOf]llm.Usage
}

// monthOf is a calendar month of a workspace.
type monthOf struct{ root, month string }

// spentOn is what runs on one document have taken.
type spentOn struct {
	model    string // that was asked last
	run, all llm.Usage
}

// add counts a reply of a model: the run is what it has taken by now.
func (b *spending) add(documentURI, model string, run, reply llm.Usage) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.byKey == nil {
		b.byKey = map[string]spentOn{}
	}
	k := key(documentURI)
	b.byKey[k] = spentOn{model: model, run: run, all: b.byKey[k].all.Add(reply)}
	b.session = b.session.Add(reply)
}

// of returns what runs on a document have taken, and all runs.
func (b *spending) of(documentURI string) (document spentOn, session llm.Usage) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.byKey[key(documentURI)], b.session
}

// month is what the workspace has used this month. It is looked up when it is first
// asked for, after each run, and when another month has begun.
func (s *session) month(f *workspace.Folder) llm.Usage {
	b, now := &s.spending, monthOf{f.Root, s.options.Now().Format("2006-01")}
	b.mu.Lock()
	defer b.mu.Unlock()
	if used, ok := b.months[now]; ok {
		return used
	}
	if s.options.Month == nil || s.engineOf(f) == workspace.EngineBuiltin {
		return llm.Usage{}
	}
	used, err := s.options.Month(f.Root)
	if err != nil {
		s.log.Debug("the tokens of the month were not read", zap.Error(err))
	}
	if b.months == nil {
		b.months = map[monthOf]llm.Usage{}
	}
	b.months[now] = used
	return used
}

// countAgain has the month of a workspace looked up when it is next asked for.
func (b *spending) countAgain(f *workspace.Folder) {
	b.mu.Lock()
	defer b.mu.Unlock()
	maps.DeleteFunc(b.months, func(m monthOf, _ llm.Usage) bool { return m.root == f.Root })
}

// spent are tokens, with their cost in the unit of the prices that are configured.
type spent struct {
	Prompt     int     `json:"prompt"`
	Completion int     `json:"completion"`
	Cost       float64 `json:"cost,omitempty"`
}

func spentOf(u llm.Usage, m workspace.Model) spent {
	cost := float64(u.Prompt)*m.PromptPrice + float64(u.Completion)*m.ReplyPrice // of a million of them
	return spent{u.Prompt, u.Completion, math.Round(cost) / 1e6}
}

// usageStatus is what models have taken, as a client is told.
type usageStatus struct {
	Run      *spent      `json:"run,omitempty"` // the last on this document
	Document spent       `json:"document"`      // in this session
	Session  spent       `json:"session"`
	Month    *monthSpent `json:"month,omitempty"` // of the workspace
}

type monthSpent struct {
	spent
	Budget int `json:"budget,omitempty"`
}

// usageOf is nil while no model was asked and nothing is known of the month.
func (s *session) usageOf(r *review) *usageStatus {
	model, month := r.folder.Config.Model, s.month(r.folder)
	document, session := s.spending.of(string(r.uri))
	if session.Total() == 0 && month.Total() == 0 && document.model == "" {
		return nil
	}
	u := &usageStatus{Document: spentOf(document.all, model), Session: spentOf(session, model)}
	if document.model != "" {
		u.Run = ref(spentOf(document.run, model))
	}
	if month.Total() > 0 {
		u.Month = &monthSpent{spentOf(month, model), model.Monthly}
	}
	return u
}
