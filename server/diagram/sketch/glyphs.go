package sketch

// glyphs are the characters that drawings are made of.
type glyphs struct {
	square, round, store, choice [4]string
	sideways, upright            string
	double                       string // upper and lower border of a store
	faint, faintUp               string // borders of groups
	dotted, dottedUp             string
	heavy, heavyUp               string
	teeLeft, teeRight            string
	begin, finish                string
	joints                       map[int]string
	heads                        map[mark]map[int]string // by direction; 0 for any
}

var unicodeGlyphs = glyphs{
	square: [4]string{"┌", "┐", "└", "┘"}, round: [4]string{"╭", "╮", "╰", "╯"},
	store: [4]string{"╒", "╕", "╘", "╛"}, choice: [4]string{"◇", "◇", "◇", "◇"},
	sideways: "─", upright: "│", double: "═", faint: "╌", faintUp: "╎", dotted: "┄", dottedUp: "┆",
	heavy: "━", heavyUp: "┃", teeLeft: "├", teeRight: "┤", begin: "●", finish: "◎",
	joints: map[int]string{
		toLeft | toRight: "─", toUp | toDown: "│", toLeft: "─", toRight: "─", toUp: "│", toDown: "│",
		toRight | toDown: "┌", toLeft | toDown: "┐", toRight | toUp: "└", toLeft | toUp: "┘",
		toRight | toUp | toDown: "├", toLeft | toUp | toDown: "┤", toLeft | toRight | toDown: "┬", toLeft | toRight | toUp: "┴",
		toLeft | toRight | toUp | toDown: "┼",
	},
	heads: map[mark]map[int]string{
		arrow:     {toRight: "►", toLeft: "◄", toUp: "▲", toDown: "▼"},
		openArrow: {toRight: ">", toLeft: "<", toUp: "^", toDown: "v"},
		triangle:  {toRight: "▷", toLeft: "◁", toUp: "△", toDown: "▽"},
		cross:     {0: "×"}, ball: {0: "○"}, filledDiamond: {0: "◆"}, emptyDiamond: {0: "◇"},
		one: {0: "1"}, noneOrOne: {0: "?"}, oneOrMore: {0: "+"}, anyNumber: {0: "*"},
	},
}

var asciiGlyphs = glyphs{
	square: [4]string{"+", "+", "+", "+"}, round: [4]string{".", ".", "'", "'"},
	store: [4]string{"+", "+", "+", "+"}, choice: [4]string{"/", "\\", "\\", "/"},
	sideways: "-", upright: "|", double: "=", faint: ".", faintUp: ":", dotted: ".", dottedUp: ":",
	heavy: "=", heavyUp: "H", teeLeft: "+", teeRight: "+", begin: "o", finish: "@",
	joints: map[int]string{
		toLeft | toRight: "-", toUp | toDown: "|", toLeft: "-", toRight: "-", toUp: "|", toDown: "|",
		toRight | toDown: "+", toLeft | toDown: "+", toRight | toUp: "+", toLeft | toUp: "+",
		toRight | toUp | toDown: "+", toLeft | toUp | toDown: "+", toLeft | toRight | toDown: "+", toLeft | toRight | toUp: "+",
		toLeft | toRight | toUp | toDown: "+",
	},
	heads: map[mark]map[int]string{
		arrow:     {toRight: ">", toLeft: "<", toUp: "^", toDown: "v"},
		openArrow: {toRight: ">", toLeft: "<", toUp: "^", toDown: "v"},
		triangle:  {toRight: ">", toLeft: "<", toUp: "^", toDown: "v"},
		cross:     {0: "x"}, ball: {0: "o"}, filledDiamond: {0: "#"}, emptyDiamond: {0: "O"},
		one: {0: "1"}, noneOrOne: {0: "?"}, oneOrMore: {0: "+"}, anyNumber: {0: "*"},
	},
}
