package rules

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

const (
	// putOff are the words for what is done to a question or a text.
	putOff = `(?:decided|determined|written|filled in|confirmed|announced|defined|specified|worked out|designed|agreed|finali[sz]ed|clarified|discussed|figured out|investigated|estimated|documented|detailed)`

	// furnishing are said of what a text lacks, and of much else.
	furnishing = `(?:completed|added|done|provided|supplied|described|listed|drawn|inserted|updated|included|checked|measured|reviewed|calculated)`

	toSettle = `(?:confirm|define|decide|clarify|determine|complete|specify|check|verify|fill in|do)`

	// parts are what documents are made of, and systems are not.
	parts = `(?:details?|numbers|figures?|diagrams?|description|explanation|examples?|tables?|content|contents|texts?|screenshots?|mock-?ups?|results|estimates?|estimations?|specification|specs?|` +
		`sections?|chapters?|lists?|references?|thresholds?|limits|values|test cases|test plan|rationale|names|links?|drawings?|charts?|pictures?|images?|costs|schema|wording|paragraph|more)`
)

var (
	delay = pattern(`\b(?:yet|still|remains?|still (?:needs?|has|have)) to be ` + putOff + `\b|` +
		`\b(?:is|are|has|have)(?: not|n't) (?:been )?` + putOff + ` yet\b|\b(?:is|are|has|have) not yet (?:been )?` + putOff + `\b|` +
		`\bwe (?:have not|haven't) (?:yet )?decided\b|\bwe still (?:need|have) to (?:decide|figure out|work out|define|agree|clarify)\b|` +
		`\b` + parts + ` (?:(?:to|will) (?:follow|come)|coming)(?: later| soon| shortly)?[.!]?$`)
	later = pattern(`\b(?:will|to) be ` + putOff + `(?: by [\w ]{1,30})? (?:later\b|at a later (?:stage|point|time|date))|\bwill be (?:provided|supplied|communicated|delivered)(?: by [\w ]{1,30})? at a later (?:stage|point|time|date)|` +
		`\b` + parts + `\b[^.;:,]{0,40} will be (?:` + putOff + `|` + furnishing + `) (?:later|soon|shortly|here[.!]?$|at a later (?:stage|point|time|date)|in due course|in (?:the next|a later|a future) (?:version|revision|iteration) of (?:this|the) (?:document|doc|proposal|rfc|design)\b)`)
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
		`((?:still )?(?:outstanding|pending|unclear|missing)(?: yet)?)|` +
		`(to do: [^.]*)|` +
		`((?:[\w'-]+ ){1,4}to be ` + putOff + `)|` +
		`(will be ` + putOff + `(?: (?:with|by|in|during|once|after|together)\b[^.]*)?)|` +
		`(to be continued|n\.n|work in progress|under construction|under discussion|more to come|still open|needs (?:more )?work)` +
		`)[.!]*\s*$`)
	bracket = pattern(`^[(\[]\s*(?:` +
		`(?:[^()\[\]]*\s)?to be (?:` + putOff + `|completed|added|provided|done|drawn|inserted)\b[^()\[\]]*|` +
		`(?:still )?to ` + toSettle + `|fill (?:me )?in|` +
		`(?:will|to|please|must|need to|i'll) (?:draw|add|fill in|write|calculate|update|decide|define|confirm|check|insert|provide)(?: (?:it|this|that|them|here))?(?: later| soon)?|` +
		`(?:calculate|compute|decide|define|confirm|check|add|fill in|write|update|verify|discuss|clarify|estimate|measure|specify|draw)(?: (?:it|this|that|them))? (?:later|soon|asap)|` +
		`placeholder\b[^()\[\]]*|(?:paste|attach|embed|insert)(?: [\w-]+){0,3} ` + parts + `|(?:more|others?|anything else|what else|who|when|how many|how much)\?+|` +
		`(?:skip|skipped|skipping)(?: (?:this|it))? for now\b[^()\[\]]*|come back (?:to (?:this|it) )?later\b[^()\[\]]*|` +
		`(?:link|source|reference|citation|number|diagram|picture|image|name|date|url|owner|example)s?(?: (?:needed|missing|to come|to follow)|\?+)` +
		`)[?!.\s]*[)\]]`)
	finite       = pattern(`\b(?:is|are|was|were|be|has|have|had|need|needs|must|ought|seems?|going|want|wants|able|who|which|that|expects?|allows?|wait|waits)\b.* to be `)
	pendingAlone = pattern(`^(?:(?:still )?(?:outstanding|pending|unclear|missing)|will be )`)
	// assigned matches "(Obi to write this part)".
	assigned = pattern(`^[(\[]\s*(?:@[\w-]+|[A-Z][\w.-]*(?: [A-Z][\w.-]*)?) to (?:write|add|draw|describe|provide|supply|finish|update|fill in|confirm|decide|define|check|clarify|complete|specify|determine)(?:\s+(?:this|these|it|that|here|the|a|an|more|details|numbers|section|part)\b[^()\[\]]*)?\s*[)\]]`)
	runtime  = pattern(`\bas (?:we )?will be\b`)
	agent    = pattern(`\bby\b`)
	forecast = pattern(`\b(?:expected|supposed|likely|going|meant|intended|allowed|able) to be `) // said of others
	// aside matches what leads to a word on what comes further down: "X is cached, but more details
	// on that will be provided later".
	aside = pattern(`, (?:but|and|though|although) (?:the |some |further )?$`)
	// required matches what users have to do: "schemas have to be added with addSchema".
	required = pattern(`\b(?:have|has|had|need|needs|ought|going) to be (?:completed|added|provided|done|drawn|inserted)\b`)
	stillTo  = pattern(`\b(?:still|yet)\b`)
)

