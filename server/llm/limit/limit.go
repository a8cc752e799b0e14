// Package limit keeps the requests to one model within what its server bears:
// so many at a time, so many in a minute, and none while the server wants to be
// left alone.
package limit

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/designls/designls/server/llm"
)

// Options are the limits.
type Options struct {
	Concurrent int     // requests at a time; 0 is 4
	PerMinute  float64 // requests that begin in a minute; 0 is no limit
}

// Limit is what one server bears. All models at that server should share one. It is
// safe for concurrent use.
type Limit struct {
	slots chan struct{}
	rate  *rate.Limiter

	mu    sync.Mutex
	quiet time.Time // until when the server wants to be left alone
}

// New returns the limit of one server.
func New(o Options) *Limit {
	if o.Concurrent <= 0 {
		o.Concurrent = 4
	}
	l := &Limit{slots: make(chan struct{}, o.Concurrent), rate: rate.NewLimiter(rate.Inf, 1)}
	if o.PerMinute > 0 {
		l.rate = rate.NewLimiter(rate.Limit(o.PerMinute/60), o.Concurrent)
	}
	return l
}

// Model returns a model that lets requests wait until the limit allows them.
func (l *Limit) Model(m llm.Model) llm.Model { return limited{m, l} }

type limited struct {
	llm.Model
	*Limit
}

// Complete implements llm.Model.
func (l limited) Complete(ctx context.Context, r llm.Request, write func(chunk string)) (llm.Reply, error) {
	select {
	case l.slots <- struct{}{}:
		defer func() { <-l.slots }()
	case <-ctx.Done():
		return llm.Reply{}, ctx.Err()
	}
	if err := l.turn(ctx); err != nil {
		return llm.Reply{}, err
	}
	reply, err := l.Model.Complete(ctx, r, write)
	l.heed(err)
	return reply, err
}

// turn waits until a request may begin.
func (l *Limit) turn(ctx context.Context) error {
	for {
		wait := l.wait()
		if wait <= 0 {
			break
		}
		if err := pause(ctx, wait); err != nil {
			return err
		}
	}
	if err := l.rate.Wait(ctx); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return context.DeadlineExceeded // it would be, before its turn comes
	}
	return nil
}

func (l *Limit) wait() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	return time.Until(l.quiet)
}

// heed makes all requests wait when one was told to.
func (l *Limit) heed(err error) {
	var e *llm.Error
	if !errors.As(err, &e) || e.Kind != llm.RateLimit || e.RetryAfter <= 0 || e.RetryAfter > longest {
		return
	}
	until := time.Now().Add(e.RetryAfter)
	l.mu.Lock()
	defer l.mu.Unlock()
	if until.After(l.quiet) {
		l.quiet = until
	}
}

// longest is how long all are made to wait: beyond that a failure that says
// when to come back serves the user better.
const longest = time.Minute

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
