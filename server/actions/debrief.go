package actions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// debrief says which parts the answers cover, with what shows it.
func (m *material) debrief(c conversation) string {
	var answers []string
	for _, t := range c.turns {
		if t.Speaker == questions.You && t.Text != "" {
			answers = append(answers, t.Text)
		}
	}
	facts := statedIn(strings.Join(answers, "\n\n"))
	rows := []string{"| part | covered | what shows it |", "|---|---|---|"}
	covered, all := 0, 0
	for _, box := range knowledge.Interview() {
		for _, part := range box.Parts {
			all++
			shown := shows(part, answers, facts)
			mark := "no"
			if shown != "" {
				mark = "yes"
				covered++
			}
			rows = append(rows, fmt.Sprintf("| %s: %s | %s | %s |", upperFirst(box.Title), lowerFirst(part.Name), mark, tableCell(dash(shown))))
		}
	}
	return fmt.Sprintf("Your answers speak of %d of the %d parts.\n\n%s\n\nThis counts what was spoken of. Whether it is right, weighed, and led to a design that meets its goals is what a model would score; so are the tradeoffs that you favoured and how you took a challenge.",
		covered, all, strings.Join(rows, "\n"))
}

// statedIn are the facts that a text states.
func statedIn(s string) map[string]string {
	d := document.Parse(text.NewMapper("## Requirements\n\n"+s+"\n"), nil)
	facts := map[string]string{}
	for _, k := range knowledge.Extract(d) {
		if !k.Weak && facts[k.Fact] == "" {
			facts[k.Fact] = k.Quote
		}
	}
	return facts
}

// shows is what in the answers covers a part, "" for nothing.
func shows(part knowledge.AnsweredPart, answers []string, facts map[string]string) string {
	for _, id := range part.Facts {
		if facts[id] != "" {
			return "“" + clip(facts[id], 120) + "”"
		}
	}
	for _, a := range answers {
		if !part.In(strings.ToLower(a)) {
			continue
		}
		for sentence := range strings.SplitSeq(strings.ReplaceAll(a, "\n", ". "), ". ") {
			if part.In(strings.ToLower(sentence)) {
				return "“" + clip(oneLine(sentence), 120) + "”"
			}
		}
		return "“" + clip(oneLine(a), 120) + "”"
	}
	return ""
}
