package diagram

import (
	"slices"
	"testing"
)

// TestLayout holds flows that the layout of a text states rather than its sentences.
func TestLayout(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"an arrow both ways", "- Client <-> API gateway\n- Order service <-- Mail worker", []string{"api gateway -> client", "client -> api gateway", "mail worker -> order service"}},
		{"what passes along an arrow", "Each API gateway reads from Redis. We add an API gateway -> Redis health check.", []string{"api gateway -> redis"}},
		{"a comparison", "The load of the web server <= that of the API gateway.", nil},
		{"names below a sentence", "The order gateway calls the following services:\n\n- **Inventory service**: keeps the stock.\n- Payment service", []string{"order gateway -> inventory service", "order gateway -> payment service"}},
		{"names below a sentence that ends in a clause", "There are external systems with which the order service must communicate:\n\n- **Payment gateway**: takes money.\n- **Mail server**: sends mails.", []string{"order service -> mail server", "order service -> payment gateway"}},
		{"names below an item", "- The gateway sends events to these systems:\n  - Kafka\n  - **Audit service**: writes logs", []string{"gateway -> audit service", "gateway -> kafka"}},
		{"names that a request passes", "The request passes through the following components:\n\n1. Load balancer\n2. API gateway\n3. Postgres", []string{"api gateway -> postgres", "load balancer -> api gateway"}},
		{"who is responsible", "- **Notifier**: Responsible for sending emails through SendGrid\n- App server -- in charge of sending orders to Kafka\n- Sync worker: copying files to S3", []string{"app server -> kafka", "notifier -> sendgrid", "sync worker -> s3"}},
		{"responsible under a heading", "## Mail service\n\nResponsible for sending emails through SendGrid.", []string{"mail service -> sendgrid"}},
		{"a heading that begins like an order", "## Sync worker\n\n- Reads jobs from Redis", []string{"sync worker -> redis"}},
		{"a heading that is an order", "## Configure server\n\n- Reads jobs from Redis", nil},
		{"bold words instead of a heading", "## Services\n\n**Order service**\n\nIt stores orders in Postgres.\n\n**Mail service**\n\nReads templates from S3.", []string{"mail service -> s3", "order service -> postgres"}},
		{"what we do below the heading of a component", "## Chat service\n\nThe chat service calls the user service. We use Redis to keep the sessions.", []string{"chat service -> redis", "chat service -> user service"}},
		{"what we do elsewhere", "## Plan\n\nThe chat service calls the user service. We use Redis to keep the sessions.", []string{"chat service -> user service"}},
		{"from one to the other", "- Web app to API gateway: all requests\n- API gateway to Order service: gRPC", []string{"api gateway -> order service", "web app -> api gateway"}},
		{"arrows in cells", "| Way | Protocol |\n|---|---|\n| Web app → API gateway | HTTPS |\n| API gateway -> Redis | RESP |", []string{"api gateway -> redis", "web app -> api gateway"}},
		{"changes in cells", "| State | When |\n|---|---|\n| Pending → Running | it starts |", nil},
		{"the parts of a system", "The system consists of the following services:\n\n- Order service\n- Mail service", nil},
		{"what it does not call", "The order service does not call the following services:\n\n- Mail service\n- Billing service", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := slices.DeleteFunc(arrows(graph("# Design\n\n"+c.text+"\n")), func(a string) bool { return a == "order service -> external systems" })
			if !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestDiagramSpellings(t *testing.T) {
	for _, c := range []struct {
		name, diagram string
		want          []string
	}{
		{"the name of an arrow", "flowchart LR\n  A[API server] e1@--> B[(Postgres)]", []string{"api server -> postgres"}},
		{"two lines of a name", "flowchart LR\n  A[Report<br/>Service] --> B[Postgres<br/>Database]", []string{"report service -> postgres"}},
		{"both heads", "flowchart LR\n  A[API server] <-->|syncs| B[Cache server]", []string{"api server -> cache server", "cache server -> api server"}},
		{"the name before its alias", "sequenceDiagram\n  participant \"API gateway\" as GW\n  participant DB as Postgres\n  GW->>DB: insert", []string{"api gateway -> postgres"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := arrows(graph("# Design\n\n```mermaid\n" + c.diagram + "\n```\n")); !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestDiagramsOfOtherNotations(t *testing.T) {
	for _, c := range []struct {
		name, fence string
		want        []string
	}{
		{"messages", "plantuml\n@startuml\nactor User\nparticipant \"Web app\" as web\ndatabase Postgres as db\nUser -> web : click\nweb --> db : select\n[Mail service] <-down- web\n@enduml", []string{"user -> web app", "web app -> mail service", "web app -> postgres"}},
		{"C4", "puml\nPerson(u, \"User\")\nContainer(w, \"Web app\", \"React\")\nRel(u, w, \"uses\")", []string{"user -> web app"}},
		{"states", "plantuml\n[*] -> Server\nServer -> Client", nil},
		{"a graph", "dot\ndigraph G {\n  rankdir=LR; node [shape=box];\n  c [label=\"Web client\"];\n  c -> gw [label=\"HTTPS\"];\n  gw -> {orders; db}\n  db [label=\"Postgres\", shape=cylinder]; orders [label=\"Order service\"];\n  gw [label=\"API gateway\"];\n}", []string{"api gateway -> order service", "api gateway -> postgres", "web client -> api gateway"}},
		{"a graph of steps", "graphviz\ndigraph { check_request -> write_record; write_record -> done }", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := arrows(graph("# Design\n\n```" + c.fence + "\n```\n")); !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}
