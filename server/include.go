package server

import (
	"context"

	"github.com/designls/designls/server/workspace"
)

// What the commands that include and exclude a document are called in menus.
const (
	titleInclude = "Treat as design document"
	titleExclude = "Leave this file alone"
)

// enable changes the front matter of a document.
func (p *pending) enable(ctx context.Context, on bool) error {
	file, err := p.view.File(p.uri)
	if err != nil {
		return err
	}
	edits, err := workspace.SetEnabled(file.Document(), on)
	if err != nil || len(edits) == 0 {
		return err
	}
	return p.apply(ctx, edits)
}
