package rules

import "github.com/designls/designls/server/document"

// saysStatus holds for the label of how far something is, which "todo" answers.
func saysStatus(label string) bool {
	return statusLabel().MatchString(label)
}

var statusLabel = pattern(`(?i)\b(?:status|state|progress|done|phase|stage)\b`)

// isStatus says whether a block is a cell in which a mark tells how far something
// is, or the head of such a column.
func isStatus(s *Scope, block int) bool {
	c := s.Content()
	if c.Nodes[block].Kind != document.KindCell {
		return false
	}
	row := c.Nodes[block].Parent
	table := c.Ancestor(block, document.KindTable)
	if table < 0 || c.Nodes[row].Kind == document.KindHeaderRow {
		return true
	}
	at := tableColumn{table, cellIndex(c, row, block)}
	is, known := s.shared.statuses[at]
	if !known {
		if s.shared.statuses == nil {
			s.shared.statuses = map[tableColumn]bool{}
		}
		is = isStatusColumn(c, at.table, at.column)
		s.shared.statuses[at] = is
	}
	return is
}

// tableColumn is a column of a table, by the node of that and from 0 on.
type tableColumn struct{ table, column int }

// isStatusColumn says whether a column tells how far things are, by its head or one of
// its cells.
func isStatusColumn(c *document.Content, table, column int) bool {
	for i := table + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[table].Span.End; i++ {
		if c.Nodes[i].Kind != document.KindCell || cellIndex(c, c.Nodes[i].Parent, i) != column {
			continue
		}
		words := c.Nodes[i].Span.Of(c.Source)
		if inHead := c.Nodes[c.Nodes[i].Parent].Kind == document.KindHeaderRow; inHead && saysStatus(words) || !inHead && progress().MatchString(words) {
			return true
		}
	}
	return false
}

// progress matches a cell that tells how far something is.
var progress = pattern(`(?i)^[\s|*_]*(?:ok|done|yes|no|pass|passed|fail|failed|failing|works|working|in progress|wip|completed?|finished|merged|shipped|implemented|supported|not started|blocked|✅|❌|✔|🚧|⬜|\[x\])(?:[\s|*_(:,.]|$)`)

// cellIndex counts the cells of a row before one of them.
func cellIndex(c *document.Content, row, cell int) (n int) {
	for i := row + 1; i < cell; i++ {
		if c.Nodes[i].Kind == document.KindCell && c.Nodes[i].Parent == row {
			n++
		}
	}
	return n
}

// saysProgress holds for the marks that also tell how far something is.
func saysProgress(mark string) bool { return mark == "todo" || mark == "to-do" || mark == "wip" }
