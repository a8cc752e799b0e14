package diagram

import (
	"fmt"
	"slices"
	"testing"
)

func entities(g *Graph) []string {
	out := []string{}
	for _, e := range g.Entities {
		s := e.Name
		for _, c := range e.Columns {
			s += " " + c.Name + ":" + c.Type
			if c.Key {
				s += "!"
			}
			if c.References != "" {
				s += ">" + c.References
			}
		}
		out = append(out, s)
	}
	return out
}

func TestEntitiesFromSchemas(t *testing.T) {
	for name, test := range map[string]struct {
		markdown string
		want     []string
	}{
		"DDL": {"```sql\nCREATE TABLE IF NOT EXISTS shop.\"orders\" (\n  id uuid PRIMARY KEY, -- the key, of course\n  user_id bigint NOT NULL REFERENCES users(id),\n  total numeric(10, 2),\n  UNIQUE (user_id, id)\n);\ncreate table users (id bigint, name varchar(80), primary key (id));\n```\n",
			[]string{"orders id:uuid! user_id:bigint>users total:numeric(10, 2)", "users id:bigint! name:varchar(80)"}},
		"keys behind the columns": {"```sql\nCREATE TABLE lines (order_id int, n int, PRIMARY KEY (order_id, n), CONSTRAINT f FOREIGN KEY (order_id) REFERENCES orders (id));\n```\n",
			[]string{"lines order_id:int!>orders n:int!"}},
		"columns without CREATE TABLE": {"The `links` table could look so:\n\n```\ncode char(7) NOT NULL\nurl varchar(2048) NOT NULL\ncreated_at datetime\nPRIMARY KEY(code)\n```\n",
			[]string{"links code:char(7)! url:varchar(2048) created_at:datetime"}},
		"code is no schema": {"The `links` table:\n\n```go\nfunc main() {\n\tx int\n}\n```\n", []string{}},
		"ER diagram": {fence("erDiagram\n  USER ||--o{ ORDER : places\n  USER {\n    bigint id PK\n    string name\n  }"),
			[]string{"USER id:bigint! name:string", "ORDER"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := entities(graph(test.markdown))
			if !slices.Equal(got, test.want) {
				t.Errorf("\n got %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestEndpoints(t *testing.T) {
	g := graph("# API\n\n`GET /v1/orders/{id}` returns an order.\n\n```\nPOST /v1/orders\n$ curl -X DELETE --data '{}' https://shop.example/v1/orders/7\n$ curl https://shop.example/v1/users?id=7\n```\n\n" +
		"```proto\nservice Orders {\n  rpc Place(PlaceRequest) returns (PlaceResponse) {}\n}\n```\n")
	var got []string
	for _, e := range g.Endpoints {
		got = append(got, e.Method+" "+e.Path)
	}
	want := []string{"GET /v1/orders/{id}", "POST /v1/orders", "DELETE /v1/orders/7", "GET /v1/users", "rpc Orders/Place"}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestSettings(t *testing.T) {
	g := graph("# Shop\n\nThe order service calls the billing service. The billing service runs in the private subnet. Three replicas of the order service run behind the load balancer. " +
		"The orders database has a standby. The order service writes to the orders database. The billing service calls the load balancer.\n")
	for name, want := range map[string]string{"order service": " true", "billing service": "private_subnet false", "orders database": " true", "load balancer": " false"} {
		n := g.Find(name)
		if n == nil {
			t.Errorf("%s is no component; there are %v", name, names(g))
			continue
		}
		if got := fmt.Sprintf("%s %v", n.Boundary, len(n.Redundant) > 0); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
