package diagram

import (
	"strconv"
	"strings"
)

// ids gives names identifiers that are unique in a graph and mean nothing else
// in any diagram language: letters, digits and underscores.
type ids struct{ taken map[string]bool }

func newIDs() *ids { return &ids{map[string]bool{}} }

// longest is how many bytes an identifier has at most, but for what keeps it
// apart from others.
const longest = 40

func (s *ids) unique(name string) string {
	base := identifier(name)
	if base == "" || base[0] >= '0' && base[0] <= '9' || reserved[strings.ToLower(base)] {
		base = "n_" + base
	}
	id := base
	for i := 2; s.taken[strings.ToLower(id)]; i++ {
		id = base + "_" + strconv.Itoa(i)
	}
	s.taken[strings.ToLower(id)] = true
	return id
}

func identifier(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case b.Len() >= longest:
			return strings.Trim(b.String(), "_")
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	return strings.Trim(b.String(), "_")
}

// reserved are the words that mean something to mermaid where it expects an
// identifier.
var reserved = map[string]bool{
	"end": true, "graph": true, "subgraph": true, "flowchart": true, "class": true, "style": true, "click": true, "default": true, "direction": true,
	"loop": true, "alt": true, "opt": true, "par": true, "state": true, "note": true, "participant": true, "actor": true, "box": true, "rect": true, "x": true, "o": true,
	"link": true, "links": true, "linkstyle": true, "classdef": true, "call": true, "href": true, "title": true, "activate": true, "deactivate": true, "autonumber": true,
	"as": true, "block": true, "columns": true, "space": true, "boundary": true, "create": true, "destroy": true, "and": true, "else": true, "option": true, "critical": true, "break": true,
	"interface": true, "namespace": true, "over": true, "person": true, "system": true, "container": true, "component": true, "rel": true, "left": true, "right": true, "up": true, "down": true,
}
