package server

import (
	"go.uber.org/zap"
)

// Options are what a session is built from. The zero value works.
type Options struct {
	Logger  *zap.Logger // nil logs nothing
	Version string      // of designls, told to the client

	// ProcessAlive reports whether a process of this machine exists. Nil asks the
	// operating system.
	ProcessAlive func(pid int) bool
}

func (o Options) withDefaults() Options {
	if o.Logger == nil {
		o.Logger = zap.NewNop()
	}
	if o.ProcessAlive == nil {
		o.ProcessAlive = processAlive
	}
	return o
}
