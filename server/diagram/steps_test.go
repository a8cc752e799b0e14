package diagram

import (
	"fmt"
	"testing"
)

func TestStepsOfDiagramsThatShowNoParts(t *testing.T) {
	for source, want := range map[string]string{
		"flowchart TD\n  A[Read] -- fine --> B{Is it paid?}\n  B -->|no| A":                 "flowchart [{Read Is it paid? fine } {Is it paid? Read no }]",
		"stateDiagram-v2\n  state \"In review\" as r\n  [*] --> r : handed in\n  r --> [*]": "state [{ In review handed in -->} {In review   -->}]",
		"classDiagram\n  Repo~T~ <|.. UserRepo\n  Order \"1\" *-- \"n\" Line : holds":       "class [{Repo UserRepo  <|..} {Order Line holds *--}]",
		"erDiagram\n  CUSTOMER ||--o{ ORDER : places":                                       "er [{CUSTOMER ORDER places ||--o{}]",
		"gantt\n  title Plan": " []",
		"":                    " []",
	} {
		kind, steps := ReadSteps(source)
		if got := fmt.Sprint(kind, " ", steps); got != want {
			t.Errorf("%q: got %s, want %s", source, got, want)
		}
	}
}
