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
				columns = nil
			}
		case document.KindRow:
			row := cells(c, i)
			readHops(c, row, out)
			readRow(c, columns, row, out)
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
