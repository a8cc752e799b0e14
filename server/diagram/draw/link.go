package draw

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
)

// label is the first thing that the document says of what goes along a link.
func (l *link) label() string {
	for _, f := range l.flows {
		if s := label(evened(f, spokenAlong(f))); s != "" {
			return s
		}
	}
	return ""
}

// spokenAlong is a flow's label in the direction of its arrow: what a worker takes from a
// queue is named without the verb, which is not the queue's. What the author drew stays.
func spokenAlong(f *diagram.Flow) string {
	if verb, object, ok := strings.Cut(f.Label, " "); ok && f.Taken && verb != "" && f.Place.Source != diagram.FromDiagram {
		return object
	}
	return f.Label
}

// evened is a label out of prose with its verb in the form that all have at arrows: "storing
// results" and "store results" are "stores results".
func evened(f *diagram.Flow, said string) string {
	first, rest, more := strings.Cut(said, " ")
	if f.Place.Source != diagram.FromProse || f.Reply {
		return said
	}
	verb, ok := present(first)
	if !ok && !more {
		verb, ok = done(first)
	}
	if !ok {
		return said
	}
	return strings.TrimSpace(thirdPerson(verb) + " " + rest)
}

func (l *link) protocol() string {
	for _, f := range l.flows {
		if f.Protocol != "" {
			s, _ := shorten(f.Protocol, 3, 20)
			return s
		}
	}
	return ""
}

// async holds when the document says so of everything that goes along the link.
func (l *link) async() bool {
	return !slices.ContainsFunc(l.flows, func(f *diagram.Flow) bool { return !f.Async })
}

// access is what is done at the target, in the words of the field.
func (l *link) access() string {
	var a diagram.Access
	for _, f := range l.flows {
		a |= f.Access
	}
	switch a {
	case diagram.Read:
		return "reads"
	case diagram.Write:
		return "writes"
	case diagram.Read | diagram.Write:
		return "reads, writes"
	}
	return ""
}
