package finding

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Decision is what somebody decided about a finding.
type Decision string

// The decisions. Open takes an earlier one back.
const (
	AcceptedRisk Decision = "accepted-risk"
	Dismissed    Decision = "dismissed"
	Answered     Decision = "answered"
	Open         Decision = "open"
)

// Entry is one decision: one line of the ledger.
type Entry struct {
	Time     time.Time `json:"time"`
	File     string    `json:"file"`    // path from the workspace folder, with slashes
	ID       string    `json:"finding"` // Finding.ID
	Rule     string    `json:"rule"`
	Quote    string    `json:"quote"`
	Subject  string    `json:"subject,omitempty"`
	Section  string    `json:"section"`
	Decision Decision  `json:"decision"`
	Reason   string    `json:"reason"`
	By       string    `json:"by"`
}

// NewEntry is the decision about a finding of a file. Time and By are for the
// caller to set.
func NewEntry(file string, f Finding, d Decision, reason string) Entry {
	return Entry{
		File: file, ID: f.ID(), Rule: f.Rule, Quote: f.Quote, Subject: f.Subject,
		Section: f.Section, Decision: d, Reason: reason,
	}
}

// Line is the entry as a line of the ledger, with its line ending. Equal entries
// give equal lines.
func (e Entry) Line() []byte {
	e.Time = e.Time.UTC()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // a person reads these lines in a diff
	if err := enc.Encode(e); err != nil {
		// Only a year outside 0-9999 has no form in JSON, and it is no time of a decision.
		e.Time = time.Time{}
		b.Reset()
		_ = enc.Encode(e)
	}
	return b.Bytes()
}

// parseEntry reads one line and checks that it has what a decision needs.
// Members it does not know are left for the version of designls that wrote them.
func parseEntry(line []byte) (Entry, error) {
	var e Entry
	if err := json.Unmarshal(line, &e); err != nil {
		return e, describe(err)
	}
	switch {
	case e.Time.IsZero():
		return e, errors.New(`it has no "time"`)
	case e.File == "":
		return e, errors.New(`it has no "file"`)
	case e.ID == "":
		return e, errors.New(`it has no "finding"`)
	}
	switch e.Decision {
	case AcceptedRisk, Dismissed, Answered, Open:
		return e, nil
	}
	return e, fmt.Errorf("its decision is %q; allowed are %q, %q, %q and %q", e.Decision, AcceptedRisk, Dismissed, Answered, Open)
}

func describe(err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("it is not JSON: %w", err)
	case errors.As(err, &wrong) && wrong.Field == "":
		return errors.New("it is not a JSON object")
	case errors.As(err, &wrong):
		return fmt.Errorf("its %q is a JSON %s", wrong.Field, wrong.Value)
	}
	return fmt.Errorf("it cannot be read: %w", err)
}

// compareEntries orders decisions about one finding by time. Two that were taken
// at the same instant are ordered by what they say, so that everybody who has
// both lines, in whatever order, sees the same one win.
func compareEntries(a, b Entry) int {
	return cmp.Or(a.Time.Compare(b.Time), bytes.Compare(a.Line(), b.Line()))
}
