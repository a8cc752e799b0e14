package actions

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
)

// figure is a number that the document or an answer states, ready to compute with.
type figure struct {
	estimate.Quantity
	peak bool
	item string  // of a size: what has it
	said string  // how it is stated, in lower case
	many float64 // of how many it is the sum, when it is stated for one of them; else 0

	fromAnswer bool // its span is not in the document
}

// figures returns the numbers that are known about a fact, the document's own
// before those of answers.
func (m *material) figures(fact string) []figure {
	var all []figure
	for _, k := range m.facts(fact) {
		if k.Value != nil {
			f := figure{Quantity: *k.Value, peak: k.Peak, item: k.Item, said: strings.ToLower(k.Quote)}
			if f.Dimension != estimate.Rate || m.ofAll(&f, k) {
				all = append(all, f)
			}
		}
	}
	if q, ok := m.question(factPrefix + fact); ok && q.Answered() {
		for _, v := range estimate.Find(q.Answer) {
			if dimensionOf[fact] == v.Dimension.String() {
				said := strings.ToLower(q.Answer)
				all = append(all, figure{Quantity: v, peak: strings.Contains(said, "peak"), item: v.Each, said: said, fromAnswer: true})
			}
		}
	}
	return all
}

// ofAll makes the rate of one of many, such as a user's, that of all of them. It is
// false when the text beside it does not say how many they are.
func (m *material) ofAll(f *figure, k knowledge.Known) bool {
	content := m.doc.Text.Content()
	if k.Span.End > len(content) || !k.Span.ContainsSpan(f.Span) {
		return true
	}
	sentence, one := k.Span.Of(content), f.Quantity
	one.Span = one.Span.Shift(-k.Span.Start)
	if !estimate.Apiece(sentence, one) {
		return true
	}
	many, ok := estimate.Population(sentence, one.Span.Start)
	if !ok {
		many, ok = m.populationOf(k.Section)
	}
	f.many = many.Value
	f.Value *= many.Value
	return ok
}

// populationOf is the one number of users that a section states.
func (m *material) populationOf(section int) (estimate.Quantity, bool) {
	var found estimate.Quantity
	for _, k := range m.facts("users") {
		if k.Section != section || k.Value == nil || k.Value.Dimension != estimate.Count {
			continue
		}
		if found.Value > 0 && found.Value != k.Value.Value {
			return estimate.Quantity{}, false
		}
		found = *k.Value
	}
	return found, found.Value > 0
}

// dimensionOf says what the answer to the question for a fact is counted in.
var dimensionOf = map[string]string{
	"users": "count", "write-qps": "rate", "read-qps": "rate", "object-size": "bytes", "storage": "bytes", "memory": "bytes",
	"read-latency": "duration", "write-latency": "duration", "ratio": "ratio", "availability": "percent", "retention": "duration",
}

// average is the rate to compute with: the first that is per second and no
// peak, else the first that is no peak.
func (m *material) average(fact string) (figure, bool) {
	var found *figure
	for _, f := range m.figures(fact) {
		if f.Dimension != estimate.Rate || f.peak {
			continue
		}
		if found == nil || f.Period == "second" && found.Period != "second" && near(f.Value, found.Value) {
			found = &f
		}
	}
	if found == nil {
		return figure{}, false
	}
	return *found, true
}

// near says whether two rates may be the same one, rounded.
func near(a, b float64) bool { return a/b < 1.25 && b/a < 1.25 }

// peakOf is the largest rate that is stated as a peak.
func (m *material) peakOf(fact string) (figure, bool) {
	var found figure
	for _, f := range m.figures(fact) {
		if f.peak && f.Value > found.Value {
			found = f
		}
	}
	return found, found.Value > 0
}

// sizeOf is the size of what is written or read at the rate of a fact: the total
// where parts are listed too, which is the largest. It answers false when the
// sizes that are stated are those of other things.
func (m *material) sizeOf(rate string) (figure, bool) {
	var found figure
	for _, f := range m.figures("object-size") {
		if f.Value > found.Value && m.counts(rate, f.item) {
			found = f
		}
	}
	return found, found.Value > 0
}

// anyItem are the names of what is written whatever it is.
var anyItem = []string{"write", "item", "record", "request", "object", "row", "entity"}

// counts says whether one of the rates of a fact is a rate of the item.
func (m *material) counts(rate, item string) bool {
	words := strings.Fields(item)
	if len(words) == 0 {
		return false
	}
	last := strings.TrimSuffix(words[len(words)-1], "s")
	if slices.Contains(anyItem, last) {
		return true
	}
	return slices.ContainsFunc(m.figures(rate), func(f figure) bool { return strings.Contains(f.said, last) })
}

// quotes lists what is known about facts, each with its section, at most so many.
func (m *material) quotes(most int, facts ...string) []string {
	var known []knowledge.Known
	seen := map[string]bool{}
	for _, k := range m.facts(facts...) {
		if !seen[k.Quote] && !k.Weak {
			seen[k.Quote] = true
			known = append(known, k)
		}
	}
	lines := m.bySection(known)
	for _, fact := range facts {
		if q, ok := m.question(factPrefix + fact); ok && q.Answered() {
			lines = append(lines, answer(q))
		}
	}
	if len(lines) > most {
		lines = append(lines[:most], fmt.Sprintf("and %d more", len(lines)-most))
	}
	return lines
}

// bySection quotes facts, and names the section once after the last of those
// that follow each other in it.
func (m *material) bySection(known []knowledge.Known) []string {
	var lines []string
	for i, k := range known {
		line := clip(k.Quote, 220)
		if i+1 == len(known) || known[i+1].Section != k.Section {
			line += source(m.doc.Sections[k.Section])
		}
		lines = append(lines, line)
	}
	return lines
}

func (m *material) quote(k knowledge.Known) string {
	return clip(k.Quote, 220) + source(m.doc.Sections[k.Section])
}

// answer is what the author wrote under a question, on one line.
func answer(q questions.Question) string {
	return fmt.Sprintf("%s (answer to Q%d)", clip(strings.Join(strings.Fields(q.Answer), " "), 220), q.Number)
}

// assumption is what to go on with while nobody has said. Its reason stands
// under the question where that has been asked.
func (m *material) assumption(fact string) string {
	f, _ := knowledge.FactByID(fact)
	if q, ok := m.question(factPrefix + fact); ok {
		return fmt.Sprintf("Assumed while Q%d is open: %s", q.Number, lower(q.Assumption()))
	}
	return "Assumed: " + f.Markdown()
}
