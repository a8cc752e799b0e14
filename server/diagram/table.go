package diagram

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// column is what a table's column tells about components.
type column uint8

const (
	columnOther column = iota
	columnName
	columnAbout
	columnTech
	columnKind
	columnFrom
	columnTo
	columnUses // what the component of the row calls
	columnLabel
	columnProtocol
)

var columnNames = []struct {
	column  column
	pattern func() *regexp.Regexp
}{
	{columnName, text.Pattern(`(?i)^((system|core|main|key|software)? ?(components?|services?|microservices?|systems?|modules?|containers?|blocks?|parts?|actors?|participants?|elements?|building blocks?|subsystems?|applications?)( name)?)$`)},
	{columnAbout, text.Pattern(`(?i)^(responsibilit(y|ies)|descriptions?|roles?|purpose|what it does|functions?|duties|does)$`)},
	{columnTech, text.Pattern(`(?i)^(technolog(y|ies)|tech|tech stack|stack|implementation|built with|implemented (in|with|by)|product|software|choice)$`)},
	{columnKind, text.Pattern(`(?i)^(types?|kinds?|category)$`)},
	{columnFrom, text.Pattern(`(?i)^(from|sources?|callers?|initiators?|senders?|publishers?|producers?|clients?|origin|upstream)$`)},
	{columnTo, text.Pattern(`(?i)^(to|targets?|destinations?|callees?|receivers?|recipients?|consumers?|subscribers?|downstream|server)$`)},
	{columnUses, text.Pattern(`(?i)^(depends on|dependenc(y|ies)|calls|uses|talks to|reads from|writes to|connects to|interacts with|communicates with|publishes to)$`)},
	{columnLabel, text.Pattern(`(?i)^(messages?|data|events?|operations?|payload|labels?|what|calls?|requests?|flow|interaction|action)$`)},
	{columnProtocol, text.Pattern(`(?i)^(protocols?|transport|via|over)$`)},
}

func columnOf(header string) column {
	for _, c := range columnNames {
		if c.pattern().MatchString(header) {
			return c.column
		}
	}
	return columnOther
}

// readTables reads tables of components and of flows.
func readTables(c *document.Content, out *local) {
	generated := generatedSpans(c.Source)
	for i, n := range c.Nodes {
		if n.Kind == document.KindTable && !coveredBy(generated, n.Span.Start) && c.Ancestor(i, document.KindQuote) < 0 {
			readTable(c, i, out)
		}
	}
}

func readTable(c *document.Content, table int, out *local) {
	var columns []column
	out.stories++
	for i := table + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[table].Span.End; i++ {
		switch c.Nodes[i].Kind {
		case document.KindHeaderRow:
			for _, k := range cells(c, i) {
				columns = append(columns, columnOf(cellText(c, k)))
			}
			if !tellsOfComponents(columns) {
				return
			}
		case document.KindRow:
			readRow(c, columns, cells(c, i), out)
		}
	}
}

func tellsOfComponents(columns []column) bool {
	has := map[column]bool{}
	for _, c := range columns {
		has[c] = true
	}
	return has[columnFrom] && has[columnTo] || has[columnName] && (has[columnAbout] || has[columnTech] || has[columnKind] || has[columnUses] || has[columnTo])
}

func cells(c *document.Content, row int) []document.Node {
	var out []document.Node
	for i := row + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[row].Span.End; i++ {
		if c.Nodes[i].Kind == document.KindCell && c.Nodes[i].Parent == row {
			out = append(out, c.Nodes[i])
		}
	}
	return out
}

var (
	cellMarkup = strings.NewReplacer("**", "", "`", "", "__", "", "\\|", "|")
	cellLink   = text.Pattern(`\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])`)
)

func cellText(c *document.Content, n document.Node) string {
	return strings.TrimSpace(plainLabel(cellMarkup.Replace(cellLink().ReplaceAllString(n.Inner.Of(c.Source), "$1"))))
}

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
