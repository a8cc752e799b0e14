package diagram

import "testing"

// clauses are ways to put two names into one sentence.
var clauses = []construction{
	{"contractions", []statement{
		{"We'll have a proxy. It's the trip service that calls the tariff service.", "trip service -> tariff service"},
		{"There's a sweeper worker that polls the trips database.", "sweeper worker -> trips database"},
	}},
	{"between two", []statement{
		{"When a connection is established between the courier app and the trip service, a token is checked.", "courier app -> trip service"},
		{"The edge router forwards messages between the courier app and the trip service.", "edge router -> courier app|edge router -> trip service"},
		{"There is no connection between the courier app and the trip service.", ""},
	}},
	{"roles", []statement{
		{"The edge router acts as a proxy for the trip service.", "edge router -> trip service"},
		{"The edge router serves as a gateway to the trip service.", "edge router -> trip service"},
		{"The edge router never acts as a proxy for the trip service.", ""},
	}},
	{"the place at the beginning", []statement{
		{"From the trip service, trips are sent to the tariff service.", "trip service -> tariff service"},
		{"On the courier app, fares are computed and then cached in Redis.", "courier app -> redis"},
		{"In the trips database, trips are sent to nobody.", ""},
	}},
	{"insertions", []statement{
		{"The trip service sends trips, in batches of 100, to the tariff service.", "trip service -> tariff service"},
		{"The trip service, when a trip ends, calls the tariff service.", "trip service -> tariff service"},
		{"The trip service, in order to bill, calls the tariff service.", "trip service -> tariff service"},
	}},
	{"whose request it is", []statement{
		{"All calls made by the trip service to the tariff service are logged.", "trip service -> tariff service"},
		{"Requests issued from the trip service towards the tariff service are logged.", "trip service -> tariff service"},
		{"Calls to the tariff service are made by the trip service.", "trip service -> tariff service"},
		{"The tariff service is called from the trip service.", "trip service -> tariff service"},
		{"The tariff service responds to requests from the trip service.", "trip service -> tariff service"},
	}},
	{"interfaces told of", []statement{
		{"The trip service calls the API provided by the tariff service.", "trip service -> tariff service"},
		{"The tariff service exposes an API which is called by the trip service.", "trip service -> tariff service"},
		{"The tariff service exposes an API through which the trip service sends trips.", "trip service -> tariff service"},
		{"The trip service uses the key created by the tariff service.", ""},
	}},
	{"who gets what", []statement{
		{"The tariff service provides the trip service with fares.", "tariff service -> trip service"},
		{"We add an endpoint so that the trip service can fetch fares from the tariff service.", "trip service -> tariff service"},
		{"It is possible for the trip service to call the tariff service.", "trip service -> tariff service"},
		{"The trip service collects fares from the tariff service.", "trip service -> tariff service"},
	}},
	{"checks and purposes", []statement{
		{"The trip service will do a health check on the tariff service.", "trip service -> tariff service"},
		{"The trip service performs a lookup against the tariff service.", "trip service -> tariff service"},
		{"The mail worker is used for notifications to the courier app.", ""},
		{"The edge router is responsible for communication with the trip service.", "edge router -> trip service"},
		{"We integrate the trip service with the tariff service.", "trip service -> tariff service"},
		{"The trip service does no health check on the tariff service.", ""},
	}},
	{"who is meant", []statement{
		{"The trip service is the one that calls the tariff service.", "trip service -> tariff service"},
		{"The trip service runs a loop that polls the tariff service.", "trip service -> tariff service"},
		{"This lets the trip service read from the tariff service.", "trip service -> tariff service"},
		{"Trips are sent by the courier app using the trip service.", "courier app -> trip service"},
		{"The trip service uses an endpoint exposed by the tariff service.", "trip service -> tariff service"},
	}},
	{"clauses about the object", []statement{
		{"The edge router forwards any request it receives to the trip service.", "edge router -> trip service"},
		{"The trip service sends the trips which have ended to the tariff service.", "trip service -> tariff service"},
		{"The trip service stores the trips which it sends to the tariff service.", "trip service -> tariff service"},
	}},
	{"duties", []statement{
		{"The main purpose of the trip service is to send trips to the tariff service.", "trip service -> tariff service"},
		{"The trip service's responsibility is to notify the tariff service.", "trip service -> tariff service"},
		{"The edge router is the only component which talks to the tariff service.", "edge router -> tariff service"},
		{"The goal is to have the trip service call the tariff service.", "trip service -> tariff service"},
		{"Requests to the tariff service come from the trip service.", "trip service -> tariff service"},
		{"The trip service maintains one TCP connection per zone to the tariff service.", "trip service -> tariff service"},
		{"The trip service watches for changes in the tariff service.", "trip service -> tariff service"},
	}},
	{"dashes", []statement{
		{"Trip service — calls the tariff service.", "trip service -> tariff service"},
		{"- Trip service - a set of tasks that call the tariff service", "trip service -> tariff service"},
	}},
}

func TestClauses(t *testing.T) { checkAll(t, clauses) }
