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
		Long:    "actions lists what run can do, those of the prompts in .designls/prompts of this folder among them.",
		Example: "  designls actions",
		Args:    exactly(),
		RunE: func(*cobra.Command, []string) error {
			r := newReviewer(s, "")
			here, err := r.places.of(".")
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			for _, a := range actionsIn(here) {
				if _, err := fmt.Fprintf(w, "%s\t%s\n", a.ID, a.Title); err != nil {
					return err
				}
			}
			return w.Flush()
		},
	}
}

// actionsIn are the actions of the program, and those of a folder's team.
func actionsIn(here *place) []actions.Action {
	offered := actions.Table()
	for _, p := range here.Prompts() {
		offered = append(offered, actions.ForPrompt(p))
	}
	return offered
}

// findAction finds an action of a folder by its id, or by the kind of block that
// it writes.
func findAction(here *place, id string) (actions.Action, error) {
	var ids []string
	for _, a := range actionsIn(here) {
		if a.ID == id || a.Kind == id && id != "" {
			return a, nil
		}
		ids = append(ids, a.ID)
	}
	return actions.Action{}, usageError{unknown("action", id, ids)}
}

// actionPage describes an action, in markdown.
func actionPage(a actions.Action) string {
	return fmt.Sprintf("# %s\n\n%s\n\n%s\n\nOffline: %s\n\n```sh\ndesignls run %s design.md --diff\n```\n",
		a.ID, a.Title, a.Summary, a.Without, a.ID)
}
