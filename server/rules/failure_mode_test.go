package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// TestPlantedFailures holds each planted document, in which «» marks what is to be
// found, against its twin, in which the document says what becomes of it.
func TestPlantedFailures(t *testing.T) {
	planted, err := filepath.Glob("testdata/failures/*.md")
	if err != nil || len(planted) < 16 {
		t.Fatalf("found %d documents: %v", len(planted), err)
	}
	for _, path := range planted {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			mended := strings.Contains(path, ".mended.")
			if marked := strings.Contains(string(content), "«"); marked == mended {
				t.Fatal("a planted document has marks, and its twin has none")
			}
			checkMarked(t, failureMode, string(content), Environment{})
		})
	}
}

func TestFailuresLeaveAlone(t *testing.T) {
	for name, sentence := range map[string]string{
		"a condition":          "If Redis runs as a single instance, sessions are lost with it.",
		"a wish":               "Redis should not be a single point of failure.",
		"a negation":           "The broker is not a single node.",
		"the present":          "Today all sessions are kept in a single Redis instance.",
		"the past":             "The scheduler was deployed on one VM.",
		"what one can do":      "A single Redis instance serves 100,000 reads a second.",
		"capacity":             "The working set fits on one Redis node.",
		"a share":              "Each partition is owned by a single Kafka broker.",
		"one of many":          "A request is served by a single server of the pool.",
		"a cause":              "This happens when a single PostgreSQL instance fails.",
		"an exclusion":         "The bot runs as a single instance to avoid duplicate answers.",
		"a comparison":         "It holds more than a single Redis instance.",
		"one request":          "The gateway makes one request to the profile service.",
		"one key":              "Counters are kept in a single Redis key.",
		"one database":         "Orders and items are kept in a single database.",
		"one table":            "All events go to a single PostgreSQL table.",
		"a test":               "In tests all data is kept in a single PostgreSQL container.",
		"several":              "Sessions are kept on a single Redis node of three nodes.",
		"an answer nearby":     "Sessions are kept in a single Redis instance. It is restarted within a minute.",
		"an acceptance":        "Sessions are kept in a single Redis instance; an hour of outage is acceptable.",
		"a question":           "Is the cache kept in a single Redis instance?",
		"no need":              "Because the service holds no state, no failover is needed for it.",
		"a lack of something":  "There is no backup plan for the launch party.",
		"a job on a node":      "The driver program runs on a single node and coordinates the job.",
		"a description":        "MySQL runs on a single node, while Spanner runs on many.",
		"parts in general":     "A single reverse proxy is a single point of failure, so configure several of them.",
		"a job in general":     "A job runs on a single node.",
		"an active one":        "There is only one server which is active. The rest are standby nodes.",
		"a stream each":        "There is only one change stream per Spanner instance.",
		"a single cluster":     "Both teams use a single Kafka cluster.",
		"a single topic":       "Customers may use a single Pub/Sub topic for many buckets.",
		"a move":               "We move the index from one Elasticsearch cluster to one running version 8.",
		"a batch job":          "The training job runs on a single node with eight cards.",
		"a host that builds":   "Binaries are made for all platforms from one build host.",
		"a kind of machine":    "A tenant's pods are kept on a single physical machine.",
		"a default":            "PostgreSQL with no replication is the default of the chart.",
		"a mode":               "In single-node mode the database keeps its data on the local disk.",
		"words about failures": "Use horizontal scaling to address single points of failure.",
	} {
		for _, f := range check(t, "# Shop\n\n## Design\n\n"+sentence+"\n").Findings {
			if f.Rule == failureMode.ID {
				t.Errorf("%s: %s", name, f.Message)
			}
		}
	}
	for name, content := range map[string]string{
		"alternatives":       "# Shop\n\n## Alternatives\n\nKeep all sessions in a single Redis instance.\n",
		"the present":        "# Shop\n\n## Current architecture\n\nThe scheduler runs on one VM.\n",
		"code":               "# Shop\n\n## Design\n\n```\nThe scheduler runs on one VM.\n```\n",
		"a quotation":        "# Shop\n\n## Design\n\n> The scheduler runs on one VM.\n",
		"a diagram":          "# Shop\n\n## Design\n\nThe scheduler runs on one VM.\n\n```mermaid\nflowchart LR\n  a[Scheduler] --> b[Scheduler standby]\n```\n",
		"everything":         "# Shop\n\n## Design\n\nThe scheduler runs on one VM.\n\n## Operations\n\nAll VMs are restarted by the instance group.\n",
		"another name":       "# Shop\n\n## Design\n\nSessions are kept in a single Redis instance.\n\n## Operations\n\nThe cache is warmed again after a crash.\n",
		"a zone, no promise": "# Shop\n\n## Design\n\nThe platform runs in a single availability zone.\n",
	} {
		for _, f := range check(t, content).Findings {
			if f.Rule == failureMode.ID {
				t.Errorf("%s: %s", name, f.Message)
			}
		}
	}
}

