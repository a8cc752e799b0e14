// Package lsptest is a fake editor for the tests of the server: it keeps buffers,
// applies edits and checks their versions, answers what the server asks, and
// records what it is told. It talks to the real server over a pipe in memory.
//
// Run in a testing/synctest bubble, Settle says exactly when the server has
// nothing left to do, so that no test sleeps.
package lsptest

import (
	"context"
	"net"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"github.com/designls/designls/server"
)

// Config is how an editor is started. The zero value is a full editor.
type Config struct {
	Options      server.Options
	Capabilities []Capability // made in turn; none means Full
	Settings     string       // the user's designls settings, as a JSON object
	Folders      []string     // of the workspace; none means the editor's directory
	ProcessID    *int32
	Raw          bool // not initialized
}

// Editor is a fake editor with a session of its own.
type Editor struct {
	Server   protocol.Server
	Encoding protocol.PositionEncodingKind
	Offered  protocol.ServerCapabilities

	t    testing.TB
	dir  string
	conn jsonrpc2.Conn
	pipe net.Conn
	code chan int

	typing   sync.Mutex // held while changes are made and sent, so that versions arrive in order
	mu       sync.Mutex
	news     *sync.Cond // diagnostics were published
	settings string
	thinking time.Duration // before it tells them
	buffers  map[uri.URI]*buffer
	onChange func(uri.URI, []edit) // told of edits before they are made
	records
}

// Start starts a server and an editor whose workspace is dir.
func Start(t testing.TB, dir string, config Config) *Editor {
	t.Helper()
	EmptyPools()
	client, served := net.Pipe()
	e := &Editor{
		t: t, dir: dir, pipe: client, code: make(chan int, 1),
		Encoding: protocol.PositionEncodingKindUTF16,
		settings: config.Settings,
		buffers:  map[uri.URI]*buffer{},
		records:  newRecords(),
	}
	e.news = sync.NewCond(&e.mu)
	go func() { e.code <- server.Serve(context.Background(), served, config.Options) }()
	e.conn = jsonrpc2.NewConn(jsonrpc2.NewStream(client), jsonrpc2.WithCodec(codec{}))
	e.conn.Go(context.Background(), e.handle)
	e.Server = protocol.ServerDispatcher(e.conn)
	t.Cleanup(e.Hangup)
	if !config.Raw {
		e.initialize(config)
	}
	return e
}

// EmptyPools makes jsonrpc2 forget the channels that it keeps for reuse. They
// belong to the synctest bubble in which they were made, and another bubble that
// gets one from the pool is stopped by the runtime. Pools are emptied by the
// second collection. Start does it; tests that use jsonrpc2 themselves have to.
func EmptyPools() {
	runtime.GC()
	runtime.GC()
}

func (e *Editor) initialize(config Config) {
	e.t.Helper()
	params := &protocol.InitializeParams{ProcessID: config.ProcessID, ClientInfo: protocol.ClientInfo{Name: "lsptest"}}
	if len(config.Capabilities) == 0 {
		config.Capabilities = []Capability{Full}
	}
	for _, change := range config.Capabilities {
		change(&params.Capabilities)
	}
	if len(config.Folders) == 0 {
		config.Folders = []string{""}
	}
	var folders []protocol.WorkspaceFolder
	for _, f := range config.Folders {
		folders = append(folders, protocol.WorkspaceFolder{URI: e.URI(f), Name: filepath.Base(f)})
	}
	params.WorkspaceFolders = protocol.NewNullable(folders)
	result, err := e.Server.Initialize(context.Background(), params)
	if err != nil {
		e.t.Fatalf("initialize: %v", err)
	}
	e.Offered = result.Capabilities
	if result.Capabilities.PositionEncoding != "" {
		e.Encoding = result.Capabilities.PositionEncoding
	}
	if err := e.Server.Initialized(context.Background(), &protocol.InitializedParams{}); err != nil {
		e.t.Fatalf("initialized: %v", err)
	}
}

// Settle returns when the server and the editor both only wait for something new.
// It must be called in a synctest bubble.
func (e *Editor) Settle() {
	synctest.Wait()
}

// Await returns when the diagnostics of the buffer's present version are there. It
// is for benchmarks, which run in real time; tests have Settle.
func (e *Editor) Await(path string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for {
		if p := e.published[e.URI(path)]; p != nil {
			if version, _ := p.Version.Get(); version == e.buffers[e.URI(path)].version {
				return
			}
		}
		e.news.Wait()
	}
}

// Shutdown ends the session as a good client does and returns the exit code.
func (e *Editor) Shutdown() int {
	e.t.Helper()
	if err := e.Server.Shutdown(context.Background()); err != nil {
		e.t.Errorf("shutdown: %v", err)
	}
	if err := e.Server.Exit(context.Background()); err != nil {
		e.t.Errorf("exit: %v", err)
	}
	return e.Wait()
}

// Hangup closes the connection without a word.
func (e *Editor) Hangup() {
	e.pipe.Close()
	e.Wait()
}

// Wait waits for the server to end and returns its exit code.
func (e *Editor) Wait() int {
	code := <-e.code
	e.code <- code
	<-e.conn.Done()
	return code
}
