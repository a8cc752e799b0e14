package diagram

import (
	"strings"

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
	service := ""
	for _, m := range rpcCall().FindAllStringSubmatchIndex(r.code, -1) {
		for len(services) > 0 && services[0][0] < m[0] {
			service = r.code[services[0][2]:services[0][3]] + "/"
			services = services[1:]
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

func (l *local) addEndpoints(source string, s text.Span) {
	for _, e := range readEndpoints(s.Of(source)) {
		e.Place.Span = e.Place.Shift(s.Start)
		l.endpoints = append(l.endpoints, e)
	}
}
