package actions

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// latencyPath is a list of what the parts of one path take, as the document has it.
type latencyPath struct {
	section *document.Section
	span    text.Span // of the list, in the document
	parts   []estimate.Part
	stated  float64 // the sum that the list states, in seconds; 0 for none
	goal    float64 // a goal that the list states
	heading string  // of the column: "p99"
	why     string  // "" when it can be added up; else why not
}

var (
	// stepColumn names what can only be the parts of one path.
	stepColumn = text.Pattern(`(?i)^(steps?|hops?|stages?|phases?|legs?|segments?|part of the path|what happens)$`)
	// onePath says that the rows below it are parts of one path, whatever they are
	// called: rows may as well be alternatives, or goals of their own.
	onePath = text.Pattern(`(?i)\b(latency (budget|breakdown|path)|breakdown|critical path|(read|write|request|longest|hot) path|budget|add(s|ed)? up|in (total|all|sum)|waterfall)\b`)
	takes   = text.Pattern(`(?i)\b(latency|time|takes?|duration|budget|p\d\d(\.\d+)?|median|ms|µs|percentile|typical|max(imum)?|cost)\b`)
	tail    = text.Pattern(`(?i)\bp9\d(\.\d+)?\b|\b9\d(\.\d+)?th\b`)
)

// latencyPaths are those of the author's tables, in order.
func (m *material) latencyPaths() []latencyPath {
	var all []latencyPath
	for _, s := range m.doc.Sections {
		if m.generated(s) || m.in.Section != nil && !m.in.Section.Deep.ContainsSpan(s.Span) {
			continue
		}
		c := s.Content
		for i, n := range c.Nodes {
			if inBlock(m.doc, n.Span.Shift(s.Span.Start)) || c.Ancestor(i, document.KindQuote) >= 0 {
				continue
			}
			p, ok := latencyPath{}, false
			switch n.Kind {
			case document.KindTable:
				p, ok = readPath(s, i)
			case document.KindList:
				p, ok = readList(s, i)
			}
			if ok {
				all = append(all, p)
			}
		}
	}
	return all
}

// readPath reads a table as a path. It answers false for a table of something else.
func readPath(s *document.Section, table int) (latencyPath, bool) {
	rows := tableRows(s.Content, table)
	if len(rows) < 3 || len(rows[0]) < 2 {
		return latencyPath{}, false
	}
	column := durationColumn(rows)
	if column < 1 || !stepColumn().MatchString(rows[0][0]) && !tellsOnePath(s) {
		return latencyPath{}, false
	}
	p := latencyPath{section: s, span: s.Content.Nodes[table].Span.Shift(s.Span.Start), heading: rows[0][column]}
	unit := estimate.UnitOf(rows[0][column])
	for _, row := range rows[1:] {
		p.add(row[0], row[column], unit)
	}
	return p, len(p.parts) > 1
}

// add reads a line of the list.
func (p *latencyPath) add(name, cell string, unit float64) {
	part, role := estimate.ReadPart(name, cell, unit)
	switch role {
	case estimate.StepPart:
		p.parts = append(p.parts, part)
	case estimate.TotalPart:
		p.stated = part.Takes
	case estimate.GoalPart:
		p.goal = part.Takes
	case estimate.NoPart:
		if p.why == "" {
			p.why = clip(name, 60)
		}
	}
}

// tellsOnePath says whether a section is about the parts of one path, and not about
// what is wanted.
func tellsOnePath(s *document.Section) bool {
	if s.Heading == nil {
		return onePath().MatchString(s.Content.Prose)
	}
	return onePath().MatchString(s.Heading.Text) || !leading().MatchString(s.Heading.Text) && onePath().MatchString(s.Content.Prose)
}

// listed is a name and what it takes, in an item of a list.
var listed = text.Pattern(`^(.{2,80}?)\s*(?::|–|—| - |\()\s*((?:about|around|under|at most|up to|[~≈<≤])?\s*\d[\d.,]*\s*(?:ns|µs|us|ms|s|seconds?|milliseconds?|microseconds?))\)?\.?$`)

// readList reads a list of which every item is a name and a length of time. It
// answers false for any other.
func readList(s *document.Section, list int) (latencyPath, bool) {
	c := s.Content
	p := latencyPath{section: s, span: c.Nodes[list].Span.Shift(s.Span.Start)}
	for i := list + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[list].Span.End; i++ {
		if n := c.Nodes[i]; n.Kind == document.KindItem && n.Parent == list {
			m := listed().FindStringSubmatch(strings.Join(strings.Fields(knowledge.Plain(c, n.Inner)), " "))
			if m == nil {
				return latencyPath{}, false
			}
			p.add(m[1], m[2], 0)
		}
	}
	return p, len(p.parts) > 1 && tellsOnePath(s)
}

// durationColumn is the column of the lengths of time, the tail of the distribution
// before its middle; 0 when there is none.
func durationColumn(rows [][]string) int {
	best := 0
	for column := 1; column < len(rows[0]); column++ {
		heading, durations := rows[0][column], 0
		for _, row := range rows[1:] {
			if column < len(row) {
				if _, role := estimate.ReadPart(row[0], row[column], estimate.UnitOf(heading)); role != estimate.NoPart {
					durations++
				}
			}
		}
		if !takes().MatchString(heading) || durations < 2 || durations*2 < len(rows)-1 {
			continue
		}
		if best == 0 || tail().MatchString(heading) && !tail().MatchString(rows[0][best]) {
			best = column
		}
	}
	return best
}

// tableRows are the cells of a table as a reader sees them, the header first. Rows
// are as long as the header.
func tableRows(c *document.Content, table int) [][]string {
	var rows [][]string
	for i := table + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[table].Span.End; i++ {
		switch n := c.Nodes[i]; n.Kind {
		case document.KindHeaderRow, document.KindRow:
			rows = append(rows, nil)
		case document.KindCell:
			if last := len(rows) - 1; last >= 0 {
				rows[last] = append(rows[last], strings.TrimSpace(knowledge.Plain(c, n.Inner)))
			}
		}
	}
	for i := range rows {
		for len(rows[i]) < len(rows[0]) {
			rows[i] = append(rows[i], "")
		}
	}
	return rows
}

var goalOf = text.Pattern(`(?i)\b(?:goal|budget|target|slo|limit)s?(?: is| are)?(?: of| at|:)? (?:under |below |at most |less than |< ?)?(\d[\d.,]* ?(?:ms|s|µs|seconds?|milliseconds?))\b`)

// goalFor is the goal that a path must meet, in seconds, and where it is stated: in
// the list, beside it, or as the only latency goal of the document. It is 0 where
// that cannot be told.
func (m *material) goalFor(p latencyPath) (goal float64, section *document.Section) {
	if p.goal > 0 {
		return p.goal, p.section
	}
	if said := goalOf().FindStringSubmatch(p.section.Content.Prose); said != nil {
		if found := estimate.Find(said[1]); len(found) == 1 && found[0].Dimension == estimate.Duration {
			return found[0].Value, p.section
		}
	}
	for _, k := range m.stated() {
		if k.Value == nil || k.Value.Dimension != estimate.Duration || p.span.ContainsSpan(k.Span) {
			continue
		}
		if k.Fact != "latency" && k.Fact != "read-latency" && k.Fact != "write-latency" {
			continue
		}
		if goal > 0 && goal != k.Value.Value {
			return 0, nil
		}
		goal, section = k.Value.Value, m.doc.Sections[k.Section]
	}
	return goal, section
}
