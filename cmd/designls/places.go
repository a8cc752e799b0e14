package main

import (
	"fmt"
	"path/filepath"
	"sync"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// places finds the workspace folder of each path, and opens each folder once.
type places struct {
	report func(error) // what is wrong with a folder's settings or ledger; the rest of it counts

	mu      sync.Mutex
	folders map[string]*place // by root
}

// place is an open workspace folder with its decisions.
type place struct {
	*workspace.Folder
	ledger *finding.Ledger
}

func newPlaces(report func(error)) *places {
	return &places{report: report, folders: map[string]*place{}}
}

// of returns the folder to which a file or directory belongs.
func (p *places) of(path string) (*place, error) {
	root, err := workspace.FindRoot(path)
	if err != nil {
		return nil, fmt.Errorf("cannot tell where %s belongs: %w", path, err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.folders[root] == nil {
		if p.folders[root], err = p.open(root); err != nil {
			return nil, err
		}
	}
	return p.folders[root], nil
}

func (p *places) open(root string) (*place, error) {
	folder, err := workspace.OpenFolder(root, known())
	if err != nil {
		return nil, err
	}
	opened := &place{Folder: folder}
	if file := opened.File; file != nil {
		for _, problem := range file.Problems {
			p.report(fmt.Errorf("%s:%s: %s", shorten(file.Path), file.Text.OffsetPosition(problem.Span.Start, text.UTF32), problem.Message))
		}
	}
	for _, file := range opened.PromptFiles {
		for _, problem := range file.Problems {
			p.report(fmt.Errorf("%s:%s: %s", shorten(file.Path), file.Text.OffsetPosition(problem.Span.Start, text.UTF32), problem.Message))
		}
	}
	ledger, problems, err := opened.Ledger()
	if err != nil {
		p.report(err)
	}
	for _, problem := range problems {
		p.report(fmt.Errorf("%s: %s", shorten(opened.LedgerPath()), problem))
	}
	opened.ledger = ledger
	return opened, nil
}

// known are the names that settings may use.
var known = sync.OnceValue(func() workspace.Known {
	k := workspace.Known{Templates: knowledge.StyleIDs(), Rules: rules.Names()}
	for _, a := range actions.Table() {
		k.Actions = append(k.Actions, a.ID)
	}
	return k
})

// shorten makes a path relative to the working directory where that is shorter.
func shorten(path string) string {
	here, err := filepath.Abs(".")
	if err != nil {
		return path
	}
	if relative, err := filepath.Rel(here, path); err == nil && len(relative) < len(path) {
		return filepath.ToSlash(relative)
	}
	return filepath.ToSlash(path)
}
