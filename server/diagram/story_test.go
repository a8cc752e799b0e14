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
	{"ends that a list names", []statement{
		{"The stock service talks to the following services:\n\n- **Rank service**: keeps scores.\n- **Price service**: keeps prices.", "stock service -> price service|stock service -> rank service"},
		{"The stock service depends on these components:\n\n- Rank service\n- Price service", "stock service -> price service|stock service -> rank service"},
		{"A request flows through these components:\n\n1. Edge gateway\n2. Rank service\n3. Price service", "edge gateway -> rank service|rank service -> price service"},
		{"The stock service consists of the following components:\n\n- Rank service\n- Price service", ""},
		{"The stock service does not call the following services:\n\n- Rank service\n- Price service", ""},
	}},
	{"who turns to whom", []statement{
		{"The stock service handles queries from the web client.", "web client -> stock service"},
		{"The stock service is responsible for handling requests by web clients.", "web clients -> stock service"},
		{"The stock service waits for the answer of the rank service.", "rank service -> stock service"},
		{"The stock service waits for a response from the rank service.", "rank service -> stock service"},
		{"The stock service reads from MySQL. It is called by the gateway.", "gateway -> stock service|stock service -> mysql"},
		{"When asked by the gateway, the stock service queries MySQL.", "gateway -> stock service|stock service -> mysql"},
		{"The web client opens a connection with the stock service, and once there is new data it will be pushed to the web client.", "stock service -> web client|web client -> stock service"},
	}},
	{"how and what for", []statement{
		{"The stock service gets the price by a call to the rate service.", "stock service -> rate service"},
		{"The stock service gets the price with a call to the rate service.", "stock service -> rate service"},
		{"To read from MySQL, the stock service uses the vault client.", "stock service -> mysql|stock service -> vault client"},
		{"Having received the order from the gateway, the stock service stores it in MySQL.", "gateway -> stock service|stock service -> mysql"},
		{"After having received the order from the gateway, the stock service stores it in MySQL.", "gateway -> stock service|stock service -> mysql"},
		{"The stock service answers without a call to the rate service.", ""},
	}},
	{"what goes on", []statement{
		{"Orders are written to MySQL by the stock service and read by the report service.", "report service -> mysql|stock service -> mysql"},
		{"Once encoded by the encoder server, videos are sent to the object store.", "encoder server -> object store"},
		{"The gateway validates the request. The request is forwarded to the stock service, and the result is stored in Redis.", "gateway -> redis|gateway -> stock service"},
		{"The gateway is old. We introduce a rank service. It polls Kafka.", "rank service -> kafka"},
		{"The stock service and the rank service are new. The former writes to MySQL and the latter reads from Redis.", "rank service -> redis|stock service -> mysql"},
		{"The lease controller is new. This component watches the API server.", "lease controller -> api server"},
	}},
	{"sentences of a list item", []statement{
		{"- Order servers - provide APIs. Do basic validation. Fetch templates from MySQL. Put data in Kafka for parallel processing.", "order servers -> kafka|order servers -> mysql"},
		{"- Mail workers - responsible for sending mails to the mail gateway.", "mail workers -> mail gateway"},
		{"- Order servers: provide APIs.\n- Write path to the store.", ""},
	}},
	{"files that are handed over", []statement{
		{"Each night the ledger service sends a report which the stock service uses.", "ledger service -> stock service"},
		{"The ledger service exposes an endpoint which the stock service uses.", "stock service -> ledger service"},
		{"The operator provisions a load balancer to balance traffic across the web servers.", "load balancer -> web servers"},
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
