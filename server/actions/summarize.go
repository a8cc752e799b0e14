package actions

import (
	"context"
	"fmt"
	"strings"

	"github.com/designls/designls/server/knowledge"
)

const mostQuotes = 6 // under one item of a summary

// summarize sums up what is known under the two headings of an interview's
// first fifteen minutes.
func summarize(_ context.Context, m *material) (draft, error) {
	features, estimations := list{brief: m.in.Section != nil}, list{brief: m.in.Section != nil}
	m.features(&features)
	m.estimations(&estimations)
	body := "## Feature expectations [5 min]\n\n" + features.String() +
		"\n\n## Estimations [10 min]\n\n" + estimations.String()
	if missing := m.missing(); missing != "" && m.in.Section == nil {
		body += "\n\n" + missing
	}
	return draft{body: body, summary: m.summaryOfSummary()}, nil
}

// features fills in what is wanted, by whom and how it is used.
func (m *material) features(l *list) {
	l.add("Use cases", m.quotesOr("use-cases"))
	l.add("Not covered", m.quotesOr("out-of-scope"))
	l.add("Who uses it", m.quotesOr("audience"))
	l.add("How many", m.quotesOr("users", "growth"))
	l.add("Usage patterns", m.quotesOr("usage-pattern"))
	if m.in.Section == nil {
		l.add("From the answers", m.otherAnswers())
	}
}

// estimations fills in the numbers, with what follows from them.
func (m *material) estimations(l *list) {
	l.add("Throughput", m.throughput())
	l.add("Latency", m.quotesOr("read-latency", "write-latency", "latency"))
	l.add("Read/write ratio", m.ratio())
	l.add("Traffic", m.traffic())
	l.add("Storage", m.storage())
	l.add("Memory", m.memory())
	l.add("Goals stated so far", m.quotes(mostQuotes, "availability", "consistency", "durability", "retention", "regions", "security"))
}

// quotesOr lists what is known about facts, and for the critical ones that are
// missing the assumption to go on with.
func (m *material) quotesOr(facts ...string) []string {
	lines := m.quotes(mostQuotes, facts...)
	if !m.service() || m.in.Section != nil {
		return lines
	}
	for _, id := range facts {
		f, _ := knowledge.FactByID(id)
		if !m.states(id) && f.Critical {
			lines = append(lines, m.assumption(id))
		}
	}
	return lines
}

// otherAnswers lists the answers to questions that no fact stands for.
func (m *material) otherAnswers() []string {
	var lines []string
	for _, q := range m.asked {
		if q.Answered() && !strings.HasPrefix(q.ID, factPrefix) {
			lines = append(lines, fmt.Sprintf("%s %s", strings.Join(strings.Fields(q.Ask), " "), quotedAnswer(q.Answer, q.Number)))
		}
	}
	return lines
}

func quotedAnswer(a string, number int) string {
	return fmt.Sprintf("*%s* (Q%d)", clip(strings.Join(strings.Fields(strings.Trim(a, "*")), " "), 220), number)
}

// missing names what the document does not state, and whether it has been asked.
func (m *material) missing() string {
	if !m.service() {
		return m.missingFromChange()
	}
	var names []string
	for _, f := range knowledge.Facts() {
		if f.Part || m.states(f.ID) || m.derived(f.ID) {
			continue
		}
		name := f.Title
		if q, ok := m.question(factPrefix + f.ID); ok {
			name += fmt.Sprintf(" (Q%d)", q.Number)
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return "Not stated so far: " + strings.Join(names, ", ") + "."
}

// missingFromChange says why most of a summary is empty where a document
// changes something that exists.
func (m *material) missingFromChange() string {
	for _, k := range m.known() {
		if k.Value != nil {
			return ""
		}
	}
	return "The document states no load, latency or volume. For a change to an existing system they are those of the system that it changes: name the largest installation it must work in."
}

func (m *material) summaryOfSummary() string {
	facts := map[string]bool{}
	for _, k := range m.known() {
		facts[k.Fact] = true
	}
	answered := len(m.asked) - len(m.open())
	return fmt.Sprintf("Summarised %s and %s.", count(len(facts), "stated fact"), count(answered, "answer"))
}

// list is a markdown list of items that have one line or several.
type list struct {
	b     strings.Builder
	brief bool // leaves out items without lines
}

// add writes an item; one without lines is "not stated".
func (l *list) add(name string, lines []string) {
	switch {
	case len(lines) == 0 && (l.brief || name == "From the answers" || name == "Goals stated so far"):
		return
	case len(lines) == 0:
		fmt.Fprintf(&l.b, "- **%s**: not stated.\n", name)
	case len(lines) == 1:
		fmt.Fprintf(&l.b, "- **%s**: %s\n", name, lines[0])
	default:
		fmt.Fprintf(&l.b, "- **%s**\n", name)
		for _, line := range lines {
			fmt.Fprintf(&l.b, "  - %s\n", line)
		}
	}
}

func (l *list) String() string {
	if l.b.Len() == 0 {
		return "Nothing of this is stated here."
	}
	return strings.TrimRight(l.b.String(), "\n")
}
