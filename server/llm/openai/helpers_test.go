package openai

import (
	"io"
	"log"
	"net"
	"net/http"
)

// countNew counts connections. The server calls it from one goroutine.
func countNew(n *int) func(net.Conn, http.ConnState) {
	return func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			*n++
		}
	}
}

// quiet is for a server whose complaints are expected.
func quiet() *log.Logger { return log.New(io.Discard, "", 0) }
