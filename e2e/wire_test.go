package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"testing"
)

// wire speaks the base protocol: messages with a header that says their length.
type wire struct {
	t testing.TB
	r *textproto.Reader
	w io.Writer
}

func newWire(t testing.TB, r io.Reader, w io.Writer) wire {
	return wire{t: t, r: textproto.NewReader(bufio.NewReader(r)), w: w}
}

func (c wire) send(message string) {
	c.t.Helper()
	if _, err := fmt.Fprintf(c.w, "Content-Length: %d\r\n\r\n%s", len(message), message); err != nil {
		c.t.Fatal(err)
	}
}

// answer reads messages up to the response to a request.
func (c wire) answer(id int) map[string]any {
	c.t.Helper()
	for {
		header, err := c.r.ReadMIMEHeader()
		if err != nil {
			c.t.Fatalf("waiting for the response to %d: %v", id, err)
		}
		size, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			c.t.Fatal(err)
		}
		body := make([]byte, size)
		if _, err := io.ReadFull(c.r.R, body); err != nil {
			c.t.Fatal(err)
		}
		var message map[string]any
		if err := json.Unmarshal(body, &message); err != nil {
			c.t.Fatalf("%v in %s", err, body)
		}
		if message["id"] == float64(id) && message["method"] == nil {
			return message
		}
	}
}

func (c wire) initialize() map[string]any {
	c.t.Helper()
	c.send(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}`)
	message := c.answer(1)
	result, ok := message["result"].(map[string]any)
	if !ok {
		c.t.Fatalf("initialize is answered with %v", message)
	}
	return result
}

func (c wire) leave() {
	c.t.Helper()
	c.send(`{"jsonrpc":"2.0","id":2,"method":"shutdown"}`)
	c.answer(2)
	c.send(`{"jsonrpc":"2.0","method":"exit"}`)
}
