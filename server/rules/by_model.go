package rules

import (
	"fmt"
	"strings"
)

// ByModel is a kind of finding that only a reviewer with a model reports. It is
// silenced and configured as a Rule is.
type ByModel struct {
	ID, Title string

	// The reference page, in markdown. Bad is a document, Says what a model may say
	// of it, and Good its mended twin.
	What, Why string
	Bad, Says string
	Good      string
}

// ByModels lists them in the order in which a user sees them.
func ByModels() []ByModel {
	return []ByModel{
		{
			ID: "contradiction", Title: "Two passages that cannot both hold",
			What: "A passage that says the opposite of another one, or sets another value for the same thing.",
			Why:  "Whoever builds it follows the one they read first, and two halves of the system do not fit.",
			Bad:  "# Sessions\n\nSessions end after 30 minutes.\n\nA user stays logged in for 30 days.\n", Says: "Sessions end after 30 minutes, and yet a user stays logged in for 30 days.",
			Good: "# Sessions\n\nAn access token ends after 30 minutes. A refresh token renews it for 30 days.\n",
		},
		{
			ID: "latency-budget", Title: "Steps that do not fit their time",
			What: "A path whose steps, one after the other, take longer than the document promises, or a promise that no step is given a share of.",
			Why:  "A promise at the 99th percentile is kept or broken by the sum of its steps, and by the slowest of those that run side by side.",
			Bad:  "# Feed\n\nA feed is served in 100 ms. The service asks ranking (80 ms), then the store (60 ms).\n", Says: "The two calls alone take 140 ms, one after the other, of the 100 ms promised.",
			Good: "# Feed\n\nA feed is served in 100 ms. The service asks ranking (80 ms) and the store (60 ms) side by side.\n",
		},
		{
			ID: "availability", Title: "A promise of availability that its parts cannot keep",
			What: "A promise of availability that is higher than that of the parts on which each request depends, or that no redundancy supports.",
			Why:  "Parts that are all needed multiply: five of 99.9 % each are down for almost four hours a month together.",
			Bad:  "# Checkout\n\nCheckout is available 99.99 % of the time. Each order calls the payment provider, who promises 99.9 %.\n", Says: "A call that each order waits for is available 99.9 % of the time, so checkout cannot be available 99.99 %.",
			Good: "# Checkout\n\nCheckout is available 99.99 % of the time. Orders are taken into a queue and paid for when the payment provider, who promises 99.9 %, answers.\n",
		},
		{
			ID: "unjustified-technology", Title: "A choice whose reason or price is not named",
			What: "A technology or pattern that no requirement of the document supports, or whose price is not told.",
			Why:  "What was chosen without a reason cannot be weighed when the requirements change, and somebody pays for running it.",
			Bad:  "# Notes\n\nNotes of 200 users are kept in Cassandra.\n", Says: "Nothing that is said of 200 users asks for a store of many machines; what it costs is not told.",
			Good: "# Notes\n\nNotes of 200 users are kept in PostgreSQL, since one machine has room for them; a failover takes a minute, which the goals allow.\n",
		},
		{
			ID: "missing-pattern", Title: "A known problem without its known answer",
			What: "A situation for which there is a well-known answer, such as retries without idempotency or an event that is published beside a transaction, where the document has neither that answer nor a reason to do without.",
			Why:  "Such problems do not show in a test. They show as a charge made twice, or an event that never came.",
			Bad:  "# Orders\n\nThe service stores the order and then publishes an event.\n", Says: "If the service stops between the two, the order is stored and nobody hears of it; an outbox closes the gap.",
			Good: "# Orders\n\nThe service stores the order and the event in one transaction; a relay publishes the event from the outbox table.\n",
		},
		{
			ID: "consistency", Title: "A promise of consistency that the data flow breaks",
			What: "A read that may be older, or in another order, than the document promises, or a place where nothing is said of it and a user would notice.",
			Why:  "A copy, a cache or a queue makes data late. Whether that is a fault depends on what was promised.",
			Bad:  "# Feed\n\nA user sees their own post at once. Posts reach feeds through a queue.\n", Says: "A user's own post reaches their feed through the queue, too, so they do not see it at once.",
			Good: "# Feed\n\nA user sees their own post at once: it is merged into their feed when they read it. Posts reach the feeds of others through a queue.\n",
		},
	}
}

// FindByModel returns the kind of finding with an id.
func FindByModel(id string) (ByModel, bool) {
	for _, m := range ByModels() {
		if m.ID == id {
			return m, true
		}
	}
	return ByModel{}, false
}

// Names are the ids of all kinds of findings: those of the rules, then those that
// only a model reports.
func Names() []string {
	var ids []string
	for _, r := range Table() {
		ids = append(ids, r.ID)
	}
	for _, m := range ByModels() {
		ids = append(ids, m.ID)
	}
	return ids
}

// Page is the reference page in markdown, docs/rules/ID.md.
func (m ByModel) Page() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s. Reported with a model only, which chooses the severity.\n\n", m.ID, m.Title)
	fmt.Fprintf(&b, "## What it finds\n\n%s\n\n## Why it matters\n\n%s\n\n", m.What, m.Why)
	fmt.Fprintf(&b, "## Example\n\n%s\nA model may say of this:\n\n> %s\n\nThis answers it:\n\n%s\n", fence(m.Bad), m.Says, fence(m.Good))
	fmt.Fprintf(&b, howToSilence, m.ID)
	return b.String()
}
