package diagram

import (
	"slices"
	"strings"
)

// backward is what an impact on a flow's target does to its sender.
func (g *Graph) backward(f *Flow, hit Impact) Impact {
	to, from := g.Node(f.To), g.Node(f.From)
	switch {
	case hit == Stale && f.Access&Read == 0, hit == Untouched, from.Kind.Holds():
		return Untouched // what keeps data keeps them while nobody takes them
	case hit < Down && !f.delivers(to):
		return hit
	case g.isAnswer(f), hit < Down:
		return Untouched
	case f.delivers(to), isCacheByName(to), f.Async, !f.tellsUse(to), to.Kind == Cache && (f.Access == Write || g.readsElsewhere(f)), from.routes() && g.routesElsewhere(f):
		return Degraded
	}
	return Down
}

// delivering verbs tell that something is handed outward: whoever does it goes on
// when nobody takes it.
var delivering = map[string]bool{
	"serve": true, "deliver": true, "notify": true, "inform": true, "alert": true, "push": true, "publish": true, "emit": true, "broadcast": true, "stream": true, "announce": true, "advertise": true,
}

// delivers says whether a flow hands something outward to what keeps no data.
func (f *Flow) delivers(to *Node) bool {
	first, _, _ := strings.Cut(strings.ToLower(f.Label), " ")
	v, _ := words().lemma(first)
	return v != nil && delivering[v.lemma] && !to.Kind.Holds()
}

// isAnswer says whether a flow only carries what its target fetches from its
// sender, as the arrow "followers" from the service that is asked for them.
func (g *Graph) isAnswer(f *Flow) bool {
	return f.Access == 0 && f.Place.Source == FromDiagram && slices.ContainsFunc(g.Flows, func(o *Flow) bool { return o.From == f.To && o.To == f.From && o.Access&Read != 0 })
}

// isCacheByName holds for what is called a cache: it can be done without.
func isCacheByName(n *Node) bool {
	w := nameWords(n.Name)
	return n.Kind == Cache && len(w) > 1 && w[len(w)-1] == "cache"
}

// tellsUse says whether it is known what a flow is for. An arrow between two
// services without a word on access or protocol may be a call or data that the
// sender could keep to itself for a while.
func (f *Flow) tellsUse(to *Node) bool {
	return f.Place.Source != FromDiagram || f.Access != 0 || f.Protocol != "" || to.Kind.Holds() || f.Order > 0
}

// forward is what an impact on a flow's sender does to its target: data that no
// longer come.
func (g *Graph) forward(f *Flow, hit Impact) Impact {
	to := g.Node(f.To)
	feeds := f.Access&Write != 0 || f.Async
	if hit == Untouched || hit == Degraded || f.Access == Read || !feeds || to.Kind == Person || to.Kind == Client || to.Kind == External {
		return Untouched
	}
	if g.Node(f.From).Kind == Queue || to.Kind.Holds() && !g.fedElsewhere(f) || f.Async && !to.Kind.Holds() {
		return Stale
	}
	return Untouched
}

// fedElsewhere says whether others, too, write to what a flow feeds. Then it holds things of
// several kinds, and who reads there seldom reads those of the one that failed.
func (g *Graph) fedElsewhere(f *Flow) bool {
	return slices.ContainsFunc(g.Flows, func(o *Flow) bool {
		return o.To == f.To && o.From != f.From && (o.Access&Write != 0 || o.Async)
	})
}

// readsElsewhere says whether who reads a cache also reads a store.
func (g *Graph) readsElsewhere(f *Flow) bool {
	return slices.ContainsFunc(g.Flows, func(o *Flow) bool {
		return o.From == f.From && o.To != f.To && o.Access&Read != 0 && g.Node(o.To).Kind == Store
	})
}

// routes holds for what hands requests on to many and does no work of its own.
func (n *Node) routes() bool {
	if n.Kind == Client || n.Kind == Person {
		return true
	}
	w := nameWords(n.Name)
	if len(w) == 0 {
		return false
	}
	switch w[len(w)-1] {
	case "gateway", "balancer", "proxy", "router", "ingress", "frontend", "app", "cdn", "dns", "bff", "mesh", "client", "browser", "ui":
		return true
	}
	return len(w) > 1 && w[len(w)-1] == "server" && (w[0] == "web" || w[0] == "api")
}

// routesElsewhere says whether who routes has somewhere else to route to.
func (g *Graph) routesElsewhere(f *Flow) bool {
	return slices.ContainsFunc(g.Flows, func(o *Flow) bool { return o.From == f.From && o.To != f.To })
}
