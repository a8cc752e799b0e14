package diagram

import (
	"testing"
)

// everyday are ways of telling who talks to whom that stand in first drafts and in
// talk at a whiteboard, each in several wordings.
var everyday = []construction{
	{"what is named once", []statement{
		{"The API server writes to MySQL, then a worker reads from Kafka.", "api server -> mysql|worker -> kafka"},
		{"A cron job exports the invoices to BigQuery.", "cron job -> bigquery"},
		{"The kiosk server creates a ticket in the billing system.", "kiosk server -> billing system"},
		{"The importer downloads charts from NOAA.", "importer -> noaa"},
		{"Totals are archived in S3 by a nightly job.", "nightly job -> s3"},
		{"The tally worker reads votes from Kafka.", "tally worker -> kafka"},
	}},
	{"what is no longer or not so", []statement{
		{"The feed service used to query MySQL.", ""},
		{"The feed service used to call the rank service. Now it reads from Redis.", "feed service -> redis"},
		{"The keys used to sign tokens are read from Vault by the feed service.", "feed service -> vault"},
		{"The mail service would call SendGrid, but that is slow.", ""},
		{"We considered sending logs from the edge agent to Elasticsearch.", ""},
		{"We thought about having the edge agent call Redis.", ""},
		{"In future the edge agent will send events to Kafka.", ""},
	}},
	{"what a pronoun can stand for", []statement{
		{"Driver phones send positions to the tracking service. It keeps them in Redis.", "driver phones -> tracking service|tracking service -> redis"},
		{"A user posts to the feed service. It stores the post in MySQL.", "feed service -> mysql|user -> feed service"},
		{"The edge gateway checks tokens with keys it downloads from Keycloak.", "edge gateway -> keycloak"},
	}},
	{"whom a pronoun and a cleft mean", []statement{
		{"The chat server stores messages in Cassandra. If Bob is offline, it hands them to the mail service.", "chat server -> cassandra|chat server -> mail service"},
		{"The web app calls the room service, and it is the room service that updates the catalog database.", "room service -> catalog database|web app -> room service"},
		{"Players read the top ten from the score service, never from Redis.", "players -> score service"},
	}},
	{"adverbs that look like conjunctions", []statement{
		{"The gateway asks the auth service once and then passes messages on to the chat service.", "gateway -> auth service|gateway -> chat service"},
		{"Once the gateway has asked the auth service, it calls the chat service.", "gateway -> auth service|gateway -> chat service"},
	}},
	{"messages that are taken", []statement{
		{"The order service publishes an event to Kafka, and the billing service consumes it.", "kafka -> billing service|order service -> kafka"},
		{"The order service puts jobs into the job queue. A worker picks them up.", "job queue -> worker|order service -> job queue"},
		{"The order service stores the order in MySQL, and the billing service processes it.", "order service -> mysql"},
	}},
	{"short forms", []statement{
		{"The order service calls the billing service. Billing charges the card through Stripe and records the result in MySQL.", "billing service -> mysql|billing service -> stripe|order service -> billing service"},
		{"The gateway calls the dispatch service. Dispatch keeps positions in Redis.", "dispatch service -> redis|gateway -> dispatch service"},
		{"The media server streams calls to the speech service, and texts are saved to S3 by the latter.", "media server -> speech service|speech service -> s3"},
		{"The matching engine reads orders from the order gateway.", "matching engine -> order gateway"},
	}},
	{"where data go next", []statement{
		{"Users upload photos via the web client; these go to the object store.", "users -> web client|web client -> object store"},
		{"The importer drops a message into Pub/Sub for each file.", "importer -> pub/sub"},
		{"Subscribed to NATS is the tile server, which writes tiles to S3.", "tile server -> nats|tile server -> s3"},
		{"The dispatcher drops jobs onto RabbitMQ.", "dispatcher -> rabbitmq"},
	}},
	{"what two do", []statement{
		{"The web app calls the card service and the loan service. Both of them read from MySQL.", "card service -> mysql|loan service -> mysql|web app -> card service|web app -> loan service"},
		{"The card service and the loan service are small. Both call the audit service.", "card service -> audit service|loan service -> audit service"},
		{"The web app calls the card service and the loan service, both of which write to Redis.", "card service -> redis|loan service -> redis|web app -> card service|web app -> loan service"},
		{"The web app calls the card service and the loan service. They write to Redis.", "card service -> redis|loan service -> redis|web app -> card service|web app -> loan service"},
		{"The job scheduler calls the workers. They write to S3.", "job scheduler -> workers|workers -> s3"},
		{"Both the card service and the loan service write to Redis.", "card service -> redis|loan service -> redis"},
	}},
	{"from where something is taken", []statement{
		{"The feed service emits clicks to Kinesis, from where a worker loads them into Redshift.", "feed service -> kinesis|worker -> kinesis|worker -> redshift"},
		{"The feed service writes to S3, from which a worker loads the files into Redshift.", "feed service -> s3|worker -> redshift|worker -> s3"},
	}},
	{"what is said of a subject before it", []statement{
		{"Subscribed to the order topic is the report service.", "report service -> order topic"},
		{"Subscribed to Kafka is the report service, which writes totals to S3.", "report service -> kafka|report service -> s3"},
		{"Connected to the order database is the report service.", "report service -> order database"},
		{"Subscribed to Kafka is a swarm, which writes totals to S3.", ""},
	}},
	{"single nouns for parts", []statement{
		{"The mailer service calls the feed service.", "mailer service -> feed service"},
		{"The poller reads jobs from Kafka.", "poller -> kafka"},
		{"The web front end calls the feed service.", "web front end -> feed service"},
		{"The front-end calls the feed service.", "front-end -> feed service"},
		{"The feed service stores posts in the back end.", "feed service -> back end"},
		{"The shop facade calls the monolith over SOAP.", "shop facade -> monolith"},
		{"A camera sends pictures to the plate service.", "camera -> plate service"},
		{"New code must not read its database; it has to call the shop facade.", ""},
	}},
	{"what goes through something", []statement{
		{"Payouts are computed by the ledger service and sent to the customer through the SFTP connector.", "ledger service -> sftp connector|sftp connector -> customer"},
		{"The reminder job reads loans from the catalog database and emails members via Mailgun.", "reminder job -> catalog database|reminder job -> mailgun"},
		{"The thumbnail service is notified through SQS.", "sqs -> thumbnail service"},
	}},
}

