package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// generalSlips can happen in every kind of diagram. They are tried after those of
// the kind.
var generalSlips = []slip{
	{
		message: "These are the quotes of a word processor; mermaid knows only straight ones.",
		title:   "Write straight quotes",
		many:    "Write straight quotes everywhere",
		line:    straighten,
	},
	{
		message: "There is a character here that cannot be seen, or a space that is none.",
		title:   "Write a plain space",
		many:    "Write plain spaces everywhere",
		line:    plainSpaces,
	},
	{
		message: "A comment of mermaid begins with %% and has a line of its own.",
		title:   "Write the comment as mermaid does",
		many:    "Write every comment as mermaid does",
		line: first(
			rewrite(`^<!--\s*(.*?)\s*(?:-->)?$`, "%% $1"),
			rewrite(`^(?://+|#+|--\s|')\s*(.*)$`, "%% $1"),
			rewrite(`^/\*\s*(.*?)\s*(?:\*/)?$`, "%% $1"),
			rewrite(`^(\S.*?)\s*(?:\s//+|\s#|%%+)\s*([^%{].*)$`, "%% $2\n$1"),
		),
	},
	{message: "The fence is written twice: this line is not part of a diagram.", title: "Remove the inner fence", whole: dropFence},
	{message: "The front matter is not closed: a line with --- is missing.", title: "Close the front matter", whole: closeFrontMatter},
	{message: "Mermaid has no kind of diagram called %q.", title: "Write the nearest kind", whole: nearestKind},
	{message: "A diagram begins with a line that names its kind, like flowchart TD or sequenceDiagram.", title: "Name the kind", whole: addKind},
	{message: "Something stands before the line that names the kind.", title: "Remove what stands before", whole: dropBeforeKind},
	{message: "After the kind of a flowchart stands a direction, TD, BT, LR or RL, and nothing else.", title: "Write the direction as mermaid does", whole: mendDirection},
	{message: "Nothing stands on the line that names the kind but a direction, if the kind has one.", title: "Leave only the kind", whole: mendHeader},
	{message: "This brace closes nothing.", title: "Remove the line", line: dropBrace},
	{message: "The diagram stands between braces, which mermaid does not want.", title: "Remove the braces", whole: dropBraces},
}

// slipsOf are the slips of a kind.
func slipsOf(kind Kind) []slip {
	switch kind {
	case Flowchart:
		return flowchartSlips
	case Sequence:
		return sequenceSlips
	case C4:
		return c4Slips
	case Class:
		return classSlips
	case State:
		return stateSlips
	case ER:
		return erSlips
	}
	return otherSlips[kind]
}

func straighten(_ *scene, l line) []text.Edit {
	var edits []text.Edit
	for i, r := range l.text {
		if with := straight.Replace(string(r)); with != string(r) {
			edits = append(edits, l.replace(i, i+len(string(r)), with))
		}
	}
	return edits
}

// unseen are spaces that are none to mermaid's parsers, and characters of no width.
var unseen = lazily("[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\u00ad\u200b-\u200f\u2060\ufeff]")

func plainSpaces(_ *scene, l line) []text.Edit {
	var edits []text.Edit
	for _, m := range unseen().FindAllStringIndex(l.text, -1) {
		with := " "
		if strings.Contains("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", l.text[m[0]:m[1]]) {
			with = ""
		}
		edits = append(edits, l.replace(m[0], m[1], with))
	}
	return edits
}

// dropFence removes lines that are fences within the fence.
func dropFence(s *scene) (text.Span, []text.Edit) {
	var edits []text.Edit
	at := text.Span{}
	for _, l := range append([]line{{s.header, s.header.Of(s.source)}}, s.lines...) {
		if !strings.HasPrefix(l.text, "```") && !strings.HasPrefix(l.text, "~~~") {
			continue
		}
		if at.Len() == 0 {
			at = l.span
		}
		edits = append(edits, text.Edit{Span: s.wholeLine(l)})
	}
	return at, edits
}

// dropBrace removes a line with nothing but a brace.
func dropBrace(s *scene, l line) []text.Edit {
	if l.text != "}" && l.text != "};" || blocks[s.kind].closing == "}" {
		return nil
	}
	return []text.Edit{{Span: s.wholeLine(l)}}
}
