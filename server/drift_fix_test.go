package server_test

import (
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/lsptest"
)

const drifted = "# Orders\n\n```mermaid\nflowchart LR\n  web[Web shop] --> api[Order API]\n  api --> db[(PostgreSQL)]\n  api --> bus[Kafka]\n  bus --> mailer[Mailer]\n  api --> fraud[Fraud scoring]\n```\n\n" +
	"The web shop sends each order to the order API, which writes it to PostgreSQL and publishes an event to Kafka. The mailer reads events from Kafka and mails the customer.\n"

// What a fix of a drifted diagram does when an author takes it.
func TestTheFixesOfADriftedDiagram(t *testing.T) {
	for title, want := range map[string]string{
		"Add a sentence about Fraud scoring": "Fraud scoring",
		"Draw the parts anew from the text":  "designls:begin diagram-container",
	} {
		t.Run(title, func(t *testing.T) {
			bubble(t, files{doc: drifted}, lsptest.Config{}, func(t *testing.T, e *lsptest.Editor) {
				e.Open(doc)
				e.Settle()
				list := e.CodeActions(doc, e.Range(doc, "Fraud scoring"))
				i := slices.IndexFunc(list, func(a protocol.CommandOrCodeAction) bool { return lsptest.Title(a) == title })
				if i < 0 {
					t.Fatal("it is not offered")
				}
				e.Take(list[i])
				e.Settle()
				diagram, rest, _ := strings.Cut(e.Text(doc), "\n```\n")
				if !strings.Contains(rest, want) || !strings.HasPrefix(drifted, diagram) {
					t.Errorf("%s", e.Text(doc))
				}
				if said := e.Messages(); len(said) > 0 {
					t.Errorf("said %q", said)
				}
				for _, d := range e.Diagnostics(doc) {
					if d.Code == protocol.String("diagram-drift") && strings.HasPrefix(title, "Add") {
						t.Errorf("still found: %s", d.Message)
					}
				}
			})
		})
	}
}
