package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"go.lsp.dev/protocol"
)

// applyArguments are the argument of the command that makes an edit. Clients that
// know code actions only as commands hand back in it what they were given.
type applyArguments struct {
	Label string          `json:"label"`
	Edit  json.RawMessage `json:"edit"`

	// What the edit was made for; an older one is not made.
	URI     string `json:"uri"`
	Version *int32 `json:"version"`
}

// apply makes an edit for a client whose code actions cannot have one.
func apply(s *session, a *applyArguments) (answer, error) {
	var edit protocol.WorkspaceEdit
	if err := protocol.Unmarshal(a.Edit, &edit); err != nil {
		return nil, invalid("The edit of %s cannot be read: %v.", commandApply, err)
	}
	stale := a.stale(s.now())
	return func(ctx context.Context) (any, error) {
		switch {
		case !s.features.applyEdit:
			return nil, failed(errors.New("the editor does not let designls edit, so the document is unchanged"))
		case stale:
			return nil, failed(fmt.Errorf("the document has changed since %q was offered, so nothing was done; ask for it again", a.Label))
		}
		if _, err := s.editing.begin(ctx); err != nil {
			return nil, err
		}
		defer s.editing.end()
		result, err := s.client.ApplyEdit(ctx, &protocol.ApplyWorkspaceEditParams{Label: &a.Label, Edit: edit})
		if err != nil {
			return nil, failed(err)
		}
		if result != nil && !result.Applied {
			return nil, failed(fmt.Errorf("the editor refused the edit %q, so the document is unchanged; ask for it again", a.Label))
		}
		return nil, nil
	}, nil
}

// stale says whether the document is another one by now. An editor that knows no
// versions would make the edit in the wrong place.
func (a *applyArguments) stale(v view) bool {
	now := v.Buffer(a.URI)
	return now != nil && a.Version != nil && now.Version != *a.Version
}
