package actions

import (
	"context"
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram/draw"
	"github.com/designls/designls/server/estimate"
)

// proposeDesign lays out the design with what is known in place: goals, the
// high-level design, the deep dive with its checklist, and the justification.
func proposeDesign(ctx context.Context, m *material) (draft, error) {
	around, err := m.designPicture(ctx, "Context diagram", draw.Context)
	if err != nil {
		return draft{}, err
	}
	detail, err := m.designPicture(ctx, "Detailed diagram", draw.Container)
	if err != nil {
		return draft{}, err
	}
	parts := []string{
		m.designOverview(),
		"## Design goals [5 min]\n\n" + m.goals(),
		"## High-level design [5-10 min]\n\n" + together(m.highLevel(), around),
		"## Deep dive [15-20 min]\n\n" + m.deepDive(detail),
		"## Justify [5 min]\n\n" + m.justify(),
		"## Recap of the design\n\n" + m.designRecap(),
	}
	summary := fmt.Sprintf("Laid out the design with %s; %s open.", count(len(m.known()), "stated fact"), countAre(len(m.openDecisions()), "decision"))
	d := draft{body: strings.Join(parts, "\n\n"), summary: summary}
	if aside := m.aside(); len(aside) > 0 {
		d.branches = m.listedBranches(aside)
	}
	return d, nil
}

func countAre(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " is"
	}
	return fmt.Sprintf("%d %ss are", n, noun)
}

func (m *material) designOverview() string {
	of := ""
	if m.system().ID != "" {
		of = " of this " + m.system().Name
	}
	return fmt.Sprintf("**Overview.** What follows lays out the design%s on what the document states: the goals, the read and the write path, "+
		"each component with its consistency and failover, and whether the whole meets the goals. %s open; each names what flips on it. Cells with a dash are yours to fill.",
		of, upperFirst(countAre(len(m.openDecisions()), "decision")))
}

func (m *material) goals() string {
	var l list
	l.add("Latency", m.quotesOr("read-latency", "write-latency", "latency"))
	l.add("Throughput", m.throughput())
	l.add("Consistency against availability", m.quotesOr("consistency", "availability"))
	l.add("Failover and replication", m.quotesOr("durability", "regions"))
	return l.String()
}

// algorithm begins with what decides it for this kind of system.
func (m *material) algorithm() string {
	var lines []string
	for _, d := range m.openDecisions() {
		if d.critical && !d.fact && d.decides != "" && len(lines) < 4 {
			lines = append(lines, "First decide: "+strings.ToLower(d.decides[:1])+d.decides[1:])
		}
	}
	if len(lines) == 0 {
		return "In two sentences: –."
	}
	return bullets(lines) + "\n\nWith these decided, in two sentences: –."
}

// decision is something that the document leaves open.
type decision struct {
	ask, decides, assumed string
	critical, fact        bool
}

// openDecisions are the questions without an answer, and those of the bank that
// nobody has asked yet.
func (m *material) openDecisions() []decision {
	var all []decision
	for _, q := range m.open() {
		all = append(all, decision{fmt.Sprintf("Q%d: %s", q.Number, oneLine(q.Ask)), oneLine(q.Decides), q.Assumption(), q.Critical, strings.HasPrefix(q.ID, factPrefix)})
	}
	for _, c := range m.unasked(false) {
		if c.Rank == 1 || strings.HasPrefix(c.id, m.system().ID+"/") {
			all = append(all, decision{c.Ask, c.Decides, upper(c.Assume) + " *Why:* " + upper(c.Because), c.Critical, strings.HasPrefix(c.id, factPrefix)})
		}
	}
	return all
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (m *material) deepDive(detail string) string {
	parts := []string{"### Open decisions\n\n" + m.decisionList()}
	if settled := m.otherAnswers(); len(settled) > 0 {
		parts = append(parts, "### Settled by answers\n\n"+bullets(settled))
	}
	return together(append(parts,
		"### Scaling the algorithm\n\n"+m.scaling(),
		detail,
		"### Components\n\n"+m.components(),
		"### Component checklist\n\n"+m.checklist())...)
}

func (m *material) decisionList() string {
	var lines []string
	for _, d := range m.openDecisions() {
		line := d.ask
		if d.decides != "" {
			line += " *Decides:* " + d.decides
		}
		if d.assumed != "" {
			line += " *Assumed:* " + d.assumed
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		return "None that the questions for such a system would find."
	}
	return bullets(lines)
}

// justify has a row per layer, to be summed and held against the goal.
func (m *material) justify() string {
	peak := "–"
	if p, ok := m.peakOf("read-qps"); ok {
		peak = estimate.Number(p.Value) + " reads a second"
	} else if avg, ok := m.average("read-qps"); ok {
		peak = fmt.Sprintf("%s reads a second (3 x %s)", estimate.Number(avg.Value*estimate.PeakFactor), estimate.Number(avg.Value))
	}
	goal := "–"
	if g := m.figures("read-latency"); len(g) > 0 {
		goal = estimate.Time(g[0].Value)
	} else if !m.states("read-latency") {
		goal = "200 ms, assumed"
	}
	rows := []string{"| layer | throughput at the peak | latency to the next layer, p99 | headroom |", "|---|---|---|---|",
		"| entry (balancer, gateway) | " + peak + " | – | – |", "| application | – | – | – |", "| cache | – | – | – |", "| store | – | – | – |",
		"| **sum along the read path** | | – | goal: " + goal + " |"}
	return strings.Join(rows, "\n") + "\n\nPercentiles do not add up: the sum of the p99 of each layer is an upper bound that is safe to promise, and a path that stays under the goal by it needs no further argument."
}

func (m *material) designRecap() string {
	var l list
	l.add("Rests on", m.numbers(mostNumbers))
	if n := len(m.openDecisions()); n > 0 {
		var first []string
		for _, d := range m.openDecisions() {
			first = append(first, d.ask)
		}
		l.add("Complicating factors still open", capped(first, mostOfAKind))
	}
	l.add("Side branches", capped(append(m.branches(), m.sideBranches()...), mostOfAKind))
	return l.String()
}

// sideBranches are details that the main path can do without.
func (m *material) sideBranches() []string {
	var lines []string
	for _, c := range m.unasked(false) {
		if c.Rank > 1 && !strings.HasPrefix(c.id, factPrefix) {
			lines = append(lines, c.Ask)
		}
	}
	return lines
}
