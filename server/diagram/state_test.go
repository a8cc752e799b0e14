package diagram

import (
	"fmt"
	"strings"
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// transitions are those of all machines, one a line.
func transitions(content string) string {
	var b strings.Builder
	for _, m := range States(document.Parse(text.NewMapper(content), nil)) {
		for _, t := range m.Transitions {
			fmt.Fprintf(&b, "%s > %s: %s\n", t.From, t.To, t.Cause)
		}
	}
	return b.String()
}

func TestStatesAreReadAsTheyAreStated(t *testing.T) {
	tests := map[string]struct{ content, want string }{
		"list with transitions in its items": {
			"# Orders\n\n## States\n\n- **Pending**: waits for the money. Moves to Paid when the payment arrives, and goes to Cancelled after 30 minutes.\n- **Paid**: the money is there. Goes to Shipped once the parcel leaves.\n- **Shipped**: done\n- **Cancelled**: nothing happens any more\n",
			"Pending > Paid: when the payment arrives\nPending > Cancelled: after 30 minutes\nPaid > Shipped: once the parcel leaves\n",
		},
		"two ways in a sentence": {
			"# Parcel\n\n## States\n\n- Shipped: goes to Delivered after the customer signs, or to Lost when the carrier gives up.\n- Delivered\n- Lost\n",
			"Shipped > Delivered: after the customer signs\nShipped > Lost: when the carrier gives up\n",
		},
		"sentences": {
			"# Orders\n\nAn order is in one of these states: `new`, `paid`, `shipped` or `lost`. An order starts as `new`. It moves from `new` to `paid` when the payment service confirms. A paid order moves to shipped after the carrier scans it. If the carrier gives up, it goes from `shipped` to `lost`. `lost` is a final state.\n",
			" > new: \nnew > paid: when the payment service confirms\npaid > shipped: after the carrier scans it\nshipped > lost: If the carrier gives up\nlost > : \n",
		},
		"table of transitions": {
			"# Job\n\n| State | Next state | When |\n|---|---|---|\n| queued | running | a worker takes it |\n| running | done, failed | it ends |\n| done | - | |\n",
			"queued > running: a worker takes it\nrunning > done: it ends\nrunning > failed: it ends\ndone > : \n",
		},
		"table from and to": {
			"# Job\n\n## Life cycle\n\n| From | To | Trigger |\n|---|---|---|\n| `open` | `half-open` | timer |\n| `half-open` | `closed` | probe succeeds |\n",
			"open > half-open: timer\nhalf-open > closed: probe succeeds\n",
		},
		"arrows": {
			"# Job\n\n## Job states\n\n- `QUEUED` → `RUNNING`: a worker takes it\n- `RUNNING` -> `DONE`\n\n```text\nRUNNING -> FAILED -> QUEUED\n```\n",
			"QUEUED > RUNNING: a worker takes it\nRUNNING > DONE: \nRUNNING > FAILED: \nFAILED > QUEUED: \n",
		},
		"a story that goes on": {
			"# Lease\n\n- Leases have \"Election\" and \"Term\" states\n- Leases are first created in the \"election\" state.\n- The leader sets the state to \"term\" and renews it\n- If the lease expires, it goes back to the \"election\" state\n",
			" > election: \nelection > term: \nterm > election: If the lease expires\n",
		},
		"a drawn one": {
			"# A\n\n```mermaid\nstateDiagram-v2\n  [*] --> Idle\n  state \"In use\" as used\n  Idle --> used : take\n  used --> Idle\n  used --> [*]\n```\n",
			" > Idle: \nIdle > In use: take\nIn use > Idle: \nIn use > : \n",
		},
		"flows are no transitions":        {"# A\n\nData moves from `Kafka` to `S3`. The **client** goes to the **server**. We move from v1 to v2.\n\n| From | To | Message |\n|---|---|---|\n| client | server | get |\n", ""},
		"what never happens":              {"# A\n\nStates: `open`, `closed`.\n\nIt never moves from `open` to `closed`.\n", ""},
		"a heading that says state":       {"# A\n\n## State assumptions\n\n- `Kafka` goes to `S3`\n- Reads are fast\n", ""},
		"arrows between services":         {"# A\n\n- `api` -> `db`: writes\n", ""},
		"questions":                       {"# A\n\nStates: `open`, `closed`. Does it move from `open` to `closed`?\n", ""},
		"states without transitions":      {"# A\n\nThe states are `open` and `closed`.\n", ""},
		"what stands in generated blocks": {"# A\n\n<!-- designls:begin diagram-state kind=diagram-state source=1 body=2 -->\n```mermaid\nstateDiagram-v2\n  a --> b\n```\n<!-- designls:end diagram-state -->\n", ""},
	}
	for name, test := range tests {
		if got := transitions(test.content); got != test.want {
			t.Errorf("%s: got\n%swant\n%s", name, got, test.want)
		}
	}
}
