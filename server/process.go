package server

import (
	"context"
	"time"

	"go.uber.org/zap"
)

// processPoll is how often the client's process is looked for. A client that dies
// closes its end of the connection as a rule; this is for those whose children
// hold it open.
const processPoll = 5 * time.Second

// watchProcess ends the session when the client's process is gone. A process that
// cannot be seen to begin with is not watched: it lives in another container or
// on another machine.
func (s *session) watchProcess(pid int) {
	if !s.options.ProcessAlive(pid) {
		s.log.Info("the client's process is not visible from here and not watched", zap.Int("pid", pid))
		return
	}
	s.background("watching the client's process", func(ctx context.Context) {
		ticker := time.NewTicker(processPoll)
		defer ticker.Stop()
		for s.options.ProcessAlive(pid) {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
		}
		s.log.Warn("the client's process is gone", zap.Int("pid", pid))
		s.end()
	})
}
