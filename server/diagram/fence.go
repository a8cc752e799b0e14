package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// readFences reads the diagrams, schemas and endpoints in a section's code.
func readFences(c *document.Content, out *local) {
	for _, i := range authoredCode(c) {
		out.readPictureIn(c, i)
		switch n := c.Nodes[i]; {
		case n.Kind == document.KindCodeSpan:
			out.addEndpoints(c.Source, n.Inner)
		case schemaLanguages[n.Language()]:
			out.addSchema(c, n)
		case pictureReaders[n.Language()] == nil:
			out.addSchema(c, n)
			out.addEndpoints(c.Source, n.Inner)
		}
	}
}

// readPictures reads the diagrams, and nothing else, in a section's code.
func readPictures(c *document.Content, out *local) {
	for _, i := range authoredCode(c) {
		out.readPictureIn(c, i)
	}
}

// authoredCode returns the nodes with code that designls did not write.
func authoredCode(c *document.Content) (out []int) {
	generated := generatedSpans(c.Source)
	for i, n := range c.Nodes {
		switch n.Kind {
		case document.KindFence, document.KindCode, document.KindCodeSpan:
			if !coveredBy(generated, n.Span.Start) {
				out = append(out, i)
			}
		}
	}
	return out
}

var (
	pictureReaders = map[string]func(source string) *picture{
		"mermaid":  readPicture,
		"plantuml": readPlantUML, "puml": readPlantUML, "uml": readPlantUML,
		"dot": readGraphviz, "graphviz": readGraphviz, "gv": readGraphviz,
	}
	schemaLanguages = map[string]bool{"sql": true, "postgresql": true, "mysql": true, "plpgsql": true, "cql": true, "ddl": true}
)

// readPictureIn reads the diagram in a code block, if there is one: in a language for
// diagrams, or drawn with characters.
func (l *local) readPictureIn(c *document.Content, i int) {
	n := c.Nodes[i]
	read := pictureReaders[n.Language()]
	switch {
	case n.Kind == document.KindCodeSpan || schemaLanguages[n.Language()]:
	case read != nil:
		l.addPicture(read(unquote(c, i, n.Inner)), n.Inner.Start)
	default:
		l.readDrawn(c, i, n)
	}
}

// unquote returns the text of a fence, with the marks of a quote around it
// blanked.
func unquote(c *document.Content, node int, s text.Span) string {
	code := s.Of(c.Source)
	if c.Ancestor(node, document.KindQuote) < 0 {
		return code
	}
	var b strings.Builder
	for l := range strings.Lines(code) {
		rest := strings.TrimLeft(l, " \t>")
		b.WriteString(strings.Repeat(" ", len(l)-len(rest)) + rest)
	}
	return b.String()
}

var tableOf = text.Pattern("(?i)`(\\w+)`\\s+(?:table|collection)|(?:table|collection)\\s+`(\\w+)`")

// addSchema reads CREATE TABLE, or a bare list of columns below a sentence that
// names the table.
func (l *local) addSchema(c *document.Content, n document.Node) {
	code := n.Inner.Of(c.Source)
	entities := readDDL(code)
	if len(entities) == 0 {
		before := c.Source[max(0, n.Span.Start-300):n.Span.Start]
		if !containsAny(strings.ToLower(before), "table", "collection") {
			return // without a search by pattern
		}
		if all := tableOf().FindAllStringSubmatch(before, -1); len(all) > 0 {
			last := all[len(all)-1]
			if e := readColumns(code, last[1]+last[2]); e != nil {
				entities = append(entities, e)
			}
		}
	}
	for _, e := range entities {
		e.Place.Span = e.Place.Shift(n.Inner.Start)
		l.entities = append(l.entities, e)
	}
}
