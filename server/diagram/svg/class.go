package svg

import (
	"fmt"
	"strings"
)

// Class is how elements look: on a light page, and on a dark one.
type Class struct {
	Name                 string
	Fill, Stroke         string // "" is none
	DarkFill, DarkStroke string
	Width                float64 // of the stroke
	Dashes               string
	Bold                 bool
}

// The classes. Texts hold a contrast of 4.5 against what they stand on, lines one
// of 3, in both schemes.
var (
	Page    = Class{Name: "page", Fill: "#ffffff", DarkFill: "#0d1117"}
	Ink     = Class{Name: "ink", Fill: "#1f2328", DarkFill: "#e6edf3"}
	Heading = Class{Name: "heading", Fill: "#1f2328", DarkFill: "#e6edf3", Bold: true}
	Quiet   = Class{Name: "quiet", Fill: "#59636e", DarkFill: "#9ea7b3"}
	Wire    = Class{Name: "wire", Stroke: "#59636e", DarkStroke: "#9ea7b3", Width: 1.2}
	Heavy   = Class{Name: "heavy", Stroke: "#59636e", DarkStroke: "#9ea7b3", Width: 2.6}
	Dotted  = Class{Name: "dotted", Stroke: "#59636e", DarkStroke: "#9ea7b3", Width: 1.2, Dashes: "4 3"}
	Head    = Class{Name: "head", Fill: "#59636e", DarkFill: "#9ea7b3"}
	Hollow  = Class{Name: "hollow", Fill: "#ffffff", DarkFill: "#0d1117", Stroke: "#59636e", DarkStroke: "#9ea7b3", Width: 1.2}
	Hair    = Class{Name: "hair", Stroke: "#d1d9e0", DarkStroke: "#30363d", Width: 1}
	Frame   = Class{Name: "frame", Stroke: "#818b98", DarkStroke: "#6e7681", Width: 1, Dashes: "5 4"}

	Box     = Class{Name: "box", Fill: "#eaf2fb", DarkFill: "#12263f", Stroke: "#2f6fb0", DarkStroke: "#5b93cc", Width: 1.2}
	Store   = Class{Name: "store", Fill: "#e8f3ea", DarkFill: "#13291a", Stroke: "#2c6e37", DarkStroke: "#5fa36c", Width: 1.2}
	Person  = Class{Name: "person", Fill: "#f1ecfa", DarkFill: "#241b3a", Stroke: "#6b46b0", DarkStroke: "#9a7bd6", Width: 1.2}
	Outside = Class{Name: "outside", Fill: "#f0f1f3", DarkFill: "#21262d", Stroke: "#6b7280", DarkStroke: "#8b949e", Width: 1.2}
	Note    = Class{Name: "note", Fill: "#fdf6dc", DarkFill: "#2d2610", Stroke: "#9a7b1e", DarkStroke: "#b8993a", Width: 1.2}

	Part  = Class{Name: "part", Fill: "#2f6fb0", DarkFill: "#5b93cc"}
	Spare = Class{Name: "spare", Fill: "#dfe7ef", DarkFill: "#21303f"}
	Over  = Class{Name: "over", Fill: "#b42318", DarkFill: "#f47067"}
	Goal  = Class{Name: "goal", Stroke: "#b42318", DarkStroke: "#f47067", Width: 1.6, Dashes: "6 4"}
)

// attributes are those for a light page.
func (c Class) attributes() string {
	var b strings.Builder
	fmt.Fprintf(&b, ` fill="%s"`, orNone(c.Fill))
	if c.Stroke != "" {
		fmt.Fprintf(&b, ` stroke="%s" stroke-width="%s"`, c.Stroke, n(c.Width))
	}
	if c.Dashes != "" {
		fmt.Fprintf(&b, ` stroke-dasharray="%s"`, c.Dashes)
	}
	if c.Bold {
		b.WriteString(` font-weight="600"`)
	}
	return b.String()
}

// dark is the rule for a dark page.
func (c Class) dark() string {
	rule := "." + c.Name + " { "
	if c.DarkFill != "" {
		rule += "fill: " + c.DarkFill + "; "
	}
	if c.DarkStroke != "" {
		rule += "stroke: " + c.DarkStroke + "; "
	}
	return rule + "}\n"
}

func orNone(color string) string {
	if color == "" {
		return "none"
	}
	return color
}
