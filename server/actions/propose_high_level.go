package actions

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
	"github.com/designls/designls/server/estimate"
)

const (
	mostCalls    = 8 // rows of the table of APIs
	mostEntities = 8
)

// highLevel has the calls, the tables and the two paths, as far as they are stated.
func (m *material) highLevel() string {
	return strings.Join([]string{
		"### APIs of the crucial paths\n\n" + m.calls(),
		"### Database schema\n\n" + m.schema(),
		"### Basic algorithm\n\n" + m.algorithm(),
		"### Write scenario\n\n" + m.writeScenario(),
		"### Read scenario\n\n" + m.readScenario(),
	}, "\n\n")
}

// calls has a row for each use case, and one for each call that the document lists.
func (m *material) calls() string {
	rows := []string{"| use case | call and parameters | idempotent how | errors, paging |", "|---|---|---|---|"}
	for _, k := range m.facts("use-cases") {
		if len(rows)-2 < mostCalls {
			rows = append(rows, fmt.Sprintf("| %s | – | – | – |", tableCell(clip(k.Quote, 120))))
		}
	}
	for _, e := range m.graph().Endpoints {
		if len(rows)-2 < 2*mostCalls {
			rows = append(rows, fmt.Sprintf("| – | %s%s | – | – |", tableCell(draw.Markdown(e.Method+" "+e.Path)), tableCell(source(m.doc.SectionAt(e.Place.Start)))))
		}
	}
	if len(rows) == 2 {
		rows = append(rows, "| – | – | – | – |")
	}
	return strings.Join(rows, "\n")
}

// schema has a row for each table that the document defines.
func (m *material) schema() string {
	rows := []string{"| entity | key | accessed by | size and count |", "|---|---|---|---|"}
	for i, e := range m.graph().Entities {
		if i < mostEntities {
			rows = append(rows, fmt.Sprintf("| %s%s | %s | – | – |", tableCell(draw.Markdown(e.Name)), tableCell(source(m.doc.SectionAt(e.Place.Start))), tableCell(keyOf(e))))
		}
	}
	if len(rows) == 2 {
		rows = append(rows, "| – | – | – | "+tableCell(m.sizeCell())+" |")
	}
	return strings.Join(rows, "\n")
}

func keyOf(e *diagram.Entity) string {
	var names []string
	for _, c := range e.Columns {
		if c.Key {
			names = append(names, draw.Markdown(c.Name))
		}
	}
	return dash(strings.Join(names, ", "))
}

func (m *material) sizeCell() string {
	if size, ok := m.sizeOf("write-qps"); ok {
		return estimate.Size(size.Value) + " each"
	}
	return "–"
}
