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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	s := streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	os.Exit(execute(ctx, s, os.Args[1:]))
}
