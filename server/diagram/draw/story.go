package draw

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/designls/designls/server/diagram"
)

const mostTold = 40 // sentences of a story

// Story tells what a drawing shows: who takes part, then the stories of the
// document step by step, then what else flows. It is markdown.
func (d Drawing) Story(g *diagram.Graph) string {
	if d.around != nil {
		g, d.Flows = d.around, nil
		for _, f := range g.Flows {
			d.Flows = append(d.Flows, *f)
		}
	}
	parts := []string{d.cast()}
	if len(d.numbers) > 0 {
		parts[0] += " Numbers in brackets are those at the arrows."
	}
	drawn := map[[2]string]bool{}
	for _, f := range d.Flows {
		drawn[[2]string{f.From, f.To}] = true
	}
	told := map[[2]string]bool{}
	left := mostTold
	for _, s := range g.Scenarios {
		var steps []diagram.Flow
		for _, f := range s.Steps {
			if drawn[[2]string{f.From, f.To}] || f.Reply && drawn[[2]string{f.To, f.From}] {
				steps = append(steps, f)
			}
		}
		if len(steps) < 2 || len(steps) > left && len(d.numbers) == 0 {
			continue
		}
		left -= len(steps)
		for _, f := range steps {
			told[[2]string{f.From, f.To}] = true
		}
		parts = append(parts, heading(s.Title)+" "+d.narrate(g, steps))
	}
	return strings.Join(append(parts, d.rest(g, told, left)...), "\n\n")
}

func (d Drawing) cast() string {
	if d.around != nil {
		return castAround(d.Nodes)
	}
	return Cast(d.Nodes)
}

// caseWords are what says only that a story begins, or the how manieth it is.
var caseWords = regexp.MustCompile(`(?i)^((use case|user story|scenario|flow|story|step)\s*(\d+)?\s*[:–-]\s+|\d+(\.\d+)*[.)]?\s+)`)

// general are the titles of sections that do not say what their story is about.
var general = set("context overview background introduction summary motivation proposal design architecture description details implementation example examples")

// StoryTitle is what a story is about, by the title of its section; empty where that does not
// say it.
func StoryTitle(title string) string {
	title = strings.TrimRight(caseWords.ReplaceAllString(unnumbered(title), ""), ".: ")
	if general[strings.ToLower(title)] {
		return ""
	}
	return title
}

// heading is the title of a story in front of it.
func heading(title string) string {
	if title = StoryTitle(title); title == "" {
		return "*What happens.*"
	}
	return "*" + Markdown(title) + ".*"
}

// rest are the flows that no story tells.
func (d Drawing) rest(g *diagram.Graph, told map[[2]string]bool, left int) []string {
	var flows []diagram.Flow
	for _, f := range d.Flows {
		if !told[[2]string{f.From, f.To}] && d.clause(g, f) != "" {
			flows = append(flows, f)
		}
	}
	if len(flows) == 0 {
		return nil
	}
	more := len(flows) - max(left, 10)
	if len(d.numbers) > 0 {
		more = 0
	}
	flows = flows[:len(flows)-max(more, 0)]
	intro := "*What flows.* "
	if len(told) > 0 {
		intro = "*Besides.* "
	}
	end := ""
	if more > 0 {
		end = fmt.Sprintf(" The picture has %d more arrows.", more)
	}
	return []string{intro + d.narrate(g, gather(flows)) + end}
}

// Narrate tells flows in their order, in sentences that go on from each other.
func Narrate(g *diagram.Graph, flows []diagram.Flow) string { return Drawing{}.narrate(g, flows) }

// Steps are flows as a numbered list.
func Steps(g *diagram.Graph, flows []diagram.Flow) string {
	var lines []string
	for _, f := range flows {
		if line := Tell(g, f); line != "" {
			lines = append(lines, fmt.Sprintf("%d. %s", len(lines)+1, line))
		}
	}
	return strings.Join(lines, "\n")
}
