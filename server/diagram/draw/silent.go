package draw

import "github.com/designls/designls/server/diagram"

// silent are the words for a flow whose label is no clause, by what it leads from and to.
func silent(g *diagram.Graph, f diagram.Flow) string {
	subject, object := actors(f)
	from, to := g.Node(subject).Kind, g.Node(object).Kind
	switch {
	case to == diagram.Person:
		return "reaches"
	case f.Taken && holds(to):
		return "takes from"
	case f.Taken: // the access is the sender's, and not that of who acts
		return "talks to"
	case f.Access == diagram.Read:
		return "reads from"
	case f.Access != 0 && (holds(to) || to == diagram.Component):
		return accesses[f.Access]
	case spoken(f) == "" && (holds(from) || to == diagram.Queue):
		return "feeds"
	case holds(to):
		return "uses"
	}
	return "talks to"
}

// accesses are the words for what is done to what keeps data.
var accesses = map[diagram.Access]string{diagram.Write: "writes to", diagram.Read | diagram.Write: "reads from and writes to"}

// holds says whether something does nothing by itself but keep what others put there.
func holds(k diagram.Kind) bool {
	return k == diagram.Store || k == diagram.Cache || k == diagram.Queue
}
