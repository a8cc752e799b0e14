package finding

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/text"
)

func TestShiftMovesEveryPlaceAndLeavesTheOriginal(t *testing.T) {
	at := func(by int) Finding {
		return Finding{
			Span:    text.Span{Start: 1 + by, End: 3 + by},
			Fixes:   []Fix{{Title: "fix", Edits: []text.Edit{{Span: text.Span{Start: 2 + by, End: 2 + by}, New: "x"}}}},
			Related: []Related{{Span: text.Span{Start: 5 + by, End: 6 + by}, Message: "there"}},
		}
	}
	f := at(0)
	if diff := cmp.Diff(at(10), f.Shift(10)); diff != "" {
		t.Errorf("shifted (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(at(0), f); diff != "" {
		t.Errorf("the original changed (-want +got):\n%s", diff)
	}
}

func TestCompare(t *testing.T) {
	at := func(start, end int, s Severity, rule string) Finding {
		return Finding{Span: text.Span{Start: start, End: end}, Severity: s, Rule: rule}
	}
	want := []Finding{at(0, 9, Hint, "b"), at(3, 5, Error, "b"), at(3, 5, Hint, "a"), at(3, 5, Hint, "b"), at(3, 6, Error, "a")}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSeverityNames(t *testing.T) {
	if got := len(SeverityNames()); got != len(severityNames) {
		t.Fatalf("%d names are listed", got)
	}
	for _, name := range SeverityNames() {
		s, err := ParseSeverity(name)
		if err != nil || s.String() != name {
			t.Errorf("%s is read as %v, %v", name, s, err)
		}
	}
	if s, err := ParseSeverity("Warning"); err != nil || s != Warning {
		t.Errorf("Warning is read as %v, %v", s, err)
	}
	_, err := ParseSeverity("fatal")
	if want := `"fatal" is no severity; allowed are error, warning, information, hint, off`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if got := Severity(9).String(); got != "severity 9" {
		t.Errorf("an unknown severity is called %s", got)
	}
}

func TestSeverityInJSON(t *testing.T) {
	data, err := json.Marshal(map[string]Severity{"a": Hint})
	if err != nil || string(data) != `{"a":"hint"}` {
		t.Fatalf("written as %s, %v", data, err)
	}
	var back map[string]Severity
	if err := json.Unmarshal(data, &back); err != nil || back["a"] != Hint {
		t.Errorf("read as %v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`{"a":"loud"}`), &back); err == nil {
		t.Error("an unknown severity is read")
	}
}

func TestAtLeast(t *testing.T) {
	for _, tt := range []struct {
		s, least Severity
		want     bool
	}{{Error, Warning, true}, {Warning, Warning, true}, {Hint, Warning, false}, {Off, Off, false}, {Hint, Off, true}} {
		if got := tt.s.AtLeast(tt.least); got != tt.want {
			t.Errorf("%v at least %v: %v", tt.s, tt.least, got)
		}
	}
}
