//go:build unix

package e2e

import (
	"strings"
	"syscall"
	"testing"
)

// TestServeEndsWhileItsInputStaysOpen: a signal ends a session that waits for its
// editor. A read from a blocking pipe or a terminal cannot be made to stop, and must not
// be waited for until the session gives its connection up, which it says.
func TestServeEndsWhileItsInputStaysOpen(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		cmd, c, said := startServer(t)
		c.initialize()
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // its code is looked at
		if code := cmd.ProcessState.ExitCode(); code != 1 || strings.Contains(said.String(), "did not drain") {
			t.Errorf("%s: exit code %d\n%s", signal, code, said)
		}
	}
}