func TestFailuresAreFoundInManyWords(t *testing.T) {
	for _, sentence := range []string{
		"All sessions are kept in «a single Redis instance».",
		"We use «a single Redis node» for sessions.",
		"Sessions live in «a single instance of Redis».",
		"Jobs are stored in «one PostgreSQL server», and workers poll it.",
		"The queue is «a single RabbitMQ broker».",
		"Builds are run by «a single Jenkins server».",
		"Profiles are served by «one cache node».",
		"It is kept in «a single-node Kafka».",
		"«A standalone Redis» holds all counters.",
		"«A single scheduler» polls the table and starts jobs.",
		"Requests pass through «a single load balancer».",
		"The indexer «runs on one machine».",
		"The index service «is hosted on a single VM» in Frankfurt.",
		"Everything «runs on one server».",
		"The payment gateway «runs as a single process».",
		"PostgreSQL has «no standby».",
		"There is «no replica» of the order database.",
		"The order database runs «without a replica».",
		"MongoDB «is not replicated».",
		"The message broker «is not clustered».",
		"The API gateway is «a single point of failure».",
		"- **Redis**: «single instance», 16 GB",
		"Redis («single node») holds the carts.",
		"The metadata server has «no failover».",
		"There is «only one broker».",
		"The message broker «is a single RabbitMQ node»; if it goes down, no notifications are sent.",
		"The token service «is deployed as one replica».",
		"The edge is «a single Nginx box».",
		"Orders are kept in «a single-az RDS instance».",
		"Kafka runs with «a replication factor of 1».",
		"We use «one MySQL server» for all tenants.",
		"The scheduler «runs as a single process» on one machine.",
		"Reminders are sent by «a single cron host».",
		"We run one PostgreSQL primary «without replicas».",
		"There is «only one scheduler», which holds the plan in memory.",
	} {
		checkMarked(t, failureMode, "# Shop\n\n## Design\n\n"+sentence+"\n", Environment{})
	}
}

// TestTheAnswerMayStandElsewhere holds that a finding ends when another section
// says what becomes of the part, and comes back when that is taken away.
func TestTheAnswerMayStandElsewhere(t *testing.T) {
	const before = "# Shop\n\n## Design\n\nThe scheduler runs on one VM.\n\n## Operations\n\nSomething.\n"
	answered := strings.Replace(before, "Something.", "The scheduler has a standby.", 1)
	checker := NewChecker([]Rule{failureMode})
	var doc *document.Document
	for i, content := range []string{before, answered, before} {
		doc = document.Parse(text.NewMapper(content), doc)
		want := 1 - i%2
		if found := checker.Check(doc, Environment{}).Findings; len(found) != want {
			t.Errorf("version %d: found %d, want %d", i, len(found), want)
		}
	}
}

func TestAPromiseMakesItAWarning(t *testing.T) {
	for promise, want := range map[string]string{"It is fast.": "information", "It is available 99.9% of the time.": "warning"} {
		found := check(t, "# Shop\n\n## Design\n\nThe scheduler runs on one VM. "+promise+"\n").Findings
		if len(found) != 1 || found[0].Severity.String() != want {
			t.Errorf("%s: found %+v, want %s", promise, found, want)
		}
	}
}
