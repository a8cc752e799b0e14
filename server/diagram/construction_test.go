package diagram

import (
	"slices"
	"strings"
	"testing"
)

// constructions are ways in which English says that one part of a system talks to
// another. Each stands in several wordings, so that none passes by its nouns.
var constructions = []construction{
	{"coordinated verbs", []statement{
		{"The harvester polls the job board service and writes listings to the listings database.", "harvester -> job board service|harvester -> listings database"},
		{"The pricing engine reads rates from the rate cache, computes the fare, and returns it to the booking service.", "pricing engine -> booking service|pricing engine -> rate cache"},
		{"The dispatcher picks a courier, notifies the courier app and updates the trips database.", "dispatcher -> courier app|dispatcher -> trips database"},
	}},
	{"relative clauses", []statement{
		{"Behind it runs a thumbnail worker that consumes from the upload queue.", "upload queue -> thumbnail worker"},
		{"The edge router hands the call to the tariff service, which looks up the plan in the plans database.", "edge router -> tariff service|tariff service -> plans database"},
		{"There is a sweeper which periodically deletes stale rows from the bookings database.", "sweeper -> bookings database"},
		{"We run an audit collector that subscribes to the event bus and writes to the archive store.", "event bus -> audit collector|audit collector -> archive store"},
	}},
	{"relative clauses on the object", []statement{
		{"The tariff service, which the edge router calls, is stateless.", "edge router -> tariff service"},
		{"The plans database that the tariff service reads is sharded.", "tariff service -> plans database"},
		{"The upload queue, to which the gateway writes, is durable.", "gateway -> upload queue"},
	}},
	{"passive with by", []statement{
		{"The plans database is read by the tariff service.", "tariff service -> plans database"},
		{"Invoices are fetched from the billing database by the mail worker.", "mail worker -> billing database"},
		{"The tariff service is invoked by both the edge router and the batch runner.", "batch runner -> tariff service|edge router -> tariff service"},
		{"The upload queue is drained by the thumbnail worker.", "thumbnail worker -> upload queue"},
	}},
	{"nouns for talking", []statement{
		{"Requests from the courier app to the trip service carry a token.", "courier app -> trip service"},
		{"The trip service's calls to the tariff service are retried.", "trip service -> tariff service"},
		{"A call from the trip service to the tariff service takes 5 ms.", "trip service -> tariff service"},
		{"Communication between the trip service and the tariff service uses gRPC.", "trip service -> tariff service"},
		{"Each write by the trip service to the trips database is idempotent.", "trip service -> trips database"},
		{"Queries from the report service against the trips database are slow.", "report service -> trips database"},
	}},
	{"purpose and means", []statement{
		{"The trip service uses the routing engine to estimate arrival times.", "trip service -> routing engine"},
		{"The trip service relies on the routing engine for arrival times.", "trip service -> routing engine"},
		{"Using the geocoder, the trip service resolves addresses.", "trip service -> geocoder"},
		{"The trip service resolves addresses with the help of the geocoder.", "trip service -> geocoder"},
		{"The trip service resolves addresses via the geocoder.", "trip service -> geocoder"},
	}},
	{"control verbs", []statement{
		{"The trip service asks the matcher to find a driver.", "trip service -> matcher"},
		{"The deploy controller tells the node agent to restart.", "deploy controller -> node agent"},
		{"The operator instructs the node agent to mount the volume.", "operator -> node agent"},
		{"The dashboard lets the support engineer query the ticket service.", "support engineer -> dashboard|support engineer -> ticket service"},
	}},
	{"ditransitives", []statement{
		{"The matcher sends the trip service the list of drivers.", "matcher -> trip service"},
		{"The node agent gives the deploy controller a report.", "node agent -> deploy controller"},
		{"The matcher returns the list to the trip service.", "matcher -> trip service"},
	}},
	{"gerunds after prepositions", []statement{
		{"The node agent starts by registering with the deploy controller.", "node agent -> deploy controller"},
		{"Before writing to the trips database, the trip service locks the row.", "trip service -> trips database"},
		{"The matcher is responsible for notifying the courier app.", "matcher -> courier app"},
		{"On receiving a trip from the trip service, the matcher ranks drivers.", "trip service -> matcher"},
	}},
	{"ellipsis in lists", []statement{
		{"- **Distributor**: receives samples from the edge agent and forwards them to the ingester.\n- **Ingester**: buffers samples and flushes them to the object store.", "distributor -> ingester|edge agent -> distributor|ingester -> object store"},
		{"- **Trip service** - creates trips, stores them in the trips database.\n- **Matcher** - subscribes to the trip topic.", "trip service -> trips database|trip topic -> matcher"},
		{"- `matchd`: reads jobs from `tripd` and reports to `statd`.\n- `tripd`: a server.\n- `statd`: a server.", "matchd -> statd|matchd -> tripd"},
		{"The trip service:\n\n- stores trips in the trips database\n- calls the tariff service\n- publishes to the trip topic", "trip service -> tariff service|trip service -> trip topic|trip service -> trips database"},
		{"The responsibilities of the trip service are:\n\n1. Storing trips in the trips database.\n2. Notifying the courier app.", "trip service -> courier app|trip service -> trips database"},
	}},
	{"headings that give the subject", []statement{
		{"## Trip service\n\nReads fares from the tariff service. Writes trips to the trips database.", "trip service -> tariff service|trip service -> trips database"},
		{"## Thumbnail worker\n\nConsumes jobs from the upload queue and writes to the object store.", "thumbnail worker -> object store|upload queue -> thumbnail worker"},
		{"## The matcher\n\nIt queries the driver index service for drivers nearby.", "matcher -> driver index service"},
	}},
	{"arrows in text", []statement{
		{"Courier app → trip service → trips database", "courier app -> trip service|trip service -> trips database"},
		{"- courier app -> trip service: create a trip\n- trip service -> trips database: store the trip", "courier app -> trip service|trip service -> trips database"},
		{"The path of a trip: trip service => matcher service => courier app.", "matcher service -> courier app|trip service -> matcher service"},
	}},
	{"we and you", []statement{
		{"We put a load balancer in front of the trip service.", "load balancer -> trip service"},
		{"From the trip service we call the tariff service.", "trip service -> tariff service"},
		{"In the trip service, we store trips in the trips database.", "trip service -> trips database"},
	}},
	{"stores as subjects", []statement{
		{"The trips database feeds the report service.", "trips database -> report service"},
		{"The trip topic delivers events to the matcher.", "trip topic -> matcher"},
		{"The fare cache sits between the trip service and the tariff service.", "fare cache -> tariff service|trip service -> fare cache"},
	}},
	{"subordinate clauses", []statement{
		{"When the courier app opens, it contacts the trip service.", "courier app -> trip service"},
		{"Once the matcher has found a driver, it informs the trip service.", "matcher -> trip service"},
		{"If the fare is not in the fare cache, the trip service asks the tariff service.", "trip service -> tariff service"},
		{"Because the matcher reads from the driver database, it is slow.", "matcher -> driver database"},
	}},
	{"data as subjects", []statement{
		{"Samples flow from the edge agent to the distributor.", "edge agent -> distributor"},
		{"Each trip passes through the matcher to the trip service.", "matcher -> trip service"},
		{"Trips lie in the trips database, written by the trip service.", "trip service -> trips database"},
		{"Events go from the trip service to the report service via the trip topic.", "trip service -> trip topic|trip topic -> report service"},
	}},
	{"connections and sessions", []statement{
		{"The node agent maintains a long-lived connection to the deploy controller.", "node agent -> deploy controller"},
		{"The node agent holds an open stream to the deploy controller.", "node agent -> deploy controller"},
		{"The trip service has a connection to the trips database.", "trip service -> trips database"},
		{"The trip service is a client of the tariff service.", "trip service -> tariff service"},
	}},
	{"exposed interfaces", []statement{
		{"The trip service exposes a REST API to the courier app.", "courier app -> trip service"},
		{"The trip service offers an HTTP endpoint that the courier app calls.", "courier app -> trip service"},
		{"The matcher calls the driver service's lookup API.", "matcher -> driver service"},
		{"The matcher invokes the `Lookup` method of the driver service.", "matcher -> driver service"},
		{"The matcher calls `Lookup` on the driver service.", "matcher -> driver service"},
	}},
	{"contents of the object", []statement{
		{"The matcher reads the state of the driver service.", "matcher -> driver service"},
		{"The sweeper removes old rows of the trips database.", "sweeper -> trips database"},
		{"The trip service updates the fare in the fare cache.", "trip service -> fare cache"},
	}},
	{"pronouns as objects", []statement{
		{"Fares live in the fare database; the trip service reads from it.", "trip service -> fare database"},
		{"Schemas live in the schema registry. The trip service validates trips against it.", "trip service -> schema registry"},
		{"The tariff service is stateless. When a trip ends, the trip service calls it.", "trip service -> tariff service"},
		{"The trip service builds the trip and stores it.", ""},
	}},
	{"insertions in the subject", []statement{
		{"A new component, the fare aggregator, reads from the trips database.", "fare aggregator -> trips database"},
		{"The metrics agent linked into the courier app reports to the trip service.", "metrics agent -> trip service"},
		{"The mail worker, which runs in every region, polls the mail queue.", "mail worker -> mail queue"},
		{"The trip service (a Go binary) writes to the trips database.", "trip service -> trips database"},
	}},
	{"names shown in a picture or told to be parts", []statement{
		{"Payments asks Stripe for the money.\n\n```mermaid\nflowchart LR\n s[Shop API] --> Payments\n```", "payments -> stripe|shop api -> payments"},
		{"Query is a service that reads from the trace database.", "query -> trace database"},
		{"| Component | Talks to |\n|---|---|\n| Shop API | Orders |\n| Orders | Kafka |\n\nOrders writes to the orders database.", "orders -> kafka|orders -> orders database|shop api -> orders"},
	}},
	{"who makes what another takes", []statement{
		{"Trips produced by the trip service are consumed by the report service.", "trip service -> report service"},
		{"The courier app emits positions which are received by the driver tracker.", "courier app -> driver tracker"},
		{"The metrics collector scrapes counters exposed by the trip service.", "metrics collector -> trip service"},
		{"Positions flow from the courier app to the driver tracker and from there to the report service.", "courier app -> driver tracker|driver tracker -> report service"},
		{"The matcher's request is authenticated by the token service.", "matcher -> token service"},
	}},
	{"passives that share their ends", []statement{
		{"The fare cache is written to by the tariff service and read by the trip service.", "tariff service -> fare cache|trip service -> fare cache"},
		{"Trips are read by the report service and written to the archive store.", "report service -> archive store"},
		{"Requests to the tariff service are proxied by the edge router.", "edge router -> tariff service"},
		{"Traffic from the courier app to the trip service is sent through the edge router.", "courier app -> edge router|edge router -> trip service"},
		{"The edge router can be configured to forward trips to the report service.", "edge router -> report service"},
	}},
	{"subjects at one remove", []statement{
		{"A background thread in the trip service polls the tariff service.", "trip service -> tariff service"},
		{"We extend the matcher to query the driver index service.", "matcher -> driver index service"},
		{"The matcher, running in each region, queries the driver index service.", "matcher -> driver index service"},
		{"The edge router calls the trip service, which in turn calls the tariff service.", "edge router -> trip service|trip service -> tariff service"},
		{"The trip service does the following:\n\n- If the trip is new, then store it in the trips database", "trip service -> trips database"},
		{"Trips hit the edge router first, and on a miss the edge router fetches from the trip service.", "edge router -> trip service"},
	}},
	{"words that are verbs and nouns", []statement{
		{"The trip service makes a `StartTrip` call to the matcher.", "trip service -> matcher"},
		{"The node agent reports driver heartbeats to the deploy controller.", "node agent -> deploy controller"},
		{"The report worker long-polls the trip service.", "report worker -> trip service"},
		{"The node agent maintains a watch on the deploy controller.", "node agent -> deploy controller"},
		{"The trip service retrieves and verifies the fare from the tariff service according to the plan.", "trip service -> tariff service"},
	}},
	{"interfaces that others use", []statement{
		{"The trip service serves all APIs used by the courier app.", "courier app -> trip service"},
		{"The trip service exposes counters on port 9100, which the metrics collector scrapes.", "metrics collector -> trip service"},
		{"The edge router acts as a reverse proxy receiving requests from the courier app and routing to the trip service.", "courier app -> edge router|edge router -> trip service"},
		{"The matcher is available to be called by the trip service.", "trip service -> matcher"},
		{"Every courier app maintains a stream with the driver tracker.", "courier app -> driver tracker"},
		{"The autoscaler polls the upload queue's depth.", "autoscaler -> upload queue"},
	}},
	{"who arrives and is passed on", []statement{
		{"Requests arrive at the edge router and are distributed to the trip service.", "edge router -> trip service"},
		{"Mail is sent through the relay server by the mail worker.", "mail worker -> relay server"},
		{"The trips database's log is replicated to the report database.", "trips database -> report database"},
	}},
	{"places told by a condition, and leaders", []statement{
		{"The trip service asks. If the fare is in the fare cache, the trip service fetches it.", "trip service -> fare cache"},
		{"The leader of the trip service writes trips into the trips database.", "trip service -> trips database"},
		{"PD query the state in the trips database and returns it to the trip service.", "pd -> trip service|pd -> trips database"},
		{"The on-call engineer runs `kubectl drain node-1`.", "on-call engineer -> kubectl"},
		{"The **sweeper** job\n\n- deletes old rows from the trips database", "sweeper -> trips database"},
		{"The node agent is executed by the deploy controller.", "deploy controller -> node agent"},
		{"The courier app that wants to write must first contact the trip service.", "courier app -> trip service"},
		{"Calls from the courier app go to the trip service via the edge router.", "courier app -> edge router|edge router -> trip service"},
	}},
	{"names given on the way, and talk both ways", []statement{
		{"A separate controller named sweepd removes stale trips.\n\nsweepd queries the trip service.", "sweepd -> trip service"},
		{"A daemon called `farelet` polls the tariff service. Later, `farelet` notifies the matcher.", "farelet -> matcher|farelet -> tariff service"},
		{"The courier app and the trip service communicate over gRPC.", "courier app -> trip service"},
		{"The matcher reads the driver index from the driver database.", "matcher -> driver database"},
	}},
	{"what states no flow", []statement{
		{"The trip service is faster than the tariff service.", ""},
		{"The trip service and the tariff service run on the same host.", ""},
		{"The trip service no longer calls the tariff service.", ""},
		{"Rather than call the tariff service, the trip service reads the fare cache.", "trip service -> fare cache"},
		{"The trip service would have to call the tariff service, which is slow.", ""},
		{"The trip service replaces the tariff service.", ""},
		{"The trip service looks similar to the tariff service.", ""},
		{"We move the rules from the trip service into the tariff service.", ""},
		{"Neither the trip service nor the matcher calls the tariff service.", ""},
		{"The matcher needs a stream with the tracker instead of a stream with the tariff service.", "matcher -> tracker"},
	}},
}

// construction is a way of telling who talks to whom, in several wordings.
type construction struct {
	name string
	says []statement
}

type statement struct{ prose, want string }

// checkAll reads each construction in all of its wordings.
func checkAll(t *testing.T, all []construction) {
	t.Helper()
	for _, c := range all {
		t.Run(c.name, func(t *testing.T) {
			for _, s := range c.says {
				s.check(t)
			}
		})
	}
}

// check reads a statement and holds the flows found against those wanted.
func (s statement) check(t *testing.T) {
	t.Helper()
	want := []string{}
	if s.want != "" {
		want = strings.Split(s.want, "|")
		slices.Sort(want)
	}
	if got := arrows(graph("# Design\n\n" + s.prose + "\n")); !slices.Equal(got, want) {
		t.Errorf("%s\n got %q\nwant %q", s.prose, got, want)
	}
}

func TestConstructions(t *testing.T) { checkAll(t, constructions) }
