package diagram

import "testing"

// workplace are sentences as engineers of many trades write them in drafts and wikis.
var workplace = []construction{
	{"shop", []statement{
		{"The catalog team owns the search service and the catalog service.", ""},
		{"The search service is deployed next to the catalog service on the same cluster.", ""},
		{"The cart service keeps carts in Redis for 30 days; after that a cleanup job removes them.", "cart service -> redis"},
		{"Prices come from the pricing service and are cached in Redis by the storefront.", "storefront -> redis"},
		{"Every night the export job reads all orders from Postgres and uploads a CSV to S3.", "export job -> postgres|export job -> s3"},
		{"The storefront never talks to Postgres directly.", ""},
	}},
	{"bank", []statement{
		{"The mobile app calls the account service through the API gateway.", "api gateway -> account service|mobile app -> api gateway"},
		{"The ledger service is the only one that writes to the ledger database.", "ledger service -> ledger database"},
		{"Rather than having the transfer service call the fraud service synchronously, it publishes a TransferCreated event to Kafka.", "transfer service -> kafka"},
		{"We do not want the mobile app to call the ledger service.", ""},
		{"If we let the card service write to the ledger database, we would lose the audit trail.", ""},
		{"Statements are rendered by the statement service, stored in S3 and mailed to the customer.", "statement service -> customer|statement service -> s3"},
		{"The core banking system sends a nightly batch file over SFTP to the reconciliation service.", "core banking system -> reconciliation service"},
	}},
	{"games", []statement{
		{"The game client opens a WebSocket to the game server and sends inputs 30 times a second; the game server broadcasts the state back to all clients.", "game client -> game server|game server -> game client"},
		{"The matchmaker asks the player service for ratings, groups players and then tells the fleet manager to start a game server.", "matchmaker -> fleet manager|matchmaker -> player service"},
		{"When the match is over, the game server reports the result to the stats service, which updates the leaderboard in Redis.", "game server -> stats service|stats service -> redis"},
		{"Players who disconnect can rejoin within two minutes.", ""},
		{"The anti-cheat service subscribes to the match topic and flags suspicious players in the player service.", "match topic -> anti-cheat service"},
	}},
	{"iot", []statement{
		{"The ingest service subscribes to the MQTT broker and writes points to InfluxDB.", "ingest service -> influxdb|mqtt broker -> ingest service"},
		{"The firmware service pushes updates to the gateways, which pass them on to the sensors.", "firmware service -> gateways|gateways -> sensors"},
		{"Grafana dashboards query InfluxDB.", "grafana dashboards -> influxdb"},
		{"Each gateway runs on a Raspberry Pi inside the greenhouse.", ""},
		{"An operator can silence alarms in the admin console, which stores them in Postgres.", "admin console -> postgres|operator -> admin console"},
	}},
	{"ml", []statement{
		{"The training pipeline reads features from the feature store, trains the model and pushes it to the model registry.", "training pipeline -> feature store|training pipeline -> model registry"},
		{"At startup the inference server downloads the latest model from the model registry.", "inference server -> model registry"},
		{"We could also call the inference server from the web client, but that would expose the model.", ""},
		{"Predictions are logged to Kafka and joined with clicks by a Flink job.", ""},
	}},
	{"chat", []statement{
		{"The chat client sends a message to the chat server over WebSocket, the chat server persists it in Cassandra and fans it out to the recipients via the presence service.", "chat client -> chat server|chat server -> cassandra|chat server -> presence service|presence service -> recipients"},
		{"If the recipient is offline, the chat server hands the message to the push service, which delivers it via APNs or FCM.", "chat server -> push service|push service -> apns|push service -> fcm"},
		{"Attachments are not sent through the chat server; the chat client uploads them straight to S3 with a pre-signed URL it gets from the media service.", "chat client -> media service|chat client -> s3"},
	}},
	{"logistics", []statement{
		{"The warehouse system is owned by the operations team and will be replaced next year.", ""},
		{"Unlike the old monolith, the label service does not write to the shared database but emits events to Kafka.", "label service -> kafka"},
		{"The dispatch service books the courier in the fleet service and mails the label to the sender.", "dispatch service -> fleet service|dispatch service -> sender"},
		{"Operators manage the sorting servers, and the label service manages the printers.", ""},
		{"The label service offers merchants a simple way to print labels.", ""},
		{"The label service gives the fleet service access to the printers.", ""},
		{"The fleet service provides round-the-clock support to its merchants.", ""},
		{"The label service builds on the fleet service.", ""},
		{"The label service gives the label to the merchant.", "label service -> merchant"},
		{"The label service watches the ParcelClaim. A ParcelClaim points to the fleet service.", ""},
		{"The label service calls ParcelHub. ParcelHub notifies the fleet service.", "label service -> parcelhub|parcelhub -> fleet service"},
		{"Admins configure the label service.", ""},
		{"To avoid having the label service call the fleet service, we copy the table.", ""},
		{"The shipping service lets the label service call the fleet service.", "label service -> fleet service"},
		{"The courier can tune the shipping service to limit the number of events sent to the fleet service.", ""},
		{"Customs data is requested from the broker API by the shipping service.", "shipping service -> broker api"},
	}},
}

// TestWorkplaceSentences holds them, and that what is owned, ruled out or only supposed is no flow.
func TestWorkplaceSentences(t *testing.T) { checkAll(t, workplace) }
