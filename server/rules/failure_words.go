package rules

import "strings"

// product is a technology that runs as a process of its own, with the other words
// by which a document may go on speaking of it.
type product struct{ key, also string }

// products go by the words that name them. The key is what they all begin with.
var products = productTable(map[string]string{
	"database db datastore store": "postgres postgresql mysql mariadb mongodb mongo oracle cassandra scylladb clickhouse influxdb timescaledb neo4j couchbase couchdb cockroachdb prometheus rds",
	"index cluster":               "elasticsearch opensearch solr",
	"cache":                       "redis memcached memcache valkey",
	"broker queue bus":            "kafka rabbitmq activemq nats beanstalkd mosquitto redpanda",
	"balancer proxy gateway":      "nginx haproxy traefik envoy",
	"coordination":                "zookeeper etcd consul",
	"storage":                     "minio nfs hdfs",
})

func productTable(classes map[string]string) map[string]product {
	table := map[string]product{}
	for also, names := range classes {
		for _, name := range strings.Fields(names) {
			key := name
			for _, short := range []string{"postgres", "mongo", "memcache"} {
				if strings.HasPrefix(name, short) {
					key = short
				}
			}
			table[name] = product{key, also}
		}
	}
	return table
}

var (
	// runUnits are what a component can run as one of.
	runUnits = setOf("instance node server machine host vm box process container pod daemon droplet appliance computer replica")

	// zoneUnits are places that fail as a whole.
	zoneUnits = setOf("zone az datacenter rack")

	// soleParts are components of which one is one process, as a rule. Of others,
	// such as a database or a gateway, one may well be one of many machines.
	soleParts = setOf("scheduler coordinator dispatcher sequencer balancer namenode broker daemon orchestrator supervisor")

	// partHeads are nouns that components are called by.
	partHeads = setOf(`service services server scheduler database db store datastore storage cache queue broker bus gateway balancer proxy worker workers api backend application app
		system monolith registry coordinator dispatcher sequencer controller engine platform stack index indexer everything daemon orchestrator hub website site crawler collector
		aggregator consumer producer primary leader master supervisor router resolver relay bot portal cms cron warehouse ledger catalog frontend`)

	oneWords  = setOf("single lone sole standalone")
	unitWords = setOf("single-node single-instance single-server single-machine single-host single-process single-replica single-az")
	onlys     = setOf("only just exactly")

	// leadIns are words after which one of something is told to be in use.
	leadIns = setOf("in on by to from through behind via into with uses use using run runs running have has is are as be keeps keep operate operates host hosts and there's front against at under onto")

	// endings may follow what there is one of.
	endings = setOf(". , ; : ) ( for and that which for in on with behind is as to at running without where whose so but no by | — –")

	runVerbs = setOf("runs run running deployed hosted lives live resides installed stays remains sits operates kept stored held placed is are executes")

	// unsettled words make of a statement something that is not told of the design.
	unsettled = setOf(`if unless would could might may should can cannot can't must need needs needed require requires required whether was were had previously formerly currently
		today existing legacy instead rather than avoid avoids avoiding never not per each every any either exceed exceeds outgrow outgrows beyond fit fits enough suffice suffices sufficient
		example e.g test tests testing tested dev development local locally staging demo poc prototype mvp initially initial first eventually until phase imagine suppose assume assumes assuming consider
		considered option alternative alternatives benchmark benchmarked measured ensure ensures guarantee guarantees fail fails failing fails failure failures failed crash crashes loss loses losing lost
		tolerate tolerates survive survives start started starts begin small simple smallest minimal like unlike compared versus vs why what how when because once still already replace replaces replacing
		replaced used eliminate eliminates remove removes removing problem risk accept accepted acceptable accepts deliberate deliberately intentional intentionally purpose i.e typically usually often
		traditional common generally normally think say says called naive migrate migrates migrating moved currently concern limit limits limited limitation bottleneck default defaults`)
)

// asideSections are headings under which the text is not of the design as meant, or
// is about what the author knows to be open.
var asideSections = []string{
	"non-goal", "nongoal", "non goal", "out of scope", "alternative", "rejected", "option", "considered", "comparison", "background", "context", "current", "today", "as-is", "as is", "existing",
	"problem", "motivation", "history", "status quo", "future", "roadmap", "test", "benchmark", "development", "local", "staging", "prototype", "mvp", "phase", "v0", "v1", "step", "iteration", "pros", "cons", "drawback",
	"risk", "limitation", "concern", "known issue", "trade-off", "tradeoff", "migration", "glossary", "faq", "appendix", "example", "estimat", "capacity", "prior art", "related work", "question", "scaling",
	"scale", "getting started", "quick start", "install", "setup", "lesson", "postmortem", "incident", "introduction to", "what is", "basics", "sizing", "single",
}
