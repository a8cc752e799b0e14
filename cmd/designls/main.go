// Command designls reviews system-design documents: as a language server inside
// an editor, and on the command line for a terminal or for CI.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// version is set by the linker; see version.go for how it is found otherwise.
var version string

func main() {
	s := streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	os.Exit(execute(untilSignal(), s, os.Args[1:]))
}

// untilSignal returns a context that the first interrupt ends. A second one ends the
// process at once, as it would without this.
func untilSignal() context.Context {
	ctx, end := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		s := <-signals
		signal.Stop(signals)
		end(interruption{s})
	}()
	return ctx
}

// interruption is why a context has ended: the user, or the system, wants the program
// to end.
type interruption struct{ signal os.Signal }

func (i interruption) Error() string { return i.signal.String() }

// exitCode is what a shell expects of a program that a signal has ended.
func (i interruption) exitCode() int {
	if n, ok := i.signal.(syscall.Signal); ok {
		return exitSignal + int(n)
	}
	return exitFailure
}
