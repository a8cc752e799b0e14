package actions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/knowledge"
)

// scaling holds the numbers against what one machine does.
func (m *material) scaling() string {
	var lines []string
	if avg, ok := m.average("write-qps"); ok {
		lines = append(lines, fmt.Sprintf("Writes: %s a second on average, about %s at a peak of %d times that. One relational primary takes some 10,000 small writes a second: %s.",
			estimate.Number(avg.Value), estimate.Number(avg.Value*estimate.PeakFactor), estimate.PeakFactor, verdict(avg.Value*estimate.PeakFactor, 10000, "the write path has to be partitioned", "it carries the writes, with a standby")))
	}
	if avg, ok := m.average("read-qps"); ok {
		lines = append(lines, fmt.Sprintf("Reads: %s a second on average, about %s at the peak. A replica serves some 10,000 indexed reads a second, a cache node some 100,000: that is %s, or %s.",
			estimate.Number(avg.Value), estimate.Number(avg.Value*estimate.PeakFactor), nodes(avg.Value*estimate.PeakFactor, 10000, "replica"), nodes(avg.Value*estimate.PeakFactor, 100000, "cache node")))
	}
	if d, ok := m.storageAfter(3*estimate.Year, "3 years"); ok {
		lines = append(lines, fmt.Sprintf("Storage after 3 years: %s (= %s), one copy. A database node is comfortable to back up and move at some 2 TB: %s.",
			d.Result, d.Derivation, verdict(d.Value, 2e12, "that is "+nodes(d.Value, 2e12, "shard")+", or an object store with an index", "one node holds it")))
	}
	if len(lines) == 0 {
		return "Without rates and volumes this cannot be said; they are among the open decisions."
	}
	return bullets(append(lines, "What one machine does is a rule of thumb for sizing, to be replaced by a measurement on your own load."))
}

func verdict(value, limit float64, above, below string) string {
	if value > limit {
		return above
	}
	return below
}

func nodes(value, each float64, noun string) string {
	n := int(value/each) + truth(value > float64(int(value/each))*each)
	if n < 1 {
		n = 1
	}
	if n == 1 {
		return "1 " + noun
	}
	return estimate.Number(float64(n)) + " " + noun + "s"
}

// checklist holds the design against every component that might help it.
func (m *material) checklist() string {
	rows := []string{"| component | in this document | fits when | decided by | what it would help |", "|---|---|---|---|---|"}
	group := ""
	for _, c := range knowledge.Components() {
		name := c.Name
		if c.Group != group {
			group = c.Group
			rows = append(rows, "| **"+group+"** | | | | |")
		}
		rows = append(rows, fmt.Sprintf("| %s | %s | %s | %s | %s |", tableCell(name), m.mention(c), tableCell(c.Fits), tableCell(m.deciding(c)), tableCell(c.Helps)))
	}
	return strings.Join(rows, "\n")
}

// mention links to the first section that speaks of a component.
func (m *material) mention(c knowledge.Component) string {
	for _, p := range m.passages() {
		if c.In(p.lower) && !apart().MatchString(m.path(p.Section)) {
			if link := ref(p.Section); link != "" {
				return tableCell(link)
			}
			return "yes"
		}
	}
	return "–"
}

// deciding are the stated figures that decide about a component.
func (m *material) deciding(c knowledge.Component) string {
	var figures, open []string
	for _, id := range c.Facts {
		if known := m.facts(id); len(known) > 0 {
			figures = append(figures, m.figureText(known[0]))
		} else if f, ok := knowledge.FactByID(id); ok && !m.states(id) {
			open = append(open, f.Title)
		}
	}
	if len(open) > 0 {
		figures = append(figures, strings.Join(open, " and ")+", not stated")
	}
	if len(figures) == 0 {
		return "–"
	}
	return strings.Join(figures, "; ")
}

// figureText is a fact in a few words: its number, or where it is stated.
func (m *material) figureText(k knowledge.Known) string {
	if k.Value != nil {
		return oneLine(k.Value.Span.Of(m.doc.Text.Content()))
	}
	if link := ref(m.doc.Sections[k.Section]); link != "" {
		return "see " + link
	}
	return clip(k.Quote, 60)
}
