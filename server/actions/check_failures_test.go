package actions

import (
	"strings"
	"testing"
)

const shopWithFailures = `# Shop

## Flows

The browser calls the login service. The login service reads sessions from Redis. The checkout service writes orders to the order database and publishes events to Kafka. The search service reads from the search index.

## Operations

The order database has a standby that takes over within 30 seconds, and a backup each night.

When Redis is down, the login service asks the user to sign in again.

| what fails | what then |
|---|---|
| Kafka | the checkout service keeps events in its outbox and tries again |
`

func TestFailuresTellBlastRescueAndWhatIsOpen(t *testing.T) {
	after, result := apply(t, "check-failures", shopWithFailures)
	block := parse(after).Block(result.Block)
	if block == nil || block.Kind != "failures" {
		t.Fatalf("no block: %s", result.Summary)
	}
	got := block.Markdown(after)
	for part, wants := range map[string][]string{
		"Redis":          {"(cache)", "browser and login service fail", "([Flows](#flows))", "“When Redis is down, the login service asks", "([Operations](#operations))"},
		"order database": {"(store)", "checkout service fails", "takes over within 30 seconds", "Which writes are lost that no copy has yet?"},
		"Kafka":          {"(queue)", "checkout service is degraded", "“Kafka – the checkout service keeps events in its outbox and tries again”"},
		"search index":   {"search service fails", "| – |", "What takes over, and after how long?"},
	} {
		row := rowOf(got, part)
		for _, want := range wants {
			if !strings.Contains(row, want) {
				t.Errorf("%s: no %q in %q", part, want, row)
			}
		}
	}
	if strings.Contains(got, "**browser**") {
		t.Errorf("what people hold in hand has a row:\n%s", got)
	}
	again, _ := apply(t, "check-failures", after)
	if again != after {
		t.Errorf("a second run changes its own block:\n%s", again)
	}
}

func rowOf(table, part string) string {
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "| **"+part+"**") {
			return line
		}
	}
	return ""
}

// TestFailuresDoNotReadThemselves holds that the words of the block are not taken
// for something that the author says.
func TestFailuresDoNotReadThemselves(t *testing.T) {
	const before = "# Shop\n\n## Design\n\nThe web shop calls the order service. The order service writes orders to a single PostgreSQL server.\n"
	after, _ := apply(t, "check-failures", before)
	_, result := apply(t, "check-failures", after)
	if !strings.Contains(result.Summary, "says of 0") {
		t.Errorf("the summary is %q after\n%s", result.Summary, after)
	}
}

func TestWithoutFlowsThereAreNoFailures(t *testing.T) {
	_, result := apply(t, "check-failures", "# Nothing\n\nIt is good.\n")
	if result.Block != "" || !strings.Contains(result.Summary, "states no flow") {
		t.Errorf("got %+v", result)
	}
}

func TestAPartThatThereIsOneOfHasARow(t *testing.T) {
	after, _ := apply(t, "check-failures", "# Edge\n\n## Overview\n\nAll traffic enters through one NGINX server.\n")
	if row := rowOf(after, "NGINX"); !strings.Contains(row, "“one NGINX server” ([Overview](#overview))") {
		t.Errorf("the row is %q in\n%s", row, after)
	}
}

func TestANameSavesNothing(t *testing.T) {
	got, _ := apply(t, "check-failures", "# Payments\n\n```mermaid\nflowchart LR\n  web[Web] --> worker[Worker]\n  worker --> a[Default Processor]\n  worker --> b[Fallback Processor]\n```\n\nThe worker calls both.\n")
	if !strings.Contains(got, "**Fallback Processor**") || strings.Contains(got, "“mermaid") {
		t.Errorf("got\n%s", got)
	}
}

func TestAQuestionSavesNothing(t *testing.T) {
	after, result := apply(t, "check-failures", "# Shop\n\nThe **browser** calls the **web server**.\n\nWhat do we gain from multiple web servers?\n")
	row := rowOf(parse(after).Block(result.Block).Markdown(after), "web server")
	if row == "" || strings.Contains(row, "What do we gain") {
		t.Errorf("got %q", row)
	}
}
