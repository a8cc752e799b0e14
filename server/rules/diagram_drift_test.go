package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

// shop is a document whose text and picture agree.
const shop = `# Shop

## Overview

The shop keeps what people order.

## Building blocks

~~~mermaid
flowchart LR
  user((Visitor)) --> web[Web shop]
  web --> api[Order API]
  api --> db[(PostgreSQL)]
  api --> bus[Kafka]
  bus --> mailer[Mailer]
  subgraph later
    bus --> search[Search index]
  end
~~~

| block | does |
|---|---|
| Web shop | shows what there is |
| Order API | takes orders |
| PostgreSQL | keeps them |
| Kafka | tells of them |
| Mailer | confirms them |
| Search index | finds them |

## Flows

The order API publishes each order to Kafka. A dead message is kept for a week.
`

func driftOf(t *testing.T, content string) []finding.Finding {
	var found []finding.Finding
	for _, f := range check(t, content).Findings {
		if f.Rule == diagramDrift.ID {
			checkFinding(t, content, f)
			found = append(found, f)
		}
	}
	return found
}

func TestDriftIsFound(t *testing.T) {
	for name, c := range map[string]struct{ old, new, quote, message string }{
		"only in the picture": {"  subgraph later", "  api --> fraud{{Fraud scoring}}\n  subgraph later", "fraud{{Fraud scoring}}", `The diagram shows "Fraud scoring", which the text never mentions`},
		"only in the table":   {"| Search index |", "| Warehouse export | sends them |\n| Search index |", "Warehouse export", `does not show "Warehouse export"`},
		"against the text":    {"  api --> bus[Kafka]", "  bus[Kafka] --> api", "bus[Kafka] --> api", "The arrow points from Kafka to Order API, but the text says that Order API sends to Kafka."},
	} {
		found := driftOf(t, strings.Replace(shop, c.old, c.new, 1))
		if len(found) != 1 || !strings.Contains(found[0].Message, c.message) || !strings.Contains(c.quote, found[0].Quote) {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

func TestDriftLeavesAlone(t *testing.T) {
	for name, c := range map[string][2]string{
		"what agrees":                  {"", ""},
		"a word of the name elsewhere": {"  subgraph later", "  api --> dead[(Dead letters)]\n  subgraph later"},
		"initials in the text":         {"shop keeps what people order.", "shop keeps what people order, behind an LB.\n\n~~~mermaid\nflowchart LR\n  lb1[Load Balancer] --> web[Web shop] --> api[Order API] --> bus[Kafka] --> mailer[Mailer]\n~~~\n"},
		"people":                       {"user((Visitor))", "user((Customer))"},
		"two that are missing":         {"  subgraph later", "  api --> fraud[Fraud scoring]\n  api --> tax[Taxation]\n  subgraph later"},
		"a picture of something else":  {"  subgraph later", "  subgraph later\n    aa[Alpha] --> bb[Beta] --> cc[Gamma] --> dd[Delta]"},
		"steps of a process":           {"flowchart LR\n  user((Visitor)) --> web[Web shop]", "flowchart LR\n  start{Is it paid?} --> stop{Is it sent?} --> wait{Is it lost?}\n  user((Visitor)) --> web[Web shop]"},
		"both directions are drawn":    {"  api --> bus[Kafka]", "  api <--> bus[Kafka]"},
		"a negation":                   {"The order API publishes each order to Kafka.", "Kafka sends nothing to the order API."},
		"more is said about the two":   {"  api --> bus[Kafka]\n", "  bus[Kafka] --> api\n~~~\n\nThe order API reads Kafka, too.\n\n~~~mermaid\nflowchart LR\n  web[Web shop] --> api[Order API]\n"},
		"what is negated":              {"publishes each order to Kafka. A", "publishes each order to Kafka only if it is paid. A"},
		"a sequence":                   {"flowchart LR", "sequenceDiagram\n  participant Fraud"},
	} {
		content := strings.Replace(shop, c[0], c[1], 1)
		if c[0] != "" && content == shop {
			t.Fatalf("%s: changes nothing", name)
		}
		for _, f := range driftOf(t, content) {
			t.Errorf("%s: %s", name, f.Message)
		}
	}
}

// TestFixesOfDriftEndIt takes each fix, in places with margins too, and has the
// grammar look at what comes of it.
func TestFixesOfDriftEndIt(t *testing.T) {
	grammar := newGrammar(t)
	drawn := strings.Replace(shop, "  subgraph later", "  api --> fraud[Fraud scoring]\n  subgraph later", 1)
	row := strings.Replace(shop, "| Search index |", "| \"Warehouse\" [export] | sends them |\n| Search index |", 1)
	before, rest, _ := strings.Cut(drawn, "~~~mermaid")
	diagram, after, _ := strings.Cut(rest, "\n~~~\n")
	for name, content := range map[string]string{
		"sentence":          drawn,
		"sentence in quote": before + "> ~~~mermaid" + strings.ReplaceAll(diagram, "\n", "\n> ") + "\n> ~~~\n" + after,
		"node":              row,
		"node, CRLF":        strings.ReplaceAll(row, "\n", "\r\n"),
		"node, added":       strings.Replace(row, "later", "added", 1),
		"arrow":             strings.Replace(shop, "  api --> bus[Kafka]", "  bus[Kafka] --> api", 1),
		"arrow, labelled":   strings.Replace(shop, "  api --> bus[Kafka]", "  bus[Kafka] -->|sends orders| api", 1),
		"arrow, CRLF":       strings.ReplaceAll(strings.Replace(shop, "  api --> bus[Kafka]", "  bus[Kafka] -- sends --> api", 1), "\n", "\r\n"),
	} {
		found := driftOf(t, content)
		if len(found) != 1 || len(found[0].Fixes) != 2 || found[0].Fixes[1].Action == "" {
			t.Errorf("%s: %+v", name, found)
			continue
		}
		fixed, err := text.ApplyEdits(content, found[0].Fixes[0].Edits)
		if err != nil {
			t.Error(err)
		}
		if again := driftOf(t, fixed); len(again) > 0 {
			t.Errorf("%s: after the fix: %s\n%s", name, again[0].Message, cmp.Diff(content, fixed))
		}
		for _, f := range syntaxOf(t, fixed, Environment{Diagrams: grammar}) {
			t.Errorf("%s: after the fix: %s\n%s", name, f.Message, fixed)
		}
		if strings.Contains(content, "\r\n") && strings.Count(fixed, "\n") != strings.Count(fixed, "\r\n") {
			t.Errorf("%s: mixed line ends", name)
		}
	}
}

// TestAnArrowInAChainIsNotTurned holds that only what can be swapped is.
func TestAnArrowInAChainIsNotTurned(t *testing.T) {
	content := strings.Replace(shop, "  api --> bus[Kafka]\n  bus --> mailer[Mailer]", "  bus[Kafka] --> api --> mailer[Mailer]", 1)
	found := driftOf(t, content)
	if len(found) != 1 || len(found[0].Fixes) != 1 || found[0].Fixes[0].Action == "" {
		t.Errorf("%+v", found)
	}
}

// TestShortNamesAreMentioned holds that names of short words count among those that the text has.
func TestShortNamesAreMentioned(t *testing.T) {
	const text = "# Orders\n\nThe web app sends orders to the API, which writes them to the order database and announces them on the event queue.\n\n"
	picture := func(first string) string {
		return text + "~~~mermaid\nflowchart TB\n  w[" + first + "] --> a[API]\n  a --> db[(Order database)]\n  a --> q[[Event queue]]\n  db --> s[(Session cache)]\n~~~\n"
	}
	if found := driftOf(t, picture("Web app")); len(found) != 1 || found[0].Subject != "Session cache" {
		t.Errorf("got %v", found)
	}
	if found := driftOf(t, picture("iOS")); len(found) != 0 {
		t.Errorf("got %v", found)
	}
}
