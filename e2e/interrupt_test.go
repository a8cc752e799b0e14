//go:build unix

package e2e

import (
	"bytes"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
)

const design = "# Feed %d\n\n## Goals\n\nA user sees their own post at once. Feeds are served in 200 ms at the 99th percentile.\n"

// TestInterruptingAReview stops one while four documents wait for the model, as many
// as are asked about at a time: so what was answered before is with the user.
func TestInterruptingAReview(t *testing.T) {
	const all, known, waiting = 7, 3, 4
	for name, test := range map[string]struct {
		signal syscall.Signal
		code   int
	}{"Ctrl-C": {syscall.SIGINT, 130}, "kill": {syscall.SIGTERM, 143}} {
		t.Run(name, func(t *testing.T) {
			s := newModelServer(t, `{"findings":[]}`)
			documents := map[string]string{}
			for i := range all {
				documents[fmt.Sprintf("docs/design/d%d.md", i)] = fmt.Sprintf(design, i)
			}
			u := newUser(t, s, documents)
			s.answer(known)
			cmd, said := u.start(t, "review", "--yes", "docs")
			await(t, s.waiting, waiting)
			if err := cmd.Process.Signal(test.signal); err != nil {
				t.Fatal(err)
			}
			ended(t, cmd, said, test.code, "; about ", "interrupted: 4 of 7 documents were not reviewed", "run the same command again")
			await(t, s.gone, waiting)
			u.unchanged(t, documents)

			s.answer(all)
			cmd, said = u.start(t, "review", "--yes", "docs")
			ended(t, cmd, said, 0, "3 of 7 documents answered from the cache")
			if n := s.requests(); n != all-known {
				t.Errorf("%d documents were paid for when it went on, want %d", n, all-known)
			}
			u.unchanged(t, documents)
		})
	}
}

func TestInterruptingAnAction(t *testing.T) {
	s := newModelServer(t, "## Overview\n\nA feed that is served in 200 ms.\n")
	documents := map[string]string{"feed.md": fmt.Sprintf(design, 1)}
	u := newUser(t, s, documents)
	run := []string{"run", "insert-overview", "feed.md", "--write", "--yes"}
	cmd, said := u.start(t, run...)
	await(t, s.waiting, 1)
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	ended(t, cmd, said, 130, "interrupted, so feed.md is unchanged; run the same command again")
	await(t, s.gone, 1)
	u.unchanged(t, documents)

	s.answer(9)
	cmd, said = u.start(t, run...)
	ended(t, cmd, said, 0, "feed.md: ")
}

// typist is the terminal of a program: what is typed, and what it shows.
type typist struct {
	io.Writer
	mu    sync.Mutex
	shown bytes.Buffer
	seen  chan struct{} // closed once it shows the text that is waited for
	over  chan struct{} // closed once nothing more is shown
	until string
}

func (p *typist) read(from io.Reader) {
	buffer := make([]byte, 4096)
	for {
		n, err := from.Read(buffer)
		p.mu.Lock()
		p.shown.Write(buffer[:n])
		if p.until != "" && strings.Contains(p.shown.String(), p.until) {
			p.until = ""
			close(p.seen)
		}
		p.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (p *typist) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.shown.String()
}

// onTerminal starts the program in a terminal, and waits until that shows a text.
func (u user) onTerminal(t *testing.T, until, command string) (*exec.Cmd, *typist) {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the script of other systems takes other arguments")
	}
	cmd := exec.CommandContext(t.Context(), needs(t, "script", "bsdutils"), "-qefc", program()+" "+command, "/dev/null")
	cmd.Dir, cmd.Env = u.folder, append(u.env, "TERM=xterm", "SHELL=/bin/sh")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &typist{Writer: in, seen: make(chan struct{}), over: make(chan struct{}), until: until}
	go func() { p.read(out); close(p.over) }()
	await(t, p.seen, 1)
	return cmd, p
}

const ctrlC = "\x03"

// TestInterruptingTheQuestion: one press ends the program while it asks whether text
// may be sent, and nothing was.
func TestInterruptingTheQuestion(t *testing.T) {
	for _, command := range []string{"review feed.md", "run insert-overview feed.md --write"} {
		t.Run(command, func(t *testing.T) {
			s := newModelServer(t, "")
			documents := map[string]string{"feed.md": fmt.Sprintf(design, 1)}
			u := newUser(t, s, documents)
			s.answer(9)
			cmd, terminal := u.onTerminal(t, "[n] no: ", command)
			if _, err := io.WriteString(terminal, ctrlC); err != nil {
				t.Fatal(err)
			}
			<-terminal.over
			ended(t, cmd, terminal, 130, "interrupted")
			if n := s.requests(); n != 0 {
				t.Errorf("%d requests were sent", n)
			}
			u.unchanged(t, documents)
		})
	}
}

// TestTheQuestionIsAskedOnce: what is allowed for the workspace is not asked again, and
// what is denied is not sent.
func TestTheQuestionIsAskedOnce(t *testing.T) {
	s := newModelServer(t, `{"findings":[]}`)
	u := newUser(t, s, map[string]string{"a.md": fmt.Sprintf(design, 1), "b.md": fmt.Sprintf(design, 2)})
	s.answer(9)
	cmd, terminal := u.onTerminal(t, "[n] no: ", "review a.md b.md")
	if _, err := io.WriteString(terminal, "n\n"); err != nil {
		t.Fatal(err)
	}
	<-terminal.over
	ended(t, cmd, terminal, 2, "you did not agree", "2 documents, such as a.md")
	if n := s.requests(); n != 0 {
		t.Errorf("%d requests after a no", n)
	}
	cmd, terminal = u.onTerminal(t, "[n] no: ", "review a.md b.md")
	if _, err := io.WriteString(terminal, "a\n"); err != nil {
		t.Fatal(err)
	}
	<-terminal.over
	ended(t, cmd, terminal, 0, "2 of 2 reviewed")
	if strings.Count(terminal.String(), "[n] no: ") != 1 {
		t.Errorf("asked more than once:\n%s", terminal)
	}
	plain, said := u.start(t, "review", "a.md")
	ended(t, plain, said, 0, "from the cache")
}
