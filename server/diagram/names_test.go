package diagram

import (
	"slices"
	"testing"
)

// namings are ways in which authors spell and introduce the names of parts, and
// what else a text names beside them.
var namings = []struct{ name, prose, want string }{
	{"capitals now, small letters then", "FareHub will periodically send fares to the trip service. The matcher calls the farehub.", "farehub -> trip service|matcher -> farehub"},
	{"capitals in the heading", "### TripCore restart\n\nThe tripcore sends trips to the mail worker.", "tripcore -> mail worker"},
	{"inline code that takes part twice", "- The driver uses `SDK` to connect to the gateway.\n- When the gateway receives a request from `SDK`, it sends it to `FareCoord`.\n- The trip service sends fares to `FareCoord`.", "driver -> sdk|gateway -> farecoord|sdk -> gateway|trip service -> farecoord"},
	{"inline code for a record", "The matcher sends the `FareGroup` object to the trip service. It copies fields to `FareGroup` and to `FareGroup`.", "matcher -> trip service"},
	{"inline code for a method", "The matcher uses `NodeGetFare` and sends fares to `NodeGetFare`.", ""},
	{"inline code for what is done", "`Fare Calculation` is a part of the matcher. The driver connects to the matcher.", "driver -> matcher"},
	{"two things that end alike", "The alert service sends texts to the mail worker. The alert service forwards requests to Acme Push Alert Service.", "alert service -> acme push alert service|alert service -> mail worker"},
	{"small letters joined", "The ridecontroller polls the trip service, which notifies the fare-manager-pod.", "ridecontroller -> trip service|trip service -> fare-manager-pod"},
	{"a product that is a kind", "The media service writes pictures to an object storage. The servers query the database.", "media service -> object storage|servers -> database"},
	{"two managers, one in brackets", "The Fare Manager polls the trip service, and it feeds the central manager (Ride Manager). The Ride Manager queries the Fare Manager.", "fare manager -> ride manager|fare manager -> trip service|ride manager -> fare manager"},
	{"a system by its parts", "The kubelet ecosystem has a fare plugin. The kubelet calls the fare plugin.", "kubelet -> fare plugin"},
	{"what a part runs as", "The fare-manager pod calls the trip service.", "fare-manager -> trip service"},
	{"the name of one of many", "The matcher creates a plan with name `trip-worker` and calls the trip service.", "matcher -> trip service"},
	{"who there is", "There are two drivers. They connect to the gateway.", "drivers -> gateway"},
	{"a product's short name", "The trip service forwards the text to Firebase Cloud Messaging (FCM).", "trip service -> firebase cloud messaging"},
	{"a request to do something", "The trip service will request the matcher to complete the ride.", "trip service -> matcher"},
	{"the same verb again", "The trip service can use a webhook to notify the matcher, or use the mail worker to reach the driver.", "mail worker -> driver|trip service -> mail worker|trip service -> webhook|webhook -> matcher"},
}

func TestNamings(t *testing.T) {
	for _, n := range namings {
		t.Run(n.name, func(t *testing.T) { statement{n.prose, n.want}.check(t) })
	}
}

// TestNamesForComparison leaves out what a text only compares its system with.
func TestNamesForComparison(t *testing.T) {
	g := graph("# Design\n\nLike Cassandra, the trip service replicates its log. The matcher calls the trip service.\n")
	if got, want := names(g), []string{"matcher container", "trip service container"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
