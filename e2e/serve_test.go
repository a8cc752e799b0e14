package e2e

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// startServer starts the program on its standard streams.
func startServer(t testing.TB, args ...string) (*exec.Cmd, wire, *bytes.Buffer) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program(), append([]string{"serve"}, args...)...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	said := &bytes.Buffer{}
	cmd.Stderr = said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, newWire(t, out, in), said
}

func TestServeOnStandardStreams(t *testing.T) {
	log := filepath.Join(t.TempDir(), "designls.log")
	cmd, c, said := startServer(t, "--stdio", "--log-file", log, "--log-level", "debug")
	result := c.initialize()
	if info, ok := result["serverInfo"].(map[string]any); !ok || info["name"] != "designls" {
		t.Errorf("serverInfo is %v", result["serverInfo"])
	}
	c.leave()
	if err := cmd.Wait(); err != nil {
		t.Errorf("after shutdown and exit: %v", err)
	}
	if said.Len() > 0 {
		t.Errorf("with a log file stderr has %q", said)
	}
}

func TestServeExitsWithOneWithoutShutdown(t *testing.T) {
	cmd, c, _ := startServer(t)
	c.initialize()
	c.send(`{"jsonrpc":"2.0","method":"exit"}`)
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("exit code %d, want 1 (%v)", cmd.ProcessState.ExitCode(), err)
	}
}

func TestServeOnALoopbackPort(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), program(), "serve", "--listen", "127.0.0.1:0")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // it was killed, so it cannot have gone well
	}()
	lines := bufio.NewReader(stderr)
	line, err := lines.ReadString('\n')
	address, found := strings.CutPrefix(strings.TrimSpace(line), "designls: listening on ")
	if err != nil || !found {
		t.Fatalf("stderr begins with %q (%v)", line, err)
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }() // so that logging never blocks it
	for range 2 {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		c := newWire(t, conn, conn)
		c.initialize()
		c.leave()
		if err := conn.Close(); err != nil {
			t.Error(err)
		}
	}
}

// BenchmarkServeToInitialized is the time from starting the process to its
// answer to "initialize".
func BenchmarkServeToInitialized(b *testing.B) {
	for b.Loop() {
		cmd, c, _ := startServer(b)
		c.initialize()
		b.StopTimer()
		c.leave()
		if err := cmd.Wait(); err != nil {
			b.Error(err)
		}
		b.StartTimer()
	}
}
