package actions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
)

const mostSteps = 40 // of a diagram that is described

// describeSteps tells a diagram that shows no parts that talk: a process, states,
// classes, or how tables hang together. It is "" when there are no arrows to tell.
func describeSteps(source string) string {
	kind, steps := diagram.ReadSteps(source)
	if len(steps) == 0 {
		return ""
	}
	var lines []string
	for _, s := range steps[:min(len(steps), mostSteps)] {
		lines = append(lines, tellStep(kind, s))
	}
	told := opening[kind] + "\n\n"
	if kind == "flowchart" {
		for i, l := range lines {
			lines[i] = fmt.Sprintf("%d. %s", i+1, l)
		}
		told += strings.Join(lines, "\n")
	} else {
		told += bullets(lines)
	}
	if more := len(steps) - mostSteps; more > 0 {
		told += fmt.Sprintf("\n\n%s not told.", countAre(more, "further arrow"))
	}
	return told
}

var opening = map[string]string{
	"flowchart": "*The steps, in the order in which they are drawn:*",
	"state":     "*The states and what leads from one to another:*",
	"class":     "*How the classes hang together:*",
	"er":        "*How the tables hang together:*",
}

func tellStep(kind string, s diagram.Step) string {
	from, to := boldName(s.From), boldName(s.To)
	why := ""
	if s.Label != "" {
		why = ": " + draw.Markdown(s.Label)
	}
	switch {
	case kind == "state" && s.From == "":
		return "It begins in " + to + why + "."
	case kind == "state" && s.To == "":
		return from + " ends it" + why + "."
	case kind == "class":
		return classStep(from, to, s.Arrow) + why + "."
	case kind == "er":
		return tableStep(from, to, s.Arrow) + why + "."
	}
	return from + " → " + to + why + "."
}

func boldName(name string) string { return "**" + draw.Markdown(name) + "**" }

// classStep reads UML's arrows from either side.
func classStep(from, to, arrow string) string {
	for _, a := range []struct{ left, right, says string }{
		{"<|--", "--|>", "is a kind of"}, {"<|..", "..|>", "implements"}, {"*--", "--*", "is part of"}, {"o--", "--o", "belongs to"}, {"<..", "..>", "depends on"}, {"<--", "-->", "knows"},
	} {
		switch arrow {
		case a.left:
			return to + " " + a.says + " " + from
		case a.right:
			return from + " " + a.says + " " + to
		}
	}
	return from + " is linked to " + to
}

// tableStep reads how many rows of one table go with one of the other.
func tableStep(from, to, arrow string) string {
	left, right, ok := strings.Cut(arrow, "--")
	if !ok {
		left, right, _ = strings.Cut(arrow, "..")
	}
	return fmt.Sprintf("%s %s goes with %s %s", upperFirst(howMany(left)), from, howMany(right), to)
}

func howMany(end string) string {
	switch {
	case strings.ContainsAny(end, "{}") && strings.Contains(end, "o"):
		return "any number of"
	case strings.ContainsAny(end, "{}"):
		return "one or more"
	case strings.Contains(end, "o"):
		return "at most one"
	}
	return "one"
}
