package rules

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var failureMode = Rule{
	ID:       "failure-mode",
	Title:    "A part that nothing stands in for",
	Severity: finding.Information,
	What: "A sentence that says there is one of something (\"a single Redis instance\", \"runs on one machine\", \"has no standby\", \"is a single point of failure\"), when the document nowhere tells what becomes of it: " +
		"no replica, failover, restart, backup, fallback or accepted outage is said of it anywhere. As a hint, also that all writes go to one primary, in a document that promises availability and has no word about who takes over from it. " +
		"What is said of alternatives, of the present state, of tests or under a condition is left alone. With a promise of availability in figures the finding is a warning.",
	Why: "What depends on the part fails with it, for as long as it takes somebody to notice and to bring it back. That is a choice one may make; a document that does not say so leaves it to the night in which it happens.",
	Bad: `# Sessions

Login and checkout ask the session service for the cart. The session service keeps all sessions in a single Redis instance. Orders are written to PostgreSQL, which has a standby in the second zone.
`,
	Good: `# Sessions

Login and checkout ask the session service for the cart. The session service keeps all sessions in a single Redis instance. Orders are written to PostgreSQL, which has a standby in the second zone.

When Redis is down, the session service falls back to the session table in PostgreSQL, and logins take 30 ms longer.
`,
	Fixes:   []string{"walk through what fails and what saves it"},
	Section: findFailureModes,
}

// statement says of something that nothing stands in for it.
type statement struct {
	name  text.Span // what it is about
	said  text.Span
	keys  []string // beginnings of the words by which the document speaks of it
	calls bool     // the document itself calls it a single point of failure
	zone  bool     // it is about a place that things run in
	leads bool     // it is about the one that takes all writes
}

func findFailureModes(s *Scope) []finding.Finding {
	var found []finding.Finding
	seen := map[string]bool{}
	for _, i := range statementSentences(s) {
		r := statementReader{scope: s, lower: s.Lower(), sentence: i}
		st, ok := r.read()
		if !ok || seen[st.keys[0]] || inAside(s.Headings()) || r.savedNearby(st.keys) || s.saved(st.keys) {
			continue
		}
		promised := s.promisesAvailability()
		if st.zone && !promised || st.leads && (!promised || s.saved(nil)) {
			continue
		}
		seen[st.keys[0]] = true
		found = append(found, st.finding(s, promised))
	}
	return found
}

// statementSentences lists the sentences that may say such a thing, in order. It
// passes over the text once.
func statementSentences(s *Scope) (found []int) {
	c, lower := s.Content(), s.Lower()
	for _, m := range statementCues().findIn(s) {
		if lower[m.Span.Start:m.Span.End] == "one" && !mayCount(lower, m.Span.Start) {
			continue
		}
		if n := sentenceAt(c, m.Span.Start); n >= 0 && (len(found) == 0 || found[len(found)-1] != n) {
			found = append(found, n)
		}
	}
	return found
}

// mayCount says whether the word before "one" lets it count: "runs on one".
func mayCount(lower string, at int) bool {
	before := strings.TrimRight(lower[:at], " \r\n")
	if before == "" {
		return false
	}
	start := len(before)
	for start > 0 && isWord(before[start-1]) {
		start--
	}
	if start == len(before) {
		return strings.ContainsRune(":(", rune(before[start-1]))
	}
	return onlys[before[start:]] || leadIns[before[start:]] || determiners[before[start:]]
}

func inAside(path string) bool { return startsWordOf(lowerASCII(path), asideSections) }

func (st *statement) finding(s *Scope, promised bool) finding.Finding {
	source := s.Content().Source
	name, said := squeeze(plain(st.name.Of(source))), quoted(plain(st.said.Of(source)))
	f := finding.Finding{
		Span: st.said, Subject: name,
		Why: "What depends on it fails with it, and for how long nobody has decided: readers cannot tell whether that was accepted or overlooked.",
		Options: []string{
			"Give it something that takes over, and say how that notices and how long it takes.",
			"Say what those who depend on it do meanwhile: wait, serve older data, or refuse.",
			"If an outage is acceptable, say how long it may last, and how the part and its data are brought back.",
		},
		Fixes: []finding.Fix{{Title: "Walk through what fails and what saves it", Action: "check-failures"}},
	}
	switch {
	case st.leads:
		f.Severity = finding.Hint
		f.Message = fmt.Sprintf("All writes depend on %s, and the document promises availability without saying who takes over from it.", name)
	case st.calls:
		f.Message = fmt.Sprintf("The document calls %s a single point of failure, and does not say what becomes of the system without it.", name)
	case st.zone:
		f.Message = fmt.Sprintf("The text says %s of %s, and promises availability without saying what happens when that fails as a whole.", said, name)
	default:
		f.Message = fmt.Sprintf("%s is a single point of failure: the text says %s, and nowhere what takes over when it fails, or how it comes back.", upperFirst(name), said)
	}
	if promised && f.Severity == 0 {
		f.Severity = finding.Warning
	}
	return f
}
