package actions

import (
	"slices"
	"strings"
	"unicode"

	"github.com/designls/designls/server/knowledge"
)

// candidate is a question that the document leaves open.
type candidate struct {
	id string
	knowledge.Question
	answeredIn func(text string) bool // of a question from a bank
}

// fresh are the open questions that have not been asked, the most decisive
// first, so that no more than most wait for an answer.
func (m *material) fresh(kept []entry, most int) []entry {
	waiting, number := 0, 0
	for _, e := range kept {
		number = max(number, e.Number)
		if !e.Answered() {
			waiting++
		}
	}
	var fresh []entry
	for _, c := range m.unasked(most == shortOpen) {
		if waiting+len(fresh) >= most || c.Rank > 2 && waiting+len(fresh) >= enough {
			break
		}
		fresh = append(fresh, c.entry(number+len(fresh)+1))
	}
	return fresh
}

// unasked ranks what may be asked. Where the kind of the system is known, a
// short list takes the scale and what is hard about that kind, and other facts only
// when nothing of that is left.
func (m *material) unasked(short bool) []candidate {
	var open, facts []candidate
	for _, c := range m.ranked() {
		if _, was := m.question(c.id); was || !m.isOpen(c) {
			continue
		}
		isFact := strings.HasPrefix(c.id, factPrefix)
		if short && m.system().ID != "" && isFact && c.id != factPrefix+"users" {
			facts = append(facts, c)
			continue
		}
		open = append(open, c)
	}
	if len(open) == 0 {
		return facts
	}
	return open
}

// ranked are all questions that suit the document, by which decision flips.
func (m *material) ranked() []candidate {
	bank := m.bank()
	var all []candidate
	covered := map[string]bool{}
	for _, q := range bank.Questions {
		all = append(all, candidate{bank.ID + "/" + q.ID, q.Question, q.AnsweredIn})
		for _, id := range q.Covers {
			covered[id] = true
		}
	}
	if m.service() {
		for _, f := range knowledge.Facts() {
			if !f.Part && !covered[f.ID] {
				all = append(all, candidate{factPrefix + f.ID, f.Question, nil})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return a.weight() - b.weight() })
	return all
}

// first are the facts without which no other question has a scale.
var first = []string{factPrefix + "use-cases", factPrefix + "users"}

func (c candidate) weight() int {
	if at := slices.Index(first, c.id); at >= 0 {
		return at
	}
	return 10*c.Rank + 5*(1-truth(c.Critical))
}

// bank holds the questions for the kind of system, or for a change to one.
func (m *material) bank() knowledge.System {
	switch {
	case m.style().ID == "adr":
		return knowledge.Decision()
	case m.system().ID == "" && !m.service():
		return knowledge.Change()
	}
	return m.system()
}

// candidate finds a question by its id.
func (m *material) candidate(id string) (candidate, bool) {
	all := m.ranked()
	at := slices.IndexFunc(all, func(c candidate) bool { return c.id == id })
	if at < 0 {
		return candidate{}, false
	}
	return all[at], true
}

// isOpen says whether the document leaves a question open.
func (m *material) isOpen(c candidate) bool {
	open, known := m.opened[c.id]
	if !known {
		open = m.findOpen(c)
		m.opened[c.id] = open
	}
	return open
}

func (m *material) findOpen(c candidate) bool {
	if !m.concerns(c) {
		return false
	}
	if fact, ok := strings.CutPrefix(c.id, factPrefix); ok {
		return !m.states(fact)
	}
	return !c.answeredIn(strings.ToLower(m.prose()))
}

const sharedWords = 3 // that make a question one about a section

// concerns says whether a question is about what the action works on: the whole
// document, or a section that speaks of the same things. Facts belong into the
// sections that say what is wanted.
func (m *material) concerns(c candidate) bool {
	if m.in.Section == nil {
		return true
	}
	if strings.HasPrefix(c.id, factPrefix) {
		return leading().MatchString(m.in.Section.Title())
	}
	var section strings.Builder
	for _, p := range m.passages() {
		if m.in.Section.Deep.ContainsSpan(p.Span) {
			section.WriteString(" " + p.lower)
		}
	}
	shared := map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(c.Ask+" "+c.Decides), notLetter) {
		if len(word) >= 4 && strings.Contains(section.String(), " "+word[:min(len(word), 6)]) {
			shared[word] = true
		}
	}
	return len(shared) >= sharedWords
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
