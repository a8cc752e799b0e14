package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	// statement is what begins a line of a flowchart that is not about nodes.
	statement = lazily(`^(?:subgraph|end|style|linkStyle|classDef|class|click|direction|accTitle|accDescr)\b`)
	// between is what stands between two nodes: an arrow, with its text, or an &.
	between = lazily(`\s*(?:(?:[ox<]?(?:-{2,}|={2,}|-\.+-|~{3,})[>ox]?|->>?|=>|→)(?:\s*\|[^|]*\|)?|&)\s*`)
	// plain is a node that is neither a name alone nor a name with a label.
	plain  = lazily(`^[\pL\pN_][\pL\pN_ .,'’/:+-]* [\pL\pN_ .,'’/:+-]*[\pL\pN_.]$`)
	withAt = lazily(`^[\w.-]+@[\w.-]+$`)
	quotes = lazily(`^["“][^"“”]+["”]$`)
	shaped = lazily(`^([\[({]+)([^\[\](){}]+)[\])}]+$`)
)

// nameNodes makes a name and a label of nodes that are only text: of several
// words, in quotes, or in brackets without a name. One text always gets the same
// name, so that it stays one node.
func nameNodes(s *scene, l line) []text.Edit {
	bare := maskQuotes(l.text)
	if statement().MatchString(bare) {
		return nil
	}
	links := between().FindAllStringIndex(bare, -1)
	if len(links) == 0 {
		return nil // may be prose
	}
	var edits []text.Edit
	start := 0
	for _, m := range append(links, []int{len(bare), len(bare)}) {
		if start < m[0] {
			if with, ok := namedNode(l.text[start:m[0]]); ok {
				edits = append(edits, l.replace(start, m[0], with))
			}
		}
		start = m[1]
	}
	return edits
}

func namedNode(said string) (string, bool) {
	said = strings.TrimRight(said, "; \t")
	switch {
	case strings.Contains(said, "//"):
		return "", false
	case quotes().MatchString(said), plain().MatchString(said), withAt().MatchString(said):
		in := unquoted(said)
		return identifier(in) + `["` + inLabel(in) + `"]`, true
	}
	if m := shaped().FindStringSubmatch(said); m != nil {
		return identifier(m[2]) + said, true
	}
	return "", false
}
