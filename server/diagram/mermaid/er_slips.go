package mermaid

// erSlips are those of entity relationship diagrams, the likely ones first.
var erSlips = []slip{
	{
		message: "In an ER diagram a relation says how many there are at each end, as in ||--o{ for one to many.",
		title:   "Write one to many: ||--o{",
		many:    "Write one to many everywhere: ||--o{",
		guess:   true,
		line:    rewrite(`^(\S+)\s+(?:-{1,3}>{1,2}|-{2,3}|={1,2}>|→|1\s*-+\s*(?:\*|n|N|many)|\|?-+o?\{)\s+(\S+)`, "$1 ||--o{ $2"),
	},
	{
		message: "The signs of how many there are at an end of this relation are not complete; they are ||, |o or o|, }o or o{, }| or |{.",
		title:   "Complete the relation",
		many:    "Complete every such relation",
		line: first(
			rewrite(`\s\|\|-([o|}])`, " ||--$1"), rewrite(`\s\|\|-{3,}([o|}])`, " ||--$1"), rewrite(`(\|\||\|o|\}o|\}\|)(--|\.\.)\s`, "$1$2|| "),
			rewrite(`\s(--|\.\.)(\|\||o\{|\|\{|o\|)`, " ||$1$2"), rewrite(`\s\|(--|\.\.)`, " ||$1"), rewrite(`(--|\.\.)\{\s`, "$1|{ "),
			rewrite(`\s\{\|(--|\.\.)`, " }|$1"),
		),
	},
	{
		message: "The text of a relation with more than one word stands in quotes.",
		title:   "Put the text in quotes",
		many:    "Put every such text in quotes",
		line:    rewrite(`^(.*[|o}{](?:--|\.\.)[|o}{].*?:\s*)([^"\s]+\s[^"]*?)\s*$`, `$1"$2"`),
	},
	{
		message: "A relation has a text after a colon.",
		title:   "Add a text",
		guess:   true,
		many:    "Add every missing text",
		line:    first(rewrite(`^([^:]*[|o}{](?:--|\.\.)[|o}{][^:]*?)\s*$`, `$1 : has`), rewrite(`^(.*[|o}{](?:--|\.\.)[|o}{].*?)\s*:\s*$`, `$1 : has`)),
	},
	{
		message: "An attribute is written type first, then name, without a colon.",
		title:   "Write the type first",
		many:    "Write the type first everywhere",
		line:    rewrite(`^([\w.-]+)\s*:\s*([\w\[\]()]+)`, "$2 $1"),
	},
	{
		message: "A line of an ER diagram does not end with a semicolon or a comma.",
		title:   "Remove the sign",
		many:    "Remove every such sign",
		line:    rewrite(`[;,]\s*$`, ""),
	},
	{
		message: "An attribute has a type of one word, a name, keys among PK, FK and UK, and then a text in quotes.",
		title:   "Write the attribute as mermaid does",
		many:    "Write every attribute as mermaid does",
		line:    erAttribute,
	},
	{
		message: "Keys of an attribute have a comma between them.",
		title:   "Put a comma between the keys",
		line:    rewrite(`\b(PK|FK|UK)\s+(PK|FK|UK)\b`, "$1, $2"),
	},
	{
		message: "The opening brace stands on the line of its entity.",
		title:   "Move the brace up",
		many:    "Move every such brace up",
		line:    first(braceUp, rewrite(`^(\w+)\s*\($`, "$1 {"), rewrite(`^\)$`, "}")),
	},
	{
		message: "What is in the diagram has a name in quotes when it is more than one word.",
		title:   "Put the name in quotes",
		line:    rewrite(`^(\w+(?:\s+\w+)+)(\s*(?:\{|[|}][|o]))`, `"$1"$2`),
	},
	{message: "This entity is not closed: a brace is missing.", title: "Close the brace", whole: closeBlocks},
	{message: "There is no open entity that this brace could close.", title: "Remove the line", whole: dropEnd},
}
