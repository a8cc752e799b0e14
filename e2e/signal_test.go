//go:build unix

package e2e

import (
	"syscall"
	"testing"
	"time"
)

// TestServeEndsWhileItsInputStaysOpen: a signal ends a session that waits for its
// editor. A read from a blocking pipe or a terminal cannot be made to stop, and must not
// be waited for: the session gives its connection two seconds to drain.
func TestServeEndsWhileItsInputStaysOpen(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		cmd, c, _ := startServer(t)
		c.initialize()
		begin := time.Now()
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // its code is looked at
		if took, code := time.Since(begin), cmd.ProcessState.ExitCode(); took > time.Second || code != 1 {
			t.Errorf("%s: exit code %d after %s", signal, code, took)
		}
	}
}
