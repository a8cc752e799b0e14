package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// Endpoint is an operation that a component offers.
type Endpoint struct {
	Method string // of HTTP, or "rpc"
	Path   string // "/v1/orders", or "Service/Method"
	Place  Place
}

var (
	httpCall   = text.Pattern(`(?m)^\s*(?:\$\s*)?(?:curl\s+(?:-\S+\s+)*)?(?:-X\s+)?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(?:https?://[^/\s"']+)?(/[^\s"'?#]*)`)
	curlGet    = text.Pattern(`(?m)^\s*\$?\s*curl\s+["']?https?://[^/\s"']+(/[^\s"'?#]*)`)
	curlPost   = text.Pattern(`(?m)^\s*\$?\s*curl\s[^\n]*-X\s+(POST|PUT|PATCH|DELETE)\b(?:[^\n]*\\\n)*[^\n]*?https?://[^/\s"']+(/[^\s"'?#]*)`)
	rpcService = text.Pattern(`(?m)^\s*service\s+(\w+)\s*\{`)
	rpcCall    = text.Pattern(`(?m)^\s*rpc\s+(\w+)\s*\(`)
)

// readEndpoints finds the operations that a piece of code shows. Places count
// from the code's start.
func readEndpoints(code string) []*Endpoint {
	r := endpointReader{code: code}
	if containsAny(code, "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS") {
		for _, m := range httpCall().FindAllStringSubmatchIndex(code, -1) {
			r.add(code[m[2]:m[3]], code[m[4]:m[5]], m)
		}
	}
	if containsAny(code, "curl") {
		for _, m := range curlPost().FindAllStringSubmatchIndex(code, -1) {
			r.add(code[m[2]:m[3]], code[m[4]:m[5]], m)
		}
		for _, m := range curlGet().FindAllStringSubmatchIndex(code, -1) {
			r.add("GET", code[m[2]:m[3]], m)
		}
	}
	if containsAny(code, "rpc ") {
		r.readCalls()
	}
	return r.out
}

// endpointReader collects operations, each once.
type endpointReader struct {
	code string
	out  []*Endpoint
	seen map[string]bool
}

func (r *endpointReader) add(method, path string, m []int) {
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	if k := method + path; !r.seen[k] {
		r.seen[k] = true
		r.out = append(r.out, &Endpoint{method, path, Place{text.Span{Start: m[0], End: m[1]}, FromSchema}})
	}
}

// readCalls reads the services of protocol buffers.
func (r *endpointReader) readCalls() {
	services := rpcService().FindAllStringSubmatchIndex(r.code, -1)
	for _, m := range rpcCall().FindAllStringSubmatchIndex(r.code, -1) {
		service := ""
		for _, s := range services {
			if s[0] < m[0] {
				service = r.code[s[2]:s[3]] + "/"
			}
		}
		r.add("rpc", service+r.code[m[2]:m[3]], m)
	}
}

// containsAny says whether a text has one of some words: what is cheap to know
// before a pattern is tried.
func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// fences reads the diagrams, schemas and endpoints in a section's code blocks.
func readFences(c *document.Content, out *local) {
	generated := generatedSpans(c.Source)
	for i, n := range c.Nodes {
		if coveredBy(generated, n.Span.Start) {
			continue
		}
		switch n.Kind {
		case document.KindFence, document.KindCode:
		case document.KindCodeSpan:
			out.addEndpoints(c.Source, n.Inner)
			continue
		default:
			continue
		}
		switch n.Language() {
		case "mermaid":
			out.addPicture(readPicture(unquote(c, i, n.Inner)), n.Inner.Start)
		case "plantuml", "puml", "uml":
			out.addPicture(readPlantUML(unquote(c, i, n.Inner)), n.Inner.Start)
		case "dot", "graphviz", "gv":
			out.addPicture(readGraphviz(unquote(c, i, n.Inner)), n.Inner.Start)
		case "sql", "postgresql", "mysql", "plpgsql", "cql", "ddl":
			out.addSchema(c, n)
		default:
			out.addSchema(c, n)
			out.addEndpoints(c.Source, n.Inner)
			out.readDrawn(c, i, n)
		}
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

func (l *local) addEndpoints(source string, s text.Span) {
	for _, e := range readEndpoints(s.Of(source)) {
		e.Place.Span = e.Place.Shift(s.Start)
		l.endpoints = append(l.endpoints, e)
	}
}

var tableOf = text.Pattern("(?i)`(\\w+)`\\s+(?:table|collection)|(?:table|collection)\\s+`(\\w+)`")

// addSchema reads CREATE TABLE, or a bare list of columns below a sentence that
// names the table.
func (l *local) addSchema(c *document.Content, n document.Node) {
	code := n.Inner.Of(c.Source)
	entities := readDDL(code)
	if len(entities) == 0 {
		before := c.Source[max(0, n.Span.Start-300):n.Span.Start]
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
