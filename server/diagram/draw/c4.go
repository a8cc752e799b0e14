package draw

import "strings"

// call is a line of a C4 diagram. Arguments are escaped; empty ones at the end are
// left out.
func (s *script) call(indent, name string, id string, args ...string) {
	for len(args) > 0 && args[len(args)-1] == "" {
		args = args[:len(args)-1]
	}
	parts := []string{id}
	for _, a := range args {
		parts = append(parts, `"`+plain(a)+`"`)
	}
	s.line("%s%s(%s)", indent, name, strings.Join(parts, ", "))
}

// element is a box of a C4 diagram, with its name and what else stands in it.
func (s *script) element(indent, name string, b *box, room float64, more ...string) {
	parts := []string{b.id, `"` + fold(plain(b.label), nameSize, true, room+slack) + `"`}
	for len(more) > 0 && more[len(more)-1] == "" {
		more = more[:len(more)-1]
	}
	for _, m := range more {
		parts = append(parts, `"`+fold(plain(m), textSize, false, room)+`"`)
	}
	s.line("%s%s(%s)", indent, name, strings.Join(parts, ", "))
}

// plain replaces what a C4 diagram cannot show by what looks alike: entities are
// shown as they are written in boxes whose text is wrapped.
func plain(s string) string {
	return direction.ReplaceAllString(lookalike.Replace(clean(s)), "${1}\u2060 ") // a joiner, which is not seen
}

var lookalike = strings.NewReplacer(`"`, "'", "<", "‹", ">", "›", "&", "+", ";", ",", "`", "'", `\`, "/", "%%", "%", "$", "＄", "{", "(", "}", ")")

// titled is a name for the title of a C4 diagram, which cannot be quoted, with as many runes as
// there is room for.
func titled(s string, runes int) string {
	if rest, ok := cutFold(s, "the "); ok {
		s = "the " + rest
	}
	short, _ := shorten(s, titleWords, runes)
	return strings.ReplaceAll(plain(short), "#", "＃")
}

// titleRunes is the room in a title: mermaid cuts off what leads beyond the picture.
func (g *grid) titleRunes() int {
	if g.columns < 2 {
		return slimRunes
	}
	return titleRunes
}

// rel is an arrow of a C4 diagram, with its colors and the place of its text. The
// text has the color that the theme gives to texts.
func (s *script) rel(l *link, by offset) {
	if text, how := l.text(), l.how(); text+how == "" {
		s.line(`  Rel(%s, %s, "")`, l.from.id, l.to.id)
	} else {
		s.call("  ", "Rel", l.from.id+", "+l.to.id, text, how)
	}
	s.line("  UpdateRelStyle(%s, %s, $textColor=\"inherit\", $lineColor=%q, $offsetX=\"%d\", $offsetY=\"%d\")", l.from.id, l.to.id, gray, by.x, by.y)
}

// relations draws the arrows, with words at them where there is room and with numbers
// where there is not. The numbers count on from those given.
func (s *script) relations(p *plan, g *grid) {
	moved, tight := g.offsets()
	for len(tight) > 0 && tight[0].number == 0 {
		p.number(tight)
		moved, tight = g.offsets()
	}
	for _, l := range p.links {
		s.rel(l, moved[l])
	}
}

// number gives links numbers. A flow that is drawn twice has one number.
func (p *plan) number(links []*link) {
	if p.numbers == nil {
		p.numbers = map[[2]string]int{}
	}
	for _, l := range links {
		key := [2]string{l.from.nodes[0].ID, l.to.nodes[0].ID}
		if p.numbers[key] == 0 {
			p.numbers[key] = len(p.numbers) + 1
		}
		l.number, l.written = p.numbers[key], nil
	}
}

// layout says how many boxes stand in a row, and how wide they and the gaps between
// them are, so that texts fit beside arrows and no row is broken. It gives the titles of frames
// the color of the theme's texts: mermaid draws them in a dark gray on whatever page. Where a
// host ignores that, the title of the picture and the legend say the same.
func (s *script) layout(g *grid) {
	s.line("  UpdateLayoutConfig($c4ShapeInRow=\"%d\", $c4BoundaryInRow=\"1\")", g.columns)
	s.line(`%%%%{init: {"c4": {"width": %d, "c4ShapeMargin": %d, "diagramMarginX": %d, "diagramMarginY": %d}, "themeCSS": "text[fill=\"#444444\"] { fill: inherit; }"}}%%%%`, int(g.box), int(g.gap/2), int(g.indent), marginAbove)
}

// frame opens a boundary; the caller closes it with "}".
func (s *script) frame(indent, keyword, id, name string) {
	s.line(`%s%s(%s, "%s") {`, indent, keyword, id, plain(name))
}

func (s *script) paintFrame(id string) {
	s.line("  UpdateElementStyle(%s, $borderColor=%q)", id, gray)
}

func (s *script) paintBoxes(g *grid) {
	for _, z := range g.zones {
		for _, b := range withoutEnd(z.boxes) {
			c, font := paintOf(b.kind), "#ffffff"
			if b.space() {
				c, font = paint{fill: unseen, border: unseen}, unseen
			}
			s.line("  UpdateElementStyle(%s, $bgColor=%q, $fontColor=%q, $borderColor=%q)", b.id, c.fill, font, c.border)
		}
	}
}

const unseen = "transparent"

// space is a box that cannot be seen. Mermaid has no other way to keep a place free for
// the arrows that pass there.
func (s *script) space(indent string, b *box) {
	s.line(`%sContainer(%s, " ")`, indent, b.id)
}

// nameSpaces gives the places that are kept free their identifiers.
func (p *plan) nameSpaces(g *grid) {
	for _, z := range g.zones {
		for _, b := range withoutEnd(z.boxes) {
			if b.space() {
				b.id = p.names.id("space")
			}
		}
	}
}
