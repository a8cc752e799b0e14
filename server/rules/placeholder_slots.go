package rules

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/text"
)

// units are what a figure is followed by. A count needs a word for what is
// counted, since "XX" alone may be anything.
const units = `(?:%|percent\b|(?:ms|s|secs?|seconds?|mins?|minutes?|hours?|days?|weeks?|months?|years?|[kmgtp]i?b(?:ps|/s)?|bytes|[qrti]ps|iops|k|million|billion|thousand|` +
	`requests?|users?|nodes?|shards?|replicas?|servers?|instances?|partitions?|messages|events|records|rows|items|clients|connections|customers|orders|writes|reads|queries|` +
	`cores|vcpus?|cpus?|times|eur|usd|euros?|dollars?)\b)`

// missingFigure matches a gap before a unit, after a currency sign, and a line to
// write on.
var missingFigure = pattern(`(?i)\b(?:xx+|nn+) ?` + units + `|\b(?-i:XX+|NN+)[KkMB]\b|[$€£] ?(?:xx+|n+|\?+|_{2,})(?:[kmb]?\b|[\s.,)]|$)|` +
	`(?:^|[\s(|:~≈<>=])(\?{1,4} ?` + units + `|_{2,} ?` + units + `|_{3,})|[=:×≈~] (\?)(?:[\s,.)]|$)|\b[0-9]+\.X{2,}|\b20[0-9]{2}-(?:\?\?|XX)(?:-(?:\?\?|XX))?`)

// missingNumber matches the number of a document or ticket that nobody has given
// yet. The second kind counts where a value stands.
var missingNumber = pattern(`\b(?:RFC|KEP|ADR|OTEP|PEP|JEP)[- #]?(?:N{3,}|X{3,})\b|((?:\b[A-Z][A-Z0-9]{1,9}-|#)(?:X{2,}|N{3,}|\?{1,}))|(\b(?:YYYY|20[XY]{2})[-/.]MM[-/.]DD\b|\b(?:DD|dd)[-/.](?:MM|mm)[-/.](?:YYYY|yyyy)\b)|\bQ\? ?(?:20)?[0-9?]{0,2}`)

// findSlot finds a place at which a figure, number or date is still to be filled
// in.
func findSlot(words, lower string, metadata bool) (text.Span, bool) {
	if containsAny(lower, []string{"xx", "nn", "?", "__", "$n", "€n"}) {
		for _, m := range missingFigure().FindAllStringSubmatchIndex(words, -1) {
			span := text.Span{Start: m[0], End: m[1]}
			if m[2] >= 0 || m[4] >= 0 {
				span = firstGroup(m)
			}
			if !touchesName(words[:span.Start], words[span.End:]) {
				return span, true
			}
		}
	}
	if !containsAny(words, []string{"XX", "NNN", "-?", "#?", "YY", "yyyy", "Q?"}) {
		return text.Span{}, false
	}
	for _, m := range missingNumber().FindAllStringSubmatchIndex(words, -1) {
		if span := (text.Span{Start: m[0], End: m[1]}); isMissingNumber(words, span, m[2] >= 0, m[4] >= 0) || metadata && m[4] >= 0 && strings.TrimSpace(words) == span.Of(words) {
			return span, true
		}
	}
	return text.Span{}, false
}

// touchesName is touches without the signs that stand before and after figures.
func touchesName(before, after string) bool {
	if before != "" && strings.IndexByte("\"'`/_-.#@&\x1a", before[len(before)-1]) >= 0 {
		return true
	}
	return after != "" && (strings.IndexByte("\"'`_#@&\x1a", after[0]) >= 0 || after[0] == '-' && len(after) > 1 && isWord(after[1]))
}

var dated = pattern(`(?i)(?:^|[\s(*|])(?:sign-off|sign off|approval|last (?:updated|modified|reviewed|change)|updated|created|approved|started|start date|due|due date|target date|revised|reviewed|ga|released?)\s*(?:on|by)?\s*:?[\s*]*$`)

// isMissingNumber leaves out what only tells how numbers and dates are written.
func isMissingNumber(words string, span text.Span, ticket, date bool) bool {
	before, after := words[:span.Start], words[span.End:]
	prior, next := strings.TrimSpace(before), strings.TrimSpace(after)
	switch {
	case date:
		return prior == "" && strings.HasPrefix(next, ":") || dated().MatchString(before) && closes(next)
	case ticket:
		return !touches(before, after) && (prior == "" || strings.HasSuffix(prior, ":") || strings.HasSuffix(prior, "(")) && closes(next)
	}
	return !touches(before, after)
}

var (
	leftover = pattern(`\blorem ipsum\b|^\s*(?:[^:.]{1,40}: )?coming soon[.!]*\s*$|\b(?:your|placeholder) text (?:goes )?here\b|` +
		`^\s*(?:describe|explain|list|insert|fill in|enter|provide|put|write|add)\b[^.:;]{0,120}\bhere\s*[.!]?\s*$`)
	// templateOrder is a whole paragraph.
	templateOrder   = pattern(`^(?:insert|paste|describe|explain)(?: [\w-]+){1,5}[.!]?$`)
	templateBracket = pattern(`^(?:(\[\s*(?:placeholder|(?:insert|describe|explain|fill in|add|enter|your|name of|list (?:the|all|everyone|everybody|who|any|of all)|provide|who|link to|date of)\s[^\[\]\n]*)\])(?:[^(\[]|$)|` +
		`(\[(?:link|url|diagram|image|screenshot|picture|date|name|owner|number|reference)\])[\s.,;)]*$|` +
		`(\{(?:describe|explain|list|insert|enter|add|provide|fill|name of|title of|short|your|link to|who|why|how|problem|argument|justification|if)\s[^{}\n]*\})|` +
		`(\{\{[\w .-]{1,20}\}\})(?: ?` + units + `|[.,;)\s]*$))`)
)

// isOperation says whether a heading names a function or a request, of which an
// order says what it does: "insertRow(row)", "Insert a row.".
func isOperation(heading, order string) bool {
	verb, _, _ := strings.Cut(order, " ")
	return strings.ContainsAny(heading, "()/{") || strings.Contains(strings.ToLower(heading), verb)
}

// findTemplateText finds what a template tells its user to do, and what holds the
// place of text.
func findTemplateText(lower string, wanted suspicion) (text.Span, bool) {
	if wanted&ofLeftover != 0 {
		if m := leftover().FindStringIndex(lower); m != nil {
			return trimSpan(lower, text.Span{Start: m[0], End: m[1]}), true
		}
	}
	if wanted&ofTemplate == 0 {
		return text.Span{}, false
	}
	return findBracket(lower, "[{", templateBracket())
}

// findBracket tries an expression at each bracket that does not follow a word.
// The first of its groups to match is what is found, or else all of it.
func findBracket(lower, signs string, expr *regexp.Regexp) (text.Span, bool) {
	for at := 0; at < len(lower); at++ {
		i := strings.IndexAny(lower[at:], signs)
		if i < 0 {
			break
		}
		at += i
		if at > 0 && !strings.ContainsRune(" \t\r\n(:|\"*_", rune(lower[at-1])) {
			continue
		}
		if m := expr.FindStringSubmatchIndex(lower[at:]); m != nil {
			return firstGroup(m).Shift(at), true
		}
	}
	return text.Span{}, false
}

func firstGroup(m []int) text.Span {
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			return text.Span{Start: m[i], End: m[i+1]}
		}
	}
	return text.Span{Start: m[0], End: m[1]}
}
