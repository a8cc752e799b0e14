package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
	"github.com/designls/designls/server/estimate"
)

const mostLayers = 12

// justifyLatency holds what each layer must carry and what each step takes against
// the goals.
func justifyLatency(_ context.Context, m *material) (draft, error) {
	paths, layers := m.latencyPaths(), m.layers()
	demand := m.demand()
	if len(paths)+len(layers) == 0 && len(demand) == 0 {
		return draft{}, &Refusal{Reason: "the document names no layers and states no load or latency, so there is nothing to sum; state the goal and what each step takes, such as a table of steps with their p99"}
	}
	parts := []string{"## Justify [5 min]", "**Throughput of each layer**"}
	if len(demand) > 0 {
		parts = append(parts, "What the whole must carry:\n\n"+bullets(demand))
	} else {
		parts = append(parts, "The document states no load, so no layer can be held against it.")
	}
	table, silent := m.loadTable(layers)
	if table != "" {
		parts = append(parts, table)
	}
	parts = append(parts, "**Latency between layers**", m.steps(paths), "**Overall latency**", m.overall(paths))
	if missing := m.unmeasured(paths, silent); len(missing) > 0 {
		parts = append(parts, "**Missing for a justification**\n\n"+bullets(missing))
	}
	return draft{body: strings.Join(parts, "\n\n"), summary: m.summaryOfPaths(paths)}, nil
}

// demand are the rates that the whole must carry, stated and derived.
func (m *material) demand() []string {
	lines := m.quotes(mostQuotes+2, "read-qps", "write-qps", "throughput")
	for _, side := range []struct{ fact, name string }{{"write-qps", "writes"}, {"read-qps", "reads"}} {
		lines = append(lines, m.derivedRate(side.fact, side.name)...)
	}
	return lines
}

// layers are the parts with a name of their own that requests pass through.
func (m *material) layers() []*diagram.Node {
	var all []*diagram.Node
	for _, n := range m.graph().Nodes {
		switch n.Kind {
		case diagram.Container, diagram.Store, diagram.Queue, diagram.Cache:
			flows := slices.ContainsFunc(m.graph().Flows, func(f *diagram.Flow) bool { return f.From == n.ID || f.To == n.ID })
			if flows && !m.elsewhere(n) && strings.ToLower(n.Name) != n.Name && len(all) < mostLayers {
				all = append(all, n)
			}
		}
	}
	return all
}

// loadTable says of each layer what the document says of its load, and names those
// of which it says nothing.
func (m *material) loadTable(layers []*diagram.Node) (table string, silent []string) {
	if len(layers) == 0 {
		return "", nil
	}
	rows := []string{"| layer | its load and capacity, as stated |", "|---|---|"}
	for _, n := range layers {
		said := m.loadOf(n)
		if said == "" {
			silent = append(silent, n.Name)
			continue
		}
		rows = append(rows, fmt.Sprintf("| %s | %s |", tableCell(draw.Markdown(n.Name)), tableCell(said)))
	}
	if len(rows) == 2 {
		return "Of single layers the document says neither what they must carry nor what they can.", silent
	}
	return strings.Join(rows, "\n"), silent
}

// loadOf is the sentence that gives a part a rate.
func (m *material) loadOf(n *diagram.Node) string {
	for _, p := range m.naming(n) {
		if p.Heading || p.Cell || apart().MatchString(m.path(p.Section)) {
			continue
		}
		for _, q := range estimate.Find(p.Text) {
			if q.Dimension == estimate.Rate || q.Dimension == estimate.ByteRate {
				return quoted(p)
			}
		}
	}
	return ""
}

// steps is a table for each path.
func (m *material) steps(paths []latencyPath) string {
	var parts []string
	for _, p := range paths {
		_, sum := estimate.Starts(p.parts)
		rows := []string{"| step" + " | " + tableCell(dash(p.heading)) + " | share |", "|---|---|---|"}
		for _, part := range p.parts {
			share := fmt.Sprintf("%.0f%%", 100*part.Takes/sum)
			if part.Parallel {
				share = "in parallel"
			}
			rows = append(rows, fmt.Sprintf("| %s | %s | %s |", tableCell(part.Name), estimate.Time(part.Takes), share))
		}
		parts = append(parts, upperFirst(strings.TrimSpace("the steps of "+titleOf(p.section)))+":\n\n"+strings.Join(rows, "\n"))
	}
	if len(parts) == 0 {
		if said := m.quotes(mostQuotes, "read-latency", "write-latency", "latency"); len(said) > 0 {
			return "No path is given step by step. What is stated of latency:\n\n" + bullets(said)
		}
		return "No path is given step by step. A table with a row for each hop, and its p99, would let them be added up."
	}
	return strings.Join(parts, "\n\n")
}

// overall is the sum of each path held against its goal.
func (m *material) overall(paths []latencyPath) string {
	var lines []string
	for _, p := range paths {
		lines = append(lines, m.sumOf(p))
	}
	if len(lines) == 0 {
		return "Cannot be summed from what is stated."
	}
	return bullets(lines) + "\n\nPercentiles do not add up: the sum of the p99 of the steps is an upper bound that is safe to promise, as long as the steps fail independently."
}

func (m *material) sumOf(p latencyPath) string {
	_, sum := estimate.Starts(p.parts)
	line := fmt.Sprintf("%s: %s (= %s)", titleOf(p.section), estimate.Time(sum), sumText(p.parts))
	if p.why != "" {
		line += fmt.Sprintf(", without %q, which gives no length of time", p.why)
	}
	goal, where := m.goalFor(p)
	switch {
	case goal == 0:
		return line + ". No goal is stated to hold it against."
	case sum > goal:
		return line + fmt.Sprintf(". **%s over** the goal of %s%s: the step to shorten first is %s.", estimate.Time(sum-goal), estimate.Time(goal), source(where), longest(p.parts))
	}
	return line + fmt.Sprintf(". The goal is %s%s, which leaves %s, or %.0f%%, for what is not in the list: queueing, retries, the network of the user. The longest step is %s.",
		estimate.Time(goal), source(where), estimate.Time(goal-sum), 100*(goal-sum)/goal, longest(p.parts))
}

func longest(parts []estimate.Part) string {
	most := slices.MaxFunc(parts, func(a, b estimate.Part) int {
		switch {
		case a.Takes < b.Takes:
			return -1
		case a.Takes > b.Takes:
			return 1
		}
		return 0
	})
	return fmt.Sprintf("“%s” with %s", clip(most.Name, 60), estimate.Time(most.Takes))
}

// unmeasured names what a justification has to state and this one does not.
func (m *material) unmeasured(paths []latencyPath, silent []string) []string {
	var lines []string
	if len(silent) > 0 {
		lines = append(lines, "What "+someOf(silent, 6)+" must carry and can carry, measured on your own load.")
	}
	if !m.states("read-latency") && !m.states("latency") {
		lines = append(lines, "A goal for the latency of reads, with its percentile and where it is measured.")
	}
	if !m.states("write-latency") {
		lines = append(lines, "A goal for the latency of writes.")
	}
	if len(paths) == 0 {
		lines = append(lines, "What each step of the read and of the write path takes.")
	}
	return lines
}

func (m *material) summaryOfPaths(paths []latencyPath) string {
	if len(paths) == 0 {
		return "Listed what is stated of throughput and latency; no path is given step by step, so nothing was summed."
	}
	return fmt.Sprintf("Summed %s.", count(len(paths), "path"))
}
