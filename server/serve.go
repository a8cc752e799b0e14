// Package server speaks the Language Server Protocol: it keeps the connection and
// its lifecycle, mirrors the open documents, and answers each method from a
// snapshot of the workspace by delegating to the packages that know the subject.
//
// Notifications are handled one by one, in the order in which they arrive, and
// requests beside them, each on the state that was current when it came. No panic
// and no failure in one of them takes another down.
package server

import (
	"context"
	"io"
	"time"

	"go.uber.org/zap"
)

// Exit codes of a session, as the protocol defines them.
const (
	ExitClean   = 0 // "exit" came after "shutdown"
	ExitUnclean = 1 // the client left, died or was cut off without "shutdown"
)

// farewell is how long a session waits for the connection to drain once it is
// over. Reading from a terminal or a blocking pipe cannot be interrupted, and the
// process is about to end anyway.
const farewell = 2 * time.Second

// Serve speaks to one client until it leaves, its process dies or ctx ends, and
// returns the code with which the process should exit. It closes rw.
func Serve(ctx context.Context, rw io.ReadWriteCloser, options Options) int {
	ctx, end := context.WithCancel(ctx)
	defer end()
	s := newSession(ctx, end, rw, options.withDefaults())
	s.conn.Go(ctx, s.handle)
	select {
	case <-ctx.Done():
	case <-s.conn.Done():
	}
	return s.close()
}

// close ends what the session still does.
func (s *session) close() int {
	s.end()
	if err := s.stream.Close(); err != nil {
		s.log.Debug("closing the connection", zap.Error(err))
	}
	s.tasks.Wait()
	timer := time.NewTimer(farewell)
	defer timer.Stop()
	select {
	case <-s.conn.Done():
	case <-timer.C:
		s.log.Warn("the connection did not drain in time")
	}
	return s.exitCode()
}

func (s *session) exitCode() int {
	if err := s.conn.Err(); err != nil {
		s.log.Warn("the connection ended with an error", zap.Error(err))
	}
	if s.lifecycle.now.Load() >= phaseShutdown {
		return ExitClean
	}
	return ExitUnclean
}
