package rules

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func TestFalseDichotomy(t *testing.T) {
	tests := map[string]string{
		"weighed against":  "# A\n\n«For the log we weighed synchronous against asynchronous» writes and must settle for one of the two.\n",
		"a pair taken up":  "# A\n\n«push or pull»: devices pull, push is too much hassle.\n",
		"plural":           "# A\n\n«Should prices be computed in batches or as a stream»? We settled on batches.\n",
		"driven or based":  "# A\n\nIt was discussed «whether the scheduler should be event-driven or polling-based»; the latter was chosen.\n",
		"weighed and both": "# A\n\nThe report weighs push against pull, for readers who wonder.\n",

		"answer in lower case":  "# A\n\n«websockets or long polling»? websockets.\n",
		"a trade-off settled":   "# A\n\n«The trade-off is REST versus gRPC», and we pick REST.\n",
		"a slash for a hyphen":  "# A\n\nWe have to «choose between blue/green and canary releases».\n",
		"edge and cloud":        "# A\n\n«It's a question of edge computing versus cloud processing». We process in the cloud.\n",
		"rules and models":      "# A\n\nRanking: «rules or ML»? Rules, since there are no clicks yet.\n",
		"tenants with a hyphen": "# A\n\nWe have to «choose between single-tenant and multi-tenant».\n",

		"choose between":       "# A\n\nWe have to «choose between SQL and NoSQL» for the order data.\n",
		"either":               "# A\n\nFor the store we can «either use PostgreSQL or go with a NoSQL» database such as Cassandra.\n",
		"must be either":       "# A\n\nA distributed store must be «either consistent or available», so we pick availability.\n",
		"either with we":       "# A\n\n«Either we build a monolith or we split everything into microservices».\n",
		"either with asides":   "# A\n\nReplication is «either synchronous, which is slow, or asynchronous», which loses data. We accept the loss.\n",
		"clients, we decide":   "# A\n\nClients must «either poll the server or hold a WebSocket» open; we chose WebSockets.\n",
		"cannot have both":     "# A\n\nBecause of CAP we «cannot have both consistency and availability».\n",
		"not both":             "# A\n\n«We can have consistency or availability», not both.\n",
		"the decision is":      "# A\n\nThe «decision is strong or eventual consistency».\n",
		"whether to":           "# A\n\nThe question is «whether to push posts to followers or to pull» them when the feed is read.\n",
		"question":             "# A\n\n«Should we push updates to clients or let them poll»?\n",
		"short question":       "# A\n\n«Kafka or RabbitMQ»? We go with Kafka.\n",
		"heading":              "# A\n\n## «SQL vs. NoSQL»\n\nSQL gives transactions. We chose NoSQL.\n",
		"heading that asks":    "# A\n\n## «Build or buy»?\n\nThe team is small.\n",
		"comes down to":        "# A\n\n«It comes down to REST vs gRPC». REST is simpler.\n",
		"only two":             "# A\n\nThere are only two options for live updates: «polling or WebSockets».\n",
		"only alternative":     "# A\n\n«Since relational databases do not scale, the only alternative is NoSQL».\n",
		"only options are":     "# A\n\n«The only options are active-active and active-passive».\n",
		"can only":             "# A\n\n«When Redis is down the limiter can only fail open or fail closed».\n",
		"sacrifice":            "# A\n\nWe have to «sacrifice consistency for availability».\n",
		"pick one":             "# A\n\n«Services can talk synchronously over REST or asynchronously» over a queue, and we had to pick one.\n",
		"by what it is about":  "# A\n\n## Partitioning\n\nShards are assigned «either by hash or by range», and we must decide now.\n",
		"mutually exclusive":   "# A\n\n«Low latency and high throughput» are mutually exclusive, so we drop one.\n",
		"a way that is denied": "# A\n\nWe must «choose between SQL and NoSQL». There is no hybrid and no middle ground.\n",
		"nothing known":        "# A\n\nThere are «only two options»: paint the shed, or leave it.\n",
		"once per paragraph":   "# A\n\nWe must «choose between SQL and NoSQL». Is it SQL or NoSQL?\n",

		"a result":            "# A\n\nThe server may respond with either a success or an error.\n",
		"an interface":        "# A\n\nThe callback must be called, either synchronously or asynchronously.\n",
		"a capability":        "# A\n\nThe library supports either polling or WebSockets. Users can choose between REST and gRPC.\n",
		"a setting":           "# A\n\nThe mode field is either push or pull. The flag may be set to sync or async.\n",
		"a list":              "# A\n\nWe considered SQL, NoSQL and a file. We can either use SQL, NoSQL or a file.\n",
		"a hybrid":            "# A\n\nWe have to choose between SQL and NoSQL. A hybrid works best.\n",
		"an option by name":   "# A\n\nEither polling or WebSockets would do; server-sent events fit best.\n",
		"per operation":       "# A\n\nWe must choose strong or eventual consistency per operation: quorum reads for balances.\n",
		"denied":              "# A\n\nWe do not have to choose between SQL and NoSQL.\n",
		"tradeoffs":           "# A\n\nWe should discuss the tradeoffs between choosing SQL or NoSQL.\n",
		"both in use":         "# A\n\nRequests are sent over REST or gRPC depending on the client.\n",
		"by size":             "# A\n\nWe use fan-out on write for most accounts and fan-out on read for the rest.\n",
		"a fallback":          "# A\n\nIt is served from the local cache or, if it is missing there, from the distributed cache.\n",
		"a benchmark":         "# A\n\n## Benchmark: gRPC vs REST\n\ngRPC needed 20% less CPU.\n",
		"does not matter":     "# A\n\nWhether a request is sync or async is recorded in the log.\n",
		"all or nothing":      "# A\n\nA gang is scheduled all or nothing. The fields are mutually exclusive.\n",
		"both for something":  "# A\n\nWe must decide whether we should go with a SQL or NoSQL database.\n\nProfiles are stored in a relational database.\n\nFor the history we use a key-value store.\n",
		"one of them denied":  "# A\n\nWe must «choose between SQL and NoSQL». Profiles are stored in PostgreSQL. We do not use a key-value store.\n",
		"quoted":              "# A\n\n> We must choose between SQL and NoSQL.\n",
		"two with the reason": "# A\n\nThere are only two options because the vendor sells two sizes.\n",
	}
	for name, marked := range tests {
		t.Run(name, func(t *testing.T) { checkMarked(t, falseDichotomy, marked, Environment{}) })
	}
}

