package diagram

import (
	"slices"
	"strings"
	"testing"
)

// TestFlowsFromStructure reads statements whose subject stands elsewhere: in the
// item above, in the step before, in the heading, in a table.
func TestFlowsFromStructure(t *testing.T) {
	for name, test := range map[string]struct {
		markdown string
		want     []string
	}{
		"nested bullets have the subject of the item above": {`
* The **Upload API** does the following:
    * Checks the **Quota Service** for the user's limit
    * Saves the metadata to the **Photo Database**
        * Retries the **Photo Database** twice
    * Stores the photo in the **Object Store**
`, []string{"upload api -> object store", "upload api -> photo database", "upload api -> quota service"}},
		"the subject is what is asked": {`
* The **Feed API** contacts the **Feed Service**, which does the following:
    * Gets the ids from the **Feed Cache**
    * Queries the **Post Service** with a batch get
`, []string{"feed api -> feed service", "feed service -> feed cache", "feed service -> post service"}},
		"the subject is what is used": {`
* The **Chat Service** does the following:
    * Uses the **Push Service** to reach phones that are offline:
        * Adds the message to a **Push Queue**
`, []string{"chat service -> push service", "push service -> phones", "push service -> push queue"}},
		"an item that is a name": {`
- Order service
  - Reads the cart from the cart cache
  - Publishes events to Kafka
- Mail worker
  - Consumes events from Kafka
`, []string{"kafka -> mail worker", "order service -> cart cache", "order service -> kafka"}},
		"a name and a colon": {`
- **Edge gateway**: routes requests to the order service.
- **Order service** - writes orders to PostgreSQL.
- Mail worker: consumes events from Kafka and calls the mail provider.
`, []string{"edge gateway -> order service", "kafka -> mail worker", "mail worker -> mail provider", "order service -> postgresql"}},
		"a paragraph above the list": {`
The checkout service does this for each order:

1. Reserves the items by calling the stock service.
2. Sends the payment to the payment gateway.
3. Publishes an event to Kafka.
`, []string{"checkout service -> kafka", "checkout service -> payment gateway", "checkout service -> stock service"}},
		"numbered steps and pronouns of the step before": {`
1. The browser sends the form to the signup service.
2. It stores the account in the account database.
3. It then publishes an event to the mail queue.
4. The mail worker reads the event from the mail queue.
`, []string{"browser -> signup service", "mail worker -> mail queue", "signup service -> account database", "signup service -> mail queue"}},
		"the heading names the subject": {`
### Order service

- Writes orders to the orders database
- Calls the billing service
`, []string{"order service -> billing service", "order service -> orders database"}},
		"a table of components": {`
| Component | Technology | Responsibility | Depends on |
|---|---|---|---|
| Order service | Go | takes orders | Orders database, Billing service |
| Billing service | Java | charges cards | |
| Orders database | PostgreSQL | keeps orders | |
`, []string{"order service -> billing service", "order service -> orders database"}},
		"a table of flows": {`
| From | To | Protocol | Data |
|---|---|---|---|
| Browser | Edge gateway | HTTPS | pages |
| Edge gateway | Order service | gRPC | orders |
`, []string{"browser -> edge gateway", "edge gateway -> order service"}},
		"a table of anything else": {`
| Component | Version 1 | Version 2 |
|---|---|---|
| Order service | yes | no |
`, nil},
		"sections about what is not": {`
## Design

The order service writes to the orders database.

## Alternatives considered

The order service writes to Cassandra.

### With a queue

The order service publishes events to Kafka.

## Non-goals

- The order service calls the billing service.

## Future work

The order service will call the fraud service.
`, []string{"order service -> orders database"}},
		"code, quotes and comments": {"" +
			"> The order service calls the billing service.\n\n" +
			"<!-- The order service calls the billing service. -->\n\n" +
			"```go\n// The order service calls the billing service.\n```\n\n" +
			"The order service writes to the orders database.\n",
			[]string{"order service -> orders database"}},
		"what designls drew itself": {"" +
			"<!-- designls:begin d1 kind=diagram-context source=1 body=2 -->\n\n" +
			"```mermaid\nflowchart LR\n  order_service[Order service] --> kafka[(Kafka)]\n```\n\n" +
			"The order service calls the billing service.\n\n" +
			"<!-- designls:end d1 -->\n\n" +
			"The order service writes to the orders database.\n",
			[]string{"order service -> orders database"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := arrows(graph("# Shop\n\n" + test.markdown)); !slices.Equal(got, test.want) && len(got)+len(test.want) > 0 {
				t.Errorf("\n got %q\nwant %q", got, test.want)
			}
		})
	}
}

