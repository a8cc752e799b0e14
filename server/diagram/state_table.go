package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

var (
	stateFrom   = text.Pattern(`(?i)^(from|from state|states?|status|phase|current|current (state|status|phase)|old (state|status)|source( state)?|before|when in|in state)$`)
	stateInto   = text.Pattern(`(?i)^(to|to state|next|next (states?|status|phase)|new (state|status)|target( state)?|after|then|goes to|leads to|transitions?( to)?|allowed (next|transitions))$`)
	stateCause  = text.Pattern(`(?i)^(when|on|events?|triggers?|triggered by|conditions?|causes?|actions?|inputs?|reason|guard|transition|because)$`)
	stateMeans  = text.Pattern(`(?i)^(meaning|description|means|what it means|about|notes?|comment)$`)
	stateTells  = text.Pattern(`(?i)(state|status|phase|transition|next)`)
	stateNobody = text.Pattern(`(?i)^(-|–|—|none|n/a|nothing|\(?(final|terminal|end)\)?|\[\*\])?$`)
	cellBreak   = text.Pattern(`(?i)\s*(?:,|;|<br\s*/?>|\n|\s+or\s+|\s+and\s+|\s/\s)\s*`)
)

// stateColumns are the columns of a table of transitions or states; -1 for none.
type stateColumns struct{ from, to, cause, about int }

// readTables reads tables of transitions, and of states with what they mean.
func (r *sectionStates) readTables() {
	c := r.content
	headed := r.section.Heading != nil && stateTitle().MatchString(r.section.Heading.Text)
	for i, n := range c.Nodes {
		if n.Kind == document.KindTable && c.Ancestor(i, document.KindQuote) < 0 {
			r.readTable(i, headed)
		}
	}
}

func (r *sectionStates) readTable(table int, headed bool) {
	c := r.content
	columns := stateColumns{-1, -1, -1, -1}
	for i := table + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[table].Span.End; i++ {
		switch c.Nodes[i].Kind {
		case document.KindHeaderRow:
			var ok bool
			if columns, ok = stateColumnsOf(c, i, headed); !ok {
				return
			}
		case document.KindRow:
			r.readRow(columns, cells(c, i))
		}
	}
}

// stateColumnsOf is not ok for a table that says nothing of states: its header, or the
// section's, has to.
func stateColumnsOf(c *document.Content, row int, headed bool) (stateColumns, bool) {
	columns := stateColumns{-1, -1, -1, -1}
	tells := headed
	for k, cell := range cells(c, row) {
		name := cellText(c, cell)
		tells = tells || stateTells().MatchString(name)
		for _, column := range []struct {
			at      *int
			matches bool
		}{
			{&columns.to, stateInto().MatchString(name)}, {&columns.from, stateFrom().MatchString(name)},
			{&columns.cause, stateCause().MatchString(name)}, {&columns.about, stateMeans().MatchString(name)},
		} {
			if column.matches && *column.at < 0 {
				*column.at = k
				break
			}
		}
	}
	return columns, tells && columns.from >= 0 && (columns.to >= 0 || headed)
}

func (r *sectionStates) readRow(columns stateColumns, row []document.Node) {
	cell := func(k int) string {
		if k < 0 || k >= len(row) {
			return ""
		}
		return cellText(r.content, row[k])
	}
	from := cell(columns.from)
	if len(row) == 0 || from == "" || len(strings.Fields(from)) > 5 {
		return
	}
	at := r.place(row[0].Span, FromTable)
	starts := stateNobody().MatchString(from) || from == "[*]"
	if !starts {
		from = r.machine.add(from, cell(columns.about), at).Name
		r.names.known[stateKey(from)] = from
	}
	if columns.to < 0 {
		return
	}
	for _, to := range cellBreak().Split(cell(columns.to), -1) {
		to = strings.TrimSpace(to)
		t := Transition{From: from, To: to, Cause: tidyCause(cell(columns.cause)), Place: at}
		switch {
		case len(strings.Fields(to)) > 5:
			continue
		case stateNobody().MatchString(to):
			t.To, t.Cause = "", ""
		}
		if starts {
			t.From = ""
		}
		if t.From != "" || t.To != "" {
			r.machine.connect(t)
		}
	}
}
