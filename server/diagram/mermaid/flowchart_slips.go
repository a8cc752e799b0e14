package mermaid

// toBeQuoted is said with and without a grammar, so that a finding keeps its words when
// the verdict comes.
const toBeQuoted = "The label %q needs quotes around it, because of the parentheses, brackets, braces, pipes or quotes in it."

// flowchartSlips are those of flowcharts, the likely ones first.
var flowchartSlips = []slip{
	{
		message: "A label is not closed on its line.",
		title:   "Close the label",
		many:    "Close every such label",
		line:    closeLabels,
	},
	{
		message: "The shape of a node is not closed as it was opened: [( needs )], (( needs )).",
		title:   "Close the shape",
		many:    "Close every such shape",
		line:    closeShapes,
	},
	{
		message: toBeQuoted,
		title:   "Put quotes around the label",
		many:    "Put quotes around every label that needs them",
		line:    quoteLabels,
	},
	{
		message: "A label between quotes has at least a blank in it.",
		title:   "Put a blank between the quotes",
		many:    "Put a blank between the quotes of every empty label",
		line:    blankLabels,
	},
	{
		message: "An arrow is written without spaces in it.",
		title:   "Write the arrow in one piece",
		line:    first(rewrite(`\s-{1,2}\s+>\s`, " --> "), rewrite(`\s-\.-?\s+>\s`, " -.-> "), rewrite(`\s={1,2}\s+>\s`, " ==> ")),
	},
	{
		message: "The text of an arrow stands between pipes after it.",
		title:   "Put the text between pipes",
		many:    "Put every such text between pipes",
		line: first(
			rewrite(`\s*-([^\s>|-][^>|-]*?)->\s*`, " -->|$1| "), rewrite(`--([xo])-->`, "-->|$1|"),
			rewrite(`^([\w.-]+)\s*\|([^|]+)\|\s*(\S+)$`, "$1 -->|$2| $3"), rewrite(`(-->\|)([^|]*?)\s+(\S+)$`, "$1$2| $3"),
		),
	},
	{
		message: "A flowchart has no arrow %q; arrows are written -->, ---, ==> or -.->.",
		title:   "Write the arrow as mermaid does",
		many:    "Write every arrow as mermaid does",
		line: arrows(map[string]string{
			"->": "-->", "->>": "-->", "-->>": "-->", "→": "-->", "⟶": "-->", "➔": "-->", "➜": "-->", "~>": "-->", ">>": "-->",
			"–>": "-->", "—>": "-->", "––>": "-->", "–": "---", "—": "---", "=>": "==>", "=>>": "==>", "⇒": "==>", "..>": "-.->", "-.>": "-.->",
		}),
	},
	{
		message: "An arrow that points to the left is written the other way round.",
		title:   "Turn the arrow round",
		line:    rewrite(`^([^<\s]+)\s*(?:<-{1,2}|←)\s*([^\s>-]+)$`, "$2 --> $1"),
	},
	{
		message: "The label of an arrow ends with |, without another >.",
		title:   "Remove the >",
		many:    "Remove every > after a label",
		line:    rewrite(`(-->\|_+\|)>`, "$1"),
	},
	{
		message:  `The word "end" closes a subgraph, so no node can be called that.`,
		title:    "Call the node End",
		together: true,
		line:     first(rewrite(`((?:--|==|-\.->?|~~~|&|[>|])\s*)end\b`, "${1}End"), rewrite(`^end\b(\s*(?:[\[({&]|--|==|-\.))`, "End$1")),
	},
	{
		message:  "Mermaid keeps the word %q for itself, so no node can be called that.",
		title:    "Give the node another name",
		together: true,
		line:     renameReserved,
	},
	{
		message: "In a flowchart the text of an arrow stands between pipes, not after a colon.",
		title:   "Put the text on the arrow",
		many:    "Put every such text on its arrow",
		line:    rewrite(`^(\S.*?)\s*(-->|---|==>|-\.->)\s*([^:|]+?)\s*:\s+(\S.*)$`, `$1 $2|"$4"| $3`),
	},
	{
		message: "The sign that begins a label stands directly after the name of its node.",
		title:   "Remove the space",
		many:    "Remove every such space",
		line:    rewrite(`(\w)[ \t]+([\[({])`, "$1$2"),
	},
	{
		message:  "The name of a node is one word, not %q; what people read is its label.",
		title:    "Make a name and a label",
		together: true,
		many:     "Make a name and a label of every such node",
		line:     nameNodes,
	},
	{
		message: "The title of a subgraph needs quotes when there is more in it than words.",
		title:   "Put quotes around the title",
		many:    "Put quotes around every such title",
		line: first(
			rewrite(`^subgraph\s+(\S+)\s+(_+)$`, "subgraph $1[$2]"),
			rewrite(`^subgraph\s+([^\[{]*[^\[{\s])\s*$`, `subgraph "$1"`),
		),
	},
	{
		message: "A subgraph is closed by a line with the word end, not by a brace.",
		title:   "Write end for the brace",
		many:    "Write every subgraph without braces",
		line:    first(rewrite(`^(subgraph\s.*?)\s*\{$`, "$1"), rewrite(`^\}$`, "end")),
	},
	{
		message: "A subgraph is closed by a line with nothing but the word end.",
		title:   "Write end",
		line:    rewrite(`^(?:[Ee]nd ?[Ss]ubgraph|End|END|end\s+\S.*)\s*;?$`, "end"),
	},
	{
		message: "A subgraph needs a name.",
		title:   "Name the subgraph",
		line:    rewrite(`^subgraph$`, "subgraph group"),
	},
	{
		message: "A line without an arrow head is written ---.",
		title:   "Write ---",
		many:    "Write --- for every such line",
		line:    plainLines,
	},
	{
		message: "Two nodes need an arrow between them, or a line each.",
		title:   "Begin a new line",
		line:    rewrite(`([\])}])[ \t]+([\pL\pN_]+[\[({])`, "$1\n$2"),
	},
	{message: "This subgraph is not closed: end is missing.", title: "Add end", whole: closeBlocks},
	{message: "There is no open subgraph that this end could close.", title: "Remove the line", whole: dropEnd},
}
