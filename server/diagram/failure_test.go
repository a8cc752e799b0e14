package diagram

import (
	"strings"
	"testing"
)

const shop = `# Shop

The browser calls the edge gateway. The edge gateway calls the login service, the checkout service and the search service.
The login service reads sessions from Redis. The checkout service reads carts from Redis and writes orders to the orders database.
The checkout service publishes events to Kafka. The index worker consumes events from Kafka and writes to the search index store.
The search service reads from the search index store. The catalog service reads from the price cache and queries the catalog database.
The orders database is replicated across three zones.
`

func TestBlastRadius(t *testing.T) {
	g := graph(shop)
	for name, want := range map[string]string{
		"Redis":            "Without Redis: login service and checkout service fail, browser and edge gateway are degraded, search service, orders database, Kafka, index worker and search index are stale.",
		"Kafka":            "Without Kafka: checkout service is degraded, search service, index worker and search index are stale.",
		"price cache":      "Without price cache: catalog service is degraded.",
		"catalog database": "Without catalog database: catalog service fails.",
		"search service":   "Without search service: browser and edge gateway are degraded.",
		"edge gateway":     "Without edge gateway: browser fails.",
	} {
		n := g.Find(name)
		if n == nil {
			t.Errorf("%s is no component; there are %v", name, names(g))
			continue
		}
		if got := g.Blast(n.ID).String(); !strings.HasPrefix(got, want) {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
	if got := g.Blast("nothing").String(); got != "" {
		t.Errorf("blast of an unknown node: %q", got)
	}
}

// TestWhatManyWriteIsNotStale holds that a store of several kinds of things does not make those
// stale who read other things there.
func TestWhatManyWriteIsNotStale(t *testing.T) {
	g := graph("# Shop\n\nThe login service reads sessions from Redis. The checkout service writes carts to Redis. The search service writes results to Redis. The index worker writes to the search index store. The query service reads from the search index store.\n")
	for name, want := range map[string]string{
		"checkout service": "Without checkout service: nothing fails, as far as the document says.",
		"index worker":     "Without index worker: search index and query service are stale.",
	} {
		if n := g.Find(name); n == nil || g.Blast(n.ID).String() != want {
			t.Errorf("%s: %v", name, names(g))
			if n != nil {
				t.Log(g.Blast(n.ID).String())
			}
		}
	}
}

func TestSinglePointsOfFailure(t *testing.T) {
	var got []string
	for _, p := range graph(shop).SinglePoints() {
		got = append(got, p.Node.Name)
	}
	all := strings.Join(got, ", ")
	if !strings.HasPrefix(all, "Redis") {
		t.Errorf("the first single point is not Redis: %s", all)
	}
	for _, name := range []string{"orders database", "browser", "price cache"} {
		if strings.Contains(all, name) {
			t.Errorf("%s is among the single points: %s", name, all)
		}
	}
}

// TestWhatIsNoSinglePoint names what fails trivially, is several, is somebody
// else's, or does not fail at all.
func TestWhatIsNoSinglePoint(t *testing.T) {
	for name, test := range map[string]struct {
		markdown string
		want     string
	}{
		"a service and its database":     {"The order service writes to the orders database. The checkout service calls the order service.", "orders database, order service"},
		"a client without its server":    {"The client sends the form to the server. The server answers the client.", ""},
		"a browser without its gateway":  {"The browser calls the edge gateway.", ""},
		"people and replicas":            {"The write API sends the tweet to the followers. The write API writes to the read replicas.", ""},
		"several of one":                 {"The checkout service calls the order service. The order service runs in three replicas.", ""},
		"what somebody else runs":        {"The photo service writes to S3 and to the object store. The photo service reads from DynamoDB and Kafka.", ""},
		"a cache before a store":         {"The feed service reads from the feed cache and queries the posts database. The posts database is replicated.", ""},
		"whoever takes what others push": {"The order service publishes events to Kafka. The mail worker consumes events from Kafka.", ""},
		"a store whose consumer is away": {"```mermaid\nflowchart LR\n a[Post service] --> b[(Post store)]\n b --> c[Fan-out service]\n```", "Post store"},
		"parts of one process":           {"The pacer calls the allocator. The scheduler plugin calls the scheduling framework.", ""},
		"a database with replicas":       {"The write API writes to the SQL database. The read API reads from the SQL read replicas.", ""},
		"what waits for nobody":          {"The order service asynchronously calls the audit service.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, p := range graph("# Shop\n\n" + test.markdown + "\n").SinglePoints() {
				got = append(got, p.Node.Name)
			}
			if all := strings.Join(got, ", "); all != test.want {
				t.Errorf("%q, want %q", all, test.want)
			}
		})
	}
}
