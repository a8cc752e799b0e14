package lsptest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"go.lsp.dev/protocol"
)

// peer is the editor as the server sees it: it takes what the server tells and
// answers what it asks.
type peer struct {
	protocol.UnimplementedClient
	*Editor
}

var _ protocol.Client = peer{}

// PublishDiagnostics records diagnostics. Versions must not go back, and a
// version that the editor does not have yet is a lie.
func (e peer) PublishDiagnostics(_ context.Context, p *protocol.PublishDiagnosticsParams) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	version, versioned := p.Version.Get()
	if last := e.published[p.URI]; last != nil && versioned {
		if before, ok := last.Version.Get(); ok && version < before && e.buffers[p.URI] != nil && e.buffers[p.URI].version >= before {
			e.t.Errorf("%s: diagnostics of version %d after those of version %d", p.URI, version, before)
		}
	}
	if b := e.buffers[p.URI]; versioned && b != nil && version > b.version {
		e.t.Errorf("%s: diagnostics of version %d, the text has version %d", p.URI, version, b.version)
	}
	e.published[p.URI] = p
	e.publications++
	e.news.Broadcast()
	return nil
}

func (e peer) ShowMessage(_ context.Context, p *protocol.ShowMessageParams) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.messages = append(e.messages, p.Message)
	return nil
}

// ShowMessageRequest asks the user, who answers as Answer says.
func (e peer) ShowMessageRequest(ctx context.Context, p *protocol.ShowMessageRequestParams) (*protocol.MessageActionItem, error) {
	e.mu.Lock()
	var titles []string
	for _, a := range p.Actions {
		titles = append(titles, a.Title)
	}
	e.questions = append(e.questions, fmt.Sprintf("%s [%s]", p.Message, strings.Join(titles, "|")))
	if len(e.answers) == 0 {
		e.mu.Unlock()
		<-ctx.Done()
		return nil, ctx.Err()
	}
	choice := e.answers[0]
	e.answers = e.answers[1:]
	e.mu.Unlock()
	for _, a := range p.Actions {
		if a.Title == choice {
			return &a, nil
		}
	}
	if choice != "" {
		e.t.Errorf("the user wants %q, but is offered %q", choice, titles)
	}
	return nil, nil
}

// ApplyEdit applies a workspace edit as a whole, or refuses it.
func (e peer) ApplyEdit(_ context.Context, p *protocol.ApplyWorkspaceEditParams) (*protocol.ApplyWorkspaceEditResult, error) {
	e.mu.Lock()
	before, refusal := e.beforeEdit, e.refusal
	e.beforeEdit = nil
	e.confirmed = append(e.confirmed, needsConfirmation(&p.Edit))
	e.mu.Unlock()
	if before != nil {
		before()
	}
	err := errors.New(refusal)
	if refusal == "" {
		err = e.ApplyWorkspaceEdit(&p.Edit)
	}
	if err != nil {
		return &protocol.ApplyWorkspaceEditResult{FailureReason: new(err.Error())}, nil
	}
	return &protocol.ApplyWorkspaceEditResult{Applied: true}, nil
}

func (e peer) ShowDocument(_ context.Context, p *protocol.ShowDocumentParams) (*protocol.ShowDocumentResult, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.shown = append(e.shown, *p)
	return &protocol.ShowDocumentResult{Success: true}, nil
}

func (e peer) WorkDoneProgressCreate(_ context.Context, p *protocol.WorkDoneProgressCreateParams) error {
	e.mu.Lock()
	before := e.beforeProgress
	e.begun[tokenString(p.Token)] = true
	e.mu.Unlock()
	if before != nil {
		before()
	}
	return nil
}

// Progress records progress, which must begin before it is reported and end once.
func (e peer) Progress(_ context.Context, p *protocol.ProgressParams) error {
	var value struct {
		Kind, Title, Message string
		Cancellable          bool
	}
	if err := json.Unmarshal(p.Value, &value); err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	token := tokenString(p.Token)
	known := e.progress[token]
	switch {
	case value.Kind == "begin" && known == nil:
		e.progress[token] = &Progress{Title: value.Title, Cancellable: value.Cancellable}
	case known == nil || known.Ended || value.Kind == "begin":
		e.t.Errorf("progress %s of %s is out of turn", value.Kind, token)
	case value.Kind == "report":
		known.Reports = append(known.Reports, value.Message)
	case value.Kind == "end":
		known.Ended, known.End = true, value.Message
	}
	return nil
}

// Configuration answers with the user's settings.
func (e peer) Configuration(ctx context.Context, p *protocol.ConfigurationParams) ([]protocol.LSPAny, error) {
	e.mu.Lock()
	thinking := e.thinking
	e.mu.Unlock()
	if thinking > 0 {
		select {
		case <-time.After(thinking):
		case <-ctx.Done():
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	var answers []protocol.LSPAny
	for _, item := range p.Items {
		answer := protocol.LSPAny("null")
		if item.Section != nil && *item.Section == "designls" && e.settings != "" {
			answer = protocol.LSPAny(e.settings)
		}
		answers = append(answers, answer)
	}
	return answers, nil
}

func (e peer) RegisterCapability(_ context.Context, p *protocol.RegistrationParams) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.registrations = append(e.registrations, p.Registrations...)
	return nil
}

func (e peer) CodeLensRefresh(context.Context) error   { return e.refresh("codeLens") }
func (e peer) DiagnosticRefresh(context.Context) error { return e.refresh("diagnostic") }

func (e *Editor) refresh(what string) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.refreshes = append(e.refreshes, what)
	return nil
}
