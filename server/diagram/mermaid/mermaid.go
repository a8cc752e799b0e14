// Package mermaid checks diagrams with mermaid's own parser, says in words what
// is wrong with one, and mends the usual slips.
//
// The parser is the npm package mermaid, bundled without what draws (see
// scripts/grammar) and run by a script engine written in Go. A program built
// without the bundle has a Grammar that answers ErrNoGrammar; Survey, Lint and
// the messages of this package work without it.
//
// All spans are bytes of the source that was passed in: the text between the
// fences of a block, with front matter, directives and comments.
package mermaid

import "github.com/designls/designls/server/text"

// Kind is the kind of a diagram as the author writes it, without a version:
// "flowchart" for graph, flowchart and flowchart-elk.
type Kind string

// The kinds that this package knows more of than their name.
const (
	Unknown      Kind = ""
	Flowchart    Kind = "flowchart"
	Sequence     Kind = "sequenceDiagram"
	Class        Kind = "classDiagram"
	State        Kind = "stateDiagram"
	ER           Kind = "erDiagram"
	C4           Kind = "C4"
	Gantt        Kind = "gantt"
	Pie          Kind = "pie"
	Mindmap      Kind = "mindmap"
	Timeline     Kind = "timeline"
	Journey      Kind = "journey"
	GitGraph     Kind = "gitGraph"
	Block        Kind = "block"
	Architecture Kind = "architecture"
	Sankey       Kind = "sankey"
	XYChart      Kind = "xychart"
	Quadrant     Kind = "quadrantChart"
	Requirement  Kind = "requirementDiagram"
	Packet       Kind = "packet"
	Kanban       Kind = "kanban"
)

// Verdict is what mermaid's parser says of a source.
type Verdict struct {
	Kind  Kind         // Unknown when mermaid does not recognise one
	OK    bool         // the source parses
	Error *SyntaxError // nil when OK
}

// SyntaxError is the first thing at which the parser gave up.
type SyntaxError struct {
	// Span is the offending token in the author's source. What is missing at a
	// line's or the text's end has the span of the last word before it.
	Span text.Span
	// Message is mermaid's own, without its drawing of the place.
	Message string
	// Expected are the parser's names of the tokens that could stand here, if it
	// tells.
	Expected []string
	// Token is the parser's name of the token it found, "" when it could not read
	// one, and EndOfText at the end.
	Token string
	// End says that the text ended, or its line, before something was complete.
	End bool
	// FrontMatter says that not the diagram is wrong but the YAML before it.
	FrontMatter bool
}

// EndOfText is the Token of an error at the end of the source.
const EndOfText = "end of text"
