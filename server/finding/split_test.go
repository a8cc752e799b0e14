package finding

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSplit(t *testing.T) {
	goals, aims, scope := fast("Goals"), fast("Aims"), fast("Scope")
	changed := Finding{Rule: goals.Rule, Quote: "must be very fast", Section: "Goals"}
	missing := Finding{Rule: "missing-section", Subject: "Risks", Section: ""}
	missingElsewhere := Finding{Rule: "missing-section", Subject: "Risks", Section: "Renamed title"}
	otherMissing := Finding{Rule: "missing-section", Subject: "Alternatives", Section: "Renamed title"}
	bare := Finding{Rule: "bare", Section: "Goals"}
	bareElsewhere := Finding{Rule: "bare", Section: "Aims"}

	for _, tt := range []struct {
		name    string
		about   []Finding // decided about, in this order
		last    Decision  // the decision about the last of them
		in      []Finding
		decided []Finding
	}{
		{"known by identity", []Finding{goals}, Dismissed, []Finding{scope, goals}, []Finding{goals}},
		{"taken back", []Finding{goals}, Open, []Finding{goals}, nil},
		{"section renamed", []Finding{goals}, Dismissed, []Finding{aims}, []Finding{aims}},
		{"section renamed, taken back", []Finding{goals}, Open, []Finding{aims}, nil},
		{"quote changed", []Finding{goals}, Dismissed, []Finding{changed}, nil},
		{"copied into another section", []Finding{goals}, Dismissed, []Finding{goals, aims}, []Finding{goals}},
		{"renamed into one of two sections", []Finding{goals}, Dismissed, []Finding{aims, scope}, nil},
		{"twice in the renamed section", []Finding{goals}, Dismissed, []Finding{aims, aims}, []Finding{aims, aims}},
		{"two decisions could be meant", []Finding{goals, scope}, Dismissed, []Finding{aims}, nil},
		{"one of two sections renamed", []Finding{goals, scope}, Dismissed, []Finding{aims, scope}, []Finding{aims, scope}},
		{"subject in a renamed section", []Finding{missing}, Dismissed, []Finding{missingElsewhere}, []Finding{missingElsewhere}},
		{"another subject", []Finding{missing}, Dismissed, []Finding{otherMissing}, nil},
		{"nothing to go by but the rule", []Finding{bare}, Dismissed, []Finding{bareElsewhere}, nil},
	} {
		var l *Ledger
		for i, f := range tt.about {
			d := Dismissed
			if i == len(tt.about)-1 {
				d = tt.last
			}
			l = l.With(decide(f, d, i, "ann"))
		}
		open, decided := l.Split("docs/x.md", tt.in)
		var got []Finding
		for _, d := range decided {
			got = append(got, d.Finding)
		}
		if diff := cmp.Diff(tt.decided, got); diff != "" {
			t.Errorf("%s: decided (-want +got):\n%s", tt.name, diff)
		}
		if len(open)+len(decided) != len(tt.in) {
			t.Errorf("%s: %d open and %d decided of %d", tt.name, len(open), len(decided), len(tt.in))
		}
	}
}

func TestSplitWithoutDecisionsKeepsEverythingOpen(t *testing.T) {
	in := []Finding{fast("Goals")}
	for name, l := range map[string]*Ledger{"no ledger": nil, "another file": (*Ledger)(nil).With(NewEntry("y.md", in[0], Dismissed, ""))} {
		if open, decided := l.Split("docs/x.md", in); len(open) != 1 || decided != nil {
			t.Errorf("%s: %v open, %v decided", name, open, decided)
		}
	}
}