// names lists the nodes of a graph with their kinds, sorted.
func names(g *Graph) []string {
	out := []string{}
	for _, n := range g.Nodes {
		out = append(out, strings.ToLower(n.Name)+" "+n.Kind.String())
	}
	slices.Sort(out)
	return out
}

// TestNamesOfOneThing merges spellings, plurals, abbreviations and aliases, and
// leaves apart what differs.
func TestNamesOfOneThing(t *testing.T) {
	for name, test := range map[string]struct {
		markdown string
		want     []string
	}{
		"case, hyphens and plurals": {
			"The API server calls the auth plugin. The auth-plugin reads from etcd. Auth plugins are called by the api-server.",
			[]string{"api server container", "auth plugin container", "etcd store"}},
		"a short and a long name": {
			"The kube-apiserver writes to etcd. The API server also reads from etcd. The apiserver watches etcd.",
			[]string{"etcd store", "kube-apiserver container"}},
		"an abbreviation in brackets": {
			"The Order Management Service (OMS) writes to PostgreSQL. The OMS calls the billing service. The billing service calls the OMS.",
			[]string{"billing service container", "order management service container", "postgresql store"}},
		"initials without brackets": {
			"The kube-controller-manager watches the API server. KCM writes to the API server.",
			[]string{"api server container", "kube-controller-manager container"}},
		"a product that something is made of": {
			"The web server writes sessions to the session cache (Redis). The web server stores photos in an object store such as S3.",
			[]string{"object store store", "session cache cache", "web server container"}},
		"a bare noun for the only one": {
			"The order service writes to the orders database. The database is replicated. The mail worker reads from the database.",
			[]string{"mail worker container", "order service container", "orders database store"}},
		"twins stay apart": {
			"The order service writes to the orders database. The billing service writes to the ledger database.",
			[]string{"billing service container", "ledger database store", "order service container", "orders database store"}},
		"joined words": {
			"The OrderService calls the billing-service. The order service is stateless. The billing service calls the order service.",
			[]string{"billing-service container", "order service container"}},
		"words that the document coins": {
			"### vtgate\n\nThe vtgate routes queries to the correct vttablet. **vttablet** is a proxy that sits in front of MySQL.",
			[]string{"mysql store", "vtgate component", "vttablet container"}},
		"an announced list": {
			"The services are:\n\n- Ruler\n- Querier (optional)\n- Alerts API\n- Compactor",
			[]string{"alerts api container", "compactor container", "querier container", "ruler container"}},
		"headings beside those of components": {
			"## Parts\n\n### Order service\n\nIt calls the billing service.\n\n### Billing service\n\nIt calls Dex.\n\n### Dex\n\nIdentity.\n\n### Redis\n\nSessions.",
			[]string{"billing service container", "dex component", "order service container", "redis cache"}},
		"what a store can be": {
			"The order service writes to the object store. The object store can be:\n\n- S3\n- GCS\n- MinIO",
			[]string{"object store store", "order service container"}},
		"a short name for the one named last": {
			"The order worker runs a backup sidecar. The sidecar calls the vault. The billing worker runs a metrics sidecar.  The sidecar calls Prometheus.",
			[]string{"backup sidecar container", "billing worker container", "metrics sidecar container", "order worker container", "prometheus container", "vault container"}},
		"kinds": {
			"The user opens the mobile app. The mobile app calls the edge gateway. The edge gateway reads from the session cache, writes to the orders database and publishes events to Kafka. The edge gateway calls Stripe.",
			[]string{"edge gateway container", "kafka queue", "mobile app container", "orders database store", "session cache cache", "stripe external", "user person"}},
		"what is no component": {
			"The order service hashes the payload with SHA-256, encodes it as JSON, compresses it with gzip and sends it over HTTP to the billing service. Raft elects a leader. Availability matters. TTL is one hour.",
			[]string{"billing service container", "order service container"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := names(graph("# Shop\n\n" + test.markdown + "\n")); !slices.Equal(got, test.want) {
				t.Errorf("\n got %q\nwant %q", got, test.want)
			}
		})
	}
}
