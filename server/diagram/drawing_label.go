package diagram

import (
	"strconv"
	"strings"

	"github.com/designls/designls/server/text"
)

// nodeOfBox returns the node of a box, or -1 for a box without a label.
func (d *drawing) nodeOfBox(i int) int {
	b := &d.boxes[i]
	if b.node == 0 {
		b.node = -1
		if lines, span := d.labelOf(b); len(lines) > 0 {
			n := d.picture.node("box "+strconv.Itoa(i), 0)
			s := &d.picture.nodes[n]
			s.name, s.tech = splitLines(lines)
			s.span = span
			b.node = n + 1
		}
	}
	return max(b.node, 0) - 1
}

// labelOf returns the lines of a box's label: those up to an empty line, a rule or
// a list, and outside of the boxes in it.
func (d *drawing) labelOf(b *drawnBox) (lines []string, span text.Span) {
	for y := b.top + 1; y < b.bottom; y++ {
		from, to := b.left+1, min(b.right, len(d.rows[y]))
		if b.holds {
			to = d.freeUntil(b, y, to)
		}
		s := ""
		if from < to {
			s = strings.TrimSpace(string(d.rows[y][from:to]))
		}
		switch s = strings.Trim(s, "|│┃║•* "); {
		case strings.Trim(s, "-=~_─━═+ ") == "" && len(lines) == 0:
		case strings.Trim(s, "-=~_─━═+ ") == "", len(lines) > 0 && strings.ContainsAny(s[:1], "-*("), b.holds && len(lines) > 0:
			return lines, span
		default:
			if len(lines) == 0 {
				span = d.span(y, from, to)
			}
			lines = append(lines, s)
		}
	}
	if title := strings.TrimSpace(strings.Trim(string(d.rows[b.top][b.left:min(b.right+1, len(d.rows[b.top]))]), "-=~_─━═+┌┐╭╮╔╗┏┓.,'`/\\*┬┴vV^▼▲ ")); len(lines) == 0 && title != "" && isWordRune([]rune(title)[0]) && !strings.Contains(title, "--") {
		return []string{title}, d.span(b.top, b.left, b.right)
	}
	return lines, span
}

// freeUntil is where the first box or line begins in a row of a box with others in it.
func (d *drawing) freeUntil(b *drawnBox, y, to int) int {
	for i := range d.boxes {
		if k := &d.boxes[i]; k != b && b.contains(k.top, k.left) && k.top <= y && y <= k.bottom {
			to = min(to, k.left)
		}
	}
	for x := b.left + 1; x < to; x++ {
		if r := d.rows[y][x]; isDown(r) && r != ':' || isJoint(r) {
			return x
		}
	}
	return to
}

// splitLines makes a name of the lines of a label: a short one goes on in the next
// line, "API" and "Gateway", behind a longer one other things are said.
func splitLines(lines []string) (name, tech string) {
	all := strings.Join(lines, " ")
	if n := len(strings.Fields(all)); n <= 4 && !strings.ContainsAny(all, "(:+0123456789[") && (!isPartName(lines[0]) || !isTechnology(strings.ToLower(lines[len(lines)-1])) && (n == 2 || isPartName(all))) {
		return plainLabel(all), ""
	}
	name, tech = splitLabel(lines[0])
	return name, plainLabel(strings.Join(append([]string{tech}, lines[1:]...), " "))
}

// isPartName says whether a name ends like one of a component.
func isPartName(s string) bool {
	return newDrawn(s, text.Span{}, Component).marks&(markHead|markTech) != 0
}

// nodeOfText returns the node of the name around a cell, or -1 for no name. What stands
// above a line that others meet is one for sure.
func (d *drawing) nodeOfText(y, x int, sure bool) int {
	from, to := d.textAround(y, x)
	if to <= from {
		return -1
	}
	name := wireNumber().ReplaceAllString(strings.TrimSpace(string(d.rows[y][from:to])), "")
	name, tech := splitLabel(strings.TrimSpace(strings.TrimSuffix(strings.Trim(name, "[]{}<>|\"'"), "(s)")))
	name = strings.TrimSpace(strings.Trim(name, "()[]"))
	if i := strings.LastIndexByte(name, ' '); i > 0 && words().protocols[strings.ToLower(name[i+1:])] != "" {
		name = name[:i] // "agent GRPC=> server"
	}
	m := newDrawn(name, d.span(y, from, to), Component)
	if !wireName().MatchString(name) || !sure && (!m.canEndWire(name) || isStep(name)) {
		return -1
	}
	n := d.picture.node(nameKey(name), 0)
	d.picture.nodes[n].name, d.picture.nodes[n].tech, d.picture.nodes[n].span = name, tech, m.span
	return n
}

// textAround returns the columns of the words around a cell, which one space parts.
func (d *drawing) textAround(y, x int) (from, to int) {
	if !d.isText(y, x) {
		return x, x
	}
	for from = x; d.isText(y, from-1) || d.at(y, from-1) == ' ' && d.isText(y, from-2); from-- {
	}
	for to = x + 1; d.isText(y, to) || d.at(y, to) == ' ' && d.isText(y, to+1); to++ {
	}
	return from, to
}

// isText says whether a cell belongs to words rather than to a line or an arrow. A
// hyphen does inside of a word.
func (d *drawing) isText(y, x int) bool {
	r := d.at(y, x)
	if r == '-' || r == '=' {
		return isWordRune(d.at(y, x-1)) && isWordRune(d.at(y, x+1))
	}
	if d.borderAt(y, x) >= 0 {
		return false
	}
	return r == ':' && isWordRune(d.at(y, x-1)) || r != ' ' && !isAcross(r) && !isDown(r) && !isJoint(r) && !isHead(r)
}

// borderAt is the box whose border a cell belongs to, or -1.
func (d *drawing) borderAt(y, x int) int {
	if y < 0 || y >= len(d.border) || x < 0 || x >= len(d.border[y]) {
		return -1
	}
	return d.border[y][x] - 1
}
