package mermaid

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// label is the text of a node or an arrow in a line of a flowchart.
type label struct {
	start, end int    // of the text, between the signs around it
	close      string // the sign that ends it
	closed     bool   // whether it is there
}

// shapes are the signs around the text of a node, the longest first.
var shapes = [][2]string{
	{"(((", ")))"}, {"((", "))"}, {"([", "])"}, {"[[", "]]"}, {"[(", ")]"}, {"{{", "}}"},
	{"[/", `/]`}, {"[/", `\]`}, {`[\`, `\]`}, {`[\`, `/]`}, {"(", ")"}, {"[", "]"}, {"{", "}"}, {">", "]"},
}

var (
	// afterNode is what can follow a node.
	afterNode = lazily(`^\s*(?:$|;|&|:::|@\{|[ox<]?(?:--|==|-\.|~~~)|->|=>|→)`)
	arrowEnd  = lazily(`(?:-{2,}|={2,}|-\.+-|~{3})[>ox]?\s*$`)
	nextArrow = lazily(`\s*[ox<]?(?:-{2,}|={2,}|-\.+-)[>ox]?(?:\s|\||$)`)
)

// labels finds the texts in a line, also where their quotes are missing. A text
// ends where its signs close and something follows that can follow a node: there
// may be brackets of all kinds in it.
func labels(s string) []label {
	var all []label
	for i := 0; i < len(s); {
		l, ok := labelAt(s, i)
		if !ok {
			i++
			continue
		}
		all = append(all, l)
		i = l.end + len(l.close)
	}
	return all
}

func labelAt(s string, i int) (label, bool) {
	if s[i] == '|' && arrowEnd().MatchString(s[:i]) {
		return arrowLabel(s, i)
	}
	if !strings.ContainsRune("([{>", rune(s[i])) || !endsInName(beforeLabel(s[:i])) {
		return label{}, false
	}
	for _, shape := range shapes {
		if !strings.HasPrefix(s[i:], shape[0]) {
			continue
		}
		if end, ok := labelEnd(s, i+len(shape[0]), shape[1]); ok {
			return label{i + len(shape[0]), end, shape[1], true}, true
		}
	}
	return unclosedLabel(s, i)
}

// arrowLabel is the text between the pipes after an arrow.
func arrowLabel(s string, i int) (label, bool) {
	end := strings.IndexByte(s[i+1:], '|')
	if end < 0 {
		return label{}, false
	}
	return label{i + 1, i + 1 + end, "|", true}, true
}

// labelEnd is where a text that begins at start ends: where its sign closes and
// the brackets in between are paired, or where what follows can follow a node. A
// text that holds an arrow outside quotes was never closed.
func labelEnd(s string, start int, close string) (int, bool) {
	limit := min(len(s), start+maxLabel)
	if arrow := nextArrow().FindStringIndex(maskQuotes(s[start:limit])); arrow != nil {
		limit = min(limit, start+arrow[0]+len(close))
	}
	for at := start; ; {
		i := strings.Index(s[at:limit], close)
		if i < 0 {
			return 0, false
		}
		if paired(maskQuotes(s[start:at+i])) || afterNode().MatchString(s[at+i+len(close):]) {
			return at + i, true
		}
		at += i + 1
	}
}

// maxLabel is the length in bytes of a label above which it is not looked at.
const maxLabel = 600

// paired reports whether every bracket in a text has its partner.
func paired(s string) bool {
	var open []rune
	for _, r := range s {
		switch r {
		case '(', '[', '{':
			open = append(open, r)
		case ')', ']', '}':
			if len(open) == 0 || open[len(open)-1] != partner[r] {
				return false
			}
			open = open[:len(open)-1]
		}
	}
	return len(open) == 0
}

var partner = map[rune]rune{')': '(', ']': '[', '}': '{'}

// unclosedLabel ends before the next arrow, or with the line.
func unclosedLabel(s string, i int) (label, bool) {
	if s[i] == '>' {
		return label{}, false
	}
	for _, shape := range shapes {
		if strings.HasPrefix(s[i:], shape[0]) {
			start := i + len(shape[0])
			end := len(s)
			if at := nextArrow().FindStringIndex(s[start:]); at != nil {
				end = start + at[0]
			}
			return label{start, end, shape[1], false}, true
		}
	}
	return label{}, false
}

// beforeLabel is what stands before a sign that may begin a label. Only the title
// of a subgraph stands apart from its name.
func beforeLabel(s string) string {
	if strings.HasPrefix(s, "subgraph ") {
		return strings.TrimRight(s, " ")
	}
	return s
}

func endsInName(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r)
}
