package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/workspace"
)

// engineFlags say who reviews.
type engineFlags struct {
	engine string
	yes    bool
}

// add adds --engine and --yes.
func (f *engineFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.engine, "engine", "", "who reviews: `ENGINE` builtin works offline, openai asks the model of "+modelVariable+"; without it "+engineVariable+" counts, and else builtin")
	cmd.Flags().BoolVar(&f.yes, "yes", false, "agree that text of the documents is sent to the model's host")
}

// model says whether a model reviews.
func (f engineFlags) model() bool {
	return cmp.Or(f.engine, os.Getenv(engineVariable)) == workspace.EngineOpenAI
}

func (f engineFlags) check() error {
	switch engine := cmp.Or(f.engine, os.Getenv(engineVariable), workspace.EngineBuiltin); engine {
	case workspace.EngineBuiltin, workspace.EngineOpenAI:
		return nil
	case workspace.EngineEditor:
		if f.engine == "" {
			return nil // it is meant for the editor, and there is none here
		}
		return usageError{`the engine "editor" is the model of an editor, and there is none on the command line; use openai or builtin`}
	default:
		return usageError{unknown("engine", engine, []string{workspace.EngineBuiltin, workspace.EngineOpenAI})}
	}
}

// checkName says what else there is when a name is none of those known.
func checkName(kind, name string, known []string) error {
	if slices.Contains(known, name) {
		return nil
	}
	return usageError{unknown(kind, name, known)}
}

// exclusive fails when both of two options are given.
func exclusive(one, other string) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed(one) && cmd.Flags().Changed(other) {
			return usageError{fmt.Sprintf("--%s and --%s exclude each other; give one of them", one, other)}
		}
		return nil
	}
}
