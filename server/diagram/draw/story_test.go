package draw

import (
	"testing"

	"github.com/designls/designls/server/diagram"
)

func TestTellUsesTheWordsOfTheLabel(t *testing.T) {
	g := &diagram.Graph{Nodes: []*diagram.Node{{ID: "a", Name: "API"}, {ID: "b", Name: "order_db"}}}
	drawn := diagram.Place{Source: diagram.FromDiagram}
	tests := []struct {
		flow diagram.Flow
		want string
	}{
		{diagram.Flow{Label: "sends create request"}, `The **API** sends the create request to **order\_db**.`},
		{diagram.Flow{Label: "insert"}, `The **API** inserts into **order\_db**.`},
		{diagram.Flow{Label: "queries"}, `The **API** queries **order\_db**.`},
		{diagram.Flow{Label: "query"}, `The **API** queries **order\_db**.`},
		{diagram.Flow{Label: "reads", Protocol: "gRPC"}, `The **API** reads from **order\_db** over gRPC.`},
		{diagram.Flow{Label: "Post created", Async: true}, `The **API** talks to **order\_db** without waiting (Post created).`},
		{diagram.Flow{Label: "followers"}, `The **API** sends followers to **order\_db**.`},
		{diagram.Flow{Label: "writes to"}, `The **API** writes to **order\_db**.`},
		{diagram.Flow{Access: diagram.Read}, `The **API** reads from **order\_db**.`},
		{diagram.Flow{}, `The **API** talks to **order\_db**.`},
		{diagram.Flow{Label: "cached value", Reply: true}, `The **API** answers **order\_db** with the cached value.`},
		{diagram.Flow{Label: "consumes events", Async: true, Taken: true}, `**order\_db** consumes events from the **API**.`},
		{diagram.Flow{Label: "polls", Taken: true}, `**order\_db** polls from the **API**.`},
		{diagram.Flow{Label: "Reads and writes"}, `The **API** reads from and writes to **order\_db**.`},
		{diagram.Flow{Label: "reads and orders"}, `The **API** talks to **order\_db** (reads and orders).`},
		{diagram.Flow{Label: "Reads on a miss"}, `The **API** talks to **order\_db** (Reads on a miss).`},
		{diagram.Flow{Label: "writes to disk"}, `The **API** talks to **order\_db** (writes to disk).`},
		{diagram.Flow{Label: "writing records"}, `The **API** writes records to **order\_db**.`},
		{diagram.Flow{Label: "written"}, `The **API** writes to **order\_db**.`},
		{diagram.Flow{Label: "relying on"}, `The **API** relies on **order\_db**.`},
		{diagram.Flow{Label: "connect"}, `The **API** connects to **order\_db**.`},
		{diagram.Flow{Label: "delivery receipts", Place: drawn}, `The **API** sends delivery receipts to **order\_db**.`},
		{diagram.Flow{Label: "batch get", Place: drawn}, `The **API** talks to **order\_db** (batch get).`},
		{diagram.Flow{Label: "shows"}, `The **API** talks to **order\_db**.`},
		{diagram.Flow{Label: "shows balance"}, `The **API** shows the balance to **order\_db**.`},
		{diagram.Flow{Label: "falls back to"}, `The **API** falls back to **order\_db**.`},
		{diagram.Flow{Label: "go to"}, `The **API** goes to **order\_db**.`},
		{diagram.Flow{Label: "looks up in"}, `The **API** looks up in **order\_db**.`},
		{diagram.Flow{Label: "travels to"}, `The **API** talks to **order\_db**.`},
		{diagram.Flow{Label: "listens to"}, `The **API** listens to **order\_db**.`},
		{diagram.Flow{Label: "makes request"}, `The **API** makes the request to **order\_db**.`},
		{diagram.Flow{Label: "makes"}, `The **API** talks to **order\_db**.`},
		{diagram.Flow{Label: "listens request"}, `The **API** talks to **order\_db** (listens request).`},
		{diagram.Flow{Label: "open feed"}, `The **API** opens the feed on **order\_db**.`},
		{diagram.Flow{Label: "charges card"}, `The **API** charges the card through **order\_db**.`},
		{diagram.Flow{Label: "<b>*x*"}, `The **API** talks to **order\_db** (\<b\>\*x\*).`},
	}
	for _, test := range tests {
		test.flow.From, test.flow.To = "a", "b"
		if got := Tell(g, test.flow); got != test.want {
			t.Errorf("%q: got %s, want %s", test.flow.Label, got, test.want)
		}
	}
	if got := Tell(g, diagram.Flow{From: "a", To: "missing"}); got != "" {
		t.Errorf("got %q of somebody unknown", got)
	}
}

func TestStoriesGoOnWithWhoIsTurnedTo(t *testing.T) {
	g := &diagram.Graph{Nodes: []*diagram.Node{{ID: "a", Name: "App"}, {ID: "b", Name: "API"}, {ID: "c", Name: "Order DB"}, {ID: "w", Name: "workers"}}}
	tests := map[string]struct {
		flows []diagram.Flow
		want  string
	}{
		"on to the next": {[]diagram.Flow{{From: "a", To: "b", Label: "sends order"}, {From: "b", To: "c", Label: "writes order"}}, "The **App** sends the order to the **API**, which writes the order to the **Order DB**."},
		"two things":     {[]diagram.Flow{{From: "b", To: "c", Label: "reads stock"}, {From: "b", To: "w", Label: "notifies"}}, "The **API** reads the stock from the **Order DB** and notifies the **workers**."},
		"three things": {
			[]diagram.Flow{{From: "b", To: "c", Label: "reads stock"}, {From: "b", To: "w", Label: "notifies"}, {From: "b", To: "a", Label: "calls"}},
			"The **API** reads the stock from the **Order DB** and notifies the **workers**. The **API** also calls the **App**.",
		},
		"several of them":    {[]diagram.Flow{{From: "w", To: "c", Label: "reads orders"}}, "The **workers** read orders from the **Order DB**."},
		"no dangling which":  {[]diagram.Flow{{From: "a", To: "b", Label: "sends order", Protocol: "HTTPS"}, {From: "b", To: "c", Label: "queries"}}, "The **App** sends the order to the **API** over HTTPS. The **API** queries the **Order DB**."},
		"nothing said twice": {[]diagram.Flow{{From: "a", To: "b", Label: "stored"}, {From: "a", To: "b", Label: "stores tweet"}}, "The **App** stores the tweet in the **API**."},
	}
	for name, test := range tests {
		if got := (Drawing{}).narrate(g, test.flows); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
	}
}

func TestStatesAreToldAsALife(t *testing.T) {
	m := &diagram.StateMachine{
		States: []*diagram.State{{Name: "open", About: "waits for a reader"}, {Name: "taken", About: "goes to done"}, {Name: "done"}},
		Transitions: []*diagram.Transition{
			{To: "open"}, {From: "open", To: "taken", Cause: "When a worker takes it"}, {From: "open", To: "done", Cause: "timeout"},
			{From: "taken", To: "taken", Cause: "on a heartbeat"}, {From: "taken", To: "done"}, {From: "done"},
		},
	}
	want := "It begins in **open**. From **open** (waits for a reader) it goes to **taken** when a worker takes it, or to **done** (timeout). " +
		"From **taken** it stays there on a heartbeat, or goes to **done**. It ends in **done**."
	if got := StateStory([]*diagram.StateMachine{m}); got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
}
