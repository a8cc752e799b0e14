package finding

// Decided is a finding that is not shown because somebody decided about it.
type Decided struct {
	Finding Finding
	Entry   Entry
}

// Decision returns the decision that holds for a finding of a file, if there is
// one other than Open. It goes by identity alone; Split also knows a finding
// again after its section was renamed.
func (l *Ledger) Decision(file string, f Finding) (Entry, bool) {
	if l == nil {
		return Entry{}, false
	}
	e, ok := l.latest[file][f.ID()]
	return e, ok && e.Decision != Open
}

// Split divides all findings of a file into those that are open and those which
// somebody decided about, both in the order given.
//
// A finding whose identity is unknown takes over the decision about one with the
// same rule, quote and subject in another section that no longer has it: the
// section was renamed, or the text moved. It does so only where there is exactly
// one such decision and one such finding, because a decision must never hide
// text that nobody looked at.
func (l *Ledger) Split(file string, fs []Finding) (open []Finding, decided []Decided) {
	if l == nil || len(l.latest[file]) == 0 {
		return fs, nil
	}
	m := match(l.latest[file], fs)
	for i, f := range fs {
		if e, ok := m.decision(m.ids[i], f); ok {
			decided = append(decided, Decided{Finding: f, Entry: e})
		} else {
			open = append(open, f)
		}
	}
	return open, decided
}

// words is a finding's identity without its section.
type words struct{ rule, quote, subject string }

// matching holds what is needed to tell which decision is about which finding.
type matching struct {
	entries map[string]Entry          // by identity
	ids     []string                  // of the findings
	orphans map[words][]Entry         // decisions whose finding is not in the document
	unknown map[words]map[string]bool // identities of the findings without a decision
}

func match(entries map[string]Entry, fs []Finding) matching {
	m := matching{entries: entries, orphans: map[words][]Entry{}, unknown: map[words]map[string]bool{}}
	present := map[string]bool{}
	for _, f := range fs {
		id := f.ID()
		m.ids = append(m.ids, id)
		present[id] = true
		if _, known := entries[id]; !known {
			w := wordsOf(f)
			if m.unknown[w] == nil {
				m.unknown[w] = map[string]bool{}
			}
			m.unknown[w][id] = true
		}
	}
	for id, e := range entries {
		if w := wordsOf(e.finding()); !present[id] && w != (words{rule: e.Rule}) {
			m.orphans[w] = append(m.orphans[w], e)
		}
	}
	return m
}

func (m matching) decision(id string, f Finding) (Entry, bool) {
	if e, known := m.entries[id]; known {
		return e, e.Decision != Open
	}
	w := wordsOf(f)
	if orphans := m.orphans[w]; len(orphans) == 1 && len(m.unknown[w]) == 1 {
		return orphans[0], orphans[0].Decision != Open
	}
	return Entry{}, false
}

func wordsOf(f Finding) words { return words{f.Rule, fold(f.Quote), fold(f.Subject)} }

// finding is as much of the finding as the entry remembers.
func (e Entry) finding() Finding {
	return Finding{Rule: e.Rule, Quote: e.Quote, Subject: e.Subject, Section: e.Section}
}
