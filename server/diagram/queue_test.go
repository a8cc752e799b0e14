package diagram

import (
	"strings"
	"testing"
)

// TestWhoNeedNotWait holds that a failure behind a queue, or of what is only handed
// something, does not stop the sender.
func TestWhoNeedNotWait(t *testing.T) {
	for _, test := range []struct{ prose, fails, want string }{
		{"The ride service publishes to the ride log. The billing worker consumes from the ride log and writes to the ledger database.", "billing worker", "Without billing worker: ledger database is stale."},
		{"The ride service publishes to the ride log. The billing worker consumes from the ride log.", "ride log", "Without ride log: ride service is degraded, billing worker is stale."},
		{"A ride travels from the ride service through the ride log to the billing worker.", "billing worker", "Without billing worker: nothing fails, as far as the document says."},
		{"The media service stores photos in the photo store and serves them through the CDN.", "CDN", "Without CDN: media service is degraded."},
		{"The ride service notifies the mail service.", "mail service", "Without mail service: ride service is degraded."},
		{"The ride service calls the fare service.", "fare service", "Without fare service: ride service fails."},
		{"```mermaid\nflowchart LR\n a[Ride service] --> l[(Ride log)]\n l --> w[Billing worker]\n w -->|insert| s[(Ledger database)]\n```", "Ride log", "Without Ride log: Ride service is degraded, Billing worker and Ledger database are stale."},
	} {
		g := graph("# Rides\n\n" + test.prose + "\n")
		n := g.Find(test.fails)
		if n == nil {
			t.Errorf("%s\nthere is no %s", test.prose, test.fails)
			continue
		}
		if got := g.Blast(n.ID).String(); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.prose, got, test.want)
		}
	}
}

// TestLogsAsQueues tells a log that others consume from one that only keeps.
func TestLogsAsQueues(t *testing.T) {
	for prose, want := range map[string]Kind{
		"The ride service publishes to the ride log. The billing worker consumes from the ride log.": Queue,
		"The ride service appends to the audit log store.":                                           Store,
		"The fare topic feeds the billing worker. The ride service writes to the fare topic.":        Queue,
	} {
		g := graph("# Rides\n\n" + prose + "\n")
		found := false
		for _, n := range g.Nodes {
			if w := strings.ToLower(n.Name); strings.Contains(w, "log") || strings.Contains(w, "topic") {
				if found = true; n.Kind != want {
					t.Errorf("%s: %s is a %s, want %s", prose, n.Name, n.Kind, want)
				}
			}
		}
		if !found {
			t.Errorf("%s: there are only %v", prose, names(g))
		}
	}
}
