package draw

import (
	"testing"

	"github.com/designls/designls/server/diagram"
)

func TestNamesOfWordsAreWrittenAsWords(t *testing.T) {
	tests := map[string]struct{ boxed, told string }{
		"payment service": {"Payment service", "the **payment service**"},
		"Fan-out workers": {"Fan-out workers", "the **Fan-out workers**"},
		"third-party API": {"Third-party API", "the **third-party API**"},
		"kube-proxy host": {"kube-proxy host", "the **kube-proxy host**"},
		"webhook":         {"Webhook", "the **webhook**"},
		"proxies":         {"Proxies", "the **proxies**"},
		"etcd cluster":    {"etcd cluster", "the **etcd cluster**"},
		"kube-apiserver":  {"kube-apiserver", "**kube-apiserver**"},
		"kubelet":         {"kubelet", "**kubelet**"},
		"Kafka":           {"Kafka", "**Kafka**"},
		"the clients":     {"the clients", "the **clients**"},
		"go command":      {"Go command", "the **go command**"},
		"The system":      {"The system", "the **system**"},
		"Extending the proxy to all of the network": {"Extending the proxy to all of the network", "**Extending the proxy to all of the network**"},
		"order_db": {"order_db", `**order\_db**`},
	}
	for name, want := range tests {
		if got := headed(name); got != want.boxed {
			t.Errorf("%q is %q in a box, want %q", name, got, want.boxed)
		}
		g := &diagram.Graph{Nodes: []*diagram.Node{{ID: "n", Name: name}}}
		if got := bold(g, "n"); got != want.told {
			t.Errorf("%q is %q in a sentence, want %q", name, got, want.told)
		}
	}
}

// TestSilentArrowsAreTold has words for an arrow whose label is none or no clause, by what is at its ends.
func TestSilentArrowsAreTold(t *testing.T) {
	tests := []struct {
		from, to diagram.Kind
		flow     diagram.Flow
		want     string
	}{
		{diagram.Container, diagram.Container, diagram.Flow{}, "**A** talks to **B**."},
		{diagram.Container, diagram.Store, diagram.Flow{}, "**A** uses **B**."},
		{diagram.Queue, diagram.Container, diagram.Flow{}, "**A** feeds **B**."},
		{diagram.Container, diagram.Queue, diagram.Flow{}, "**A** feeds **B**."},
		{diagram.Container, diagram.Person, diagram.Flow{}, "**A** reaches **B**."},
		{diagram.Container, diagram.Person, diagram.Flow{Label: "provides", Access: diagram.Write}, "**A** reaches **B**."},
		{diagram.Container, diagram.Container, diagram.Flow{Label: "answers", Access: diagram.Write}, "**A** talks to **B**."},
		{diagram.Container, diagram.Store, diagram.Flow{Access: diagram.Write}, "**A** writes to **B**."},
		{diagram.Container, diagram.Queue, diagram.Flow{Label: "Subscribe to topics"}, "**A** uses **B** (Subscribe to topics)."},
		{diagram.Client, diagram.Container, diagram.Flow{Label: "handle queries", Access: diagram.Write, Taken: true}, "**B** talks to **A** (handle queries)."},
		{diagram.Store, diagram.Container, diagram.Flow{Access: diagram.Write, Taken: true}, "**B** takes from **A**."},
		{diagram.Container, diagram.Queue, diagram.Flow{Label: "travels to"}, "**A** feeds **B**."},
	}
	for _, test := range tests {
		g := &diagram.Graph{Nodes: []*diagram.Node{{ID: "a", Name: "A", Kind: test.from}, {ID: "b", Name: "B", Kind: test.to}}}
		test.flow.From, test.flow.To = "a", "b"
		if got := Tell(g, test.flow); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

func TestDescriptionsEndWhereOneCanStop(t *testing.T) {
	for description, want := range map[string]string{
		"":            "",
		"takes mails": "takes mails",
		"takes delivery receipts, tells the senders of failures":    "takes delivery receipts",
		"picks channel, language and time for each of the messages": "picks channel, language and time",
		"keeps all of the orders of the last ten years":             "keeps all of the orders",
		"one deployment per channel and lane of all":                "one deployment per channel and lane",
		"stores whole order histories for ever and longer":          "stores whole order histories for ever",
		"a very large shared in memory table of users":              "a very large shared in memory…",
	} {
		if got := gist(description); got != want {
			t.Errorf("%q becomes %q, want %q", description, got, want)
		}
	}
}
