package mermaid

// otherSlips are those of the kinds with few.
var otherSlips = map[Kind][]slip{
	Pie: {
		{
			message: "A part of a pie is a name in quotes, a colon and a number.",
			title:   "Write the part as mermaid does",
			many:    "Write every part as mermaid does",
			line: first(
				rewrite(`^(_+)\s*:?\s*([\d.]+)\s*%?$`, "$1 : $2"),
				rewrite(`^["“']?([^"“”':]+?)["”']?\s*[:=]\s*([\d.]+)\s*%?$`, `"$1" : $2`),
			),
		},
	},
	Architecture: {
		{
			message: "A relation of an architecture diagram says the side of each end: a:R --> L:b.",
			title:   "Add the sides",
			many:    "Add the sides everywhere",
			line:    rewrite(`^([\w-]+)(?::[LRTB])?\s*(<?)-{1,2}(>?)\s*(?:[LRTB]:)?([\w-]+)$`, "$1:R $2--$3 L:$4"),
		},
		{
			message: "The title of a service stands in brackets after its icon.",
			title:   "Write the title in brackets",
			line:    rewrite(`^((?:service|group)\s+[\w-]+)\s*(\([\w:-]+\))?\s*_+`, "$1$2[Title]"),
		},
	},
	Mindmap: {
		{
			message: "A mindmap has one root; all else is indented under it.",
			title:   "Indent the rest under the root",
			whole:   indentUnderRoot,
		},
	},
	Block: {
		{
			message: "The text of a block stands in quotes.",
			title:   "Put the text in quotes",
			many:    "Put every text in quotes",
			line:    quoteBlocks,
		},
		{message: "This block is not closed: end is missing.", title: "Add end", whole: closeBlocks},
	},
	Gantt: {
		{
			message: "A task of a gantt chart has a colon and then its dates.",
			title:   "Add a duration of one day",
			guess:   true,
			line:    rewrite(`^([^:]+[^:\s])\s*$`, "$1 :1d"),
		},
	},
	Journey: {
		{
			message: "A task of a journey has a score from 1 to 5 after a colon, and then who does it.",
			title:   "Add a score",
			guess:   true,
			line:    rewrite(`^([^:]+[^:\s])\s*$`, "$1: 3: User"),
		},
	},
	Quadrant: {
		{
			message: "A point has two numbers between 0 and 1 in brackets.",
			title:   "Write the point as mermaid does",
			line:    first(rewrite(`^([^:]+?)\s*:\s*\(?\s*([\d.]+)\s*[,;]\s*([\d.]+)\s*\)?$`, "$1: [$2, $3]")),
		},
	},
	XYChart: {
		{
			message: "A text of several words in a chart stands in quotes.",
			title:   "Put the text in quotes",
			many:    "Put every such text in quotes",
			line:    rewrite(`^((?:title|x-axis|y-axis)\s+)([^"\[\]\d-]+[^"\[\]\d\s-])(\s*(?:[\[\d-].*)?)$`, `$1"$2"$3`),
		},
	},
	GitGraph: {
		{
			message: "A branch must be there before it is used.",
			title:   "Make the branch",
			line:    rewrite(`^(?:checkout|switch)\s+(\S+)$`, "branch $1"),
		},
	},
}
