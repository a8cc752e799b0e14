package main

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/rules"
)

func newExplain(s streams) *cobra.Command {
	return &cobra.Command{
		Use:     "explain NAME",
		Short:   "Explain a rule or an action",
		Example: "  designls explain vague-requirement\n  designls explain summarize",
		Args:    exactly("NAME"),
		RunE: func(_ *cobra.Command, args []string) error {
			page, err := explain(args[0])
			if err != nil {
				return err
			}
			_, err = io.WriteString(s.out, page)
			return err
		},
	}
}

func explain(name string) (string, error) {
	if rule, ok := rules.Find(name); ok {
		return rule.Page(), nil
	}
	if kind, ok := rules.FindByModel(name); ok {
		return kind.Page(), nil
	}
	names := slices.Clone(known().Rules)
	for _, a := range actions.Table() {
		if a.ID == name {
			return actionPage(a), nil
		}
		names = append(names, a.ID)
	}
	return "", usageError{unknown("rule or action", name, names)}
}
