package svg

import (
	"math"
	"strings"
)

// Figure is a number that a system must carry.
type Figure struct {
	Group string // "Throughput"
	Name  string // "writes, average"
	Value string // "about 3.81 a second"
	How   string // what it was computed from, or that the document states it
}

// Capacity is a table of figures, those of a group together.
type Capacity struct {
	Title   string
	Figures []Figure
}

const mostHow = 520.0 // pixels of the longest derivation

// Bytes draws the table.
func (c Capacity) Bytes() []byte {
	name, value, how := 0.0, 0.0, 0.0
	groups, last := 0, ""
	for _, f := range c.Figures {
		name, value = math.Max(name, Width(f.Name, size)), math.Max(value, Width(f.Value, size)*1.1)
		how = math.Max(how, math.Min(Width(f.How, small), mostHow))
		if f.Group != last {
			groups, last = groups+1, f.Group
		}
	}
	const gap = 28.0
	width := math.Max(edge+name+gap+value+gap+how+edge, 480)
	height := edge + 34 + float64(len(c.Figures)+groups)*rowHeight + edge
	p := New(width, height, c.Title, c.describe())
	p.Text(edge, edge+8, 15, Start, Clip(c.Title, 15*1.1, width-2*edge), Heading)
	y, last := edge+34.0, ""
	for _, f := range c.Figures {
		if f.Group != last {
			p.Text(edge, y+rowHeight/2+3, small, Start, f.Group, Quiet)
			y, last = y+rowHeight, f.Group
			p.Line([]Point{{edge, y - 3}, {width - edge, y - 3}}, Hair)
		}
		p.Text(edge, y+rowHeight/2, size, Start, f.Name, Ink)
		p.Text(edge+name+gap, y+rowHeight/2, size, Start, f.Value, Heading)
		p.Text(edge+name+gap+value+gap, y+rowHeight/2, small, Start, Clip(f.How, small, how), Quiet)
		y += rowHeight
	}
	return p.Bytes()
}

func (c Capacity) describe() string {
	var said []string
	for _, f := range c.Figures {
		said = append(said, f.Group+", "+f.Name+": "+f.Value)
	}
	return strings.Join(said, "; ") + "."
}
