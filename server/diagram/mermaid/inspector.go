package mermaid

import (
	"context"
	"crypto/sha256"
	"errors"
)

// Inspector says what is wrong with diagrams, and keeps what it has said. It is
// safe for concurrent use.
type Inspector struct {
	grammar *Grammar
	said    cache[[]Issue]
}

// NewInspector makes an inspector that asks a grammar.
func NewInspector(g *Grammar) *Inspector { return &Inspector{grammar: g} }

// Known returns what Inspect said of a source not long ago. It never waits.
func (i *Inspector) Known(source string) ([]Issue, bool) {
	return i.said.get(sha256.Sum256([]byte(source)))
}

// Inspect returns what is wrong with a source: why it does not parse, or else what
// Lint says. Of a source that the parser cannot cope with it returns the latter
// too. An error means that the grammar cannot be used at all, or that ctx was
// done.
func (i *Inspector) Inspect(ctx context.Context, source string) ([]Issue, error) {
	if issues, ok := i.Known(source); ok {
		return issues, nil
	}
	issues, err := i.look(ctx, source)
	if err == nil {
		i.said.put(sha256.Sum256([]byte(source)), issues)
	}
	return issues, err
}

func (i *Inspector) look(ctx context.Context, source string) ([]Issue, error) {
	v, err := i.grammar.Check(ctx, source)
	if err != nil {
		return i.without(ctx, source, err)
	}
	if v.OK {
		return Lint(source), nil
	}
	issue, err := i.grammar.Explain(ctx, v, source)
	if err != nil {
		if _, err := i.without(ctx, source, err); err != nil {
			return nil, err
		}
	}
	return []Issue{issue}, nil
}

// without tells a grammar that fails on one source from one that always fails.
func (i *Inspector) without(ctx context.Context, source string, err error) ([]Issue, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if !errors.Is(err, ErrTooLong) && !errors.Is(err, ErrTooSlow) {
		if err := i.grammar.Warm(ctx); err != nil {
			return nil, err
		}
	}
	return Lint(source), nil
}
