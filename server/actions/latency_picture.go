package actions

import (
	"context"
	"fmt"
	"path"
	"strings"

	"github.com/designls/designls/server/diagram/svg"
	"github.com/designls/designls/server/estimate"
)

// diagramLatency draws what the parts of a path take as a waterfall, from a table
// of the document, and says the same in a table of its own.
func diagramLatency(_ context.Context, m *material) (draft, error) {
	p, err := m.latencyPath()
	if err != nil {
		return draft{}, err
	}
	starts, end := estimate.Starts(p.parts)
	goal, from := m.goalFor(p)
	w := svg.Waterfall{Title: "Latency: " + m.pathName(p), Goal: goal, Format: estimate.Time}
	rows := "| part | takes | from | to |\n|---|---|---|---|\n"
	for i, part := range p.parts {
		w.Bars = append(w.Bars, svg.Bar{Name: part.Name, From: starts[i], Takes: part.Takes})
		rows += fmt.Sprintf("| %s | %s | %s | %s |\n", tableCell(part.Name), estimate.Time(part.Takes), clock(starts[i]), clock(starts[i]+part.Takes))
	}
	together := "**Together** " + estimate.Time(end)
	if goal > 0 {
		together += against(end, goal) + source(from)
	} else {
		together += "; no goal is stated that this path must meet"
	}
	file := m.pictureFile("latency")
	body := fmt.Sprintf("## Latency waterfall\n\n![%s, %s in all](%s)\n\n%s\n%s.%s", altText(w.Title), estimate.Time(end), linkTo(file), rows, together, caveats(p, end))
	d := draft{
		body: body, section: p.section, files: []File{{file, string(w.Bytes())}},
		summary: fmt.Sprintf("Drew the latency of %s, %s in all, as %s.", count(len(p.parts), "part"), estimate.Time(end), file),
	}
	if p.section.Heading == nil {
		d.section, d.whole = nil, true
	}
	d.placed, d.at, d.id = true, p.section.Span.End, "latency"
	return d, nil
}

// byProgram has the program do what it can do better than any model: it draws only
// what the document states.
func byProgram(make run) func(context.Context, *assignment) (draft, error) {
	return func(ctx context.Context, a *assignment) (draft, error) { return make(ctx, a.material) }
}

// latencyPath is the first path that adds up, of what the action works on.
func (m *material) latencyPath() (latencyPath, error) {
	all := m.latencyPaths()
	for _, p := range all {
		if p.why == "" {
			return p, nil
		}
	}
	if len(all) > 0 {
		line := m.doc.Text.LineOf(all[0].span.Start) + 1
		return latencyPath{}, &Refusal{Reason: fmt.Sprintf("the list at line %d cannot be added up, since it does not say what %q adds to the path; give it one length of time, and say what runs \"in parallel with the above\"", line, all[0].why)}
	}
	return latencyPath{}, &Refusal{Reason: "the document does not state what the steps of one path take, so there is no latency to draw; add a table with the columns step and p99, a step of the path in each row, such as \"| gateway | 20 ms |\""}
}

// pathName is the section of the path.
func (m *material) pathName(p latencyPath) string {
	name := m.doc.Title()
	if p.section.Heading != nil {
		name = p.section.Heading.Text
	}
	if p.heading != "" {
		name += " (" + p.heading + ")"
	}
	return name
}

func clock(seconds float64) string {
	if seconds == 0 {
		return "0"
	}
	return estimate.Time(seconds)
}

const rounding = 1e-9 // seconds, in comparisons of sums

// against holds a sum against a goal.
func against(end, goal float64) string {
	switch {
	case end > goal+rounding:
		return fmt.Sprintf(", which is %s over the goal of %s", estimate.Time(end-goal), estimate.Time(goal))
	case end > goal-rounding:
		return fmt.Sprintf(", which is all of the goal of %s", estimate.Time(goal))
	}
	return fmt.Sprintf(", which leaves %s of the goal of %s", estimate.Time(goal-end), estimate.Time(goal))
}

// caveats are sentences that whoever reads the sum should know.
func caveats(p latencyPath, end float64) string {
	said := ""
	if p.stated > 0 && (p.stated < end-rounding || p.stated > end+rounding) {
		said += fmt.Sprintf(" The table states %s in all, which is not what its parts come to.", estimate.Time(p.stated))
	}
	if tail().MatchString(p.heading) {
		said += " Percentiles do not add up exactly: that of the whole is usually below the sum, since the parts are seldom slow at the same time."
	}
	return said
}

// pictureFile names a picture beside the document.
func (m *material) pictureFile(kind string) string {
	base := path.Base(m.in.Path)
	base = strings.TrimSuffix(base, path.Ext(base))
	if m.in.Path == "" {
		base = "document"
	}
	if s := m.in.Section; s != nil && s.Heading != nil {
		kind += "-" + s.Heading.Slug
	}
	return base + "." + kind + ".svg"
}

// linkTo is a file as the target of a link.
func linkTo(file string) string {
	if strings.ContainsAny(file, " ()<>") {
		return "<" + strings.NewReplacer("<", "%3C", ">", "%3E").Replace(file) + ">"
	}
	return file
}

// altText keeps brackets from ending the text of an image.
func altText(s string) string { return strings.NewReplacer("[", "(", "]", ")").Replace(s) }
