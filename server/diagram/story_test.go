package diagram

import "testing"

// stories are told over more than one sentence, or leave it to the reader who does what.
var stories = []construction{
	{"who is meant", []statement{
		{"The gateway calls the stock service. The latter writes to MySQL.", "gateway -> stock service|stock service -> mysql"},
		{"The stock service calls the rank service. The former writes to MySQL.", "stock service -> mysql|stock service -> rank service"},
		{"The gateway calls the stock service and the latter calls the rank service.", "gateway -> stock service|stock service -> rank service"},
		{"The stock service and the rank service are new. Each writes to MySQL.", "rank service -> mysql|stock service -> mysql"},
		{"The stock service and the rank service are new. Each of them writes to MySQL.", "rank service -> mysql|stock service -> mysql"},
		{"The stock service and the rank service are new. These services write to MySQL.", "rank service -> mysql|stock service -> mysql"},
		{"The gateway calls the stock service and the rank service, each of which writes to Redis.", "gateway -> rank service|gateway -> stock service|rank service -> redis|stock service -> redis"},
	}},
	{"who does what nobody is said to do", []statement{
		{"The gateway validates the request. The request is then forwarded to the stock service.", "gateway -> stock service"},
		{"- **Encoder**: encodes videos.\n  - Encoded videos are sent to the object store.\n  - Events are queued in Kafka.", "encoder -> kafka|encoder -> object store"},
		{"The encoder server does two things:\n\n1. Videos are sent to the object store.\n2. Events are queued in Kafka.", "encoder server -> kafka|encoder server -> object store"},
		{"## Encoder server\n\nVideos are uploaded to the object store. Events are queued in Kafka.", "encoder server -> kafka|encoder server -> object store"},
		{"On the rank service side, the score will be computed and then cached in Redis.", "rank service -> redis"},
		{"In the rank service, scores are stored in Redis.", "rank service -> redis"},
		{"The client app sends an order to the gateway, where it is validated and forwarded to the stock service.", "client app -> gateway|gateway -> stock service"},
		{"The order is stored in MySQL. It is then sent to the stock service.", ""},
	}},
	{"where a list says who acts", []statement{
		{"In the rank service:\n\n1. Regularly reads scores from Redis, and pushes them to the stock service.\n2. Receive updates from the gateway.", "gateway -> rank service|rank service -> redis|rank service -> stock service"},
		{"Rank server - a set of workers which pull jobs from Kafka.", "rank server -> kafka"},
		{"Rank server — a set of workers which pull jobs from Kafka.", "rank server -> kafka"},
	}},
	{"verbs side by side", []statement{
		{"The node agent receives a request, ensures the volume has been mounted, and notifies the stock service.", "node agent -> stock service"},
		{"The node agent will note that a claim is ready to be used and ask the stock service to create it.", "node agent -> stock service"},
		{"When the web client asks for trips, the gateway requests each shard and merges the answers before responding to the web client.", "gateway -> web client"},
	}},
	{"relative clauses", []statement{
		{"**Router** processes are optional processes that route requests to the stock service.", "router -> stock service"},
		{"The rank service: a server (written in Go) that is responsible for communicating with the stock service.", "rank service -> stock service"},
		{"The rank service writes to MySQL so that the report service can read it.", "rank service -> mysql|report service -> mysql"},
	}},
}

func TestStories(t *testing.T) { checkAll(t, stories) }
