package actions

import (
	"context"
	"fmt"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/text"
)

// run produces the markdown of an action and where it belongs.
type run func(context.Context, *material) (draft, error)

var runs = map[string]run{
	"ask-questions":      askQuestions,
	"summarize":          summarize,
	"propose-design":     proposeDesign,
	"diagram-context":    diagramContext,
	"diagram-container":  diagramContainer,
	"diagram-whiteboard": diagramWhiteboard,
	"diagram-sequence":   diagramSequence,
	"diagram-data":       diagramData,
	"diagram-state":      diagramState,
	"diagram-latency":    diagramLatency,
	"diagram-capacity":   diagramCapacity,
	"describe-diagram":   describeDiagram,
	"fix-diagram":        fixDiagram,
	"check-failures":     checkFailures,
	"apply-change":       applyChange,
	"check-components":   checkComponents,
	"check-estimates":    checkEstimates,
	"critique":           critique,
	"deep-dive":          deepDive,
	"find-dichotomies":   findDichotomies,
	"justify-latency":    justifyLatency,
	"justify-technology": justifyTechnology,
	"match-patterns":     matchPatterns,
	"mock-candidate":     mockCandidate,
	"mock-interviewer":   mockInterviewer,
	"walkthrough":        walkthrough,
	"insert-overview":    insertOverview,
	"insert-recap":       insertRecap,
}

// Table returns the actions in the order in which a user sees them.
func Table() []Action {
	var table []Action
	for _, p := range prompts.All() {
		if make, ok := runs[p.ID]; ok {
			table = append(table, newAction(p, make))
		}
	}
	return table
}

func newAction(p prompts.Prompt, make run) Action {
	return Action{
		ID: p.ID, Title: p.Title, Summary: p.Summary, Without: p.Offline, Kind: p.Kind, Scope: p.Scope, Talks: p.Result == prompts.Turn,
		Offline: func(ctx context.Context, in Input) (Result, error) { return carryOut(ctx, p, make, in) },
		Model:   func(ctx context.Context, in Input) (Result, error) { return carryOut(ctx, p, byModel(p, make), in) },
	}
}

// Find returns the action with an id, or the one that writes the managed blocks
// of a kind. The error names the nearest, or all there are.
func Find(id string) (Action, error) {
	var ids []string
	for _, a := range Table() {
		if a.ID == id || a.Kind == id && id != "" {
			return a, nil
		}
		ids = append(ids, a.ID)
	}
	if near, ok := text.Nearest(id, ids); ok {
		return Action{}, fmt.Errorf("there is no action %q; did you mean %q?", id, near)
	}
	return Action{}, fmt.Errorf("there is no action %q; there are %s", id, strings.Join(ids, ", "))
}
