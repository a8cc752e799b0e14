package mermaid

// sequenceSlips are those of sequence diagrams, the likely ones first.
var sequenceSlips = []slip{
	{
		message: "An arrow of a sequence diagram is written without spaces in it.",
		title:   "Write the arrow in one piece",
		line:    rewrite(`(-{1,2})\s*>\s*>|(-{1,2})\s+>`, "$1$2>>"),
	},
	{
		message: "A sequence diagram has no arrow %q; a call is written ->> and an answer -->>.",
		title:   "Write the arrow as mermaid does",
		many:    "Write every arrow as mermaid does",
		line: arrows(map[string]string{
			"=>": "->>", "=>>": "->>", "==>": "->>", "==>>": "->>", "→": "->>", "⟶": "->>", "➔": "->>", "⇒": "->>", "->>>": "->>", "--->": "-->>",
			"–>": "->>", "—>": "->>", "–>>": "->>", "—>>": "->>", "––>>": "-->>", "..>": "-->>", "-.->": "-->>", "~>": "->>", ">>": "->>",
		}),
	},
	{
		message: "In a sequence diagram the text of a message stands after a colon, not between pipes.",
		title:   "Put the text after a colon",
		many:    "Put every such text after a colon",
		line:    rewrite(`^(\S.*?)\s*(-{1,2}>{1,2})\s*\|"?([^|]*?)"?\|\s*([^:|]+?)\s*$`, "$1$2$4: $3"),
	},
	{
		message: "An arrow that points to the left is written the other way round.",
		title:   "Turn the arrow round",
		line:    rewrite(`^([^<:]+?)\s*<{1,2}(-{1,2})\s*([^:]+?)\s*:`, "$3$2>>$1:"),
	},
	{
		message:  `The word "end" closes a block, so no participant can be called that.`,
		title:    "Call the participant end_",
		together: true,
		line: first(
			rewrite(`(?i)((?:-{1,2}[>x)]{1,2}[+-]?|,)\s*)(end)\b(\s*[:,]|$)`, "${1}${2}_$3"),
			rewrite(`(?i)^((?:participant|actor|activate|deactivate|create participant|destroy)\s+)(end)\b`, "${1}${2}_"),
			rewrite(`(?i)^(end)\b(.*-{1,2}[>x)])`, "${1}_$2"),
		),
	},
	{
		message:  "Mermaid keeps this word for itself, so no participant can be called that.",
		title:    "Give the participant another name",
		together: true,
		line:     rewrite(`(?i)(-{1,2}[>x)]{1,2}[+-]?\s*)(loop|alt|opt|par|and|else|option|critical|break|rect|box|note|actor|participant|create|destroy|title|activate|deactivate|autonumber)\b(\s*:)`, "${1}${2}_$3"),
	},
	{
		message: "A message has a text after a colon; it may be empty.",
		title:   "Add a colon",
		many:    "Add every missing colon",
		line:    rewrite(`^((?:[^:]+?)-{1,2}(?:>{1,2}|x|\))[+-]?\s*[^\s:]+(?:\s*$))`, "$1:"),
	},
	{
		message: "Between the one who is called and the text of the message stands a colon.",
		title:   "Put a colon before the text",
		line:    rewrite(`^([^:]+?-{1,2}(?:>{1,2}|x|\))[+-]?\s*[^\s:：]+)[：\s]\s*([^:\s].*)$`, "$1: $2"),
	},
	{
		message: "A semicolon ends a statement of a sequence diagram.",
		title:   "Write the semicolon as #59;",
		many:    "Write every such semicolon as #59;",
		line:    keepSemicolons,
	},
	{
		message: "A note says where it stands: over, left of or right of a participant, then a colon and its text.",
		title:   "Write where the note stands",
		line: first(
			rewrite(`(?i)^(note)\s+(left|right)\s+(?:over\s+)?([^\s:]+)`, "$1 $2 of $3"),
			rewrite(`(?i)^(note)\s+(?:for\s+)?([^\s:]+)\s*:`, "$1 over $2:"),
			rewrite(`(?i)^(note\s+(?:over|left of|right of)\s+[^\s:,]+(?:\s*,\s*[^\s:,]+)?)\s+([^\s:,].*)$`, "$1: $2"),
		),
	},
	{
		message: "A note can span from one participant to another, named with one comma.",
		title:   "Name the first and the last",
		line:    rewrite(`(?i)^(note\s+over\s+[^,:]+),(?:[^,:]+,)+([^,:]+):`, "$1,$2:"),
	},
	{
		message: "Choices are written alt, else and end, options opt.",
		title:   "Write the words of mermaid",
		many:    "Write the words of mermaid in every line",
		line: first(
			rewrite(`(?i)^if\b`, "alt"), rewrite(`(?i)^else?\s*if\b|^elif\b`, "else"), rewrite(`(?i)^(?:for|while|repeat)\b`, "loop"),
			rewrite(`(?i)^(?:group|section)\b`, "opt"), rewrite(`(?i)^end\s*(?:alt|if|loop|opt|par|rect|box|note|group|critical|break)\s*$`, "end"),
		),
	},
	{
		message: "A line that parts a sequence diagram is no statement of mermaid.",
		title:   "Make it a comment",
		line:    rewrite(`^(?:={2,}|-{2,}|\.{3,})\s*(.*?)\s*(?:={2,}|-{2,}|\.{3,})?$`, "%% $1"),
	},
	{
		message: "A participant is introduced with participant or actor, one a line.",
		title:   "Write participant",
		many:    "Write participant in every such line",
		line: first(
			rewrite(`(?i)^(?:database|boundary|control|entity|collections|queue|service|system|component|object)\s+(\S+(?:\s+as\s+\S.*)?)$`, "participant $1"),
			introduceEach,
		),
	},
	{
		message: "The name after a colon is written with as.",
		title:   "Write as",
		line:    rewrite(`^((?:participant|actor)\s+[^:\s]+)\s*:\s*(_+|\S.*)$`, "$1 as $2"),
	},
	{
		message: "A message goes to one participant.",
		title:   "Send it to each of them",
		line:    sendToEach,
	},
	{
		message: "A message or a note stands on one line; <br/> begins a new one in it.",
		title:   "Join the lines",
		whole:   joinLines,
	},
	{message: "Nothing is active here that could be deactivated.", title: "Remove the deactivation", line: dropDeactivation},
	{message: "This block is not closed: end is missing.", title: "Add end", whole: closeBlocks},
	{message: "There is no open block that this end could close.", title: "Remove the line", whole: dropEnd},
}
