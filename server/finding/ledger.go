package finding

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"time"
)

// Ledger is the set of all decisions. It never changes: With returns another.
// The nil Ledger is empty.
//
// Its file only ever grows by lines, and the state it stands for does not depend
// on their order or on repetitions: any merge that keeps the lines of both sides
// is right.
type Ledger struct {
	latest map[string]map[string]Entry // file -> id -> the decision that holds
}

// Problem is a line of a ledger's file that was left out. The others count.
type Problem struct {
	Line    int // counted from one
	Message string
}

// String says it in one sentence.
func (p Problem) String() string { return fmt.Sprintf("line %d %s", p.Line, p.Message) }

// ParseLedger reads a ledger's file. Lines that cannot be read, and what a merge
// left behind, are skipped and reported.
func ParseLedger(data []byte) (*Ledger, []Problem) {
	l := &Ledger{latest: map[string]map[string]Entry{}}
	var problems []Problem
	number := 0
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\ufeff"))) {
		number++
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		e, err := readLine(line)
		if err != nil {
			problems = append(problems, Problem{Line: number, Message: fmt.Sprintf("is skipped: %v", err)})
			continue
		}
		l.add(e)
	}
	return l, problems
}

func readLine(line []byte) (Entry, error) {
	for _, marker := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if bytes.HasPrefix(line, []byte(marker)) {
			return Entry{}, fmt.Errorf("%q is the mark of an unfinished merge; keep the lines around it and remove this one", marker)
		}
	}
	return parseEntry(line)
}

// add is only for a ledger that nobody else has seen yet.
func (l *Ledger) add(e Entry) {
	ids := l.latest[e.File]
	if ids == nil {
		ids = map[string]Entry{}
		l.latest[e.File] = ids
	}
	if known, ok := ids[e.ID]; !ok || compareEntries(known, e) < 0 {
		ids[e.ID] = e
	}
}

// Of returns the decisions about findings of a file, in the order of their time.
func (l *Ledger) Of(file string) []Entry {
	if l == nil {
		return nil
	}
	return slices.SortedFunc(maps.Values(l.latest[file]), compareEntries)
}

// With returns the ledger with one more decision.
func (l *Ledger) With(e Entry) *Ledger {
	next := &Ledger{latest: map[string]map[string]Entry{}}
	if l != nil {
		next.latest = maps.Clone(l.latest)
	}
	if ids, ok := next.latest[e.File]; ok {
		next.latest[e.File] = maps.Clone(ids)
	}
	next.add(e)
	return next
}

// Stamp sets the time of a decision that is taken now. It is later than that of
// every decision about the same finding, even one from a clock that runs ahead:
// who decides last must see it take effect.
func (l *Ledger) Stamp(e Entry, now time.Time) Entry {
	e.Time = now.UTC().Truncate(time.Millisecond)
	if l == nil {
		return e
	}
	if known, ok := l.latest[e.File][e.ID]; ok && !known.Time.Before(e.Time) {
		e.Time = known.Time.UTC().Add(time.Millisecond)
	}
	return e
}

// Len is the number of findings about which there is a decision.
func (l *Ledger) Len() int {
	n := 0
	if l != nil {
		for _, ids := range l.latest {
			n += len(ids)
		}
	}
	return n
}
