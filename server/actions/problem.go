package actions

import (
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// problem is what is to be designed, with what is asked first about it.
type problem struct {
	task   string
	system knowledge.System
	asks   []string
}

var taskPrefix = text.Pattern(`(?i)^\s*(system design:?\s*)?(please )?(design|build)\s+`)

// problem takes the task from the options, the brief of another file, or the title.
func (m *material) problem() (problem, error) {
	p := problem{system: m.system()}
	given := oneLine(m.in.Options[prompts.OptionProblem])
	for _, e := range m.in.Extra {
		if given == "" {
			given = firstLine(e.Text)
		}
	}
	if given != "" {
		if system, ok := knowledge.RecognizeSystem(given, given); ok {
			p.system = system
		}
	} else {
		given = m.doc.Title()
	}
	p.task = strings.TrimRight(taskPrefix().ReplaceAllString(given, ""), ".")
	if p.task == "" || p.system.ID == "" && !taskPrefix().MatchString(given) && (!m.service() || m.statesLoad() < 2) {
		return p, &Refusal{Reason: `the document sets no problem of a known kind to practise on; name one in its title, such as "Design a rate limiter", or give it in the option "problem"`}
	}
	if p.system.ID != "" && !strings.Contains(strings.ToLower(p.task), strings.ToLower(p.system.Name)) {
		p.task += ", a " + p.system.Name
	}
	p.asks = m.firstQuestions(p.system)
	return p, nil
}

func firstLine(s string) string {
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(strings.TrimLeft(line, "# ")); line != "" && line != "---" {
			return line
		}
	}
	return ""
}

// firstQuestions are two of the kind of system, and the scale, each with what it decides.
func (m *material) firstQuestions(s knowledge.System) []string {
	var asks []string
	for _, q := range s.Questions {
		if q.Critical && len(asks) < 2 && !q.AnsweredIn(strings.ToLower(m.prose())) {
			asks = append(asks, q.Ask+" It decides "+lowerFirst(q.Decides))
		}
	}
	if f, ok := knowledge.FactByID("users"); ok && !m.states("users") && len(asks) < 3 {
		asks = append(asks, f.Ask+" It decides "+lowerFirst(f.Decides))
	}
	if len(asks) == 0 {
		f, _ := knowledge.FactByID("consistency")
		asks = append(asks, f.Ask+" It decides "+lowerFirst(f.Decides))
	}
	return asks
}
