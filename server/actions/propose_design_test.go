package actions

import (
	"strings"
	"testing"
)

const checkout = "# Checkout\n\n## Flow\n\nThe web app sends orders to the API gateway over HTTPS. The API gateway forwards each order to the checkout service.\n" +
	"The checkout service writes the order to PostgreSQL and publishes an event to Kafka.\nThe payment worker consumes events from Kafka and charges the card through Stripe.\n\n" +
	"## Failover\n\nWhen the checkout service fails, the API gateway retries.\n"

func TestADesignIsLaidOutFromWhatTheDocumentStates(t *testing.T) {
	after, result := apply(t, "propose-design", checkout)
	block := parse(after).Block(result.Block)
	if block == nil {
		t.Fatalf("no block: %s", result.Summary)
	}
	got := block.Span.Of(after)
	for _, want := range []string{
		"1. The **web app** sends orders to the **API gateway** over HTTPS.\n2. The **API gateway** forwards the order to the **checkout service**.\n3. The **checkout service** writes the order to **PostgreSQL**.\n",
		"Afterwards, without the client waiting: The **checkout service** publishes the event to **Kafka**. The **payment worker** consumes events from **Kafka** and charges the card through **Stripe**.\n",
		"### Read scenario\n\n1. The client asks for –.\n", // no read is stated
		"### Context diagram\n\n```mermaid\nC4Context\n",
		"### Detailed diagram\n\n```mermaid\nC4Container\n",
		"| **checkout service** | – | – | – | – | [Failover](#failover) | – |\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no\n%s\nin\n%s", want, got)
		}
	}
	for _, not := range []string{"Payment state machine", "| – | – | – | – | – | – | – |"} {
		if strings.Contains(got, not) {
			t.Errorf("%q stands there although the document has parts of its own", not)
		}
	}
}

func TestADesignWithoutPartsSaysWhatADiagramNeeds(t *testing.T) {
	after, _ := apply(t, "propose-design", "# Payments\n\nDesign a payment system with a ledger, refunds and chargebacks.\n")
	for _, want := range []string{"### Context diagram\n\nThere is none: the document names no", "**Ledger**: records every movement"} {
		if !strings.Contains(after, want) {
			t.Errorf("no %q in\n%s", want, after)
		}
	}
}
