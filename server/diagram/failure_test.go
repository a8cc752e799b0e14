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
