package rules

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/text"
)

const (
	// putOff are the words for what is done to a question or a text.
	putOff = `(?:decided|determined|written|filled in|confirmed|announced|defined|specified|worked out|designed|agreed|finali[sz]ed|clarified|discussed|figured out|investigated|estimated|documented|detailed)`

	// furnishing are said of what a text lacks, and of much else.
	furnishing = `(?:completed|added|done|provided|supplied|described|listed|drawn|inserted|updated|included|checked|measured|reviewed|calculated)`

	toSettle = `(?:confirm|define|decide|clarify|determine|complete|specify|check|verify|fill in|do)`

	// parts are what documents are made of, and systems are not.
	parts = `(?:details?|numbers|figures?|diagrams?|description|explanation|examples?|tables?|content|contents|text|screenshots?|mock-?ups?|results|estimates?|estimations?|specification|specs?|` +
		`sections?|chapters?|lists?|references?|thresholds?|limits|values|test cases|test plan|rationale|names|links?|drawings?|charts?|pictures?|images?|costs|schema|wording|paragraph|more)`
)

var (
	delay = pattern(`\b(?:yet|still|remains?|still (?:needs?|has|have)) to be ` + putOff + `\b|` +
		`\bwe (?:have not|haven't) (?:yet )?decided\b|\bwe still (?:need|have) to (?:decide|figure out|work out|define|agree|clarify)\b|` +
		`\b` + parts + ` (?:(?:to|will) (?:follow|come)|coming)(?: later| soon| shortly)?[.!]?$`)
	later     = pattern(`\b` + parts + `\b[^.;:,]{0,40} will be (?:` + putOff + `|` + furnishing + `) (?:later|soon|shortly|here[.!]?$|at a later (?:stage|point|time|date)|in due course|in (?:the next|a later|a future) (?:version|revision|iteration) of (?:this|the) (?:document|doc|proposal|rfc|design)\b)`)
	lacking   = pattern(`\b` + parts + `\b[^.;:,]{0,30} (?:is|are) (?:still missing|missing (?:here|yet|for now|so far))\b`)
	condition = pattern(`\b(?:if|when|while|until|whenever|unless|whether|that|which|where)\b`)

	// label is what may stand before a fragment: "Alerts: to be defined".
	label    = pattern(`^[^:.;]{1,40}:\s+`)
	fragment = pattern(`^(?:` +
		`(to be (?:` + putOff + `|` + furnishing + `))\b[^.]*|` +
		`(not (?:yet )?(?:` + putOff + `|done|known|started|available)(?: yet)?|undecided|unwritten|nothing (?:here|written|decided) yet|nothing yet)(?:, [^.]*)?|` +
		`((?:i )?(?:did not|didn't|haven't|have not|not) (?:get|got|gotten)(?: around| round)? to (?:this|it|that)\b[^.]*)|` +
		`((?:intentionally |deliberately )?left (?:blank|empty)(?: for now| on purpose)?)|` +
		`(to (?:confirm|define|decide|clarify|determine|complete|specify|do))|` +
		`(to do: [^.]*)` +
		`)[.!]*\s*$`)
	bracket = pattern(`^[(\[]\s*(?:` +
		`(?:[^()\[\]]*\s)?to be (?:` + putOff + `|completed|added|provided|done|drawn|inserted)\b[^()\[\]]*|` +
		`(?:still )?to ` + toSettle + `|fill (?:me )?in|` +
		`(?:will|to|please|must|need to|i'll) (?:draw|add|fill in|write|calculate|update|decide|define|confirm|check|insert|provide)(?: (?:it|this|that|them|here))?(?: later| soon)?|` +
		`(?:calculate|compute|decide|define|confirm|check|add|fill in|write|update|verify|discuss|clarify|estimate|measure|specify|draw)(?: (?:it|this|that|them))? (?:later|soon|asap)|` +
		`(?:link|source|reference|citation|number|diagram|picture|image|name|date|url|owner|example)s?(?: (?:needed|missing|to come|to follow)|\?+)` +
		`)[?!.\s]*[)\]]`)
	agent = pattern(`\bby\b`)
)

// findDeferral finds decisions that are put off in words. "To be determined by
// the leader" describes how the system works.
func findDeferral(lower string, wanted suspicion) (text.Span, bool) {
	for _, p := range []struct {
		when bool
		expr func() *regexp.Regexp
	}{
		{wanted&ofDelay != 0, delay},
		{wanted&ofLater != 0 && strings.Contains(lower, "will be "), later},
		{wanted&ofGap != 0, lacking},
	} {
		if !p.when {
			continue
		}
		if m := p.expr().FindStringIndex(lower); m != nil && !agent().MatchString(lower[m[1]:]) && !condition().MatchString(lower[:m[0]]) {
			return text.Span{Start: m[0], End: m[0] + len(strings.TrimRight(lower[m[0]:m[1]], ".!"))}, true
		}
	}
	if wanted&ofFragment != 0 {
		if span, ok := findFragment(lower); ok {
			return span, true
		}
	}
	if wanted&ofBracket != 0 {
		span, ok := findBracket(lower, "([", bracket())
		return span, ok && !agent().MatchString(span.Of(lower))
	}
	return text.Span{}, false
}

// findFragment finds a deferral that is all there is, but for a label.
func findFragment(lower string) (text.Span, bool) {
	start := 0
	if m := label().FindStringIndex(lower); m != nil && !strings.HasPrefix(lower, "to do:") {
		start = m[1]
	}
	m := fragment().FindStringSubmatchIndex(lower[start:])
	if m == nil || agent().MatchString(lower[start:]) {
		return text.Span{}, false
	}
	return firstGroup(m).Shift(start), true
}

// isOpenQuestions says whether a section gathers what is undecided, which is
// where a decision that is put off belongs.
func isOpenQuestions(heading string) bool {
	return openQuestions().MatchString(strings.ToLower(heading))
}

var openQuestions = pattern(`\b(?:open|unresolved|outstanding|unanswered|future|undecided|tbd|later)\b|\bquestions?\b`)
