package server_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/designls/designls/server"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/lsptest"
	"github.com/designls/designls/server/rules"
)

// wire is a client that writes and reads frames, and knows nothing else.
type wire struct {
	t    *testing.T
	pipe net.Conn
	read chan string
}

func newWire(t *testing.T, options server.Options) *wire {
	lsptest.EmptyPools()
	client, served := net.Pipe()
	w := &wire{t: t, pipe: client, read: make(chan string, 100)}
	done := make(chan int, 1)
	go func() { done <- server.Serve(context.Background(), served, options) }()
	go w.receive()
	t.Cleanup(func() { client.Close(); <-done })
	return w
}

func (w *wire) send(body string) {
	w.t.Helper()
	if _, err := fmt.Fprintf(w.pipe, "Content-Length: %d\r\n\r\n%s", len(body), body); err != nil {
		w.t.Fatal(err)
	}
	synctest.Wait()
}

func (w *wire) receive() {
	defer close(w.read)
	in := bufio.NewReader(w.pipe)
	for {
		var length int
		if _, err := fmt.Fscanf(in, "Content-Length: %d\r\n\r\n", &length); err != nil {
			return
		}
		body := make([]byte, length)
		if _, err := io.ReadFull(in, body); err != nil {
			return
		}
		w.read <- string(body)
	}
}

// received returns what was read so far that has all the parts.
func (w *wire) received(parts ...string) (found []string) {
	for range len(w.read) {
		body := <-w.read
		has := true
		for _, part := range parts {
			has = has && strings.Contains(body, part)
		}
		if has {
			found = append(found, body)
		}
	}
	return found
}

// A request that waits is given up when the client cancels it; another goes on.
func TestARequestIsCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gate := make(chan struct{})
		slow := rules.Rule{ID: "slow", Severity: finding.Hint, Section: func(*rules.Scope) []finding.Finding {
			<-gate
			return nil
		}}
		w := newWire(t, server.Options{Rules: []rules.Rule{slow}})
		w.send(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}`)
		w.send(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///x/design.md","languageId":"markdown","version":1,"text":"# A\n"}}}`)
		w.received()
		for _, id := range []string{`"patient"`, `"hasty"`, `7`} {
			w.send(`{"jsonrpc":"2.0","id":` + id + `,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x/design.md"},"position":{"line":0,"character":0}}}`)
		}
		w.send(`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"hasty"}}`)
		w.send(`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}`)
		if answers := w.received(`"code":-32800`); len(answers) != 2 {
			t.Errorf("the cancelled requests are answered with %q", answers)
		}
		close(gate)
		synctest.Wait()
		if answers := w.received(`"id":"patient"`, `"result":null`); len(answers) != 1 {
			t.Errorf("the other request is answered with %q", answers)
		}
	})
}
