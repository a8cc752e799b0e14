package actions

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// aspects are what a design has to say of each part.
var aspects = []struct {
	name, ask string
	words     func() *regexp.Regexp
}{
	{"Availability", "How many instances are there, and what may be down at a time?", text.Pattern(`(?i)\b(availability|(highly|always) available|uptime|redundan\w+|(two|three|\d+) (instances|nodes|replicas|copies|zones)|multi-az|health checks?)\b`)},
	{"Consistency", "What may a reader see that is old, and for how long?", text.Pattern(`(?i)\b(consisten\w+|stale\w*|eventual\w*|lineariz\w+|serializ\w+|read[- ]your[- ]writes|up[- ]to[- ]date|quorum|transactions?|atomic\w*)\b`)},
	{"Scale", "At which load does it reach its limit, and what is added then?", text.Pattern(`(?i)\b(scal(e|es|ing|ed)|shards?|shard(ed|ing)|partition(s|ed|ing)?|per (second|node|day)|a second|throughput|capacity|peak|horizontal\w*|auto-?scal\w+)\b`)},
	{"Replication", "How many copies are there, where, and are they synchronous?", text.Pattern(`(?i)\b(replic\w+|copies|standby|mirror\w*|followers?|erasure)\b`)},
	{"Failover", "Who takes over, after how long, and what is lost?", text.Pattern(`(?i)\b(fail(s|ed|ure|over|ing)?|crash\w*|outages?|takes? over|promot\w+|rebuil\w+|restor\w+|recover\w*|retr(y|ies))\b`)},
	{"Conflicting writes", "What happens when two writers change the same thing?", text.Pattern(`(?i)\b(conflict\w*|concurren\w+|idempot\w+|de-?dup\w*|lock(s|ed|ing)?|version (number|column|check)|compare[- ]and|order(ed|ing)|last[- ]writer?|(exactly|at least|at most) once|twice|optimistic\w*)\b`)},
}

// tellNode is the story of a part: what it is and does, and what the document says
// of each aspect.
func (m *material) tellNode(d dive) string {
	g, n := m.graph(), d.node
	var flows []string
	for _, f := range g.Flows {
		if f.From == n.ID || f.To == n.ID {
			flows = append(flows, draw.Tell(g, *f)+source(m.doc.SectionAt(f.Place.Start)))
		}
	}
	rows, open := []string{"| aspect | what the document says |", "|---|---|"}, []string{}
	places := m.own(d.places)
	for _, a := range aspects {
		said := saying(places, a.words(), 2)
		if len(said) == 0 {
			rows = append(rows, fmt.Sprintf("| %s | not stated |", a.name))
			open = append(open, a.name+": "+a.ask)
			continue
		}
		rows = append(rows, fmt.Sprintf("| %s | %s |", a.name, tableCell(strings.Join(quotedAll(said), " "))))
	}
	return together(
		m.nodeOverview(d),
		labelled("In this document", m.hereLines(d)),
		labelled("Data access patterns", bulletsOrNone(capped(flows, 8))),
		labelled("Its story", strings.Join(rows, "\n")),
		m.blastOf(d),
		m.madeOf(d),
		labelled("Complicating factors still open", bulletsOrNone(open)),
	)
}

func (m *material) nodeOverview(d dive) string {
	what := "a part of the system"
	switch kind := d.node.Kind; kind {
	case diagram.Component:
	case diagram.Container:
		what = "a part that runs by itself"
	case diagram.External:
		what = "an external system"
	default:
		what = "a " + kind.String()
	}
	if d.node.Technology != "" {
		what += " (" + draw.Markdown(d.node.Technology) + ")"
	}
	s := fmt.Sprintf("**Overview.** %s is %s", draw.Markdown(d.node.Name), what)
	if links := sectionsOf(d.places, 4); links != "" {
		s += ", described in " + links
	}
	return s + "."
}

func (m *material) blastOf(d dive) string {
	b := m.graph().Blast(d.node.ID)
	if len(b.Down)+len(b.Degraded)+len(b.Stale) == 0 {
		return ""
	}
	return labelled("When it fails", b.String())
}

// madeOf is the card of the technology of a part, in short.
func (m *material) madeOf(d dive) string {
	t := technologyIn(d.node.Technology + " , " + d.node.Name)
	for i := 0; t == nil && i < len(d.places); i++ {
		t = d.places[i].apposition(d.node.Name)
	}
	if t == nil {
		return ""
	}
	return labelled("What "+t.Name+" brings", t.Is+" "+t.Favors+" "+t.Failover)
}

func technologyIn(s string) *knowledge.Technology {
	for _, mention := range knowledge.Mentions(s) {
		if mention.Technology != nil {
			return mention.Technology
		}
	}
	return nil
}

// apposition is the technology that stands right after a name: "the order database,
// PostgreSQL" or "the feed store (Redis)".
func (p passage) apposition(name string) *knowledge.Technology {
	at := strings.Index(p.lower, strings.ToLower(name))
	if at < 0 || len(p.lower) != len(p.Text) {
		return nil
	}
	after := strings.TrimLeft(p.Text[at+len(name):], " ,(:")
	for _, mention := range knowledge.Mentions(after) {
		if mention.Technology != nil && mention.Span.Start == 0 {
			return mention.Technology
		}
	}
	return nil
}
