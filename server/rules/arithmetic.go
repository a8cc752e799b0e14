package rules

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
)

// Calculations are the figures of a section that its text says follow from others,
// right and wrong, in their order. Spans count from the start of the section.
func Calculations(s *document.Section) []estimate.Claim {
	if !estimate.HasFigures(s.Content.Source) {
		return nil
	}
	r := arithmeticReader{content: s.Content, title: s.Title(), section: estimate.NewSection(s.Content.Source)}
	alone := estimate.Around{Line: r.title, Section: r.section}
	for _, sentence := range s.Content.Sentences {
		if kind := s.Content.Nodes[sentence.Block].Kind; kind != document.KindCell && kind != document.KindHeading {
			r.add(sentence.Span.Start, estimate.Claims(sentence.Span.Of(s.Content.Prose), alone))
		}
	}
	for i, n := range s.Content.Nodes {
		switch {
		case n.Kind == document.KindFence && plainFence[n.Language()] && s.Content.Ancestor(i, document.KindQuote) < 0:
			r.add(n.Inner.Start, estimate.Claims(n.Inner.Of(s.Content.Source), alone))
		case n.Kind == document.KindRow && estimate.HasFigures(s.Content.Text(n)):
			r.row(i)
		}
	}
	slices.SortStableFunc(r.claims, func(a, b estimate.Claim) int { return a.Span.Start - b.Span.Start })
	return r.claims
}

// plainFence are the languages of blocks that hold words and not code.
var plainFence = map[string]bool{"": true, "text": true, "txt": true, "plain": true, "plaintext": true}

// arithmeticReader collects the calculations of one section.
type arithmeticReader struct {
	content *document.Content
	title   string
	section *estimate.Section
	claims  []estimate.Claim
}

func (r *arithmeticReader) around(line string) estimate.Around {
	return estimate.Around{Line: r.title + "\n" + line, Section: r.section}
}

func (r *arithmeticReader) add(at int, claims []estimate.Claim) {
	for _, c := range claims {
		c.Span, c.Stated, c.Number = c.Span.Shift(at), c.Stated.Shift(at), c.Number.Shift(at)
		r.claims = append(r.claims, c)
	}
}

// cell is a cell of a table: its text with markup blanked out, and where that begins.
type cell struct {
	text string
	at   int
}

func (r *arithmeticReader) cells(row int) []cell {
	var all []cell
	for i := row + 1; i < len(r.content.Nodes) && r.content.Nodes[i].Span.Start < r.content.Nodes[row].Span.End; i++ {
		if n := r.content.Nodes[i]; n.Kind == document.KindCell && n.Parent == row {
			words := n.Inner.Of(r.content.Prose)
			trimmed := strings.TrimLeft(words, " ")
			all = append(all, cell{strings.TrimRight(trimmed, " "), n.Inner.Start + len(words) - len(trimmed)})
		}
	}
	return all
}

var (
	columnOfWork   = pattern(`(?i)\b(calc\w*|formula|deriv\w*|how|math|maths|comput\w*|working|arithmetic|equation)\b`)
	columnOfResult = pattern(`(?i)\b(results?|totals?|values?|estimates?|answers?|figures?)\b|^\s*[=≈~]\s*$`)
)

// row reads the cells of a row, and a calculation together with the result in the cell
// beside it.
func (r *arithmeticReader) row(row int) {
	cells, names := r.cells(row), r.columns(row)
	for i, c := range cells {
		line := strings.Join(names, "\n")
		for k, other := range cells {
			if k != i {
				line += "\n" + other.text
			}
		}
		claims := estimate.Claims(c.text, r.around(line))
		r.add(c.at, claims)
		if len(claims) == 0 {
			r.beside(cells, names, i)
		}
	}
}

// columns are the names of the columns of the table of a row.
func (r *arithmeticReader) columns(row int) []string {
	table := r.content.Ancestor(row, document.KindTable)
	for i := max(table, 0); i < row; i++ {
		if n := r.content.Nodes[i]; n.Kind == document.KindHeaderRow && n.Parent == table {
			var names []string
			for _, c := range r.cells(i) {
				names = append(names, c.text)
			}
			return names
		}
	}
	return nil
}

// beside compares the calculation in a cell with the one cell next to it that is a
// result, where the names of the columns say that they are these.
func (r *arithmeticReader) beside(cells []cell, names []string, i int) {
	for _, k := range []int{i + 1, i - 1} {
		if k < 1 || k >= len(cells) || len(names) != len(cells) || !columnOfWork().MatchString(names[i]) && !columnOfResult().MatchString(names[k]) {
			continue
		}
		line := strings.Join(names, "\n")
		for other, c := range cells {
			if other != i && other != k {
				line += "\n" + c.text
			}
		}
		if c, ok := estimate.Pair(cells[i].text, cells[k].text, r.around(line)); ok {
			c.Stated, c.Number = c.Stated.Shift(cells[k].at), c.Number.Shift(cells[k].at)
			c.Span = c.Stated
			r.claims = append(r.claims, c)
			return
		}
	}
}
