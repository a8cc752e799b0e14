package actions

import (
	"strings"
	"testing"
)

func TestDiagramsWithoutPartsAreDescribed(t *testing.T) {
	for source, wants := range map[string][]string{
		"stateDiagram-v2\n  [*] --> Created : spec sent\n  Created --> Gone\n  Gone --> [*]": {"- It begins in **Created**: spec sent.", "- **Created** → **Gone**.", "- **Gone** ends it."},
		"classDiagram\n  Repo <|.. UserRepo\n  Order *-- Line : holds":                       {"**UserRepo** implements **Repo**.", "**Line** is part of **Order**: holds."},
		"erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER ||--|{ LINE : has":             {"**CUSTOMER** has no columns that are named", "One **CUSTOMER** goes with any number of **ORDER**: places.", "One **ORDER** goes with one or more **LINE**: has."},
		"flowchart TD\n  a[Start] --> b{Is it paid?}\n  b -- no --> a":                       {"1. **Start** → **Is it paid?**.", "2. **Is it paid?** → **Start**: no."},
	} {
		after, result := apply(t, "describe-diagram", "# Doc\n\n## Overview\n\n```mermaid\n"+source+"\n```\n")
		block := parse(after).Block(result.Block)
		if block == nil {
			t.Errorf("%s: no block: %s", source, result.Summary)
			continue
		}
		for _, want := range wants {
			if got := block.Markdown(after); !strings.Contains(got, want) {
				t.Errorf("no %q in\n%s", want, got)
			}
		}
	}
}
