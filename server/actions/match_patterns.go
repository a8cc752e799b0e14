package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

const mostMatches = 6 // patterns that are explained

// match is a problem of a known kind that the document states.
type match struct {
	knowledge.Pattern
	stated []passage
	answer []passage
}

// matchPatterns holds the problems that the document states against the patterns
// that answer them.
func matchPatterns(_ context.Context, m *material) (draft, error) {
	all := m.matches()
	if len(all) == 0 {
		_, where := m.scope()
		return draft{}, &Refusal{Reason: fmt.Sprintf("the %s states no problem that one of the known patterns answers (contending updates, change data capture, fan-out, location search, job scheduling, idempotent writes, durable data and a few more), as far as can be told without a model", where)}
	}
	rows := []string{"| pattern | the problem, as it is stated | what answers it here |", "|---|---|---|"}
	open := 0
	for _, x := range all {
		rows = append(rows, fmt.Sprintf("| %s | %s | %s |", tableCell(x.Name), tableCell(strings.Join(quotedAll(x.stated[:1]), "")), tableCell(x.answered())))
		open += truth(len(x.answer) == 0)
	}
	parts := []string{"## Design patterns", "Problems of a known kind that the document states. An answer is a sentence that speaks of one; whether it is enough is for you to judge by the questions below.", strings.Join(rows, "\n")}
	for _, x := range byNeed(all) {
		parts = append(parts, x.explain())
	}
	return draft{body: strings.Join(parts, "\n\n"), summary: fmt.Sprintf("Found %s of a known kind; %s no answer.", count(len(all), "problem"), haveNone(open, len(all)))}, nil
}

func haveNone(n, of int) string {
	switch {
	case n == 1:
		return "1 has"
	case n == 0 && of == 1:
		return "it does not go without:"
	}
	return fmt.Sprintf("%d have", n)
}

// matches looks for the problems in what the action works on, and for their
// answers everywhere.
func (m *material) matches() []match {
	if m.style().ID == "go-proposal" && !knowledge.ServesTraffic(m.prose()) {
		return nil // the words mean other things in a compiler
	}
	span, _ := m.scope()
	var all []match
	for _, p := range knowledge.Patterns() {
		x := match{Pattern: p}
		for _, s := range m.passages() {
			if s.Span.Overlaps(span) && m.tells(s) && p.StatedIn(s.lower) {
				x.stated = append(x.stated, s)
			}
		}
		if len(x.stated) == 0 {
			continue
		}
		x.answer = m.answers(p, x.stated)
		all = append(all, x)
	}
	return all
}

// mitigates finds a sentence that tells of a remedy rather than of a problem.
var mitigates = text.Pattern(`(?i)\b(useful for|helps?|to (absorb|smooth|handle)|handling|mitigate[sd]?)\b`)

// tells says whether a sentence may state a problem of this design.
func (m *material) tells(p passage) bool {
	return !p.Heading && len(p.Text) >= shortestSentence && !strings.HasSuffix(p.Text, ":") && !mitigates().MatchString(p.Text) && !apart().MatchString(m.path(p.Section)) && !metadataLine().MatchString(p.Text)
}

// answers are at most two sentences that have an answer, those beside the problem first,
// those of the options that were weighed last.
func (m *material) answers(p knowledge.Pattern, stated []passage) []passage {
	near := map[*document.Section]bool{}
	for _, s := range stated {
		near[s.Section] = true
	}
	var beside, elsewhere, options []passage
	for _, s := range m.passages() {
		switch {
		case s.Heading || !p.AnsweredIn(s.lower):
		case apart().MatchString(m.path(s.Section)):
			options = append(options, s)
		case near[s.Section]:
			beside = append(beside, s)
		default:
			elsewhere = append(elsewhere, s)
		}
	}
	all := slices.Concat(beside, elsewhere, options)
	return all[:min(len(all), 2)]
}

func (x match) answered() string {
	if len(x.answer) == 0 {
		return "**none found**"
	}
	return quoted(x.answer[0])
}

// byNeed puts the problems without an answer first, and leaves out what is too much.
func byNeed(all []match) []match {
	var open, answered []match
	for _, x := range all {
		if len(x.answer) == 0 {
			open = append(open, x)
		} else {
			answered = append(answered, x)
		}
	}
	all = append(open, answered...)
	return all[:min(len(all), mostMatches)]
}

// explain says how to apply the pattern where the document has no answer, and what
// to hold against the answer where it has one.
func (x match) explain() string {
	if len(x.answer) > 0 {
		return "### " + x.Name + ": what to hold against the answer\n\n" + bullets(append(x.Asks, x.Failover...))
	}
	parts := []string{
		"### " + x.Name + ": how to apply it",
		x.Problem + " " + x.Is,
	}
	if len(x.stated) > 1 {
		parts = append(parts, "Also stated: "+quoted(x.stated[1])+".")
	}
	return strings.Join(append(parts, enumerated(x.Apply), variants(x.Variants),
		"**Tradeoffs**\n\n"+bullets(x.Tradeoffs), "**When something fails**\n\n"+bullets(x.Failover),
		"**To be decided**\n\n"+bullets(x.Asks)), "\n\n")
}

func enumerated(lines []string) string {
	var b strings.Builder
	for i, line := range lines {
		fmt.Fprintf(&b, "%d. %s\n", i+1, line)
	}
	return strings.TrimRight(b.String(), "\n")
}

// variants is the table of the kinds that there are.
func variants(all []knowledge.Variant) string {
	rows := []string{"| option | fits | costs |", "|---|---|---|"}
	for _, v := range all {
		rows = append(rows, fmt.Sprintf("| %s | %s | %s |", tableCell(v.Name), tableCell(v.Fits), tableCell(v.Costs)))
	}
	return strings.Join(rows, "\n")
}
