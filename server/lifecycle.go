package server

import (
	"sync/atomic"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// phase is how far a session is. Phases follow one another and never go back.
type phase = int32

const (
	phaseNew          phase = iota // before "initialize"
	phaseInitializing              // between "initialize" and "initialized"
	phaseRunning
	phaseShutdown // after "shutdown": nothing but "exit" is expected
)

// lifecycle says what a session may be asked.
type lifecycle struct{ now atomic.Int32 }

// enter moves on to a phase, and reports false when that one is behind already.
func (l *lifecycle) enter(to phase) bool {
	for {
		from := l.now.Load()
		if from >= to {
			return false
		}
		if l.now.CompareAndSwap(from, to) {
			return true
		}
	}
}

// admit returns the error with which a request is refused in this phase.
func (l *lifecycle) admit(method string) error {
	now := l.now.Load()
	switch {
	case now == phaseNew && method != protocol.MethodInitialize:
		return jsonrpc2.Errorf(jsonrpc2.ServerNotInitialized, "the server has to be sent %q before %q", protocol.MethodInitialize, method)
	case now >= phaseShutdown:
		return jsonrpc2.Errorf(jsonrpc2.InvalidRequest, "the server was shut down, so %q is not answered; only %q may follow", method, protocol.MethodExit)
	case now > phaseNew && method == protocol.MethodInitialize:
		return jsonrpc2.Errorf(jsonrpc2.InvalidRequest, "the server was initialized already; %q may be sent once", method)
	}
	return nil
}

// accepts reports whether a notification is handled in this phase. The others are
// dropped, as the protocol demands.
func (l *lifecycle) accepts(method string) bool {
	now := l.now.Load()
	return method == protocol.MethodExit || (now > phaseNew && now < phaseShutdown)
}
