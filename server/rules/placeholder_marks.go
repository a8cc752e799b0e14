package rules

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// What any mark, deferral and text of a template contains. Most sections and
// sentences have none of it, which is found out faster than by an expression.
var (
	markHints     = []string{"TODO", "TBD", "TBA", "TBC", "FIXME", "XX", "NN", "??"}
	deferralHints = []string{"yet to be ", "still to be ", "remain to be ", "remains to be ", "we have", "we still", "s to follow", "m to follow", "s to come", "m to come", " later", " soon"}
	templateHints = []string{"[", " here", "lorem ipsum", "coming soon"}
)

func mentionsPlaceholder(s *Scope) bool {
	return containsAny(s.Content().Prose, markHints) || strings.Contains(s.Lower(), "to be ") ||
		containsAny(s.Lower(), deferralHints) || containsAny(s.Lower(), templateHints)
}

var (
	markWord = pattern(`\b(?:TODO|TBD|TBA|TBC|FIXME|XXX)\b|(?:^|[\s(|:])(\?{2,})(?:[\s).,|]|$)|` +
		`\b(?:RFC|KEP|ADR|OTEP|PEP|JEP)[- #]?(?:N{3,}|X{3,})\b|` +
		`\b(?:XX+|NN+) ?(?:%|(?:ms|s|seconds?|minutes?|hours?|days?|[KMGTP]i?B|bytes|[QRT]PS|qps|rps|requests|users|nodes|shards|replicas|servers)\b)`)
	markNouns = newLexicon("item", "items", "entry", "entries", "marker", "markers", "mark", "marks", "value", "values", "field", "fields", "status")
	orders    = newLexicon("add", "write", "describe", "explain", "fill", "decide", "define", "document", "check", "confirm", "link", "update", "figure", "find",
		"discuss", "investigate", "measure", "benchmark", "clarify", "expand", "show", "insert", "specify", "review", "revisit", "remove", "fix", "finish",
		"complete", "provide", "include", "replace", "rename", "determine", "estimate", "research", "verify", "consider", "draw", "mention", "say", "choose",
		"pick", "agree", "ask", "make", "move", "put", "get", "think", "work", "calculate", "compute", "settle", "talk", "name", "state", "give",
		"how", "what", "which", "who", "when", "where", "why")
	articles = newLexicon("a", "an", "the", "this", "that", "each", "every", "any", "as", "no", "of", "these", "those", "some", "our")
)

// findMark finds a mark that stands for missing text, and passes over those that
// a sentence only talks about.
func findMark(words string) (text.Span, bool) {
	if !containsAny(words, markHints) {
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
	opens := prior == "" || strings.HasSuffix(prior, "(") || strings.HasSuffix(prior, "[") || strings.HasSuffix(prior, ":") || strings.HasSuffix(prior, ".")
	switch {
	case mark[0] == '?':
		return alone || len(mark) >= 3
	case mark == "XXX":
		return alone || strings.HasPrefix(after, ":") || opens && strings.HasPrefix(after, "(")
	case mark == "TODO" || mark == "FIXME":
		if strings.HasPrefix(after, ":") || strings.HasPrefix(after, "(") {
			return true
		}
		return alone || opens && follows(orders, next)
	case mark == "TBA" || mark == "TBC":
		return alone || strings.HasPrefix(after, ":") || strings.HasSuffix(prior, "(") && strings.HasPrefix(after, ")")
	case mark == "TBD":
		return !endsWith(articles, prior) && !follows(markNouns, next)
	}
	return true
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

var (
	deferral = pattern(`\b(?:yet|still|remains?) to be (?:decided|determined|written|filled in|confirmed|announced|defined|specified|worked out|designed|agreed|finali[sz]ed)\b|` +
		`\bwe (?:have not|haven't) (?:yet )?decided\b|\bwe still (?:need|have) to (?:decide|figure out|work out)\b|` +
		`\b(?:details|numbers|diagram) to (?:follow|come)\b|` +
		`\bwill be (?:added|filled in|written|decided|described|documented|specified) (?:later|soon)\b`)
	fragment = pattern(`^(to be (?:decided|determined|written|filled in|confirmed|announced|defined|specified|completed|added|done|discussed|provided))\b[^.]*[.!]?\s*$`)
	bracket  = pattern(`\((?:[^()]*\s)?to be (?:decided|determined|written|filled in|confirmed|announced|defined|specified|completed|added|provided)\b[^()]*\)`)
	agent    = pattern(`\bby\b`)
)

// findDeferral finds decisions that are put off in words. "To be determined by
// the leader" describes how the system works.
func findDeferral(lower string) (text.Span, bool) {
	if containsAny(lower, deferralHints) {
		if m := deferral().FindStringIndex(lower); m != nil && !agent().MatchString(lower[m[1]:]) {
			return text.Span{Start: m[0], End: m[1]}, true
		}
	}
	if strings.HasPrefix(lower, "to be ") {
		if m := fragment().FindStringSubmatchIndex(lower); m != nil && !agent().MatchString(lower) {
			return text.Span{Start: m[2], End: m[3]}, true
		}
	}
	if strings.Contains(lower, "(") && strings.Contains(lower, "to be ") {
		if m := bracket().FindStringIndex(lower); m != nil && !agent().MatchString(lower[m[0]:m[1]]) {
			return text.Span{Start: m[0], End: m[1]}, true
		}
	}
	return text.Span{}, false
}

var templateText = pattern(`(\blorem ipsum\b|^\s*coming soon[.!]*\s*$|\b(?:your|placeholder) text (?:goes )?here\b)|` +
	`(?:^|[\s(:|])(\[\s*(?:placeholder|(?:insert|describe|explain|fill in|add|enter|your|name of|list the|provide)\s[^\[\]\n]*)\])(?:[^(\[]|$)|` +
	`^\s*((?:describe|explain|list|insert|fill in|enter|provide|put|write|add)\b[^.:;]{0,120}\bhere\s*[.!]?)\s*$`)

func findTemplateText(lower string) (text.Span, bool) {
	if !containsAny(lower, templateHints) {
		return text.Span{}, false
	}
	m := templateText().FindStringSubmatchIndex(lower)
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			return text.Span{Start: m[i], End: m[i+1]}, true
		}
	}
	return text.Span{}, false
}

// isWorkList says whether a heading announces a list of things to do, which is
// as honest as a list of open questions.
func isWorkList(heading string) bool {
	return workList().MatchString(strings.ToLower(heading))
}

// isOpenQuestions says whether a section gathers what is undecided, which is
// where a decision that is put off belongs.
func isOpenQuestions(heading string) bool {
	return openQuestions().MatchString(strings.ToLower(heading))
}

var openQuestions = pattern(`\b(?:open|unresolved|outstanding|unanswered|future|undecided|tbd|later)\b|\bquestions?\b`)

var workList = pattern(`^(?:open |remaining )?to-?dos?(?: list| items)?(?: and .*)?$`)
