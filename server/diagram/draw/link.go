package draw

import (
	"slices"

	"github.com/designls/designls/server/diagram"
)

// label is the first thing that the document says of what goes along a link.
func (l *link) label() string {
	for _, f := range l.flows {
		if s := label(f.Label); s != "" {
			return s
		}
	}
	return ""
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
