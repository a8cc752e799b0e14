package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/rules"
)

func newRules(s streams) *cobra.Command {
	return &cobra.Command{
		Use:     "rules",
		Short:   "List what the reviewer finds, with and without a model",
		Example: "  designls rules",
		Args:    exactly(),
		RunE: func(*cobra.Command, []string) error {
			w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			for _, r := range rules.Table() {
				if _, err := fmt.Fprintf(w, "%s\t%s\t%s\n", r.ID, r.Severity, r.Title); err != nil {
					return err
				}
			}
			for _, m := range rules.ByModels() {
				if _, err := fmt.Fprintf(w, "%s\twith a model\t%s\n", m.ID, m.Title); err != nil {
					return err
				}
			}
			return w.Flush()
		},
	}
}
