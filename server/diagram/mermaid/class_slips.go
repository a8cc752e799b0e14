package mermaid

// classSlips are those of class diagrams, the likely ones first.
var classSlips = []slip{
	{
		message: "A class diagram has no arrow %q; a relation is written -->, <|--, *--, o--, ..> or ..|>.",
		title:   "Write the arrow as mermaid does",
		many:    "Write every arrow as mermaid does",
		line: arrows(map[string]string{
			"->": "-->", "=>": "-->", "==>": "-->", "→": "-->", "->>": "-->", "-->>": "-->", "<-": "<--", "←": "<--", "–>": "-->", "—>": "-->", "-.->": "..>", ".>": "..>",
		}),
	},
	{
		message: "The arrow of an inheritance is written <|-- or --|>.",
		title:   "Write the arrow as mermaid does",
		many:    "Write every arrow as mermaid does",
		line:    first(rewrite(`<\|-(\s|\w)`, "<|--$1"), rewrite(`(\s|\w)-\|>`, "$1--|>")),
	},
	{
		message: "Inheritance is written as a relation: Parent <|-- Child.",
		title:   "Write the relation",
		many:    "Write every such relation",
		line:    extends,
	},
	{
		message: "A type parameter is written between tildes: List~Item~.",
		title:   "Write tildes",
		many:    "Write every such type with tildes",
		line:    rewrite(`^(class\s+\w+)<(\w+(?:,\s*\w+)*)>`, "$1~$2~"),
	},
	{
		message: "The opening brace stands on the line of its class.",
		title:   "Move the brace up",
		many:    "Move every such brace up",
		line:    braceUp,
	},
	{
		message: "A name with other signs than letters, digits, dots and dashes stands between backticks.",
		title:   "Put the name between backticks",
		line:    first(rewrite(`^(class\s+)"?([^"{}<>~:\s][^"{}<>~:]*?[/()&@!?+*,' ][^"{}<>~:]*?)"?(\s*\{?)$`, "${1}`$2`$3"), quotedClass),
	},
	{
		message: "What a class is, like an interface or an enumeration, is written in its body.",
		title:   "Write it in the body",
		many:    "Write it in the body, everywhere",
		line: first(
			rewrite(`^abstract\s+class\s+(\w+)$`, "class $1\n<<abstract>> $1"), rewrite(`^abstract\s+class\s+(\w+)\s*\{$`, "class $1 {\n<<abstract>>"),
			rewrite(`^(interface|enum|enumeration)\s+(\w+)\s*\{$`, "class $2 {\n<<$1>>"), rewrite(`^(?:package|module)(\s+\w+\s*\{)$`, "namespace$1"),
		),
	},
	{
		message: "How many there are stands in quotes.",
		title:   "Put the number in quotes",
		many:    "Put every such number in quotes",
		line:    first(quoteBoth, rewrite(`^(\S+\s+)([\d.*]+)(\s+[-.<|*o]+[-.>|*o]*\s+\S+.*)$`, `$1"$2"$3`), rewrite(`([-.>|o*]\s+)([\d.*]+)(\s+\w+\s*(?::.*)?)$`, `$1"$2"$3`)),
	},
	{
		message: "A relation has one class at each end.",
		title:   "Write a relation to each",
		line:    rewrite(`^(\S+\s+(?:[<|*o.-]+[-.][->|*o.]*)\s+)(\S+)\s*,\s*(\S+)$`, "$1$2\n$1$3"),
	},
	{
		message: "A note for a class is written: note for Name \"text\".",
		title:   "Write the note as mermaid does",
		line:    first(rewrite(`^note\s+for\s+(\w+)\s*:\s*"?(.*?)"?$`, `note for $1 "$2"`), rewrite(`^note\s+(\w+)\s*:?\s*(_+)$`, "note for $1 $2")),
	},
	{
		message: "A line of a class diagram does not end with a semicolon.",
		title:   "Remove the semicolon",
		many:    "Remove every semicolon",
		line:    rewrite(`;\s*$`, ""),
	},
	{
		message: "The class must be written before what is said of it.",
		title:   "Add the class",
		line:    rewrite(`^(<<\w+>>\s+)(\w+)$`, "class $2\n$1$2"),
	},
	{
		message: "The direction is a line of its own.",
		title:   "Write the direction on a line of its own",
		whole:   directionLine,
	},
	{message: "This body is not closed: a brace is missing.", title: "Close the brace", whole: closeBlocks},
	{message: "There is no open body that this brace could close.", title: "Remove the line", whole: dropEnd},
}
