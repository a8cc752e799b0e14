package server

import (
	"errors"
	"fmt"
	"path"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// changeParams are the parameters of "textDocument/didChange". They are read here
// and not by the protocol package, for which a change with a range that makes no
// sense is a change of the whole text.
type changeParams struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int32  `json:"version"`
	} `json:"textDocument"`
	ContentChanges []struct {
		Range *struct {
			Start *protocol.Position `json:"start"`
			End   *protocol.Position `json:"end"`
		} `json:"range"`
		Text *string `json:"text"`
	} `json:"contentChanges"`
}

// didChange handles "textDocument/didChange".
func didChange(s *session, raw jsonrpc2.RawMessage) error {
	var params changeParams
	var changes []text.Change
	err := protocol.Unmarshal(raw, &params)
	if err == nil {
		changes, err = params.changes()
	}
	uri := params.TextDocument.URI
	if uri == "" {
		return fmt.Errorf("a change names no document: %w", errors.Join(err, errNoURI))
	}
	s.mu.Lock()
	if err == nil {
		err = s.change(uri, params.TextDocument.Version, changes)
	} else {
		s.outOfStep[key(uri)] = err
	}
	s.mu.Unlock()
	s.reportChange(uri, err)
	s.diagnose(uri)
	return err
}

var errNoURI = errors.New("the member textDocument.uri is missing")

func (p *changeParams) changes() ([]text.Change, error) {
	var changes []text.Change
	for _, c := range p.ContentChanges {
		if c.Text == nil {
			return nil, errors.New("a change has no text")
		}
		change := text.Change{Text: *c.Text}
		if r := c.Range; r != nil {
			if r.Start == nil || r.End == nil {
				return nil, errors.New("the range of a change has no start or no end")
			}
			change.Range = &text.Range{Start: fromPosition(*r.Start), End: fromPosition(*r.End)}
		}
		changes = append(changes, change)
	}
	return changes, nil
}

// change makes changes; s.mu is held. A buffer that is out of step is in step
// again with a change that brings its whole text.
func (s *session) change(uri string, version int32, changes []text.Change) error {
	whole := len(changes) > 0 && changes[0].Range == nil
	if broken := s.outOfStep[key(uri)]; broken != nil && !whole {
		return broken
	}
	edits, err := s.workspace.Change(uri, version, changes, s.features.encoding)
	switch {
	case err == nil:
		delete(s.outOfStep, key(uri))
		s.followers.edited(key(uri), edits)
	case !errors.Is(err, workspace.ErrStaleVersion) && !errors.Is(err, workspace.ErrNotOpen):
		s.outOfStep[key(uri)] = err
	}
	return err
}

// reportChange tells the user of a change that could not be made, once for each
// document.
func (s *session) reportChange(uri string, err error) {
	if err == nil {
		return
	}
	name := path.Base(uri)
	switch {
	case errors.Is(err, workspace.ErrStaleVersion):
		s.sayOnce(protocol.MessageTypeWarning, fmt.Sprintf("The editor sent a change of %s for a version that has passed. designls has left it out, so its findings may be behind; close and open the document to bring it back in step.", name))
	case errors.Is(err, workspace.ErrNotOpen):
		// Nobody looks at a document that is not open: the log is enough.
	default:
		s.sayOnce(protocol.MessageTypeWarning, fmt.Sprintf("The editor sent a change of %s that makes no sense. designls leaves the document alone until you close and open it; your text is not touched.", name))
	}
}
