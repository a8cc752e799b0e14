package diagram

import (
	"slices"
	"testing"
)

func TestArrowsInBlocksOfText(t *testing.T) {
	for _, c := range []struct {
		name, block string
		want        []string
	}{
		{"a way through the system", "Client -> Load balancer -> API server -> Redis", []string{"api server -> redis", "client -> load balancer", "load balancer -> api server"}},
		{"labelled and numbered", "1: Client ---newOrder--> Gateway\n2:   Gateway ---NewOrder---> OrderService\n3:   Gateway <---return--- OrderService", []string{"client -> gateway", "gateway -> orderservice", "orderservice -> gateway"}},
		{"arrows of Unicode", "Browser → Web server → PostgreSQL", []string{"browser -> web server", "web server -> postgresql"}},
		{"data", "Timestamp -> Value\nkey -> row", nil},
		{"code", "func(a int) -> Result\nx => x.client\nptr->server", nil},
		{"a sentence", "Send the order -> wait for the server", nil},
		{"no names of components", "Foo -> Bar", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := arrows(graph("# Design\n\n```\n" + c.block + "\n```\n")); !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestArrowsOnLinesOfAParagraph(t *testing.T) {
	got := arrows(graph("# Ride\n\nRider app -> API gateway -> Ride service -> Postgres\nDriver client -> Location service -> Redis\n"))
	want := []string{"api gateway -> ride service", "driver client -> location service", "location service -> redis", "ride service -> postgres", "rider app -> api gateway"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
