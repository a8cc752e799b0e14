package mermaid

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"
)

// Errors of Check that say something of the grammar or the source, not of the
// call. Each is one sentence for the user.
var (
	ErrNoGrammar = errors.New("this program was built without mermaid's grammar, so diagrams get only a small check of their own; build it with make, or name a grammar in DESIGNLS_MERMAID")
	ErrTooLong   = errors.New("the diagram is too long to be checked; split it into several")
	ErrTooSlow   = errors.New("mermaid's parser did not come to an end with this diagram, so it was not checked; make it smaller")
	ErrClosed    = errors.New("the diagram grammar was closed")
)

// MaxSource is the length in bytes above which a source is not parsed. Mermaid
// draws nothing above 50,000 characters.
const MaxSource = 400_000

// usual are the limits of a parse. Thousands of lines take seconds; to load another
// engine takes as long as the grace.
var usual = limits{time: 10 * time.Second, grace: 250 * time.Millisecond}

// Grammar is mermaid's parser. It loads when it is first used, which takes
// some 30 ms and some 30 MB. It is safe for concurrent use; one source is
// parsed at a time, and verdicts are kept.
type Grammar struct {
	bundle   Bundle
	verdicts cache[answer]
	limits   limits

	// turn holds one token: whoever has it may use the fields below. Unlike a
	// mutex, it can be waited for until a context is done.
	turn   chan struct{}
	engine *engine // nil before the first use, and after a failure
	broken error   // why the bundle cannot be loaded; it will not get better
	closed bool
}

// New makes a grammar of a bundle: Embedded, or a file that the caller reads. The
// bundle is read when the grammar is first used.
func New(bundle Bundle) *Grammar {
	g := &Grammar{bundle: bundle, limits: usual, turn: make(chan struct{}, 1)}
	g.turn <- struct{}{}
	return g
}

// Warm loads the grammar, so that the first Check does not have to. It returns
// ErrNoGrammar when there is none.
func (g *Grammar) Warm(ctx context.Context) error {
	if err := g.take(ctx); err != nil {
		return err
	}
	defer g.pass()
	return g.load()
}

// Version is that of the mermaid in the grammar. It loads it.
func (g *Grammar) Version(ctx context.Context) (string, error) {
	if err := g.take(ctx); err != nil {
		return "", err
	}
	defer g.pass()
	if err := g.load(); err != nil {
		return "", err
	}
	return g.engine.version()
}

// Check parses a source. The error says why there is no verdict: the grammar is
// not there, the source is too long or stops the parser from ending, or ctx was
// done. What does not parse is no error but a Verdict.
func (g *Grammar) Check(ctx context.Context, source string) (Verdict, error) {
	key := sha256.Sum256([]byte(source))
	if a, ok := g.verdicts.get(key); ok {
		return a.verdict, a.err
	}
	if len(source) > MaxSource {
		return Verdict{}, ErrTooLong
	}
	if err := g.take(ctx); err != nil {
		return Verdict{}, err
	}
	defer g.pass()
	if a, ok := g.verdicts.get(key); ok { // parsed while this call waited
		return a.verdict, a.err
	}
	if err := g.load(); err != nil {
		return Verdict{}, err
	}
	return g.parse(ctx, key, source)
}

// Known returns the verdict on a source that was checked not long ago. It never
// waits and never loads anything.
func (g *Grammar) Known(source string) (Verdict, bool) {
	a, ok := g.verdicts.get(sha256.Sum256([]byte(source)))
	return a.verdict, ok && a.err == nil
}

// Close frees the engine, after the parse that is running. Later calls return
// ErrClosed.
func (g *Grammar) Close() error {
	<-g.turn
	defer g.pass()
	g.closed = true
	return g.drop()
}

func (g *Grammar) parse(ctx context.Context, key hash, source string) (Verdict, error) {
	raw, err := g.engine.check(ctx, source)
	if err == nil {
		v := raw.verdict(source)
		g.verdicts.put(key, answer{verdict: v})
		return v, nil
	}
	err = g.failed(ctx, err)
	if errors.Is(err, ErrTooSlow) {
		g.verdicts.put(key, answer{err: ErrTooSlow}) // and it would be again
	}
	return Verdict{}, err
}

// failed says why the engine came to nothing with a source. A parser that was
// stopped midway may remember it, so the engine goes.
func (g *Grammar) failed(ctx context.Context, err error) error {
	closed := g.drop()
	switch {
	case errors.Is(err, errStopped) && ctx.Err() != nil:
		err = ctx.Err()
	case errors.Is(err, errStopped):
		err = ErrTooSlow
	default:
		err = fmt.Errorf("mermaid's parser failed on this diagram, so it was not checked: %w", err)
	}
	return errors.Join(err, closed)
}

// load makes sure there is an engine. The caller has the turn.
func (g *Grammar) load() error {
	switch {
	case g.closed:
		return ErrClosed
	case g.broken != nil:
		return g.broken
	case g.engine != nil:
		return nil
	}
	bundle, err := g.bundle.read()
	if err == nil {
		g.engine, err = newEngine(bundle, g.limits)
	}
	g.broken = err
	return err
}

func (g *Grammar) drop() error {
	e := g.engine
	g.engine = nil
	if e == nil {
		return nil
	}
	return e.close()
}

func (g *Grammar) take(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case <-g.turn:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *Grammar) pass() { g.turn <- struct{}{} }