// findDeferral finds decisions that are put off in words. "To be determined by
// the leader" describes how the system works.
func findDeferral(words, lower string, wanted suspicion) (text.Span, bool) {
	for _, p := range []struct {
		when bool
		expr func() *regexp.Regexp
	}{
		{wanted&ofDelay != 0 && mayDelay(lower), delay},
		{wanted&ofLater != 0 && mayBeLater(lower), later},
		{wanted&ofGap != 0, lacking},
	} {
		if !p.when {
			continue
		}
		if m := p.expr().FindStringIndex(lower); m != nil && !runtime().MatchString(lower) && !agent().MatchString(lower[m[1]:]) && !condition().MatchString(lower[:m[0]]) && !aside().MatchString(lower[:m[0]]) {
			return text.Span{Start: m[0], End: m[0] + len(strings.TrimRight(lower[m[0]:m[1]], ".!"))}, true
		}
	}
	if wanted&(ofFragment|ofOpenNoun) != 0 {
		if span, ok := findFragment(lower); ok {
			return span, true
		}
	}
	if wanted&ofBracket != 0 {
		if span, ok := findBracket(lower, "([", bracket()); ok {
			in := span.Of(lower)
			return span, !agent().MatchString(in) && !forecast().MatchString(in) && (stillTo().MatchString(in) || !required().MatchString(in))
		}
		return findBracket(words, "([", assigned())
	}
	return text.Span{}, false
}

// mayDelay rules out, faster than the expression, what it cannot match.
func mayDelay(lower string) bool {
	return strings.Contains(lower, "to be ") || strings.Contains(lower, " yet") && (strings.Contains(lower, " not ") || strings.Contains(lower, "n't ")) ||
		containsAny(lower, delayHints)
}

var delayHints = []string{"decided", "we still ", " follow", " com"}

// mayBeLater does so for what will be done later.
func mayBeLater(lower string) bool {
	return strings.Contains(lower, "will be ") && (containsAny(lower, laterHints) || strings.HasSuffix(strings.TrimRight(lower, ".!"), "here")) ||
		strings.Contains(lower, "to be ") && strings.Contains(lower, "later")
}

var laterHints = []string{"later", "soon", "shortly", "in due course", "in the next ", "in a "}

// findFragment finds a deferral that is all there is, but for a label.
func findFragment(lower string) (text.Span, bool) {
	start := 0
	if mark := strings.IndexAny(lower, ":.;"); mark > 0 && lower[mark] == ':' && !strings.HasPrefix(lower, "to do:") {
		if m := label().FindStringIndex(lower); m != nil {
			start = m[1]
		}
	}
	m := fragment().FindStringSubmatchIndex(lower[start:])
	if m == nil || agent().MatchString(lower[start:]) || start == 0 && pendingAlone().MatchString(lower[start:]) || m[14] >= 0 && finite().MatchString(lower[start:]) || saysStatus(lower[:start]) || isDefault(lower[:start]) {
		return text.Span{}, false
	}
	return firstGroup(m).Shift(start), true
}

// isDefault holds for the label before what counts where nothing is set, which may
// be nothing.
func isDefault(label string) bool {
	return strings.HasSuffix(strings.TrimRight(label, ": \t"), "default")
}

// isOpenQuestions says whether a section gathers what is undecided, which is
// where a decision that is put off belongs.
func isOpenQuestions(heading string) bool {
	return openQuestions().MatchString(strings.ToLower(heading))
}

// asks says whether a sentence puts a question, with whatever mark beside it:
// "TBD: whether to shard", "Who owns it? (TBD)".
func asks(lower string) bool {
	return len(strings.Fields(lower)) > 2 && (strings.Contains(lower, "?") || questionWord().MatchString(lower))
}

// followsQuestion says whether the sentence before in the same block is a question.
func followsQuestion(c *document.Content, sentence document.Sentence) bool {
	for _, other := range c.Sentences {
		if other.Block == sentence.Block && other.Span.End <= sentence.Span.Start && strings.HasSuffix(other.Span.Of(c.Prose), "?") {
			return true
		}
	}
	return false
}

var questionWord = pattern(`\b(?:whether|who|what|which|when|where|how|why|should|if)\b`)

var openQuestions = pattern(`\b(?:open|unresolved|outstanding|unanswered|future|undecided|tbd|later)\b|\bquestions?\b`)
