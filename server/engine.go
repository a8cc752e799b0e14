package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/editor"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/workspace"
)

// Connection says which model to use, how, and for whom.
type Connection struct {
	workspace.Model
	Workspace string       // root of the folder that the tokens are counted for
	Warn      func(string) // told, in a sentence, what the user should know
}

// engines are the models that the session has asked.
type engines struct {
	mu    sync.Mutex
	known map[engineKey]engineModel
}

type engineKey struct {
	engine, root string
	model        workspace.Model
}

type engineModel struct {
	model   llm.Model
	counter reviewer.Counter
}

// engineOf is who reviews the documents of a folder.
func (s *session) engineOf(f *workspace.Folder) string {
	return cmp.Or(f.Config.Engine, s.options.Engine, workspace.EngineBuiltin)
}

// connect returns the model of a folder, nil for the builtin engine.
func (s *session) connect(f *workspace.Folder) (engineModel, error) {
	key := engineKey{s.engineOf(f), f.Root, f.Config.Model}
	if key.engine == workspace.EngineBuiltin {
		return engineModel{}, nil
	}
	s.engines.mu.Lock()
	defer s.engines.mu.Unlock()
	if m, ok := s.engines.known[key]; ok {
		return m, nil
	}
	m, err := s.newEngine(key)
	if err != nil {
		return engineModel{}, err
	}
	if s.engines.known == nil {
		s.engines.known = map[engineKey]engineModel{}
	}
	// What the folder had before is not kept: when its settings return it is connected
	// again, so that whoever connects knows which connections are in use.
	maps.DeleteFunc(s.engines.known, func(old engineKey, _ engineModel) bool { return old.root == key.root })
	s.engines.known[key] = m
	return m, nil
}

func (s *session) newEngine(key engineKey) (engineModel, error) {
	if key.engine == workspace.EngineEditor {
		if !s.features.createMessage {
			return engineModel{}, errors.New(`this editor offers no model to designls, so nothing was sent; set the engine to "openai" or "builtin"`)
		}
		return s.editorsModel(key)
	}
	if key.engine != workspace.EngineOpenAI { // of the environment: settings take no other
		return engineModel{}, fmt.Errorf("there is no engine %q, so nothing was sent; choose one of %s, %s, %s", key.engine, workspace.EngineBuiltin, workspace.EngineOpenAI, workspace.EngineEditor)
	}
	if s.options.Connect == nil {
		return engineModel{}, errors.New(`this program was started without models, so nothing was sent; set the engine to "builtin"`)
	}
	model, counter, err := s.options.Connect(s.connectionOf(key))
	return engineModel{model, counter}, err
}

// editorsModel is the editor's, whose tokens count like those of any other.
func (s *session) editorsModel(key engineKey) (engineModel, error) {
	model := llm.Model(editor.New(s.askEditor))
	if s.options.Count == nil {
		return engineModel{model, roughly{}}, nil
	}
	counted, err := s.options.Count(s.connectionOf(key), model)
	return engineModel{counted, roughly{}}, err
}

func (s *session) connectionOf(key engineKey) Connection {
	warn := func(sentence string) { s.sayOnce(protocol.MessageTypeWarning, sentence) }
	return Connection{Model: key.model, Workspace: key.root, Warn: warn}
}

// roughly counts the tokens of a model of which nothing is known, rather too many.
type roughly struct{}

// Count implements reviewer.Counter.
func (roughly) Count(s string) int { return len(s)/3 + 1 }

// reviewerOf makes the reviewer of a run, nil for the builtin engine.
func (r *run) reviewerOf(look *review) (*reviewer.Reviewer, error) {
	s := r.s
	m, err := s.connect(look.folder)
	if m.model == nil || err != nil {
		return nil, err
	}
	o := reviewer.Options{
		Model: &watched{Model: m.model, run: r}, Counter: m.counter, Memory: s.opinions.memory(string(look.uri)), SecondLook: look.folder.Config.SecondLook,
		Consent: func(ctx context.Context, n reviewer.Notice) error { return s.consent(ctx, look.folder, n) },
	}
	if g := s.options.Grammar; g != nil {
		o.Grammar = g
	}
	return reviewer.New(o), nil
}

// withModel gives an input what a model needs.
func (r *run) withModel(in *actions.Input, look *review) error {
	var err error
	in.Reviewer, err = r.reviewerOf(look)
	in.Decided = look.decisions()
	return err
}