// TestOptionTableSettlesIt applies the quick fix: what it inserts must be a table
// of its own, and the section then discusses more than two options.
func TestOptionTableSettlesIt(t *testing.T) {
	tests := map[string]string{
		"paragraph":          "# A\n\nWe must choose between SQL and NoSQL.\n\nMore.\n",
		"end of the text":    "# A\n\nWe must choose between SQL and NoSQL.",
		"list":               "# A\n\n1. First.\n2. We must choose between SQL and NoSQL.\n   - so\n3. Last.\n",
		"heading":            "# A\n\n## Build or buy?\nWe will build it.\n",
		"before another one": "# A\n\nWe must choose between SQL and NoSQL.\n## B\n\nText.\n",
		"CRLF":               "# A\r\n\r\nWe must choose between SQL and NoSQL.\r\n\r\nMore.\r\n",
	}
	for name, before := range tests {
		t.Run(name, func(t *testing.T) {
			found := NewChecker([]Rule{falseDichotomy}).Check(document.Parse(text.NewMapper(before), nil), Environment{}).Findings
			if len(found) != 1 {
				t.Fatalf("got %+v", found)
			}
			after, err := text.ApplyEdits(before, found[0].Fixes[0].Edits)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(before, "\r\n") && strings.Contains(strings.ReplaceAll(after, "\r\n", ""), "\n") {
				t.Errorf("mixed line endings in %q", after)
			}
			doc := document.Parse(text.NewMapper(after), nil)
			if n := countNodes(doc, document.KindTable); n != 1 {
				t.Errorf("%d tables in %q", n, after)
			}
			if again := NewChecker([]Rule{falseDichotomy}).Check(doc, Environment{}).Findings; len(again) != 0 {
				t.Errorf("still found in %q", after)
			}
		})
	}
}

func countNodes(doc *document.Document, kind document.Kind) (n int) {
	for _, s := range doc.Sections {
		for _, node := range s.Content.Nodes {
			if node.Kind == kind {
				n++
			}
		}
	}
	return n
}

func TestDichotomyNamesFurtherOptions(t *testing.T) {
	f := check(t, "# A\n\nWe must choose between a monolith and microservices.\n").Findings[0]
	if !strings.Contains(f.Message, "a modular monolith") || f.Why == "" || len(f.Options) < 2 || !strings.Contains(f.Options[0], "fits when") {
		t.Errorf("got %+v", f)
	}
}
