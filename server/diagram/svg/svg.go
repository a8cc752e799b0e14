// Package svg writes pictures as SVG: the elements of a drawing, and two pictures of
// its own, the parts of a latency and a table of capacity.
//
// What it writes has no script, no foreign content and no reference to anything
// outside; Check says the same of any SVG. Colors stand in attributes, for every
// viewer, and change with prefers-color-scheme where there is a dark page. Texts
// are measured by the widest of the usual fonts, so that nothing overlaps. The
// same input gives the same bytes.
//
// The package does no I/O.
package svg

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Marker is the comment by which a file is known to be written by this program.
const Marker = "<!-- drawn by designls: drawing it again replaces this file -->"

// Ours says whether a file was written by this program, and so may be replaced.
func Ours(content []byte) bool {
	head := content[:min(len(content), 1024)]
	return bytes.Contains(head, []byte(Marker))
}

// fonts are families that every system has or replaces.
const fonts = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"

// Picture is an SVG in the making. Lengths are pixels.
type Picture struct {
	width, height      float64
	title, description string
	body               strings.Builder
	used               []Class
}

// New begins a picture with a title and a description, which are read to those who
// do not see it.
func New(width, height float64, title, description string) *Picture {
	return &Picture{width: width, height: height, title: title, description: description}
}

// Point is a place in a picture.
type Point struct{ X, Y float64 }

// Rect draws a rectangle with rounded corners.
func (p *Picture) Rect(x, y, w, h, radius float64, c Class) {
	p.element("rect", c, "x", n(x), "y", n(y), "width", n(w), "height", n(h), "rx", n(radius))
}

// Line draws a line through points.
func (p *Picture) Line(points []Point, c Class) {
	p.element("polyline", c, "points", list(points))
}

// Shape draws a closed shape.
func (p *Picture) Shape(points []Point, c Class) {
	p.element("polygon", c, "points", list(points))
}

// Ellipse draws an ellipse around a center.
func (p *Picture) Ellipse(x, y, rx, ry float64, c Class) {
	p.element("ellipse", c, "cx", n(x), "cy", n(y), "rx", n(rx), "ry", n(ry))
}

// Anchor is the end of a text that its place is about.
type Anchor string

// The anchors of a text.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// Text writes a line of text, y being the middle of its height.
func (p *Picture) Text(x, y, size float64, anchor Anchor, s string, c Class) {
	p.begin("text", c, "x", n(x), "y", n(y+size*0.35), "font-size", n(size), "text-anchor", string(anchor))
	p.body.WriteString(">" + escaped(s) + "</text>\n")
}

func (p *Picture) element(name string, c Class, attributes ...string) {
	p.begin(name, c, attributes...)
	p.body.WriteString("/>\n")
}

func (p *Picture) begin(name string, c Class, attributes ...string) {
	fmt.Fprintf(&p.body, `  <%s class="%s"`, name, c.Name)
	for i := 0; i < len(attributes); i += 2 {
		fmt.Fprintf(&p.body, ` %s="%s"`, attributes[i], attributes[i+1])
	}
	p.body.WriteString(c.attributes())
	if !slices.ContainsFunc(p.used, func(o Class) bool { return o.Name == c.Name }) {
		p.used = append(p.used, c)
	}
}

// Bytes is the picture as a file.
func (p *Picture) Bytes() []byte {
	page := Page
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]s" height="%[2]s" viewBox="0 0 %[1]s %[2]s" role="img" aria-labelledby="title desc" font-family="%[3]s">`+"\n",
		n(p.width), n(p.height), escaped(fonts))
	fmt.Fprintf(&b, "%s\n<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", Marker, escaped(p.title), escaped(p.description))
	b.WriteString("<style>\n@media (prefers-color-scheme: dark) {\n" + page.dark())
	for _, c := range p.used {
		if c.Name != page.Name {
			b.WriteString(c.dark())
		}
	}
	b.WriteString("}\n</style>\n")
	fmt.Fprintf(&b, `  <rect class="%s" x="0" y="0" width="%s" height="%s"%s/>`+"\n", page.Name, n(p.width), n(p.height), page.attributes())
	b.WriteString(p.body.String() + "</svg>\n")
	return b.Bytes()
}

// n writes a length with at most one decimal.
func n(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
}

func list(points []Point) string {
	var parts []string
	for _, q := range points {
		parts = append(parts, n(q.X)+","+n(q.Y))
	}
	return strings.Join(parts, " ")
}

// escaped is a text as XML. Characters that XML does not have become U+FFFD.
func escaped(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return "" // a Buffer does not fail
	}
	return b.String()
}
