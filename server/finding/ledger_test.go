package finding

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func decide(f Finding, d Decision, minute int, by string) Entry {
	e := NewEntry("docs/x.md", f, d, "we know")
	e.Time, e.By = noon.Add(time.Duration(minute)*time.Minute), by
	return e
}

func fast(section string) Finding {
	return Finding{Rule: "vague-requirement", Quote: "must be fast & cheap", Section: section}
}

func TestEntryIsOneReadableLine(t *testing.T) {
	e := decide(fast("Goals"), Dismissed, 0, "ann")
	want := `{"time":"2026-03-01T12:00:00Z","file":"docs/x.md","finding":"` + e.ID +
		`","rule":"vague-requirement","quote":"must be fast & cheap","section":"Goals","decision":"dismissed","reason":"we know","by":"ann"}` + "\n"
	if diff := cmp.Diff(want, string(e.Line())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	e.Reason = "two\nlines"
	if n := bytes.Count(e.Line(), []byte("\n")); n != 1 {
		t.Errorf("a reason of two lines makes %d", n)
	}
	e.Time = time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC)
	if !bytes.HasSuffix(e.Line(), []byte("}\n")) {
		t.Error("a time that JSON has no form for damages the line")
	}
}

func TestTheLatestDecisionHolds(t *testing.T) {
	f := fast("Goals")
	var l *Ledger
	for minute, d := range []Decision{Dismissed, Open, AcceptedRisk} {
		l = l.With(decide(f, d, minute, "ann"))
		e, decided := l.Decision("docs/x.md", f)
		if decided != (d != Open) || e.Decision != d {
			t.Errorf("after %q: %q, decided %v", d, e.Decision, decided)
		}
	}
	if _, decided := l.Decision("docs/y.md", f); decided {
		t.Error("a decision about one file holds for another")
	}
	if l.Len() != 1 {
		t.Errorf("%d findings have a decision", l.Len())
	}
}

func TestWithLeavesTheLedgerItWasCalledOn(t *testing.T) {
	f := fast("Goals")
	first := (*Ledger)(nil).With(decide(f, Dismissed, 0, "ann"))
	first.With(decide(f, Open, 1, "ann"))
	if _, decided := first.Decision("docs/x.md", f); !decided {
		t.Error("the older ledger changed")
	}
}

func TestAnyOrderOfTheLinesGivesTheSameState(t *testing.T) {
	var lines [][]byte
	for i := range 40 {
		d := []Decision{Dismissed, AcceptedRisk, Answered, Open}[i%4]
		e := decide(fast(fmt.Sprint("Section ", i%5)), d, i%3, fmt.Sprint("person ", i%7))
		lines = append(lines, e.Line())
	}
	want, problems := ParseLedger(bytes.Join(lines, nil))
	if len(problems) != 0 || want.Len() != 5 {
		t.Fatalf("%d findings, problems %v", want.Len(), problems)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		random.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		twice := append(bytes.Join(lines, nil), lines[0]...)
		got, _ := ParseLedger(twice)
		if diff := cmp.Diff(want.latest, got.latest); diff != "" {
			t.Fatalf("another order gives another state (-want +got):\n%s", diff)
		}
	}
}

func TestSameInstantInAnotherZoneIsTheSameLine(t *testing.T) {
	e := decide(fast("Goals"), Dismissed, 0, "ann")
	there := e
	there.Time = e.Time.In(time.FixedZone("", 7200))
	if !bytes.Equal(e.Line(), there.Line()) {
		t.Errorf("%s and %s differ", e.Line(), there.Line())
	}
}

func TestDamagedLinesAreSkippedAndReported(t *testing.T) {
	good := decide(fast("Goals"), Dismissed, 0, "ann")
	other := decide(fast("Scope"), AcceptedRisk, 0, "bob")
	file := "\ufeff" + strings.Join([]string{
		"<<<<<<< HEAD",
		strings.TrimSpace(string(good.Line())),
		"=======",
		"",
		strings.TrimSpace(string(other.Line())),
		">>>>>>> branch",
		`{"time":"2026-03-01T12:00:00Z","file":"a.md","find`,
		`[1]`,
		`{"time":"yesterday"}`,
		`{"time":7}`,
		`{"file":"a.md","finding":"1","decision":"open"}`,
		`{"time":"2026-03-01T12:00:00Z","finding":"1","decision":"open"}`,
		`{"time":"2026-03-01T12:00:00Z","file":"a.md","decision":"open"}`,
		`{"time":"2026-03-01T12:00:00Z","file":"a.md","finding":"1","decision":"perhaps"}`,
		`{"time":"2026-03-01T12:00:00Z","file":"a.md","finding":"1","decision":"open","future":[1,2]}`,
	}, "\r\n")
	l, problems := ParseLedger([]byte(file))
	if l.Len() != 3 {
		t.Errorf("%d decisions were read, want 3", l.Len())
	}
	want := []struct {
		line int
		part string
	}{
		{1, "unfinished merge"}, {3, "unfinished merge"}, {6, "unfinished merge"}, {7, "not JSON"}, {8, "not a JSON object"},
		{9, "yesterday"}, {10, "not a JSON string"}, {11, `no "time"`}, {12, `no "file"`}, {13, `no "finding"`}, {14, `"perhaps"; allowed are "accepted-risk"`},
	}
	if len(problems) != len(want) {
		t.Fatalf("problems: %v", problems)
	}
	for i, w := range want {
		if p := problems[i]; p.Line != w.line || !strings.Contains(p.String(), w.part) {
			t.Errorf("got %q, want line %d with %q", p, w.line, w.part)
		}
	}
}

func TestStampTakesEffectAgainstAClockThatRunsAhead(t *testing.T) {
	f := fast("Goals")
	l := (*Ledger)(nil).With(decide(f, Dismissed, 60, "ann"))
	l = l.With(l.Stamp(decide(f, Open, 0, "bob"), noon))
	if _, decided := l.Decision("docs/x.md", f); decided {
		t.Error("the later decision has no effect")
	}
	if e := (*Ledger)(nil).Stamp(decide(f, Open, 9, "bob"), noon); !e.Time.Equal(noon) {
		t.Errorf("without an earlier decision the time is %v", e.Time)
	}
}

func FuzzParseLedger(f *testing.F) {
	f.Add([]byte("{}\n"))
	f.Add(decide(fast("Goals"), Open, 0, "ann").Line())
	f.Fuzz(func(t *testing.T, data []byte) {
		l, _ := ParseLedger(data)
		var lines []byte
		for _, ids := range l.latest {
			for _, e := range ids {
				lines = append(lines, e.Line()...)
			}
		}
		again, problems := ParseLedger(lines)
		if len(problems) != 0 || again.Len() != l.Len() {
			t.Fatalf("%q is written as %q, which has %v", data, lines, problems)
		}
	})
}
