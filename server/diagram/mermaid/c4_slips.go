package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// c4Slips are those of C4 diagrams, the likely ones first.
var c4Slips = []slip{
	{
		message:  "A text in a C4 diagram stands in straight double quotes, also where it is one word.",
		title:    "Put the text in quotes",
		together: true,
		many:     "Put every text in quotes",
		line:     quoteArguments,
	},
	{
		message:  "A relation needs three arguments, from, to and what happens, and an element two, a name and a label.",
		title:    "Add the missing argument",
		together: true,
		guess:    true,
		many:     "Add every missing argument",
		line:     first(addArgument, addBoth),
	},
	{
		message:  "The parenthesis of this call is not closed.",
		title:    "Close the parenthesis",
		together: true,
		many:     "Close every such parenthesis",
		line:     rewrite(`^(\w+\(.*[^\s){])\s*$`, "$1)"),
	},
	{
		message: "Each element of a C4 diagram stands on a line of its own.",
		title:   "Begin a new line",
		line:    rewrite(`([){])[ \t]+(\w+\(|\})`, "$1\n$2"),
	},
	{
		message: "There are quotes within the quotes of this text.",
		title:   "Write the inner quotes as single ones",
		line:    singleInnerQuotes,
	},
	{
		message: "Mermaid's C4 has no element or relation %q.",
		title:   "Write the nearest one that mermaid has",
		many:    "Write the nearest one that mermaid has, in every line",
		line:    nearestCall,
	},
	{
		message: "In a C4 diagram an arrow is written as a call of Rel.",
		title:   "Write Rel",
		many:    "Write Rel for every arrow",
		line:    arrowToRel,
	},
	{
		message: "A statement of a C4 diagram ends with its line.",
		title:   "Remove the semicolon",
		many:    "Remove every semicolon",
		line:    rewrite(`;\s*$`, ""),
	},
	{
		message: "A boundary has braces around what is in it.",
		title:   "Open a brace",
		line:    rewrite(`^(\w*(?:Boundary|Node\w*)\(.*\))$`, "$1 {"),
	},
	{
		message: "A boundary must hold at least one element.",
		title:   "Remove the boundary",
		whole:   dropEmptyBoundary,
	},
	{
		message: "A value in a call of this kind stands in quotes.",
		title:   "Put the value in quotes",
		line:    rewrite(`(\$\w+)\s*=\s*(\w+)`, `$1="$2"`),
	},
	{
		message: "This line is of PlantUML; mermaid's C4 has nothing like it.",
		title:   "Remove the line",
		many:    "Remove every such line",
		line:    dropPlantUML,
	},
	{message: "This boundary is not closed: a brace is missing.", title: "Close the brace", whole: closeBlocks},
	{message: "There is no open boundary that this brace could close.", title: "Remove the line", whole: dropEnd},
}

// calls are the elements and relations of C4, with how many arguments they need.
var calls = map[string]int{
	"Person": 2, "Person_Ext": 2, "System": 2, "System_Ext": 2, "SystemDb": 2, "SystemDb_Ext": 2, "SystemQueue": 2, "SystemQueue_Ext": 2,
	"Container": 2, "Container_Ext": 2, "ContainerDb": 2, "ContainerDb_Ext": 2, "ContainerQueue": 2, "ContainerQueue_Ext": 2,
	"Component": 2, "Component_Ext": 2, "ComponentDb": 2, "ComponentDb_Ext": 2, "ComponentQueue": 2, "ComponentQueue_Ext": 2,
	"Boundary": 2, "Enterprise_Boundary": 2, "System_Boundary": 2, "Container_Boundary": 2,
	"Deployment_Node": 2, "Node": 2, "Node_L": 2, "Node_R": 2,
	"Rel": 3, "BiRel": 3, "Rel_U": 3, "Rel_Up": 3, "Rel_D": 3, "Rel_Down": 3, "Rel_L": 3, "Rel_Left": 3, "Rel_R": 3, "Rel_Right": 3, "Rel_Back": 3,
	"RelIndex": 4, "UpdateElementStyle": 2, "UpdateRelStyle": 3, "UpdateLayoutConfig": 1,
}

// call is one call in a line: its name and the places of its arguments.
type call struct {
	name string
	args []text.Span // of the line, trimmed
	end  int         // of the last argument
}

// given is how many arguments a call has.
func (c call) given() int {
	n := 0
	for _, a := range c.args {
		if a.Len() > 0 {
			n++
		}
	}
	return n
}

var callHead = lazily(`^(\w+)\s*\(`)

// callOf reads the call that a line begins with; its end may be missing.
func callOf(s string) (call, bool) {
	m := callHead().FindStringSubmatchIndex(s)
	if m == nil {
		return call{}, false
	}
	c := call{name: s[m[2]:m[3]]}
	end := strings.TrimRight(s, " \t{;")
	end = strings.TrimSuffix(end, ")")
	bare := maskQuotes(end)
	for start := m[1]; start <= len(bare); {
		comma := start + indexAny(bare[start:], ",")
		c.args = append(c.args, trimmed(s, text.Span{Start: start, End: comma}))
		start = comma + 1
	}
	c.end = len(end)
	return c, true
}
