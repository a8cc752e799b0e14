package server

import (
	"context"
	"io"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.uber.org/zap"

	"github.com/designls/designls/server/workspace"
)

// session is the conversation with one client.
type session struct {
	options Options
	known   workspace.Known
	log     *zap.Logger
	stream  jsonrpc2.Stream
	conn    jsonrpc2.Conn
	client  protocol.Client

	end   context.CancelFunc // ends the connection
	ctx   context.Context    // of work in the background; ends with "shutdown" or the connection
	quit  context.CancelFunc
	tasks tasks
	calls *calls
	told  sync.Map // what the user was told already, so as not to be told twice

	lifecycle lifecycle
	features  features // written by initialize, before anything reads it

	mu         sync.Mutex // held while the workspace changes, so that what is beside it changes along
	workspace  *workspace.Session
	generation int64            // counts the changes of anything but the text of a buffer
	outOfStep  map[string]error // by URI: buffers whose text is not known, and why
	followers  followers

	editing turn // of a change that the client is asked to make

	reviewers reviewers
	schedule  schedule
	published published
	statuses  statuses
	archive   archive
	runs      runs
	previews  previews
	diagrams  *diagrams
	messages  messages
	engines   engines
	opinions  opinions
	spending  spending
	drawings  drawings
	settings  settingsPull

	folderFiles map[string]bool // settings and ledgers with problems; only diagnoseFolders touches it
}

func newSession(ctx context.Context, end context.CancelFunc, rw io.ReadWriteCloser, options Options) *session {
	s := &session{options: options, known: options.known(), log: options.Logger, end: end, calls: newCalls()}
	s.ctx, s.quit = context.WithCancel(ctx)
	s.stream = newStream(rw, s.refuse, end)
	s.conn = jsonrpc2.NewConn(s.stream, jsonrpc2.WithCodec(codec{}))
	s.client = protocol.ClientDispatcher(s.conn)
	s.workspace = workspace.NewSession(s.known)
	s.editing = newTurn()
	s.runs.cancel = map[protocol.ProgressToken]context.CancelFunc{}
	s.diagrams = newDiagrams(options.Grammar)
	s.outOfStep = map[string]error{}
	s.folderFiles = map[string]bool{}
	return s
}

// view is the state of the workspace when a message came.
type view struct {
	*workspace.Snapshot
	generation int64
}

// now is the state after all notifications so far.
func (s *session) now() view {
	s.mu.Lock()
	defer s.mu.Unlock()
	return view{Snapshot: s.workspace.Snapshot(), generation: s.generation}
}

// changed makes a change of anything but the text of a buffer.
func (s *session) changed(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.generation++
	change()
}
