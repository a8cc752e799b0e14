package diagram

import (
	"regexp"
	"strings"
)

const (
	stateMoves = `(?:moves?|goes|go|transitions?|changes?|switch(?:es)?|advances?|returns?|falls?|progress(?:es)?|pass(?:es)?|turns?|reverts?|shifts?|proceeds?|moved|transitioned|changed|switched|set|put|promoted|demoted)`
	stateTo    = `(?:\s+(?:back|over|on|straight|directly|immediately))?\s+(?:in)?to\s+(?:(?:the|a|an)\s+)?`
)

// stateGrammar are the sentences that state transitions, for the states of a document.
type stateGrammar struct {
	fromTo, subject, becomes, goes, sets, starts, ends, more, also *regexp.Regexp
}

func (n *stateNames) grammar() *stateGrammar {
	if n.made != nil && n.size == len(n.known) {
		return n.made
	}
	n.size = len(n.known)
	name := n.pattern()
	compile := func(s string) *regexp.Regexp {
		return regexp.MustCompile(`(?is)` + strings.ReplaceAll(s, "NAME", name))
	}
	n.made = &stateGrammar{
		fromTo:  compile(`\bfrom\s+(?:the\s+)?NAME(?:\s+(?:back|over))?\s+(?:in)?to\s+(?:the\s+)?NAME`),
		subject: compile(`NAME(?:\s+\w+){0,3}?\s+(?:is\s+|are\s+|can\s+|may\s+|will\s+)?` + stateMoves + stateTo + `NAME`),
		becomes: compile(`NAME(?:\s+\w+){0,3}?\s+(?:becomes?|turns?|is\s+followed\s+by|leads?\s+to)\s+(?:the\s+)?NAME`),
		goes:    compile(`\b` + stateMoves + stateTo + `NAME|\b(?:becomes?|enters?)\s+(?:the\s+)?NAME`),
		sets:    compile(`\b(?:sets?|changes?|updates?|moves?|puts?)\s+(?:the|its|their)\s+(?:\w+\s+){0,2}?(?:state|status|phase)\s+(?:back\s+)?to\s+NAME`),
		starts:  compile(`\b(?:starts?|begins?|created|initially|is\s+born)\s+(?:out\s+)?(?:in|as)\s+(?:the\s+)?NAME`),
		ends:    compile(`NAME(?:\s+(?:and|or)\s+NAME)?\s+(?:is|are)\s+(?:the\s+|a\s+)?(?:terminal|final)`),
		also:    compile(`\b(?:or|and)\s+(?:in)?to\s+(?:the\s+)?NAME`),
		more:    compile(`^\s*,?\s*(?:or|and)\s+(?:(?:in)?to\s+)?(?:the\s+)?NAME`),
	}
	return n.made
}
