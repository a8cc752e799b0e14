package main

import (
	"context"
	"io"
	"testing"
	"time"
)

// A terminal or a blocking pipe cannot be made to stop reading.
func TestServeEndsWhileItsInputStaysOpen(t *testing.T) {
	in, editor := io.Pipe()
	defer editor.Close()
	ctx, interrupt := context.WithCancel(t.Context())
	ended := make(chan int)
	go func() {
		ended <- execute(ctx, streams{in: io.NopCloser(in), out: io.Discard, err: io.Discard}, []string{"serve"})
	}()
	interrupt()
	select {
	case code := <-ended:
		if code != 1 {
			t.Errorf("exit code %d", code)
		}
	case <-time.After(time.Second):
		t.Error("serve still waits for its input")
	}
}
