package rules

import (
	"regexp"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
)

// offers is what one section has that others can refer to. It depends on the
// section's text alone, and is kept under its hash.
type offers struct {
	names   []string // "section 4.2", "figure 3", "^1" for a footnote, "[rfc]" for a link definition, "*bold words"
	slugs   []string // anchors of its heading as other renderers than GitHub make them
	files   []string // paths of local files that it links to
	anchors []string // names of places in the document that it links to
	leads   []string // what stands for a heading in the text, see leadsOf
	tables  int

	numbered   bool // whether its heading has a number
	introduces bool // whether there is a sentence that can introduce a document
	figures    int  // images and drawings
}

var caption = pattern(`(?i)^(figure|fig\.?|diagram|picture|table|listing|appendix|annex)\s+([0-9]+(?:[.-][0-9]+)*|(?-i:[A-Z])\b)(\s*(?:$|[:.|)–—-]|\s(?-i:[A-Z])))`)

// numberedLine matches the number of a paragraph, line or item of its own.
var numberedLine = pattern(`^([0-9]+(?:\.[0-9]+)+)[.):]?[ \t]`)

// codeCaption is looser: in drawings and HTML a mention is a caption.
var codeCaption = pattern(`(?i)\b(figure|fig\.?|diagram|picture|table|listing|appendix|annex)[\s_-]*([0-9]+(?:[.-][0-9]+)*|[A-Z]\b)`)

func findOffers(s *document.Section) *offers {
	c, o := s.Content, &offers{leads: leadsOf(s.Content)}
	o.introduces = s.Level() <= 1 && introduces(c)
	if s.Heading != nil {
		o.addHeading(s.Heading.Text)
	}
	captions := mentionsCaption(c.Source)
	for line := range strings.FieldsFuncSeq(c.Prose, endsLine) {
		o.addLine(strings.TrimLeft(line, " \t\r\x1a(*"), captions)
	}
	for _, n := range c.Nodes {
		o.addNode(c, n)
	}
	for _, link := range linksOf(c) {
		if path, ok := localPath(link.dest); ok {
			o.files = append(o.files, path)
		}
		if name, ok := anchorOf(link.dest); ok {
			o.anchors = append(o.anchors, name)
		}
	}
	return o
}

func endsLine(r rune) bool { return r == '\n' || r == document.Break }

// addLine notes what the beginning of a line names: a caption, or the line itself
// by a number.
func (o *offers) addLine(line string, captions bool) {
	if line == "" {
		return
	}
	switch c := line[0] | 0x20; {
	case captions && strings.IndexByte("fdptla", c) >= 0:
		o.addCaptions(caption(), line)
	case '0' <= line[0] && line[0] <= '9':
		if m := numberedLine().FindStringSubmatch(line); m != nil {
			o.names = append(o.names, numberName("section", m[1]))
		}
	}
}

var headingNumber = pattern(`(?i)^(?:(?:section|chapter|part|appendix|annex)\s+|§\s*)?([0-9]+(?:\.[0-9]+)*|[A-Z])(?:[.):]?\s|[.):—–-]|$)`)

func (o *offers) addHeading(title string) {
	o.slugs = otherSlugs(title)
	if lower := strings.ToLower(title); strings.Contains(lower, "appendi") || strings.Contains(lower, "annex") {
		o.names = append(o.names, "appendix")
	}
	if m := headingNumber().FindStringSubmatch(title); m != nil {
		kind := "section"
		if m[1][0] > '9' {
			kind = "appendix"
		}
		o.numbered = kind == "section"
		o.names = append(o.names, numberName(kind, m[1]))
	}
}

func (o *offers) addNode(c *document.Content, n document.Node) {
	switch n.Kind {
	case document.KindFootnote:
		o.names = append(o.names, "^"+foldLabel(n.Label))
	case document.KindDefinition:
		o.names = append(o.names, "["+foldLabel(n.Label)+"]")
	case document.KindTable:
		o.tables++
	case document.KindStrong:
		bold, _, more := strings.Cut(n.Inner.Of(c.Source), " (")
		o.names = append(o.names, "*"+foldTitle(n.Inner.Of(c.Source)))
		if more { // "Failover (manual)" is called "Failover"
			o.names = append(o.names, "*"+foldTitle(bold))
		}
	case document.KindImage, document.KindFence, document.KindCode, document.KindHTML, document.KindInlineHTML:
		if isFigure(c, n) {
			o.figures++
		}
		if source := c.Text(n); mentionsCaption(source) {
			o.addCaptions(codeCaption(), source)
		}
	}
}

// isFigure takes a code block for a drawing when it is in a language for those, or
// in none and looks like one.
func isFigure(c *document.Content, n document.Node) bool {
	switch n.Kind {
	case document.KindImage:
		return true
	case document.KindCode:
		return looksDrawn(c.Text(n))
	case document.KindFence:
		if slices.Contains([]string{"", "text", "txt", "plaintext"}, n.Language()) {
			return looksDrawn(n.Inner.Of(c.Source))
		}
		return slices.Contains([]string{"ascii", "mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "svgbob", "ditaa",
			"structurizr", "c4plantuml", "nomnoml", "bpmn", "vega", "vega-lite", "wavedrom", "excalidraw", "blockdiag", "seqdiag", "pikchr", "flow", "sequence"}, n.Language())
	}
	return containsAny(strings.ToLower(c.Text(n)), []string{"<img", "<svg", "<object", "<figure", "<picture", "<table"})
}

// looksDrawn says whether a text has corners of boxes, or lines and arrows enough
// for a drawing.
func looksDrawn(code string) bool {
	if containsAny(code, []string{"+-", "-+", "│", "─", "└", "┌", "▶", "►", "|_", "_|", "|--", "--|"}) {
		return true
	}
	strokes := 0
	for _, stroke := range []string{"--", "->", "<-", "==", "→", "|", "/ \\"} {
		strokes += strings.Count(code, stroke)
	}
	return strokes > 2
}

var captionHints = []string{"igure ", "ig. ", "Fig ", "Diagram ", "Picture ", "table ", "Table ", "isting ", "ppendix ", "nnex ", "igure-", "FIG", "TABLE", "APPENDIX", "ANNEX"}

func mentionsCaption(s string) bool { return containsAny(s, captionHints) }

func (o *offers) addCaptions(expr *regexp.Regexp, s string) {
	for _, m := range expr.FindAllStringSubmatch(s, -1) {
		o.names = append(o.names, numberName(m[1], m[2]))
	}
}

// numberName is the name under which a numbered thing is known: "figure 3".
func numberName(kind, number string) string {
	return partName(kind) + " " + strings.ToLower(strings.ReplaceAll(number, "-", "."))
}
