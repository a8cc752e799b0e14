package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// isHop says whether the "to" at a chunk joins the names that an item begins with and that
// a colon ends: "- Web app to API gateway: all requests".
func (s *sentence) isHop(i int) bool {
	if i != 1 || s.section.item == nil || !s.section.first || len(s.chunks) < 4 || s.chunks[0].kind != chunkPhrase || s.chunks[0].np.mention < 0 {
		return false
	}
	return s.chunks[3].kind == chunkColon && s.isPartName(0) && s.isPartName(2)
}

func (s *sentence) isPartName(i int) bool {
	m := s.chunks[i].np.mention
	return m >= 0 && s.section.out.mentions[m].marks&(markHead|markTech|markBold|markProper) != 0
}

// tableArrow joins two names in a cell: "Web app -> API gateway".
var tableArrow = text.Pattern(`\s*(?:[-=]+>|[→⇒⟶]|&rarr;|&gt;)\s*`)

// readHops reads the cells of a row that are a way through the system, if an end of it
// is surely a component.
func readHops(c *document.Content, row []document.Node, out *local) {
	for _, n := range row[:min(len(row), 3)] {
		s := n.Inner.Of(c.Source)
		if len(s) > 120 || !strings.Contains(s, ">") && !strings.ContainsAny(s, "→⇒⟶") {
			continue
		}
		var ends []mention
		sure := false
		for _, name := range tableArrow().Split(cellMarkup.Replace(cellLink().ReplaceAllString(s, "$1")), -1) {
			name, tech := splitLabel(strings.TrimSpace(name))
			m := newDrawn(name, n.Span, Component)
			if !wireName().MatchString(name) || !m.canEndWire(name) || isStep(name) {
				sure = false
				break
			}
			m.marks |= markTabled
			m.source, m.tech = FromTable, tech
			sure = sure || m.marks&(markWeak|markTech) != 0
			ends = append(ends, m)
		}
		if !sure || len(ends) < 2 {
			continue
		}
		first := len(out.mentions)
		out.mentions = append(out.mentions, ends...)
		for i := 1; i < len(ends); i++ {
			out.relations = append(out.relations, relation{subjects: []int{first + i - 1}, targets: []target{{mentions: []int{first + i}}}, span: n.Span, source: FromTable})
		}
	}
}
