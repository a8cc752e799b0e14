package diagram

import (
	"slices"
	"testing"
)

func TestDrawings(t *testing.T) {
	for _, c := range []struct {
		name, block string
		want        []string
	}{
		{"boxes side by side", `
+--------+  orders  +-------+
| Client |--------->| Queue |
+--------+          +-------+`, []string{"client -> queue"}},
		{"a box with what happens in it", `
+---------+
| Gateway |
| a -> b  |
+---------+
     |
     v
+---------+
| Matcher |
+---------+`, []string{"gateway -> matcher"}},
		{"boxes below each other", `
  +----------+
  | Producer |
  +----------+
       |
       | HTTP POST (a message)
       v
+--------------+
| Order Broker |
+--------------+
       ^
       |
  +----------+
  | Consumer |
  +----------+`, []string{"consumer -> order broker", "producer -> order broker"}},
		{"a line that branches, to heads in the borders", `
┌──────────────────────────────┐
│        Load Balancer          │
└───────────────┬──────────────┘
        ┌───────┴───────┐
┌───────v──────┐ ┌──────▼─────┐
│  API Server  │ │   Redis    │
│  (primary)   │ │            │
└──────────────┘ └────────────┘`, []string{"load balancer -> api server", "load balancer -> redis"}},
		{"both ways", `
┌────────┐ ws  ┌────────┐
│ client │◀───▶│ server │
└────────┘     └────────┘`, []string{"client -> server", "server -> client"}},
		{"messages between columns", `
User              Frontend           Backend
 |                    |                 |
 |  opens the page    |                 |
 |------------------->|                 |
 |                    |  GET /orders    |
 |                    |---------------->|
 |                    |<----------------|`, []string{"backend -> frontend", "frontend -> backend", "user -> frontend"}},
		{"labels in the arrows", `
Driver app             Hub server
    │                      │
    │── send { lat } ─────▶│
    │                      │◀── status │ Passenger app`, []string{"driver app -> hub server"}},
		{"a tree of arrows", `
API Gateway
  |
  +--> Auth Service --> Postgres
  |
  +--> Order Service
           |
           v
         Kafka`, []string{"api gateway -> auth service", "api gateway -> order service", "auth service -> postgres", "order service -> kafka"}},
		{"either of two", "Client ---order--> Web/Mobile\nMobile --> Order Service", []string{"client -> mobile", "client -> web", "mobile -> order service"}},
		{"a table", `
+----+--------+
| id | client |
+----+--------+
| 1  | Redis  |
+----+--------+`, nil},
		{"a tree of files", "root\n |-- client\n |    `-- server\n +-- db -> /var/lib/db", nil},
		{"code", "a := <-queue\nfn get(c: Client) -> Server { c->server }\nlist.map(x => x.client)", nil},
		{"steps", `
+---------------+    +--------------+
| Check request |--->| Write record |
+---------------+    +--------------+`, nil},
		{"boxes without arrows", `
+--------+  +-------+
| Client |  | Queue |
+--------+  +-------+`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := arrows(graph("# Design\n\n```\n" + c.block + "\n```\n")); !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestDrawingsAreReadInBoundedTime(t *testing.T) {
	row := ""
	for len(row) < mostColumns-2 {
		row += "+-"
	}
	block := ""
	for range mostRows {
		block += row + ">\n"
	}
	d := newDrawing(block)
	d.read()
	if len(d.rows) != mostRows {
		t.Fatal("too large to be read, so the test does not see what it is for")
	}
	if d.steps < -mostSteps {
		t.Errorf("%d steps", mostSteps-d.steps)
	}
}
