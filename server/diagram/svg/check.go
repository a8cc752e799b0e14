package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// elements are those that a picture may have, and attributes those that they may
// have. None of them runs anything or fetches anything.
var elements = []string{"svg", "title", "desc", "style", "g", "rect", "polyline", "polygon", "ellipse", "text", "tspan"}

var attributes = []string{
	"xmlns", "width", "height", "viewBox", "role", "aria-labelledby", "font-family", "id", "class", "x", "y", "rx", "ry", "cx", "cy",
	"points", "font-size", "font-weight", "text-anchor", "fill", "stroke", "stroke-width", "stroke-dasharray",
}

// fetches knows what makes a value or a style more than a value.
var fetches = regexp.MustCompile(`(?i)url\s*\(|@import|@font-face|javascript:|expression\s*\(|[\\<]`)

const namespace = "http://www.w3.org/2000/svg"

// Check says whether a file is an SVG that only draws: one root, and nothing but
// the elements and attributes that this package writes. Whoever writes a file asks
// it first.
func Check(content []byte) error {
	d := xml.NewDecoder(bytes.NewReader(content))
	depth, roots, within := 0, 0, ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("the picture is not XML: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := checkElement(t, depth); err != nil {
				return err
			}
			if depth == 0 {
				roots++
			}
			within = t.Name.Local
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if within == "style" && fetches.Match(t) {
				return errors.New("the picture has a style that refers to something outside")
			}
		case xml.Directive, xml.ProcInst:
			return errors.New("the picture has a declaration that it does not need")
		}
	}
	if roots != 1 {
		return errors.New("the picture has no root")
	}
	return nil
}

func checkElement(t xml.StartElement, depth int) error {
	if (t.Name.Local == "svg") != (depth == 0) || t.Name.Space != namespace || !slices.Contains(elements, t.Name.Local) {
		return fmt.Errorf("the picture has an element %q that may do more than draw", t.Name.Local)
	}
	for _, a := range t.Attr {
		if a.Name.Space != "" || !slices.Contains(attributes, a.Name.Local) {
			return fmt.Errorf("the picture has an attribute %q that may do more than draw", a.Name.Local)
		}
		if a.Name.Local != "xmlns" && (fetches.MatchString(a.Value) || strings.Contains(a.Value, "://")) {
			return fmt.Errorf("the attribute %q of the picture refers to something outside", a.Name.Local)
		}
	}
	return nil
}
