package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/workspace"
)

// addEngineFlag adds --engine.
func addEngineFlag(cmd *cobra.Command, engine *string) {
	cmd.Flags().StringVar(engine, "engine", workspace.EngineBuiltin, "who reviews: `ENGINE` builtin works offline")
}

func checkEngine(engine string) error {
	if engine == workspace.EngineBuiltin {
		return nil
	}
	return usageError{fmt.Sprintf("there is no engine %q; this version has only %q, which needs no model", engine, workspace.EngineBuiltin)}
}

// checkName says what else there is when a name is none of those known.
func checkName(kind, name string, known []string) error {
	if slices.Contains(known, name) {
		return nil
	}
	return usageError{unknown(kind, name, known)}
}
