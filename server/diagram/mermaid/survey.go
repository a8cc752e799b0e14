package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// outline is what can be seen of a source without a grammar.
type outline struct {
	source  string
	kind    Kind
	keyword text.Span // the word that names the kind; empty when there is none
	header  text.Span // the line of the keyword, else the first line that counts
	lines   []line    // the statements after the header
}

// line is one line of a diagram, without what stands around it and without the
// lines that mermaid takes out before it parses: front matter, directives,
// comments.
type line struct {
	span text.Span
	text string
}

var (
	frontMatter = lazily(`^[ \t]*---[ \t]*\r?\n(?s:.*?)\n[ \t]*---[ \t]*(?:\r?\n|$)`)
	directives  = lazily(`(?s)%%\{.*?\}%%`)
	// headers are the words that begin a diagram, as mermaid looks for them: at the
	// start of the text, without a care for what follows.
	headers = lazily(`^(?:graph|flowchart-elk|flowchart|sequenceDiagram|classDiagram-v2|classDiagram|stateDiagram-v2|stateDiagram|erDiagram|C4Context|C4Container|C4Component|C4Dynamic|C4Deployment|gantt|pie|mindmap|timeline|journey|gitGraph|block-beta|block|architecture-beta|architecture|sankey-beta|sankey|xychart-beta|xychart|quadrantChart|requirementDiagram|requirement|packet-beta|packet|kanban|info|radar-beta|treemap-beta|treemap|treeView-beta|swimlane-beta|agentflow-beta|eventmodeling|ishikawa-beta|ishikawa|venn-beta|usecase-beta|wardley-beta|cynefin-beta|railroad-ebnf-beta|railroad-abnf-beta|railroad-peg-beta|railroad-beta)`)
)

var headerKinds = map[string]Kind{
	"graph": Flowchart, "flowchart-elk": Flowchart, "classDiagram-v2": Class, "stateDiagram-v2": State,
	"C4Context": C4, "C4Container": C4, "C4Component": C4, "C4Dynamic": C4, "C4Deployment": C4,
	"block-beta": Block, "architecture-beta": Architecture, "sankey-beta": Sankey, "xychart-beta": XYChart,
	"requirement": Requirement, "packet-beta": Packet,
}

// survey reads the lines of a source.
func survey(source string) outline {
	o := outline{source: source}
	for _, l := range statements(source) {
		if o.header.Len() == 0 {
			o.begin(l)
			continue
		}
		o.lines = append(o.lines, l)
	}
	return o
}

// begin takes the first line that counts: it names the kind, and a statement may
// follow it after a semicolon.
func (o *outline) begin(l line) {
	o.header = l.span
	word := headers().FindString(l.text)
	if word == "" {
		return
	}
	o.keyword = text.Span{Start: l.span.Start, End: l.span.Start + len(word)}
	o.kind = Kind(word)
	if k, ok := headerKinds[word]; ok {
		o.kind = k
	}
}

// orWhole is the header, or all there is when nothing counts.
func (o *outline) orWhole() text.Span {
	if o.header.Len() > 0 {
		return o.header
	}
	return trimmed(o.source, text.Span{End: len(o.source)})
}

// all are the lines with the header, when nothing in it is known to be one.
func (o *outline) all() []line {
	if o.kind != Unknown {
		return o.lines
	}
	return append([]line{{o.header, o.header.Of(o.source)}}, o.lines...)
}

// maxLine is the length in bytes of a line above which it is not looked at. Nobody
// writes such lines, and the patterns here would take their time on them.
const maxLine = 2000

// statements are the lines that mermaid parses and that are not blank.
func statements(source string) []line {
	visible := blanked(source)
	var lines []line
	for start := 0; start < len(visible); {
		end := start + indexAny(visible[start:], "\r\n")
		span := trimmed(visible, text.Span{Start: start, End: end})
		if said := span.Of(visible); said != "" && len(said) <= maxLine && !strings.HasPrefix(said, "%%") {
			lines = append(lines, line{span, said})
		}
		start = end + 1
	}
	return lines
}

// indexAny is where the first of some characters stands, or the end.
func indexAny(s, chars string) int {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return i
	}
	return len(s)
}

// blanked is the source with front matter and directives turned into spaces.
func blanked(source string) string {
	if at := frontMatter().FindStringIndex(source); at != nil {
		source = spaces(source[:at[1]]) + source[at[1]:]
	}
	return directives().ReplaceAllStringFunc(source, spaces)
}

// spaces is as long in bytes as s, and has its line ends.
func spaces(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = ' '
		}
	}
	return string(b)
}
