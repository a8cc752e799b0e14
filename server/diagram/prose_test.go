package diagram

import (
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func graph(markdown string) *Graph {
	return Extract(document.Parse(text.NewMapper(markdown), nil))
}

// arrows lists the flows of a graph as "From -> To", sorted.
func arrows(g *Graph) []string {
	out := []string{}
	for _, f := range g.Flows {
		out = append(out, strings.ToLower(g.Node(f.From).Name+" -> "+g.Node(f.To).Name))
	}
	slices.Sort(out)
	return out
}

// TestFlowsFromSentences reads one statement in many wordings.
func TestFlowsFromSentences(t *testing.T) {
	for _, test := range []struct{ prose, want string }{
		// active voice
		{"The **Mobile App** sends the order to the **Order Service**.", "mobile app -> order service"},
		{"The mobile client sends each reading to the ingest gateway.", "mobile client -> ingest gateway"},
		{"The web server then forwards the request to the billing service.", "web server -> billing service"},
		{"The billing service queries the ledger database.", "billing service -> ledger database"},
		{"The billing service calls the payment gateway over HTTPS.", "billing service -> payment gateway"},
		{"The order service writes the order to the orders database.", "order service -> orders database"},
		{"The order service stores orders in PostgreSQL.", "order service -> postgresql"},
		{"The order service persists every order in the orders database.", "order service -> orders database"},
		{"The search service reads from the search cluster.", "search service -> search cluster"},
		{"The feed service fetches the posts of friends from the post store.", "feed service -> post store"},
		{"The feed service looks up the session in Redis.", "feed service -> redis"},
		{"The thumbnail worker pulls jobs off the upload queue.", "thumbnail worker -> upload queue"},
		{"The order service publishes an event to Kafka.", "order service -> kafka"},
		{"The warehouse worker consumes events from Kafka.", "kafka -> warehouse worker"},
		{"The warehouse worker receives the event from the order service.", "order service -> warehouse worker"},
		{"The notification service notifies the mobile client.", "notification service -> mobile client"},
		{"The edge proxy makes a call to the auth service.", "edge proxy -> auth service"},
		{"The edge proxy opens a connection to the auth service.", "edge proxy -> auth service"},
		{"The scheduler watches the API server.", "scheduler -> api server"},
		{"The primary database replicates to the standby database.", "primary database -> standby database"},
		{"The pricing service depends on the currency service.", "pricing service -> currency service"},
		{"The pricing service talks to the currency service via gRPC.", "pricing service -> currency service"},
		{"The collector scrapes metrics from the node exporter.", "collector -> node exporter"},
		{"The gateway checks the token with the identity provider.", "gateway -> identity provider"},
		// auxiliaries, adverbs, tenses
		{"The order service will asynchronously publish an event to Kafka.", "order service -> kafka"},
		{"The order service must always write to the orders database first.", "order service -> orders database"},
		{"The client sent the photo to the upload service.", "client -> upload service"},
		{"The client has to contact the auth service.", "client -> auth service"},
		{"The crawler is able to fetch pages from the page store.", "crawler -> page store"},
		{"The crawler is constantly writing pages to the page store.", "crawler -> page store"},
		{"The cron worker periodically polls the job queue.", "cron worker -> job queue"},
		// passive voice
		{"Requests are routed by the gateway to the order service.", "gateway -> order service"},
		{"Requests from the mobile client are routed by the gateway to the order service.", "gateway -> order service|mobile client -> gateway"},
		{"The ledger database is queried by the billing service.", "billing service -> ledger database"},
		{"The billing service is called by the order service.", "order service -> billing service"},
		{"Photos are stored by the upload service in the object store.", "upload service -> object store"},
		{"The token is validated by the gateway against the auth service.", "gateway -> auth service"},
		{"Events are published to Kafka by the order service.", "order service -> kafka"},
		{"The events are consumed from Kafka by the mail worker.", "kafka -> mail worker"},
		{"The order service is backed by the orders database.", "order service -> orders database"},
		{"The web server is fronted by a load balancer.", "load balancer -> web server"},
		// several subjects, verbs and objects
		{"The order service and the billing service write to the audit database.", "billing service -> audit database|order service -> audit database"},
		{"The order service writes to the orders database and the audit database.", "order service -> audit database|order service -> orders database"},
		{"The order service reads the cart from the cart cache, charges the card and publishes an event to Kafka.", "order service -> cart cache|order service -> kafka"},
		{"The gateway calls the auth service, the order service, and the billing service.", "gateway -> auth service|gateway -> billing service|gateway -> order service"},
		{"The client uploads the photo to the upload service, which stores it in the object store.", "client -> upload service|upload service -> object store"},
		{"The gateway asks the auth service to verify the token, then forwards the request to the order service.", "gateway -> auth service|gateway -> order service"},
		{"The upload service uses the resize worker to write thumbnails to the object store.", "resize worker -> object store|upload service -> resize worker"},
		{"After receiving the order, the order service sends it to the billing service.", "order service -> billing service"},
		{"If the cart cache misses, the cart service loads the cart from the cart database.", "cart service -> cart database"},
		{"The mail worker reads the queue by polling the job queue.", "mail worker -> job queue"},
		// through, between, in front of, arrows
		{"The client reaches the order service by sending requests through the gateway.", "client -> gateway"},
		{"The client sends orders through the gateway to the order service.", "client -> gateway|gateway -> order service"},
		{"Traffic from the client to the gateway is encrypted.", "client -> gateway"},
		{"Calls between the gateway and the order service use mTLS.", "gateway -> order service"},
		{"A load balancer sits in front of the web server.", "load balancer -> web server"},
		{"The path of a write is client -> gateway -> order service -> orders database.", "client -> gateway|gateway -> order service|order service -> orders database"},
		{"The import service tells the mobile client that the import has completed through the push service.", "import service -> mobile client|import service -> push service"},
		// words that verbs are mistaken for
		{"Orders are split by the gateway and sent to the order service.", "gateway -> order service"},
		{"Each order is hashed in the gateway and then pushed to the order service.", "gateway -> order service"},
		{"Data is replicated from the orders database to the standby database.", "orders database -> standby database"},
		{"Fetch workers fetch pages from the page store.", "fetch workers -> page store"},
		{"The gateway accepts order requests and writes these into a local instance of the orders database.", "gateway -> orders database"},
		{"The order service retains the lock and re-sends the event to the mail worker.", "order service -> mail worker"},
		{"The scheduler sends that job to the mail worker.", "scheduler -> mail worker"},
		{"The gateway sends the mobile client a token.", "gateway -> mobile client"},
		// relative clauses and definitions
		{"The edge gateway is a light proxy that routes traffic to the order service.", "edge gateway -> order service"},
		{"The order service is the server to which mobile clients send orders.", "mobile clients -> order service"},
		{"The fetch workers act as consumers which pull jobs from the job queue.", "fetch workers -> job queue"},
		{"Requests go to any of the gateways, with a load balancer in front of them.", "load balancer -> gateways"},
		{"The gateway routes calls to the correct order worker(s).", "gateway -> order worker"},
		{"The order service writes to the key-value (KV) store.", "order service -> key-value store"},
		{"If the order service would write to the audit database, it would be slow.", ""},
		{"The gateway reduces the number of requests sent to the order service.", ""},
		// where things stand, insertions, clauses that end in a verb
		{"The order service sits behind the edge gateway.", "edge gateway -> order service"},
		{"The order service is connected to the billing service.", "order service -> billing service"},
		{"The order worker picks up jobs from the order queue.", "order worker -> order queue"},
		{"The query service fans out queries to the shard servers.", "query service -> shard servers"},
		{"The auth service, in turn, calls the user database.", "auth service -> user database"},
		{"The import worker writes to the staging database, from which the report service reads.", "import worker -> staging database|report service -> staging database"},
		{"The gateway sends requests to one of the order workers.", "gateway -> order workers"},
		{"The login service keeps sessions in Redis.", "login service -> redis"},
		{"Messages in the fetch queue are processed by the fetch worker.", "fetch worker -> fetch queue"},
		{"If the token is not found, fetch the list from the auth service.", ""},
		// pronouns
		{"The gateway receives the request. It forwards it to the order service.", "gateway -> order service"},
		{"The order service validates the order. Then it writes to the orders database.", "order service -> orders database"},
		// names
		{"The kube-apiserver stores the object in etcd.", "kube-apiserver -> etcd"},
		{"The `order-service` calls the `billing-service`.", "order-service -> billing-service"},
		{"The OrderService calls the BillingService.", "orderservice -> billingservice"},
		{"Each instance of the order service writes to the orders database.", "order service -> orders database"},
		// what states no flow
		{"The order service does not call the billing service.", ""},
		{"The order service never writes to the audit database.", ""},
		{"The order service cannot reach or call the billing service.", ""},
		{"No service calls the billing service.", ""},
		{"The order service writes to the orders database instead of the audit database.", "order service -> orders database"},
		{"Instead of calling the billing service, the order service publishes an event to Kafka.", "order service -> kafka"},
		{"Should the order service call the billing service?", ""},
		{"Alternatively, the order service calls the billing service.", ""},
		{"We considered having the order service call the billing service, but rejected it.", ""},
		{"The order service avoids calling the billing service.", ""},
		{"The order service has no way to notify the billing service.", ""},
		{"We migrate from the old database to the new store.", ""},
		{"The order service is similar to the billing service.", ""},
		{"The order service computes a checksum and compresses the payload.", ""},
	} {
		want := strings.Split(test.want, "|")
		if test.want == "" {
			want = []string{}
		}
		if got := arrows(graph("# Design\n\n" + test.prose + "\n")); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", test.prose, got, want)
		}
	}
}
