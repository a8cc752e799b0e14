package llm

import (
	"context"
	"sync"
)

// Attempt is a piece of work for which models are asked, whose replies are worth
// keeping only if it comes to something. An attempt within another one hands over
// to that one what it would keep.
type Attempt struct {
	outer *Attempt

	mu       sync.Mutex
	verdicts []func(keep bool)
}

type attemptKey struct{}

// Try carries out a piece of work as an attempt. The work says whether its replies
// were of use; those of work that panics are not.
func Try(ctx context.Context, work func(context.Context) (keep bool)) {
	ctx, a := Begin(ctx)
	keep := false
	defer func() { a.End(keep) }()
	keep = work(ctx)
}

// Begin returns a context of a new attempt. It has to be ended; Try sees to that.
func Begin(ctx context.Context) (context.Context, *Attempt) {
	outer, _ := ctx.Value(attemptKey{}).(*Attempt)
	a := &Attempt{outer: outer}
	return context.WithValue(ctx, attemptKey{}, a), a
}

// End says whether the replies of the attempt were of use. Only the first call counts.
func (a *Attempt) End(keep bool) {
	for _, verdict := range a.take() {
		if keep && a.outer != nil {
			a.outer.judge(verdict)
			continue
		}
		verdict(keep)
	}
}

// Keep ends the attempt, and has its replies kept whatever an attempt around it comes
// to: they are of use by themselves.
func (a *Attempt) Keep() {
	for _, verdict := range a.take() {
		verdict(true)
	}
}

// take are the verdicts that are still to be given, which nobody else gives then.
func (a *Attempt) take() []func(keep bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	verdicts := a.verdicts
	a.verdicts = nil
	return verdicts
}

func (a *Attempt) judge(verdict func(keep bool)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.verdicts = append(a.verdicts, verdict)
}

// Judge has verdict called once it is known whether a reply was of use: at the end
// of the attempt of the context, and without one at once, when it counts as such.
func Judge(ctx context.Context, verdict func(keep bool)) {
	if a, ok := ctx.Value(attemptKey{}).(*Attempt); ok {
		a.judge(verdict)
		return
	}
	verdict(true)
}
