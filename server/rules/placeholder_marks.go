package rules

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// markHints are what any mark contains. Most sections and sentences have none of
// it, which is found out faster than by an expression.
var markHints = []string{"todo", "to-do", "tbd", "tba", "tbc", "t.b.", "fixme", "xxx", "wip", "??"}

var (
	markWord  = pattern(`(?i)\b(?:to-?do|tb[acd]|t\.b\.[acd]\b\.?|fixme|xxx|wip)\b|(?:^|[\s(|:])(\?{2,})(?:[\s).,|]|$)`)
	markNouns = newLexicon("item", "items", "entry", "entries", "marker", "markers", "mark", "marks", "value", "values", "field", "fields", "status",
		"means", "stands for", "stand for", "is short for", "is an abbreviation", "denotes", "refers to")
	orders = newLexicon("add", "write", "describe", "explain", "fill", "decide", "define", "document", "check", "confirm", "link", "update", "figure", "find",
		"discuss", "investigate", "measure", "benchmark", "clarify", "expand", "show", "insert", "specify", "review", "revisit", "remove", "fix", "finish",
		"complete", "provide", "include", "replace", "rename", "determine", "estimate", "research", "verify", "consider", "draw", "mention", "say", "choose",
		"pick", "agree", "ask", "make", "move", "put", "get", "think", "work", "calculate", "compute", "settle", "talk", "name", "state", "give",
		"how", "what", "which", "who", "when", "where", "why")
	todoNouns = newLexicon("list", "lists", "app", "apps", "comment", "comments", "test", "tests", "note", "notes", "file", "files", "board", "column", "card", "cards", "task", "tasks", "tag", "tags", "and", "or", "is", "are", "was", "in", "on")
	settlers  = newLexicon("by", "with", "at", "in", "after", "once", "until", "later", "during", "together")
	articles  = newLexicon("a", "an", "the", "this", "that", "each", "every", "any", "as", "no", "of", "these", "those", "some", "our")
)

// findMark finds a mark that stands for missing text, and passes over those that
// a sentence only talks about.
func findMark(words, lower string) (text.Span, bool) {
	if !containsAny(lower, markHints) {
		return text.Span{}, false
	}
	for _, m := range markWord().FindAllStringSubmatchIndex(words, -1) {
		span := text.Span{Start: m[0], End: m[1]}
		if m[2] >= 0 {
			span = text.Span{Start: m[2], End: m[3]}
		}
		if isMark(span.Of(words), words[:span.Start], words[span.End:]) {
			return span, true
		}
	}
	return text.Span{}, false
}

func isMark(mark, before, after string) bool {
	if touches(before, after) {
		return false
	}
	prior, next := strings.TrimSpace(before), strings.TrimSpace(after)
	alone := strings.Trim(prior+next, " .:!-*_()[]") == ""
	switch mark {
	case "TODO", "FIXME":
		return alone || strings.HasPrefix(after, ":") || strings.HasPrefix(after, "(") || opensClause(prior) && follows(orders, next) ||
			setsApart(prior) && !follows(markNouns, next) && !follows(todoNouns, next)
	case "TBD":
		return !endsWith(articles, prior) && !follows(markNouns, next)
	case "XXX":
		return alone || strings.HasPrefix(after, ":") || opensClause(prior) && (strings.HasPrefix(after, "(") || follows(orders, next))
	}
	// The same words, in lower case, are used in other ways, too.
	switch strings.ToLower(strings.ReplaceAll(mark, ".", "")) {
	case "todo", "to-do", "fixme":
		return alone || opensClause(prior) && (strings.HasPrefix(after, ":") || strings.HasPrefix(next, ")")) && !saysStatus(prior)
	case "tbd", "tba", "tbc":
		return alone || leavesValue(prior) && (closes(next) || follows(settlers, next))
	case "xxx", "wip":
		return alone
	}
	return alone || len(mark) >= 3 // question marks
}

// setsApart holds for a label or a dash before a word.
func setsApart(prior string) bool {
	return strings.HasSuffix(prior, ":") || strings.HasSuffix(prior, " -") || strings.HasSuffix(prior, "–") || strings.HasSuffix(prior, "—")
}

// opensClause holds for what stands before the first word of a clause.
func opensClause(prior string) bool {
	return prior == "" || strings.IndexByte("([:.;|", prior[len(prior)-1]) >= 0
}

var valueVerbs = newLexicon("is", "are", "be", "remains", "still", "currently", "yet", "by", "from", "to", "of", "at", "for", "with", "=")

// leavesValue holds for what stands before the place of a value: a label, a
// bracket, a dash, or a verb.
func leavesValue(prior string) bool {
	return opensClause(prior) || strings.HasSuffix(prior, "=") || strings.HasSuffix(prior, " -") || strings.HasSuffix(prior, "–") ||
		strings.HasSuffix(prior, "—") || strings.HasSuffix(prior, ",") || endsWith(valueVerbs, prior)
}

// closes holds for what follows the last word of a clause.
func closes(next string) bool {
	return next == "" || strings.IndexByte(".,;:)]|(!", next[0]) >= 0 || strings.HasPrefix(next, "–") || strings.HasPrefix(next, "—") || strings.HasPrefix(next, "- ")
}

// touches says whether the mark is part of a longer name or stands in quotes.
func touches(before, after string) bool {
	const joiners = "\"'`/_-.#@$%&=\x1a"
	if before != "" && strings.IndexByte(joiners, before[len(before)-1]) >= 0 {
		return true
	}
	if after == "" {
		return false
	}
	if strings.IndexByte("\"'`/_#@$%&=\x1a", after[0]) >= 0 || strings.HasPrefix(after, "’") || strings.HasPrefix(after, "”") {
		return true
	}
	return len(after) > 1 && (after[0] == '-' || after[0] == '.') && isWord(after[1])
}

func follows(l *lexicon, words string) bool {
	lower := lowerASCII(words[:min(len(words), 40)])
	m := l.find(lower)
	return len(m) > 0 && m[0].Span.Start == 0
}

func endsWith(l *lexicon, words string) bool {
	lower := lowerASCII(words[strings.LastIndexAny(words, " \t\r\n(")+1:])
	m := l.find(lower)
	return len(m) > 0 && m[0].Span.Len() == len(lower)
}

// isWorkList says whether a heading announces a list of things to do, which is
// as honest as a list of open questions.
func isWorkList(heading string) bool {
	return workList().MatchString(strings.ToLower(heading))
}

var workList = pattern(`^(?:open |remaining )?to-?dos?(?: list| items)?(?: and .*)?$`)