func TestEverydayProse(t *testing.T) { checkAll(t, everyday) }

// TestLabelsReadWell holds that a label says something by itself.
func TestLabelsReadWell(t *testing.T) {
	for prose, want := range map[string]string{
		"On a miss the order service falls back to PostgreSQL.":         "falls back to",
		"The order service goes to MySQL when the key is missing.":      "goes to",
		"Forecasts are pulled every hour from MySQL by the importer.":   "pulled",
		"The gateway hands messages over to the chat service.":          "hands messages",
		"The order service calls the matcher.":                          "calls",
		"The order service calls back to the billing service each day.": "calls back to",
	} {
		g := graph("# Design\n\n" + prose + "\n")
		if len(g.Flows) != 1 || g.Flows[0].Label != want {
			t.Errorf("%s\n got %v\nwant a flow labelled %q", prose, arrows(g), want)
			for _, f := range g.Flows {
				t.Logf("%q", f.Label)
			}
		}
	}
}

// TestSharedObject holds that verbs with one object have each their own access to it.
func TestSharedObject(t *testing.T) {
	for _, prose := range []string{
		"The feed service reads from and writes to MySQL.",
		"The feed service writes to and reads from MySQL.",
		"The feed service can read from and write to MySQL.",
	} {
		g := graph("# Design\n\n" + prose + "\n")
		if len(g.Flows) != 1 || g.Flows[0].Access != Read|Write {
			t.Errorf("%s\n got %v, want one flow that reads and writes", prose, g.Flows)
		}
	}
}
