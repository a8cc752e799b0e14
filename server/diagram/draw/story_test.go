package draw

import (
	"testing"

	"github.com/designls/designls/server/diagram"
)

func TestTellUsesTheWordsOfTheLabel(t *testing.T) {
	g := &diagram.Graph{Nodes: []*diagram.Node{{ID: "a", Name: "API"}, {ID: "b", Name: "order_db"}}}
	tests := []struct {
		flow diagram.Flow
		want string
	}{
		{diagram.Flow{Label: "sends create request"}, `**API** sends create request to **order\_db**.`},
		{diagram.Flow{Label: "insert"}, `**API** inserts into **order\_db**.`},
		{diagram.Flow{Label: "queries"}, `**API** queries **order\_db**.`},
		{diagram.Flow{Label: "query"}, `**API** queries **order\_db**.`},
		{diagram.Flow{Label: "reads", Protocol: "gRPC"}, `**API** reads from **order\_db** over gRPC.`},
		{diagram.Flow{Label: "Post created", Async: true}, `**API** → **order\_db**, without waiting: Post created.`},
		{diagram.Flow{Label: "followers"}, `**API** → **order\_db**: followers.`},
		{diagram.Flow{Label: "writes to"}, `**API** writes to **order\_db**.`},
		{diagram.Flow{Access: diagram.Read}, `**API** reads from **order\_db**.`},
		{diagram.Flow{}, `**API** leads to **order\_db**.`},
		{diagram.Flow{Label: "ok", Reply: true}, `**API** answers **order\_db**: ok.`},
		{diagram.Flow{Label: "<b>*x*"}, `**API** → **order\_db**: \<b\>\*x\*.`},
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
