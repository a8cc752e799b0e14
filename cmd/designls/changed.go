package main

import (
	"context"
	"path/filepath"
	"sync"

	"github.com/designls/designls/cmd/designls/gitdiff"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// changedLines answers for files of any working tree what changed in them since
// a revision. Each tree is asked once.
type changedLines struct {
	revision string // "" stands for the beginning: everything is new

	mu    sync.Mutex
	trees map[string]tree // by the folder at its top
}

type tree struct {
	changes *gitdiff.Changes
	err     error
}

// keep returns the findings that touch a changed line.
func (c *changedLines) keep(ctx context.Context, file string, m *text.Mapper, fs []finding.Finding) ([]finding.Finding, error) {
	if c.revision == "" || len(fs) == 0 {
		return fs, nil
	}
	absolute, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	changes, err := c.tree(ctx, gitdiff.Top(filepath.Dir(absolute)))
	if err != nil {
		return nil, err
	}
	var kept []finding.Finding
	for _, f := range fs {
		if changes.Touch(file, m.LineOf(f.Span.Start), m.LineOf(max(f.Span.Start, f.Span.End-1))) {
			kept = append(kept, f)
		}
	}
	return kept, nil
}

func (c *changedLines) tree(ctx context.Context, top string) (*gitdiff.Changes, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	known, asked := c.trees[top]
	if !asked {
		known.changes, known.err = gitdiff.Since(ctx, top, c.revision)
		if c.trees == nil {
			c.trees = map[string]tree{}
		}
		c.trees[top] = known
	}
	return known.changes, known.err
}
