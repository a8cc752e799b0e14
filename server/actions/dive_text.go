package actions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/knowledge"
)

// tellDive is the text of a deep dive.
func (m *material) tellDive(d dive) string {
	switch {
	case d.node != nil:
		return m.tellNode(d)
	case d.technology != nil:
		return m.tellTechnology(d)
	case d.pattern != nil:
		return m.tellPattern(d)
	}
	return m.tellQuestion(d)
}

// labelled is a part under a label in bold, "" when there is nothing under it.
func labelled(label, body string) string {
	if body == "" {
		return ""
	}
	return "**" + label + "**\n\n" + body
}

func together(parts ...string) string { return joinStory(parts...) }

// hereLines quotes what the document says of a topic.
func (m *material) hereLines(d dive) string {
	if said := telling(m.own(d.places), 4); len(said) > 0 {
		return bullets(quotedAll(said))
	}
	return "The document does not speak of it."
}

func (m *material) tellPattern(d dive) string {
	p := d.pattern
	kinds := ""
	if len(p.Variants) > 1 {
		kinds = variants(p.Variants)
	}
	return together(
		"**Overview.** "+p.Is+" It answers this: "+lowerFirst(p.Problem)+" What follows: what the document says, how it is applied, what it costs, and where it fails.",
		labelled("In this document", m.hereLines(d)),
		labelled("The kinds there are", kinds),
		labelled("How to apply it", enumerated(p.Apply)),
		labelled("Tradeoffs", bullets(p.Tradeoffs)),
		labelled("Data access patterns and performance", p.Access),
		labelled("Failover", bullets(p.Failover)),
		labelled("Complicating factors still open", bullets(p.Asks)),
		labelled("To read", bullets(cited(p))),
	)
}

func cited(p *knowledge.Pattern) []string {
	var lines []string
	for _, s := range p.Sources {
		lines = append(lines, s.Cite())
	}
	return lines
}

func (m *material) tellTechnology(d dive) string {
	t := d.technology
	known := &topic{technology: t, places: d.places}
	places := m.own(d.places)
	var related []string
	for _, id := range t.Patterns {
		if p, ok := knowledge.PatternByID(id); ok {
			related = append(related, fmt.Sprintf("*%s*: %s", p.Name, p.Is))
		}
	}
	var fit list
	fit.add("Fits when", t.Fits)
	fit.add("A poor fit when", t.Poor)
	fit.add("Decided here by", m.requirements(t))
	return together(
		"**Overview.** "+t.Is+" What follows: what the document says, what it implements and gives up, and where it fails.",
		labelled("In this document", m.hereLines(d)),
		labelled("What it implements", bullets(t.Concepts)),
		labelled("The patterns behind it", bullets(related)),
		labelled("Tradeoffs", t.Favors+"\n\n"+fit.String()),
		labelled("Limits on access and performance", bullets(t.Limits)),
		labelled("Failover", bullets(m.failing(t, places))),
		labelled("Alternatives", m.alternatives(known)),
		labelled("Complicating factors still open", bulletsOrNone(m.unsaid(known, places))),
	)
}

func bulletsOrNone(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return bullets(lines)
}

func (m *material) tellQuestion(d dive) string {
	q := d.question
	parts := []string{
		"**Overview.** " + q.Ask + " It decides " + lowerFirst(q.Decides),
		labelled("Assumed while it is open", upper(q.Assume)+" That is reasonable because "+strings.TrimRight(q.Because, ".")+"."),
		labelled("How the design would change", upper(q.Changes)),
	}
	if said := m.speakingOf(q.Ask + " " + q.Decides); len(said) > 0 {
		parts = append(parts, labelled("What the document says nearby", bullets(quotedAll(said))))
	}
	for _, mention := range knowledge.Mentions(q.Ask + " " + q.Decides + " " + q.Assume + " " + q.Changes) {
		if p := mention.Pattern; p != nil {
			parts = append(parts, labelled(p.Name, p.Is+"\n\n"+enumerated(p.Apply)))
			break
		}
	}
	return together(parts...)
}

// speakingOf are sentences of the author's that share words with a text.
func (m *material) speakingOf(s string) []passage {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), notLetter) {
		if len(w) >= 5 {
			words = append(words, w[:min(len(w), 7)])
		}
	}
	return m.clearest(3, func(p passage) int {
		n := 0
		for _, w := range words {
			n += truth(strings.Contains(p.lower, w))
		}
		return n
	}, 3)
}
