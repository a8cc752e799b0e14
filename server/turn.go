package server

import "context"

// turn is had by one at a time. Unlike for a lock, one need not wait for it any
// longer when the work has been cancelled.
type turn chan struct{}

func newTurn() turn { return make(turn, 1) }

// begin takes the turn, and says whether somebody else had it before. It fails
// when ctx ends while it waits.
func (t turn) begin(ctx context.Context) (waited bool, err error) {
	select {
	case t <- struct{}{}:
		return false, nil
	default:
	}
	select {
	case t <- struct{}{}:
		return true, nil
	case <-ctx.Done():
		return true, ctx.Err()
	}
}

func (t turn) end() { <-t }
