package llm

import (
	"context"
	"errors"
	"time"

	"github.com/cenkalti/backoff/v5"
)

// Patience says how often to try a request again, and for how long. Zero
// fields have the defaults that stand beside them.
type Patience struct {
	Tries   int           // at most, with the first: 4
	Wait    time.Duration // before the second try; it doubles from there, with jitter: 1 s
	Longest time.Duration // between two tries; a server that asks for more is not waited for: 1 min

	// Waiting is told of each failure that will be tried again, and when.
	Waiting func(err error, wait time.Duration)
}

func (p Patience) orDefaults() Patience {
	if p.Tries <= 0 {
		p.Tries = 4
	}
	if p.Wait <= 0 {
		p.Wait = time.Second
	}
	if p.Longest <= 0 {
		p.Longest = time.Minute
	}
	return p
}

// Retry returns a model that tries again what fails for reasons that pass. It
// never does once text has been written: what was used cannot be taken back.
func Retry(m Model, p Patience) Model { return retrying{m, p.orDefaults()} }

type retrying struct {
	Model
	patience Patience
}

// Complete implements Model.
func (m retrying) Complete(ctx context.Context, r Request, write func(chunk string)) (Reply, error) {
	var (
		reply Reply
		last  error
		begun bool
		spent Usage // by tries that failed
	)
	watched := func(chunk string) {
		begun = true
		if write != nil {
			write(chunk)
		}
	}
	if write == nil {
		watched = nil
	}
	try := func() (struct{}, error) {
		spent = spent.Add(reply.Usage)
		reply, last = m.Model.Complete(ctx, r, watched)
		if last != nil && !begun && ctx.Err() == nil && m.worthAnother(last) {
			return struct{}{}, waitFor(last)
		}
		return struct{}{}, backoff.Permanent(last)
	}
	_, err := backoff.Retry(ctx, try, m.options()...)
	if ctx.Err() != nil && err != nil && !begun {
		last = ended(ctx, last)
	}
	reply.Usage = reply.Usage.Add(spent)
	return reply, last
}

// ended is what to return when the context ended while waiting: a cancelled
// request is cancelled, and one whose time is up keeps the reason it failed for.
func ended(ctx context.Context, last error) error {
	if errors.Is(ctx.Err(), context.Canceled) || last == nil {
		return ctx.Err()
	}
	return last
}

func (m retrying) worthAnother(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Retryable() && e.RetryAfter <= m.patience.Longest
}

// waitFor carries how long the server wants to be left alone.
func waitFor(err error) error {
	var e *Error
	if errors.As(err, &e) && e.RetryAfter > 0 {
		return errors.Join(err, &backoff.RetryAfterError{Duration: e.RetryAfter})
	}
	return err
}

func (m retrying) options() []backoff.RetryOption {
	wait := backoff.NewExponentialBackOff()
	wait.InitialInterval, wait.Multiplier, wait.MaxInterval = m.patience.Wait, 2, m.patience.Longest
	options := []backoff.RetryOption{
		backoff.WithBackOff(wait),
		backoff.WithMaxTries(uint(m.patience.Tries)),
		backoff.WithMaxElapsedTime(0), // the context and the number of tries are the limits
	}
	if m.patience.Waiting != nil {
		options = append(options, backoff.WithNotify(func(err error, wait time.Duration) {
			var e *Error
			if errors.As(err, &e) {
				m.patience.Waiting(e, wait)
			}
		}))
	}
	return options
}
