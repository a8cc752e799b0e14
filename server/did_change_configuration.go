package server

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"go.lsp.dev/protocol"
	"go.uber.org/zap"

	"github.com/designls/designls/server/workspace"
)

// didChangeConfiguration handles "workspace/didChangeConfiguration". A client that
// can be asked for its settings is asked; others send them along.
func (s *session) didChangeConfiguration(params *protocol.DidChangeConfigurationParams) error {
	if s.features.configuration {
		s.pullSettings()
		return nil
	}
	if settings, ok := ownSettings(params.Settings); ok {
		s.configure("", settings)
	}
	return nil
}

// ownSettings takes what concerns designls out of settings. Not ok means that
// they say nothing.
func ownSettings(raw protocol.LSPAny) (settings any, ok bool) {
	if len(raw) == 0 || json.Unmarshal(raw, &settings) != nil || settings == nil {
		return nil, false
	}
	if all, isGroup := settings.(map[string]any); isGroup {
		if own, has := all[source]; has {
			return own, own != nil
		}
	}
	return settings, true
}

// configure takes over settings at once, and tells the user what is wrong with
// them. The scope is the URI of a workspace folder, or empty.
func (s *session) configure(scope string, settings any) {
	var problems []workspace.Problem
	s.changed(func() { problems = s.workspace.Configure(scope, settings) })
	for _, message := range s.settings.news(scope, problems) {
		s.say(protocol.MessageTypeWarning, message)
	}
	s.diagnoseAll()
	s.refreshLenses()
	s.refreshHints()
}

// settingsPull makes sure that settings are asked for one at a time, so that an
// old answer never comes after a new one.
type settingsPull struct {
	mu             sync.Mutex
	running, again bool
	told           chan struct{}              // closed when the client has told them; nil before it was asked
	wrong          map[string]map[string]bool // by scope: what is wrong with its settings
}

// news are the problems that the settings have now and did not have before, in
// any scope: settings of a folder repeat those of the user.
func (p *settingsPull) news(scope string, problems []workspace.Problem) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var messages []string
	now := map[string]bool{}
	for _, problem := range problems {
		known := now[problem.Message]
		for _, before := range p.wrong {
			known = known || before[problem.Message]
		}
		if !known {
			messages = append(messages, problem.Message)
		}
		now[problem.Message] = true
	}
	if p.wrong == nil {
		p.wrong = map[string]map[string]bool{}
	}
	p.wrong[scope] = now
	return messages
}

// pullSettings asks the client for its settings, in the background.
func (s *session) pullSettings() {
	if !s.features.configuration {
		return
	}
	p := &s.settings
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.again = true; p.running {
		return
	}
	p.running, p.told = true, make(chan struct{})
	s.background("asking for the settings", func(ctx context.Context) {
		for p.next() {
			// One that panics has been logged; the settings are those from before.
			_ = s.contain("asking for the settings", func() { s.askSettings(ctx) })
		}
	})
}

// patience is how long a run waits for a client that was asked for its settings.
const patience = 5 * time.Second

// await waits for settings that the client is being asked for, and says whether it
// has waited.
func (p *settingsPull) await(ctx context.Context) bool {
	p.mu.Lock()
	running, told := p.running, p.told
	p.mu.Unlock()
	if !running {
		return false
	}
	select {
	case <-told:
	case <-ctx.Done():
	case <-time.After(patience):
	}
	return true
}

// next reports whether settings have to be asked for once more.
func (p *settingsPull) next() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.running, p.again = p.again, false; !p.running {
		close(p.told)
	}
	return p.running
}

// askSettings asks for the settings that hold everywhere and for those of each
// folder.
func (s *session) askSettings(ctx context.Context) {
	scopes := []string{""}
	for _, f := range s.now().Folders() {
		scopes = append(scopes, f.URI)
	}
	params := &protocol.ConfigurationParams{}
	for _, scope := range scopes {
		item := protocol.ConfigurationItem{Section: ref(source)}
		if scope != "" {
			item.ScopeURI = ref(clientURI(scope))
		}
		params.Items = append(params.Items, item)
	}
	answers, err := s.client.Configuration(ctx, params)
	if err != nil {
		s.log.Warn("the client did not tell its settings", zap.Error(err))
		return
	}
	for i, answer := range answers[:min(len(answers), len(scopes))] {
		if settings, ok := ownSettings(answer); ok {
			s.configure(scopes[i], settings)
		}
	}
}
