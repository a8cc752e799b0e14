package rules

import "strings"

// obligation says how firmly a sentence asks for something.
type obligation uint8

const (
	notAsked obligation = iota
	wished              // "we want", "the goal is", "will be"
	expected            // "should"
	demanded            // "must", "shall", "needs to"
)

var (
	firmModals = setOf("must shall mustn't")
	softModals = setOf("should shouldn't")
	wishes     = setOf("want wants need needs require requires demand demands expect expects goal goals aim aims objective target targets aspire strive strives")
	clauseEnds = setOf("because since if when whenever unless while which who whose where so but although though whereas than rather instead before after until without despite ; ( ) ? — –")
	conditions = setOf("if when whenever unless where whether which who whose while although though because since that what how as")
	thatAfter  = setOf("require requires required requirement requirements important essential critical crucial vital ensure ensures guarantee guarantees expect expected is means demand demands goal such so")
	purposes   = setOf("be have get make keep ensure provide achieve support handle allow serve avoid prevent improve enable reduce give let maintain stay remain deliver offer reach help speed")
	led        = setOf("need needs has have had required expected ought designed built able want wants aim aims goal is are be meant intended supposed enough guaranteed likely continue continues strive strives objective target")
	negations  = setOf("not never no neither nor cannot can't don't doesn't needn't shouldn't mustn't won't isn't aren't without hardly non")
	excesses   = setOf("noticeable significant considerable undue substantial excessive noticeably significantly considerably unduly substantially excessively materially visibly severely perceptible perceptibly")
	doubts     = setOf("may might could would can cannot")
	people     = setOf("we i you one they reviewers reviewer authors author developers developer")
	pronouns   = setOf("this that it these those they which he she there")
)

// asking is how a sentence asks for something.
type asking struct {
	how    obligation
	clause int  // index of the word at which the clause begins
	modal  int  // index of the word that asks
	bullet bool // as an item of a list of goals, without a verb of obligation
}

// askedFor says how firmly the sentence asks for the word at an index, or asks for
// a harm not to be.
func askedFor(ws tokens, term int, harm bool) asking {
	object := false // the words follow "... to be", which must depend on a wish
	for i := term - 1; i >= 0; i-- {
		if how, verb := modalAt(ws, i); how != notAsked {
			if object && (how != wished || ws[i].text == "will") {
				return asking{}
			}
			return subjectOf(ws, how, i, verb, term, harm)
		}
		switch w := ws[i].text; {
		case clauseEnds[w] && !(w == "so" && ws.at(i+1) == "that"), w == "that" && !thatAfter[ws.at(i-1)]:
			return asking{}
		case w == "to" && purposes[ws.at(i+1)] && !led[ws.at(i-1)]:
			object = true
		}
	}
	return asking{}
}

// modalAt returns the obligation that the word at an index puts on what follows,
// and the index after it.
func modalAt(ws tokens, i int) (how obligation, verb int) {
	w := ws[i].text
	to := ws.at(i+1) == "to"
	switch {
	case firmModals[w]:
		return demanded, i + 1
	case softModals[w]:
		return expected, i + 1
	case to && (w == "needs" || w == "need" || w == "has" || w == "have" || w == "required"):
		return demanded, i + 2
	case to && (w == "expected" || w == "ought" || w == "supposed"):
		return expected, i + 2
	case w == "will" || wishes[w]:
		return wished, i + 1
	}
	return notAsked, 0
}

// subjectOf looks at the words around a modal for what takes the obligation away:
// a negation, a condition, a relative clause.
func subjectOf(ws tokens, how obligation, modal, verb, term int, harm bool) asking {
	// "must not add noticeable latency", "next to no latency"
	excess := harm || excesses[ws.at(term-1)] || ws.at(term-1) == "no" && nearly[ws.at(term-2)]
	if !excess && (negated(ws, verb, term) || ws.at(verb) == "not" && ws.at(verb+1) != "only") ||
		negations[beforeAdverbs(ws, modal)] && !harm || doubts[ws.at(modal-1)] || !harm && ws.has(verb, term, effects) {
		return asking{}
	}
	start := modal
	for start > 0 && !strings.Contains(",;:.()|—–", ws[start-1].text) {
		start--
	}
	for i := start; i < modal; i++ {
		w := ws[i].text
		if negations[w] && how == wished || conditions[w] && !(w == "that" && (i == start || thatAfter[ws.at(i-1)] || proposes(ws))) && !(w == "as" && i == start) {
			return asking{}
		}
	}
	return asking{how: how, clause: start, modal: modal}
}

// effects are the verbs for what comes of something, which is told and not asked for.
var effects = setOf("cause causes lead leads result results suffer suffers incur incurs")

// beforeAdverbs is the word before the one at an index, and before adverbs there: "doesn't"
// in "doesn't necessarily need".
func beforeAdverbs(ws tokens, i int) string {
	for i--; i > 0 && (strings.HasSuffix(ws[i].text, "ly") || ws[i].text == "always" || ws[i].text == "even"); i-- {
	}
	return ws.at(i)
}

func negated(ws tokens, from, to int) bool {
	i := ws.find(from, to, negations)
	return i >= 0 && ws.at(i+1) != "only"
}

var proposals = setOf("build building design designing propose proposing create creating develop developing")

// proposes holds for "we are building a service that must ...".
func proposes(ws tokens) bool { return ws.has(0, 6, proposals) }
