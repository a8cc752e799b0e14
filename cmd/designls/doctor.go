package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/workspace"
)

func newDoctor(s streams) *cobra.Command {
	var online bool
	cmd := &cobra.Command{
		Use:   "doctor [FOLDER]",
		Short: "Check the installation and the settings of a workspace",
		Long: `doctor tells which program runs, how the workspace of a folder is configured, which
documents it has, and whether anything about settings or ledger is wrong. It exits with 2
when something is. It also tells what checks diagrams: mermaid's own parsers are built into
the program, or read from the file that DESIGNLS_MERMAID names.

Where a model reviews, it tells which one at which host, whether there is a key, what you
agreed to, the tokens used this month, and the cache. It uses no network without --online.`,
		Example: "  designls doctor\n  designls doctor docs\n  designls doctor --online",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder := "."
			if len(args) == 1 {
				folder = args[0]
			}
			return examine(cmd.Context(), s, folder, online)
		},
	}
	cmd.Flags().BoolVar(&online, "online", false, "ask the model's server whether it answers; no text is sent")
	return cmd
}

// diagnosis collects what doctor prints: one line for each thing looked at, and
// below it what is wrong with it.
type diagnosis struct {
	lines  []string
	faults int
}

func (d *diagnosis) say(what, format string, args ...any) {
	d.lines = append(d.lines, fmt.Sprintf("%-11s %s", what, fmt.Sprintf(format, args...)))
}

func (d *diagnosis) fault(err error) {
	d.faults++
	for line := range strings.Lines(err.Error()) {
		d.lines = append(d.lines, fmt.Sprintf("%-11s ! %s", "", strings.TrimSpace(line)))
	}
}

func examine(ctx context.Context, s streams, folder string, online bool) error {
	var d diagnosis
	d.program()
	d.diagrams(ctx)
	d.workspace(ctx, folder, online)
	if _, err := fmt.Fprintln(s.out, strings.Join(d.lines, "\n")); err != nil {
		return err
	}
	if d.faults > 0 {
		return exitError{code: exitFailure}
	}
	return nil
}

func (d *diagnosis) program() {
	d.say("program", "designls %s, %s/%s, built with %s", programVersion(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	d.say("rules", "%d", len(rules.Table()))
	if path, err := exec.LookPath("designls"); err == nil {
		d.say("on the PATH", "%s", path)
	} else {
		d.say("on the PATH", "no: editors need its full path")
	}
	if path, err := exec.LookPath("git"); err == nil {
		d.say("git", "%s", path)
	} else {
		d.say("git", "not found: review --since will not work")
	}
}

// diagrams tells what checks diagrams, and tries it.
func (d *diagnosis) diagrams(ctx context.Context) {
	g := newGrammar()
	version, err := g.Version(ctx)
	if err == nil {
		err = g.Close()
	}
	where := "built in"
	if path := os.Getenv(grammarVariable); path != "" {
		where = fmt.Sprintf("from %s (%s)", path, grammarVariable)
	}
	switch {
	case errors.Is(err, mermaid.ErrNoGrammar):
		d.say("diagrams", "%v", err)
	case err != nil:
		d.say("diagrams", "only a small check")
		d.fault(err)
	default:
		d.say("diagrams", "mermaid %s, %s", version, where)
	}
}

func (d *diagnosis) workspace(ctx context.Context, folder string, online bool) {
	var problems []error
	at, err := newPlaces(func(err error) { problems = append(problems, err) }).of(folder)
	if err != nil {
		d.fault(err)
		return
	}
	d.engine(ctx, at, online)
	d.say("workspace", "%s", at.Root)
	if at.File == nil {
		d.say("settings", "no %s, so everything is as built in", workspace.ConfigName)
	} else {
		d.say("settings", "%s", at.File.Path)
	}
	d.say("decisions", "%d in %s", at.ledger.Len(), at.LedgerPath())
	for _, problem := range problems {
		d.fault(problem)
	}
	d.documents(ctx, at, folder)
}

// mostListed is how many documents doctor names.
const mostListed = 10

func (d *diagnosis) documents(ctx context.Context, at *place, folder string) {
	files, err := at.Walk(ctx, folder)
	d.say("documents", "%d", len(files))
	for _, file := range files[:min(len(files), mostListed)] {
		d.say("", "%s", shorten(file))
	}
	if more := len(files) - mostListed; more > 0 {
		d.say("", "and %d more", more)
	}
	if len(files) == 0 {
		err = errors.Join(err, fmt.Errorf("no design documents in %s; say in %s which are (documents.include)", folder, workspace.ConfigName))
	}
	if err != nil {
		d.fault(err)
	}
}
