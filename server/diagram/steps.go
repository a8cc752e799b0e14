package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// Step is an arrow of a diagram, between things of whatever sort: the steps of a
// process, states, classes, tables.
type Step struct {
	From, To string // as they are drawn; "" for where a state diagram begins and ends
	Label    string
	Arrow    string // as it is written, "" in a flowchart
}

var (
	stepArrow = text.Pattern(`^(\[\*\]|"[^"]+"|[^\s:]+)\s*(-->)\s*(\[\*\]|"[^"]+"|[^\s:]+)\s*(?::\s*(.*))?$`)
	stepState = text.Pattern(`^state\s+"([^"]+)"\s+as\s+(\S+)`)
	stepClass = text.Pattern(`^([\w~.\x60-]+)\s*(?:"[^"]*")?\s*((?:<\||[*o<]|\(\))?(?:--|\.\.)(?:\|>|[*o>]|\(\))?)\s*(?:"[^"]*")?\s*([\w~.\x60-]+)\s*(?::\s*(.*))?$`)
)

// ReadSteps returns the arrows of a flowchart, of a diagram of states, classes or
// entities, in the order in which they are drawn, and what kind of diagram it is:
// "flowchart", "state", "class" or "er"; "" for any other.
func ReadSteps(source string) (kind string, steps []Step) {
	lines := diagramLines(source)
	if len(lines) == 0 {
		return "", nil
	}
	switch keyword := firstWord(lines[0].text); {
	case keyword == "graph" || strings.HasPrefix(keyword, "flowchart"):
		return "flowchart", pictureSteps(readPicture(source))
	case strings.HasPrefix(keyword, "stateDiagram"):
		return "state", stateSteps(lines[1:])
	case strings.HasPrefix(keyword, "classDiagram"):
		for _, l := range lines[1:] {
			if m := stepClass().FindStringSubmatch(l.text); m != nil {
				steps = append(steps, Step{From: className(m[1]), To: className(m[3]), Label: plainLabel(m[4]), Arrow: m[2]})
			}
		}
		return "class", steps
	case keyword == "erDiagram":
		for _, l := range lines[1:] {
			if m := erRelation().FindStringSubmatch(l.text); m != nil {
				steps = append(steps, Step{From: m[1], To: m[3], Label: plainLabel(m[4]), Arrow: m[2]})
			}
		}
		return "er", steps
	}
	return "", nil
}

func pictureSteps(p *picture) (steps []Step) {
	for _, e := range p.edges {
		steps = append(steps, Step{From: p.nodes[e.from].title(e.from), To: p.nodes[e.to].title(e.to), Label: e.label})
	}
	return steps
}

// className takes the parameters off a class.
func className(s string) string {
	name, _, _ := strings.Cut(strings.Trim(s, "`"), "~")
	return name
}

func stateSteps(lines []line) (steps []Step) {
	names := map[string]string{"[*]": ""}
	for _, l := range lines {
		if m := stepState().FindStringSubmatch(l.text); m != nil {
			names[m[2]] = plainLabel(m[1])
		}
	}
	name := func(id string) string {
		if n, ok := names[id]; ok {
			return n
		}
		return plainLabel(id)
	}
	for _, l := range lines {
		if m := stepArrow().FindStringSubmatch(l.text); m != nil {
			steps = append(steps, Step{From: name(m[1]), To: name(m[3]), Label: plainLabel(m[4]), Arrow: m[2]})
		}
	}
	return steps
}
