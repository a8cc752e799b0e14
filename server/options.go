package server

import (
	"time"

	"go.uber.org/zap"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/workspace"
)

// Options are what a session is built from. The zero value works.
type Options struct {
	Logger  *zap.Logger // nil logs nothing
	Version string      // of designls, told to the client

	Rules   []rules.Rule     // that documents are checked by; nil means rules.Table
	Actions []actions.Action // that are offered, in the order of the menu; nil means actions.Table

	// Grammar checks diagrams. With nil they get only a small check. It is shared by
	// the sessions that have it, and closed by whoever made it.
	Grammar *mermaid.Grammar

	// Connect makes the model of the engine "openai". Nil says that this program has
	// none. What it returns is kept for all documents with the same settings of one
	// folder.
	Connect func(Connection) (llm.Model, reviewer.Counter, error)

	// Count makes a model of the engine "editor" one whose tokens are written down, and
	// which stops when those of the month are used up. Nil leaves it as it is.
	Count func(Connection, llm.Model) (llm.Model, error)

	// Month returns the tokens that a workspace, given by its root, has used this
	// month. Nil says that nobody counts.
	Month func(workspace string) (llm.Usage, error)

	// Engine is who reviews where no setting says; "" means builtin.
	Engine string

	// Consents are what users have agreed to. Nil asks each time, and remembers
	// for the session.
	Consents *Consents

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
	if o.Actions == nil {
		o.Actions = actions.Table()
	}
	if o.Consents == nil {
		o.Consents = OpenConsents("")
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
	k := workspace.Known{Templates: knowledge.StyleIDs()}
	for _, r := range o.Rules {
		k.Rules = append(k.Rules, r.ID)
	}
	for _, m := range rules.ByModels() {
		k.Rules = append(k.Rules, m.ID)
	}
	for _, a := range o.Actions {
		k.Actions = append(k.Actions, a.ID)
	}
	return k
}
