package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/actions"
)

func newActions(s streams) *cobra.Command {
	return &cobra.Command{
		Use:     "actions",
		Short:   "List the actions",
		Example: "  designls actions",
		Args:    exactly(),
		RunE: func(*cobra.Command, []string) error {
			w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			for _, a := range actions.Table() {
				if _, err := fmt.Fprintf(w, "%s\t%s\n", a.ID, a.Title); err != nil {
					return err
				}
			}
			return w.Flush()
		},
	}
}

// actionPage describes an action, in markdown.
func actionPage(a actions.Action) string {
	return fmt.Sprintf("# %s\n\n%s\n\n%s\n\nOffline: %s\n\n```sh\ndesignls run %s design.md --diff\n```\n",
		a.ID, a.Title, a.Summary, a.Without, a.ID)
}
