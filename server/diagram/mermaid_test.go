package diagram

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func fence(diagram string) string { return "# Shop\n\n```mermaid\n" + diagram + "\n```\n" }

// TestFlowsFromDiagrams reads each kind of diagram that shows components.
func TestFlowsFromDiagrams(t *testing.T) {
	for name, test := range map[string]struct {
		diagram string
		want    []string
	}{
		"flowchart": {`flowchart LR
  %% comment --> nothing
  C[Browser] -->|HTTPS| G("Edge gateway<br/>(nginx)")
  G --> O[Order service] & B[[Billing service]]; O --"writes"--> DB[(Orders database)]
  B -. events .-> K{{Kafka}}
  K ==> M[Mail worker]:::worker
  classDef worker fill:#fff
  style C fill:#f9f`, []string{"billing service -> kafka", "browser -> edge gateway", "edge gateway -> billing service", "edge gateway -> order service", "kafka -> mail worker", "order service -> orders database"}},
		"graph with semicolons and arrows of all kinds": {`graph TD; A[API server]-->B[Cache server]; B --- C[(Store)]; A <--> D[Queue worker]; E[Log collector] --o A`,
			[]string{"api server -> cache server", "api server -> queue worker", "cache server -> store", "log collector -> api server", "queue worker -> api server"}},
		"new shapes": {`flowchart TD
  a@{ shape: rect, label: "Order service" } --> b@{ shape: cyl, label: "Orders database" }`, []string{"order service -> orders database"}},
		"sequence with replies": {`sequenceDiagram
  autonumber
  actor U as User
  participant G as Edge gateway
  participant O as Order service
  U->>+G: place order
  G->>O: create order
  alt card is valid
    O->>P: charge card
    P-->>O: charged
  else
    O-->>G: refused
  end
  O->>G: order id
  G-->>-U: done
  O-)K: order created
  participant P as Payment provider
  participant K as Kafka`, []string{"edge gateway -> order service", "order service -> kafka", "order service -> payment provider", "user -> edge gateway"}},
		"C4": {`C4Container
  title Shop
  Person(u, "Shopper", "buys things")
  System_Boundary(s, "Shop") {
    Container(web, "Web app", "React", "shows the shop")
    ContainerDb(db, "Orders database", "PostgreSQL", "keeps orders")
    ContainerQueue(q, "Order events", "Kafka")
  }
  System_Ext(pay, "Payment provider")
  Rel(u, web, "uses", "HTTPS")
  Rel(web, db, "reads, and writes")
  Rel_Back(pay, web, "charges")
  BiRel(web, q, "publishes")`, []string{"shopper -> web app", "web app -> order events", "web app -> orders database", "web app -> payment provider"}},
		"block": {`block-beta
  columns 3
  client["Browser"] space gateway["Edge gateway"]
  block:backend
    orders["Order service"] db[("Orders database")]
  end
  client --> gateway
  gateway -- "gRPC" --> orders`, []string{"browser -> edge gateway", "edge gateway -> order service"}},
		"architecture": {`architecture-beta
  group api(cloud)[Backend]
  service db(database)[Orders database] in api
  service server(server)[Order service] in api
  server:L --> R:db`, []string{"order service -> orders database"}},
		"a process is no system": {`flowchart TD
  A[Start] --> B{Is the cart empty?}
  B -->|yes| C[Show message]
  B -->|no| D[Charge card]
  D --> E[Send receipt]`, nil},
		"states are no system":          {"stateDiagram-v2\n  Pending --> Paid\n  Paid --> Shipped", nil},
		"unknown kinds are passed over": {"journey\n  title My day\n  section Work\n    Order service: 5: Me", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := arrows(graph(fence(test.diagram))); !slices.Equal(got, test.want) && len(got)+len(test.want) > 0 {
				t.Errorf("\n got %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestDiagramsTellKindsTechnologyAndBoundaries(t *testing.T) {
	g := graph(fence(`C4Container
  Person_Ext(u, "Shopper")
  System_Boundary(s, "Shop") {
    Container(web, "Web app", "React", "shows the shop")
    Boundary(data, "Data zone") {
      ContainerDb(db, "Orders", "PostgreSQL")
    }
  }
  System_Ext(pay, "PayCo")
  Rel(u, web, "uses", "HTTPS")`))
	var got []string
	for _, n := range g.Nodes {
		got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s", n.Name, n.Kind, n.Technology, n.Description, n.Boundary))
	}
	want := []string{"Shopper|person|||", "Web app|container|React|shows the shop|Shop", "Orders|store|PostgreSQL||Data_zone", "PayCo|external|||"}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	if len(g.Boundaries) != 2 || g.Boundaries[1].Parent != "Shop" {
		t.Errorf("boundaries %+v", g.Boundaries)
	}
	if f := g.Flows[0]; f.Label != "uses" || f.Protocol != "HTTPS" {
		t.Errorf("flow %+v", f)
	}
}

func TestSequenceBecomesScenario(t *testing.T) {
	g := graph(fence("sequenceDiagram\n  Client->>Server: ask\n  Server->>Database: look up\n  Database-->>Server: row\n  Server-->>Client: answer"))
	if len(g.Scenarios) != 1 || len(g.Scenarios[0].Steps) != 4 {
		t.Fatalf("scenarios %+v", g.Scenarios)
	}
	if s := g.Scenarios[0].Steps; !s[2].Reply || s[1].Reply || s[3].Order != 4 {
		t.Errorf("steps %+v", s)
	}
}

func TestPlacesLieOnNames(t *testing.T) {
	markdown := "# Shop\r\n\r\nThe **Order Service** writes to the orders database.\r\n\r\n```mermaid\r\nflowchart LR\r\n  a[Order Service] --> b[(Orders database)]\r\n```\r\n"
	g := graph(markdown)
	n := g.Find("order service")
	if n == nil || len(n.Places) != 2 {
		t.Fatalf("node %+v", n)
	}
	for i, want := range []string{"Order Service", "a[Order Service]"} {
		if got := n.Places[i].Of(markdown); got != want {
			t.Errorf("place %d is %q, want %q", i, got, want)
		}
	}
	if n.Places[0].Source != FromProse || n.Places[1].Source != FromDiagram {
		t.Errorf("sources %v", n.Places)
	}
	if got := g.Flows[0].Place.Of(markdown); !strings.Contains(got, "writes to") {
		t.Errorf("the flow is stated at %q", got)
	}
}

func TestReadDiagram(t *testing.T) {
	source := "erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    string id PK\n    int total\n  }"
	g, ok := ReadDiagram(source)
	if !ok || len(g.Entities) != 2 || len(g.Entities[1].Columns) != 2 || !g.Entities[1].Columns[0].Key {
		t.Fatalf("%v %+v", ok, g)
	}
	if _, ok := ReadDiagram("pie\n  \"a\" : 1"); ok {
		t.Error("a pie chart shows no components")
	}
	if _, ok := ReadDiagram(""); ok {
		t.Error("nothing shows no components")
	}
}

func TestNumberedPartsAreParts(t *testing.T) {
	g := graph("# Shop\n\n```mermaid\nflowchart LR\n  a[Stock worker 1] --> b[Stock worker 2]\n  b --> c[Stock database #3]\n```\n")
	for name, want := range map[string]Kind{"Stock worker 1": Container, "Stock worker 2": Container, "Stock database #3": Store} {
		if n := g.Find(name); n == nil || n.Kind != want {
			t.Errorf("%s is %v, want %s", name, n, want)
		}
	}
}
