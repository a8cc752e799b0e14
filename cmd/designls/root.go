package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// streams are where the program reads and prints.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// execute runs the program and returns the code it exits with.
func execute(ctx context.Context, s streams, args []string) int {
	root := newRoot(s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	return conclude(ctx, s.err, err)
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "designls",
		Short: "Review system-design documents where they are written",
		Long: `designls reviews system-design documents: it marks what does not hold, asks what
is left open, and writes overviews, summaries and skeletons into the document.
It works offline, in any editor that speaks LSP and on the command line.`,
		Example: `  designls review docs/design           review all design documents in a folder
  designls run summarize design.md      print what is known so far
  designls serve                        speak LSP on stdin and stdout`,
		Args:          cobra.ArbitraryArgs,
		RunE:          unknownCommand,
		Version:       programVersion(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		newServe(s), newReview(s), newRun(s), newGraph(s), newActions(s), newRules(s),
		newExplain(s), newPrompts(s), newNew(s), newCache(s), newDoctor(s), newVersion(s),
	)
	return root
}

// unknownCommand is what the root does by itself: help, or a hint at what may
// have been meant.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return usageError{unknown("command", args[0], names)}
}

// flagError says what is wrong with a flag, and which one may have been meant.
func flagError(cmd *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	if !errors.As(err, &missing) || len(missing.GetSpecifiedName()) < 2 {
		return usageError{fmt.Sprintf("%v; see \"%s --help\"", err, cmd.CommandPath())}
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return usageError{unknown("option", "--"+missing.GetSpecifiedName(), names)}
}

// exactly is cobra.ExactArgs with a sentence that says which arguments are meant.
func exactly(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == len(names) {
			return nil
		}
		wanted := "no arguments"
		if len(names) > 0 {
			wanted = strings.Join(names, " and ")
		}
		return usageError{fmt.Sprintf("%q takes %s, but was given %d; see \"%s --help\"",
			cmd.CommandPath(), wanted, len(args), cmd.CommandPath())}
	}
}

// describeLate gives a command a description that is made only when somebody
// asks for help: what it lists is not worth loading each time an editor starts
// the server.
func describeLate(cmd *cobra.Command, describe func() string) {
	cmd.SetHelpFunc(func(c *cobra.Command, args []string) {
		c.Long = describe()
		c.Root().HelpFunc()(c, args)
	})
}
