package knowledge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// valuePattern recognizes a number as the value of a fact. Every expression that
// is given must match; all are matched in lower case.
type valuePattern struct {
	Dimension string  `yaml:"dimension"`
	Noun      string  `yaml:"noun"`   // what is counted
	Each      string  `yaml:"each"`   // what one of it belongs to; without it a number per thing is none
	Period    string  `yaml:"period"` // of a rate
	Label     string  `yaml:"label"`  // the words before a colon, or the first cell of the row
	Parent    string  `yaml:"parent"` // the item that the list belongs to
	Clause    string  `yaml:"clause"` // the clause that the number stands in
	Of        string  `yaml:"of"`     // the clause with its label
	Near      string  `yaml:"near"`   // the sentence with its label
	Before    string  `yaml:"before"` // the words right before the number, which must not match
	Unless    string  `yaml:"unless"` // the clause with its label, which must not match
	Min       float64 `yaml:"min"`
	Max       float64 `yaml:"max"`
}

// statementPattern recognizes a sentence that states a fact without a number.
type statementPattern struct {
	Match  string `yaml:"match"`
	Need   string `yaml:"need"`   // must match in the same sentence
	Unless string `yaml:"unless"` // must not match in the same sentence
	Weak   bool   `yaml:"weak"`   // leaves the fact open
}

// listPattern recognizes the list that holds a fact by the heading above it or
// by the words that lead into it.
type listPattern struct {
	Heading string `yaml:"heading"`
	Unless  string `yaml:"unless"`
	Own     bool   `yaml:"own"`   // the heading itself, not one above it
	Prose   bool   `yaml:"prose"` // not the items, but the first sentence
	Lead    string `yaml:"lead"`
}

// utterance is a sentence, item or row with what surrounds it, in lower case.
type utterance struct {
	text   string // prose, of the length of the source
	plain  string // as a reader sees it
	label  string
	parent string
}

func (p valuePattern) matches(q estimate.Quantity, u utterance) bool {
	if q.Dimension.String() != p.Dimension || q.Value < p.Min || p.Max > 0 && q.Value > p.Max {
		return false
	}
	if p.Each == "" && q.Each != "" || !fits(p.Each, q.Each) || !fits(p.Noun, q.Noun) || !fits(p.Period, q.Period) {
		return false
	}
	clause := clauseAt(u.text, q.Span.Start)
	if !fits(p.Label, u.label) || !fits(p.Parent, u.parent) || !fits(p.Clause, clause) || !fits(p.Of, u.label+": "+clause) || !fits(p.Near, u.label+": "+u.plain) {
		return false
	}
	return !hits(p.Before, u.text[:q.Span.Start]) && !hits(p.Unless, u.label+": "+clause)
}

func (p statementPattern) matches(u utterance) bool {
	return hits(p.Match, u.plain) && fits(p.Need, u.plain) && !hits(p.Unless, u.plain)
}

// fits says whether a condition is absent or met, hits whether it is there and met.
func fits(expression, s string) bool { return expression == "" || compiled(expression).MatchString(s) }
func hits(expression, s string) bool { return expression != "" && compiled(expression).MatchString(s) }

var clauseEnd = text.Pattern(`[;:]\s|,\s(?:and|but|so|which|while|with|plus)\s|\s[-–—]\s|\s\(|\)\s`)

// clauseAt cuts out the clause around an offset.
func clauseAt(s string, offset int) string {
	start, end := 0, len(s)
	for _, m := range clauseEnd().FindAllStringIndex(s, -1) {
		if m[1] <= offset {
			start = m[1]
		} else if m[0] >= offset {
			end = m[0]
			break
		}
	}
	return s[start:end]
}

var (
	operand    = text.Pattern(`(?:[*×/]|\bx|\btimes)\s*$`)
	multiplied = text.Pattern(`^\s*(?:[*×]|/\s|x\s)`)
	supposed   = text.Pattern(`(?i)^\W*(?:for example|e\.g\.|suppose|imagine|say|if|reconsider)\b|\bfails:|\binstead of\b|\boutside (of )?this\b|\bfor completeness\b`)
	arithmetic = text.Pattern(`\s[*×/+]\s|\sx\s`)
	conversion = text.Pattern(`(?i)^\s*[\d.,]+ [\w ]+ (?:per|a) \w+ = [\d.,]+ (?:\w+ )?[\w ]+ (?:per|a) \w+`)
	capacity   = text.Pattern(`(?i)\b(?:limit(?:s|ed)?(?: is| of| to| at)?|capped(?: at)?|cap(?: of)?|sustain\w*|can (?:handle|take|do|serve)|handles?|benchmark\w*|load test\w*|throttl\w*|threshold\w*|up to|at most|every|default\w*)\b[^.;=→]{0,24}$`)
	required   = text.Pattern(`(?i)\b(?:system|service|platform|application|app|product|it|we)\s+(?:must|should|shall|needs? to|has to|have to|will)\s+(?:be able to\s+)?handle\s+(?:\w+\s+){0,2}$`)
	asked      = text.Pattern(`(?i)^(?:[^:]{1,30}:)?\s*handles?\s+(?:\w+\s+){0,2}$`) // "Scalability: handle 10M DAU"
	perThing   = text.Pattern(`(?i)^[^.;,:(]{0,16}\beach\b|^ or (?:\w+ ){0,2}limit`)
	perMachine = text.Pattern(`(?i)^[^.;,]{0,24}\b(?:per|on (?:one|a|each)|of each|that one|by one|a single|one) (?:\w+ )?(?:node|shard|server|instance|machine|core|worker|replica|cpu|client|store|process)\b`)
)

// demand says whether a quantity states a load or a property of the system, and
// not an operand of a computation, the capacity of a part, or a limit.
func demand(q estimate.Quantity, s string) bool {
	before, after := s[:q.Span.Start], s[q.Span.End:]
	if operand().MatchString(before) || multiplied().MatchString(after) || inArithmetic(before, after) || conversion().MatchString(s) {
		return false
	}
	if supposed().MatchString(s) || perThing().MatchString(after) {
		return false
	}
	if q.Dimension != estimate.Rate && q.Dimension != estimate.ByteRate && q.Dimension != estimate.Count {
		return true
	}
	isLimit := capacity().MatchString(before) && !required().MatchString(before) && !asked().MatchString(before)
	return !isLimit && !perMachine().MatchString(after)
}

// inArithmetic says whether the place lies in parentheses that hold a computation.
func inArithmetic(before, after string) bool {
	open := strings.LastIndexByte(before, '(')
	if open < 0 || strings.IndexByte(before[open:], ')') >= 0 {
		return false
	}
	inside := before[open:]
	if shut := strings.IndexByte(after, ')'); shut >= 0 {
		inside += after[:shut]
	}
	return arithmetic().MatchString(inside)
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
