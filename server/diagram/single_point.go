package diagram

import (
	"slices"
	"strings"
)

// SinglePoint is a node whose failure takes others down, and of which the
// document does not say that there is more than one.
type SinglePoint struct {
	Blast
	Severity int // how many nodes and scenarios go down with it
}

// SinglePoints returns the single points of failure, the most severe first. It
// names only what is nearly sure to be one: a service, a store or a broker with a
// name of its own in the singular, of which nothing says that it is redundant,
// elected, or run by somebody else, and without which another running part cannot
// do its work: the document says that this one calls, reads or writes it and waits.
// So a client without its server, a data set, the replicas of a store, a cache
// before a store and whoever only takes what others push are not among them. What
// goes stale is left out of their blast.
func (g *Graph) SinglePoints() []SinglePoint {
	var out []SinglePoint
	for _, n := range g.Nodes {
		if !n.isSingle() || g.hasStandIn(n) || !g.isNeeded(n) {
			continue
		}
		b := g.Blast(n.ID)
		if b.Stale = nil; len(b.Down) > 0 {
			out = append(out, SinglePoint{b, 2*len(b.Down) + len(b.Scenarios)})
		}
	}
	slices.SortStableFunc(out, func(a, b SinglePoint) int { return b.Severity - a.Severity })
	return out
}

// deployed are the last words of names of what runs, and fails, by itself.
var deployed = map[string]bool{
	"service": true, "microservice": true, "server": true, "gateway": true, "balancer": true, "proxy": true, "router": true, "api": true, "backend": true, "broker": true,
	"database": true, "db": true, "datastore": true, "store": true, "storage": true, "warehouse": true, "queue": true, "bus": true, "ledger": true, "registry": true, "scheduler": true,
}

// elsewhere are products and parts that somebody else keeps running, or that are
// made of many by their nature.
var elsewhere = map[string]bool{
	"s3": true, "gcs": true, "dynamodb": true, "bigquery": true, "bigtable": true, "spanner": true, "sqs": true, "sns": true, "kinesis": true, "pubsub": true, "glacier": true,
	"objectstore": true, "objectstorage": true, "blobstore": true, "blobstorage": true, "azureblob": true, "filesystem": true, "datalake": true, "cassandra": true, "scylladb": true, "hdfs": true,
	"dns": true, "cdn": true, "etcd": true, "zookeeper": true, "consul": true, "tikv": true, "tidb": true, "cockroachdb": true, "foundationdb": true, "couchbase": true, "riak": true,
	"hbase": true, "ceph": true, "vitess": true, "kafka": true, "pulsar": true, "elasticsearch": true, "opensearch": true, "kubernetes": true,
}

// isSingle says whether a node is one thing that runs by itself, as far as its
// kind, its names and the document tell.
func (n *Node) isSingle() bool {
	if len(n.Redundant) > 0 || n.Kind != Container && !n.Kind.Holds() {
		return false
	}
	product := false
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		if elsewhere[nameKey(name)] {
			return false
		}
		product = product || isTechnology(nameKey(name))
	}
	w := nameWords(n.Name)
	if len(w) == 0 || isPlural(strings.ToLower(lastWord(n.Name))) {
		return false
	}
	if n.Kind == Cache || len(w) == 1 {
		return product
	}
	return product && n.Kind.Holds() || deployed[w[len(w)-1]]
}

// isNeeded says whether a part that runs states that it waits for the node.
func (g *Graph) isNeeded(n *Node) bool {
	return slices.ContainsFunc(g.Flows, func(f *Flow) bool {
		if f.To != n.ID || f.Async {
			return false
		}
		from := g.Node(f.From)
		stated := f.Access != 0 || f.Protocol != "" || f.Label != "" && f.Place.Source != FromDiagram || n.Kind.Holds()
		return stated && (from.Kind == Container || from.Kind == System || from.Kind == Component && (f.Label != "" || f.Place.Source != FromDiagram)) && g.backward(f, Down) == Down
	})
}

// hasStandIn says whether another node is by its name a copy of this one: "SQL
// read replicas" beside the "SQL database".
func (g *Graph) hasStandIn(n *Node) bool {
	own := nameWords(n.Name)
	return slices.ContainsFunc(g.Nodes, func(o *Node) bool {
		w := nameWords(o.Name)
		return o != n && slices.ContainsFunc(w, isStandIn) && slices.ContainsFunc(w, func(s string) bool { return slices.Contains(own[:max(len(own)-1, 0)], s) })
	})
}

func isStandIn(w string) bool {
	switch w {
	case "replica", "slave", "standby", "secondary", "follower", "mirror", "failover", "copy", "backup":
		return true
	}
	return false
}
