package rules

import (
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// redraw offers a diagram that says what the text says, beside the author's own.
var redraw = finding.Fix{Title: "Draw the parts anew from the text", Action: "diagram-container"}

// arrow is one that flowcharts have, with its label.
var arrow = pattern(`[ \t]*(?:<?(?:--+|==+|-\.+-|--[ \t][^->|\r\n]+?[ \t]--+|-\.[ \t][^-.>|\r\n]+?[ \t]\.+-|==[ \t][^=>|\r\n]+?[ \t]==+)>)(?:[ \t]*\|[^|\r\n]*\|)?[ \t]*`)

// turn lets an arrow point the other way, when it is the only one of its line and
// stands between two nodes. In "a --> b --> c" b would have to stand twice.
func (p *pictured) turn(f *diagram.Flow) []finding.Fix {
	start := strings.LastIndexAny(p.text[:f.Place.Start], "\r\n") + 1
	line := p.text[start:]
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	start, line = start+indent, strings.TrimSpace(line)
	at := arrow().FindAllStringIndex(line, -1)
	if len(at) != 1 || strings.ContainsAny(line, "&;%") {
		return nil
	}
	left, between, right := line[:at[0][0]], line[at[0][0]:at[0][1]], line[at[0][1]:]
	if left == "" || right == "" {
		return nil
	}
	edit := text.Edit{Span: text.Span{Start: start, End: start + len(line)}, New: right + between + left}
	return []finding.Fix{p.fix("Turn the arrow round", []text.Edit{edit}, false)}
}
