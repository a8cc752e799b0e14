package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/designls/designls/server/diagram/mermaid"
)

// grammarVariable names a file with the script of a diagram grammar, as scripts/grammar
// builds it, to be used instead of the one in the program.
const grammarVariable = "DESIGNLS_MERMAID"

// newGrammar is mermaid's grammar. It is read when the first diagram is checked.
func newGrammar() *mermaid.Grammar {
	path := os.Getenv(grammarVariable)
	if path == "" {
		return mermaid.New(mermaid.Embedded)
	}
	return mermaid.New(mermaid.Script(func() ([]byte, error) {
		data, err := os.ReadFile(path)
		if err != nil {
			// Not %w: that a file is missing does not mean that none was named.
			return nil, fmt.Errorf("%s: %v", grammarVariable, err)
		}
		return data, nil
	}))
}

// diagramChecks answers the rules while they wait, since nobody types.
type diagramChecks struct {
	inspector *mermaid.Inspector
	grammar   *mermaid.Grammar
	note      func(error)
	once      sync.Once
}

func newDiagramChecks(note func(error)) *diagramChecks {
	g := newGrammar()
	return &diagramChecks{inspector: mermaid.NewInspector(g), grammar: g, note: note}
}

// close frees what was loaded.
func (c *diagramChecks) close() {
	if err := c.grammar.Close(); err != nil {
		c.note(err)
	}
}

// during is what the rules ask in one review.
func (c *diagramChecks) during(ctx context.Context) verdicts { return verdicts{ctx, c} }

// verdicts ends with its context.
type verdicts struct {
	ctx    context.Context
	checks *diagramChecks
}

// Verdict says what is wrong with a diagram, or once why it cannot.
func (v verdicts) Verdict(source string) ([]mermaid.Issue, bool) {
	issues, err := v.checks.inspector.Inspect(v.ctx, source)
	if err != nil && v.ctx.Err() == nil && !errors.Is(err, mermaid.ErrNoGrammar) { // that is what doctor tells
		v.checks.once.Do(func() { v.checks.note(err) })
	}
	return issues, err == nil
}
