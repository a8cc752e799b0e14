package mermaid

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
)

func TestInspectorSaysWhyOrWhatElse(t *testing.T) {
	inspector := NewInspector(grammar(t))
	for source, want := range map[string]string{
		"flowchart LR\n  A --> B\n":                       "",
		"flowchart LR\n  A[x (y)] --> B\n":                "needs quotes",
		"classDiagram\n  class Cat extends Animal\n":      "extends",
		"flowchart LR\n" + strings.Repeat("A-->B\n", 9e4): "50,000",
	} {
		if _, known := inspector.Known(source); known {
			t.Errorf("%.40q is known before it was looked at", source)
		}
		issues, err := inspector.Inspect(t.Context(), source)
		if err != nil || (want == "") != (len(issues) == 0) || want != "" && !strings.Contains(issues[0].Message, want) {
			t.Errorf("%.40q: %v %v, want %q", source, issues, err, want)
		}
		if again, known := inspector.Known(source); !known || len(again) != len(issues) {
			t.Errorf("%.40q was forgotten", source)
		}
	}
}

func TestInspectorWithoutAGrammarKnowsNothing(t *testing.T) {
	inspector := NewInspector(New(func() ([]byte, error) { return nil, fs.ErrNotExist }))
	if _, err := inspector.Inspect(t.Context(), "flowchart LR\n"); !errors.Is(err, ErrNoGrammar) {
		t.Error(err)
	}
	if _, known := inspector.Known("flowchart LR\n"); known {
		t.Error("it keeps what it cannot know")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := NewInspector(New(Embedded)).Inspect(ctx, "flowchart LR\n"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
