package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/finding"
)

// critique is what the rules have to say, hints included. It writes nothing.
func critique(_ context.Context, m *material) (draft, error) {
	found := m.findings(func(finding.Finding) bool { return true })
	_, where := m.scope()
	if len(found) == 0 {
		return draft{summary: fmt.Sprintf("The rules find nothing in this %s; what they cannot see takes a model.", where)}, nil
	}
	return draft{findings: found, summary: fmt.Sprintf("The rules have %s: %s.", count(len(found), "remark"), tally(found))}, nil
}

// tally counts findings by rule, the most frequent first.
func tally(found []finding.Finding) string {
	counts := map[string]int{}
	var names []string
	for _, f := range found {
		if counts[f.Rule]++; counts[f.Rule] == 1 {
			names = append(names, f.Rule)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return counts[b] - counts[a] })
	var parts []string
	for _, name := range names {
		parts = append(parts, fmt.Sprintf("%d %s", counts[name], name))
	}
	return strings.Join(parts, ", ")
}
