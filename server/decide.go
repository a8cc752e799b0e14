package server

import (
	"context"
	"errors"
	"fmt"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/workspace"
)

// decideArguments are the argument of the command that keeps a decision.
type decideArguments struct {
	URI      string           `json:"uri"`
	Finding  string           `json:"finding"` // Finding.ID
	Decision finding.Decision `json:"decision"`
	Reason   string           `json:"reason"` // asked for when a finding is dismissed without
}

// reasons are offered where the client has no place to type one.
var reasons = []string{"Not relevant here", "Handled elsewhere", "Intended"}

// decide keeps a decision about a finding in the ledger.
func decide(s *session, a *decideArguments) (answer, error) {
	switch a.Decision {
	case finding.AcceptedRisk, finding.Dismissed, finding.Answered, finding.Open:
	default:
		return nil, invalid("%q is no decision; allowed are %q, %q, %q and %q.", a.Decision, finding.AcceptedRisk, finding.Dismissed, finding.Answered, finding.Open)
	}
	v := s.now()
	return func(ctx context.Context) (any, error) {
		r, err := s.review(ctx, v, a.URI)
		if err != nil {
			return nil, err
		}
		f, ok := r.find(a.Finding)
		if !ok {
			return nil, failed(errors.New("the text has changed and this finding is gone, so no decision was kept"))
		}
		if a.Decision == finding.Dismissed && a.Reason == "" {
			if a.Reason, err = s.askReason(ctx, f); err != nil || a.Reason == "" {
				return nil, err
			}
		}
		return nil, s.keep(r, f, a)
	}, nil
}

// find returns the finding with an id, decided about or not.
func (r *review) find(id string) (finding.Finding, bool) {
	for _, f := range r.findings {
		if f.ID() == id {
			return f, true
		}
	}
	for _, d := range r.decided {
		if d.Finding.ID() == id {
			return d.Finding, true
		}
	}
	return finding.Finding{}, false
}

// askReason asks why a finding is dismissed; "" means that the user thought
// better of it.
func (s *session) askReason(ctx context.Context, f finding.Finding) (string, error) {
	choice, err := s.ask(ctx, fmt.Sprintf("Why does this not matter? %s", f.Message), reasons)
	if err != nil {
		return "", failed(fmt.Errorf("the editor cannot ask for the reason, so the finding stays open: %w; write it in a designls-ignore comment instead", err))
	}
	return choice, nil
}

// ask shows a question and returns the title that was chosen, or "".
func (s *session) ask(ctx context.Context, question string, titles []string) (string, error) {
	return s.askAs(ctx, protocol.MessageTypeInfo, question, titles)
}

// askAs asks as one asks who is warned, or told of a failure: editors hide a mere
// question after a while, and then a run waits for ever.
func (s *session) askAs(ctx context.Context, kind protocol.MessageType, question string, titles []string) (string, error) {
	params := &protocol.ShowMessageRequestParams{Type: kind, Message: question}
	for _, title := range titles {
		params.Actions = append(params.Actions, protocol.MessageActionItem{Title: title})
	}
	chosen, err := s.client.ShowMessageRequest(ctx, params)
	if err != nil || chosen == nil {
		return "", err
	}
	return chosen.Title, nil
}

func (s *session) keep(r *review, f finding.Finding, a *decideArguments) error {
	entry := finding.NewEntry(r.path, f, a.Decision, a.Reason)
	entry.By = s.options.User
	if err := r.folder.Decide(entry, s.options.Now()); err != nil {
		return failed(err)
	}
	s.filesChanged([]string{workspace.URI(r.folder.LedgerPath())})
	return nil
}
