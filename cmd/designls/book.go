package main

import (
	"fmt"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/budget"
	"github.com/designls/designls/server/llm/tokens"
)

// bookOf is where the usage of a workspace is written down.
func bookOf(c server.Connection) (*budget.Book, error) {
	dir, err := budget.DefaultDir()
	if err != nil {
		return nil, fmt.Errorf("there is no place to count tokens in, so nothing was sent: %w", err)
	}
	return budget.Open(budget.Options{
		Dir: dir, Workspace: c.Workspace, Monthly: c.Monthly, Count: tokens.For(c.Model.Model).Count,
		Warn: func(w budget.Warning) { c.Warn(w.String() + ".") },
		Note: func(err error) { c.Warn(err.Error()) },
	}), nil
}

// counted is a model of the editor's whose tokens are written down like those of a server.
func counted(c server.Connection, m llm.Model) (llm.Model, error) {
	var err error
	if c.Model, err = withEnvironment(c.Model); err != nil {
		return nil, err
	}
	book, err := bookOf(c)
	if err != nil {
		return nil, err
	}
	return book.Run(m), nil
}

// usedThisMonth is what a workspace has used.
func usedThisMonth(root string) (llm.Usage, error) {
	book, err := bookOf(server.Connection{Workspace: root})
	if err != nil {
		return llm.Usage{}, err
	}
	return book.Month()
}
