package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func newGraph(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "graph FILE",
		Short: "Print the components of a document and what flows between them",
		Long: `graph reads who talks to what from the prose, the tables and the diagrams of a document,
and prints it as JSON: {"components": [{"name", "kind", "aliases"}], "edges": [{"from", "to",
"label"}]}. The ends of an edge are names of components. "-" as FILE reads standard input. A
document without components has empty lists.`,
		Example: `  designls graph design.md
  designls graph design.md | jq -r '.edges[] | "\(.from) -> \(.to)"'`,
		Args: exactly("FILE"),
		RunE: func(_ *cobra.Command, args []string) error { return printGraph(s, args[0]) },
	}
}

func printGraph(s streams, file string) error {
	in, err := newReviewer(s, "").named(file)
	if err != nil {
		return err
	}
	content, err := in.read(s.in)
	if err != nil {
		return err
	}
	out := json.NewEncoder(s.out)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(diagram.Extract(document.Parse(text.NewMapper(content), nil))); err != nil {
		return fmt.Errorf("the graph of %s cannot be printed: %w", in.display, err)
	}
	return nil
}
