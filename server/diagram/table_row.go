package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// rowReader reads one row.
type rowReader struct {
	out             *local
	names, from, to []int
	relation        relation
}

// readRow notes the component of a row, and the flows that it states.
func readRow(c *document.Content, columns []column, row []document.Node, out *local) {
	r := rowReader{out: out, relation: relation{source: FromTable}}
	for i, n := range row[:min(len(row), len(columns))] {
		r.readCell(columns[i], cellText(c, n), n.Span)
		r.relation.span = text.Span{Start: row[0].Span.Start, End: n.Span.End}
	}
	if len(r.from) == 0 {
		r.from = r.names
	}
	if len(r.from) > 0 && len(r.to) > 0 {
		r.relation.subjects, r.relation.targets = r.from, []target{{mentions: r.to}}
		out.relations = append(out.relations, r.relation)
	}
}

func (r *rowReader) readCell(k column, s string, span text.Span) {
	switch k {
	case columnName:
		r.names = r.out.addCell(s, span)
	case columnFrom:
		r.from = r.out.addCell(s, span)
	case columnTo, columnUses:
		r.to = append(r.to, r.out.addCell(s, span)...)
	case columnLabel:
		r.relation.label = s
	case columnProtocol:
		r.relation.protocol = s
	case columnAbout:
		if len(r.names) > 0 {
			r.out.deeds = append(r.out.deeds, cellDeeds{r.names, span})
		}
	}
	for _, m := range r.names {
		switch self := &r.out.mentions[m]; k {
		case columnAbout:
			self.about = s
		case columnTech:
			self.tech = s
		case columnKind:
			self.setKind(s)
		}
	}
}

var cellSeparator = text.Pattern(`\s*[,;]\s+|\s+and\s+|\s*/\s+`)

// addCell notes the names in a cell. A cell that reads like a sentence has none.
func (l *local) addCell(s string, span text.Span) []int {
	var out []int
	for _, name := range cellSeparator().Split(s, -1) {
		name, tech := splitLabel(name)
		if nameKey(name) == "" || name == "-" || name == "—" || len(strings.Fields(name)) > 5 || strings.EqualFold(name, "none") || strings.EqualFold(name, "n/a") {
			continue
		}
		m := newDrawn(name, span, Component)
		m.marks |= markTabled
		m.source, m.tech = FromTable, tech
		out = append(out, len(l.mentions))
		l.mentions = append(l.mentions, m)
	}
	return out
}

func (m *mention) setKind(s string) {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 {
		return
	}
	if h, ok := headOf(f[len(f)-1]); ok {
		m.kind = h.kind
	} else if k := parseKind(f[len(f)-1]); k != Component {
		m.kind = k
	}
}
