package diagram

import "testing"

// moves are ways to say that a part of a system takes data from one place to another,
// that something goes through it, and what tables of components tell of them.
var moves = []construction{
	{"from a store to a store", []statement{
		{"The importer copies files from the upload bucket to the archive bucket.", "importer -> archive bucket|importer -> upload bucket"},
		{"The importer moves files from the upload bucket to the archive bucket.", "importer -> archive bucket|importer -> upload bucket"},
		{"The importer loads files from the upload bucket into the data warehouse.", "importer -> data warehouse|importer -> upload bucket"},
		{"The sync worker replicates data from PostgreSQL to Elasticsearch.", "sync worker -> elasticsearch|sync worker -> postgresql"},
		{"Data is replicated from PostgreSQL to Elasticsearch by the sync worker.", "sync worker -> elasticsearch|sync worker -> postgresql"},
		{"Data is replicated from PostgreSQL to Elasticsearch.", "postgresql -> elasticsearch"},
		{"The collector gathers the state from the trip registry.", "collector -> trip registry"},
		{"Each upload from the courier app to the trip service is retried.", "courier app -> trip service"},
	}},
	{"from one part to another", []statement{
		{"The gateway forwards requests from the browser to the trip service.", "browser -> gateway|gateway -> trip service"},
		{"The stream processor enriches them with data from the driver service.", "stream processor -> driver service"},
	}},
	{"who calls by name", []statement{
		{"The client reads the fare cache. Each client of the trip service requests a token.", "client -> fare cache|client -> trip service"},
		{"The volume driver mounts the share into the media server.", "volume driver -> media server"},
	}},
	{"through a part", []statement{
		{"Texts are delivered to the courier app through the push service.", "push service -> courier app"},
		{"Pictures are served from S3 via CloudFront.", "cloudfront -> s3"},
	}},
	{"words before the verb", []statement{
		{"The trip service reads the fare cache, and on a miss falls back to the fare database.", "trip service -> fare cache|trip service -> fare database"},
		{"The trip service, after checking the ride, hands it over to the matcher.", "trip service -> matcher"},
		{"Dispatches rides.\n\n- **Matcher**\n  - Dispatches rides to drivers based on fares.\n  - Calls the fare service based on rules.", "matcher -> drivers|matcher -> fare service"},
		{"Pick the best driver, call Trip Service to assign the ride.", ""},
	}},
	{"tables of components", []statement{
		{"| Component | Responsibility |\n|---|---|\n| Mail worker | Consumes events from Kafka; writes to Redis. |\n| Trip service | Pick the fare, call Fare Service to settle. Publishes events to Kafka. |",
			"kafka -> mail worker|mail worker -> redis|trip service -> fare service|trip service -> kafka"},
		{"| Component | Price |\n|---|---|\n| Mail worker | Consumes events from Kafka |", ""},
	}},
}

func TestMoves(t *testing.T) { checkAll(t, moves) }
