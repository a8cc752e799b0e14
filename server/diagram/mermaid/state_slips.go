package mermaid

// stateSlips are those of state diagrams, the likely ones first.
var stateSlips = []slip{
	{
		message: "A state diagram has no arrow %q; a transition is written -->.",
		title:   "Write -->",
		many:    "Write every arrow as -->",
		line: arrows(map[string]string{
			"->": "-->", "->>": "-->", "-->>": "-->", "=>": "-->", "==>": "-->", "→": "-->", "⟶": "-->", "➔": "-->", "--->": "-->", "---": "-->",
			"–>": "-->", "—>": "-->", "-.->": "-->", "..>": "-->",
		}),
	},
	{
		message: "A chain of transitions is written as one line for each.",
		title:   "Write a line for each transition",
		line:    rewrite(`^([^\s:]+)\s*-->\s*([^\s:]+)\s*-->\s*([^\s:]+)(\s*:.*)?$`, "$1 --> $2\n$2 --> $3$4"),
	},
	{
		message: "In a state diagram the text of a transition stands after a colon.",
		title:   "Put the text after a colon",
		many:    "Put every such text after a colon",
		line: first(
			rewrite(`^(\S+)\s*-->\s*\|"?([^|]*?)"?\|\s*(\S+)$`, "$1 --> $3 : $2"),
			rewrite(`^(\S+)\s*--\s+"?([^->]+?)"?\s+-->\s*(\S+)$`, "$1 --> $3 : $2"),
			rewrite(`^(\S+)\s*-->\s*(\S+)\s+([^:\s{<-][^:]*)$`, "$1 --> $2 : $3"),
		),
	},
	{
		message:  "The name of a state is one word of letters, digits, dots and underscores, not %q; what people read is written state \"Text\" as name.",
		title:    "Make a name and a text",
		together: true,
		many:     "Make a name and a text of every such state",
		line:     nameStates,
	},
	{
		message: "A state with a text is written state \"Text\" as name.",
		title:   "Write it as mermaid does",
		line: first(
			rewrite(`^state\s+"([^"]*?)\s+as\s+(\w+)`, `state "$1" as $2`),
			rewrite(`^state\s+(\S+)\s+as\s+(_+)$`, "state $2 as $1"),
			rewrite(`^(\w+)\s*\[\s*([^\]*]+?)\s*\]$`, `state "$2" as $1`),
		),
	},
	{
		message: "An arrow that points to the left is written the other way round.",
		title:   "Turn the arrow round",
		line:    rewrite(`^([^<\s:]+)\s*<-{1,2}\s*([^\s:>]+)`, "$2 --> $1"),
	},
	{
		message: "A colon has a text after it.",
		title:   "Remove the colon",
		line:    rewrite(`\s*:\s*$`, ""),
	},
	{
		message: "A note of a state diagram stands left of or right of a state.",
		title:   "Put the note on the right",
		line:    rewrite(`^note\s+(?:for|over)\s+`, "note right of "),
	},
	{
		message: "A note of several lines is closed by end note.",
		title:   "Add end note",
		whole:   closeNote,
	},
	{
		message: "Mermaid keeps this word for itself, so no state can be called that.",
		title:   "Give the state another name",
		line:    first(rewrite(`(-->\s*)(note|class|style|click|hide|scale|direction)\b`, "${1}${2}_"), rewrite(`^(note|class|style|click|hide|scale|direction)(\s*-->)`, "${1}_$2")),
	},
	{
		message: "A state with others in it is closed by a brace.",
		title:   "Write a brace",
		line:    rewrite(`(?i)^end(?:\s*state)?$`, "}"),
	},
	{message: "This state is not closed: a brace is missing.", title: "Close the brace", whole: closeBlocks},
}
