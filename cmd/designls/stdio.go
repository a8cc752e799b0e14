package main

import (
	"errors"
	"io"
)

// stdio is the connection over the standard streams.
type stdio struct {
	s  streams
	in *io.PipeReader
}

// newStdio reads stdin ahead through a pipe in memory. A Read of a blocking pipe
// or a terminal cannot be interrupted, and would keep the program alive after a
// signal to end; a Read from here ends with Close.
func newStdio(s streams) stdio {
	in, ahead := io.Pipe()
	go func() {
		_, err := io.Copy(ahead, s.in)
		ahead.CloseWithError(err) // nil is the end of the input
	}()
	return stdio{s: s, in: in}
}

func (c stdio) Read(p []byte) (int, error)  { return c.in.Read(p) }
func (c stdio) Write(p []byte) (int, error) { return c.s.out.Write(p) }

// Close closes both directions, where they can be closed.
func (c stdio) Close() error {
	errs := []error{c.in.Close()}
	for _, stream := range []any{c.s.in, c.s.out} {
		if closer, ok := stream.(io.Closer); ok {
			errs = append(errs, closer.Close())
		}
	}
	return errors.Join(errs...)
}
