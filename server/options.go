package server

import (
	"time"

	"go.uber.org/zap"

	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/workspace"
)

// Options are what a session is built from. The zero value works.
type Options struct {
	Logger  *zap.Logger // nil logs nothing
	Version string      // of designls, told to the client

	Rules []rules.Rule // that documents are checked by; nil means rules.Table

	User string           // who takes decisions in this session, for the ledger
	Now  func() time.Time // nil means time.Now

	// ProcessAlive reports whether a process of this machine exists. Nil asks the
	// operating system.
	ProcessAlive func(pid int) bool
}

func (o Options) withDefaults() Options {
	if o.Logger == nil {
		o.Logger = zap.NewNop()
	}
	if o.Rules == nil {
		o.Rules = rules.Table()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.ProcessAlive == nil {
		o.ProcessAlive = processAlive
	}
	return o
}

// known are the names that settings may use.
func (o Options) known() workspace.Known {
	var k workspace.Known
	for _, r := range o.Rules {
		k.Rules = append(k.Rules, r.ID)
	}
	for _, s := range knowledge.Styles() {
		k.Templates = append(k.Templates, s.ID)
	}
	return k
}
