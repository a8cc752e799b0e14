package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"
	"go.uber.org/zap"

	"github.com/designls/designls/server"
)

type serveFlags struct {
	stdio    bool
	listen   string
	logFile  string
	logLevel string
}

func newServe(s streams) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Speak the Language Server Protocol with an editor",
		Long: `serve speaks the Language Server Protocol on stdin and stdout, or with --listen on a
TCP port of this machine, one session for each client that connects. It logs to
stderr unless --log-file is given.`,
		Example: `  designls serve
  designls serve --listen 127.0.0.1:7998 --log-file designls.log --log-level debug`,
		Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error { return serve(cmd.Context(), s, f) },
	}
	cmd.Flags().BoolVar(&f.stdio, "stdio", false, "use stdin and stdout, which is what happens without --listen")
	cmd.Flags().StringVar(&f.listen, "listen", "", "listen on this `address` of this machine, such as 127.0.0.1:7998")
	cmd.Flags().StringVar(&f.logFile, "log-file", "", "append the log to this `file`")
	cmd.Flags().StringVar(&f.logLevel, "log-level", "info", "log what is at least this grave: debug, info, warn or error")
	cmd.PreRunE = exclusive("stdio", "listen")
	return cmd
}

func serve(ctx context.Context, s streams, f serveFlags) error {
	log, err := newLogger(s.err, f.logFile, f.logLevel)
	if err != nil {
		return err
	}
	defer func() { _ = log.Sync() }() // what cannot be flushed now cannot be reported either
	keepSmall()
	grammar := newGrammar()
	defer func() { _ = grammar.Close() }() // the program ends, and its memory with it
	var models connections
	defer models.close()
	options := server.Options{Logger: log, Version: programVersion(), User: userName(), Grammar: grammar,
		Connect: models.connect, Count: counted, Month: usedThisMonth, Engine: os.Getenv(engineVariable), Consents: openConsents()}
	if f.listen != "" {
		return serveListener(ctx, s.err, f.listen, options)
	}
	code := server.Serve(ctx, newStdio(s), options)
	log.Info("session ended", zap.Int("code", code))
	if code != server.ExitClean {
		return exitError{code: code}
	}
	return nil
}

// started is about when a session has answered what an editor asks first.
const started = 50 * time.Millisecond

// keepSmall has garbage collected before the heap has doubled: the program stays
// open all day beside everything else, and a keystroke makes little garbage. The
// garbage of starting is not worth the wait.
func keepSmall() {
	if os.Getenv("GOGC") == "" {
		time.AfterFunc(started, func() { debug.SetGCPercent(40) })
	}
}

// userName is who takes the decisions of this session, for the ledger. Asking git
// would be more exact, and would keep the editor waiting.
func userName() string {
	return cmp.Or(os.Getenv("GIT_AUTHOR_NAME"), os.Getenv("USER"), os.Getenv("USERNAME"))
}

func serveListener(ctx context.Context, stderr io.Writer, address string, options server.Options) error {
	listener, err := server.Listen(ctx, address)
	if err != nil {
		return err
	}
	// With port 0 the system chooses: whoever started the program reads it here.
	if _, err := fmt.Fprintf(stderr, "designls: listening on %s\n", listener.Addr()); err != nil {
		return err
	}
	return server.ServeListener(ctx, listener, options)
}
