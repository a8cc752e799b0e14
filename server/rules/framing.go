package rules

import (
	"strings"
	"sync"
)

// frame is the part of a sentence that offers a choice: the words before and
// after the joint ("or", "and", "vs") are its sides.
type frame struct {
	start, joint int
	firm         bool // says outright that there is nothing else
}

var (
	choosing = setOf("choose choosing chose chosen choice choices decide decided deciding decision pick picked picking select selecting selection commit settle settled opt opted prefer question dilemma torn comes boils")
	chooser  = setOf("we our us team teams i must need have has forced only it's decision choice choices option options should shall system service project design database store architecture")
	askers   = setOf("users user clients client operators operator customers customer admins administrators callers caller developers consumers tenants tenant readers you he she they programmers who server servers implementations")
	capable  = setOf("support supports supported supporting accept accepts accepted return returns returned respond responds configured configurable configure allow allows allowed lets let works works handles can-be may might optionally depending whichever both used sent stored received matches contains via through flag parameter field value mode setting function callback method argument")
	refusals = setOf("not don't doesn't never without rather instead needn't no isn't nor neither false")
	avoiding = setOf("avoid avoids avoiding")
	weighing = setOf("tradeoff tradeoffs trade-off trade-offs difference differences comparison compare compares compared")
	cuts     = setOf(". ; : ? ! ( )")
)

// framesOf lists the ways in which a sentence may offer one or the other. The
// sentence after it in the same paragraph may tell that a decision is made.
func framesOf(ws tokens, next func() tokens, heading bool) []frame {
	var found []frame
	settled := sync.OnceValue(func() bool { return weDecide(ws) || decidesAtOnce(next()) })
	for i, w := range ws {
		switch w.text {
		case "between":
			found = append(found, betweenFrames(ws, i)...)
		case "either":
			found = append(found, eitherFrames(ws, i, settled())...)
		case "or":
			found = append(found, plainOr(ws, i, heading || settled())...)
		case "vs", "versus", "vs.":
			if heading || ws.at(len(ws)-1) == "?" || ws.has(0, i, choosing) || isQuestionOf(ws, i) || leadsIn(ws, i) || pressed(ws) {
				found = append(found, frame{joint: i})
			}
		case "and", "for", "gain", "get", "against", "over", ",":
			found = append(found, exclusion(ws, i)...)
		case "only":
			if optionNouns[ws.at(i+1)] || lastOption[ws.at(i+1)] {
				found = append(found, onlyFrames(ws, i)...)
			}
		}
	}
	return found
}

// onlyFrames reads "A ..., the only alternative is B" and "A ... and B is the only
// alternative".
func onlyFrames(ws tokens, only int) []frame {
	found := []frame{{joint: only, firm: true}}
	for i := range only {
		if pairing[ws[i].text] {
			found = append(found, frame{joint: i, firm: true})
		}
	}
	return found
}

// pressed holds for sentences that leave no way out: "that leaves A or B".
func pressed(ws tokens) bool {
	return ws.has(0, len(ws), pressure) || picksOne(ws)
}

// isIt holds for "it's A or B".
func isIt(ws tokens, at int) bool {
	is := ws.find(at-4, at, itIs)
	return is >= 0 && (ws[is].text == "it's" || ws.at(is-1) == "it")
}

// bound holds for "has to be A or B", "we must use A or B".
func bound(ws tokens, start, at int) bool {
	for i := start; i < at; i++ {
		verb := i + 1
		if ws.at(verb) == "to" {
			verb++
		}
		if binding[ws[i].text] && (firmModals[ws[i].text] || ws.at(i+1) == "to") && (settling2[ws.at(verb)] || ws.has(start, i, authors)) {
			return true
		}
	}
	return false
}

// weDecide holds for sentences that tell of the authors' decision.
func weDecide(ws tokens) bool {
	chosen := ws.find(0, len(ws), choosing)
	if chosen >= 0 && !refused(ws, chosen) && (ws.has(0, chosen, authors) || ws.has(chosen+1, chosen+4, authors)) {
		return true
	}
	we := ws.find(0, len(ws), authors)
	return we > 0 && cuts[ws[we-1].text] && ws.has(we+1, we+2, adopting)
}

// decidesAtOnce holds for a sentence that begins "We accept ...", "So we use ...".
func decidesAtOnce(ws tokens) bool {
	we := ws.find(0, 3, authors)
	return we >= 0 && ws.has(we+1, we+3, adopting) || weDecide(ws)
}

// betweenFrames reads "choose between A and B".
func betweenFrames(ws tokens, at int) (found []frame) {
	chosen := ws.find(at-4, at, choosing)
	if chosen < 0 || refused(ws, chosen) || offeredToOthers(ws, chosen) || ws.has(0, at, weighing) {
		return nil
	}
	for i := at + 1; i < len(ws) && !cuts[ws[i].text]; i++ {
		if w := ws[i].text; w == "and" || w == "or" || w == "vs" {
			found = append(found, frame{chosen, i, false})
		}
	}
	return found
}

// eitherFrames reads "either A or B" where somebody has to decide.
func eitherFrames(ws tokens, at int, settled bool) (found []frame) {
	aside := ws.at(at-1) == "," && !ws.has(0, at, choosing)
	offered := ws.has(at-6, at, capable) || ws.has(at-5, at, askers) || !decides(ws, at)
	if refused(ws, at) || !settled && (aside || offered) {
		return nil
	}
	for i := at + 1; i < len(ws) && !cuts[ws[i].text]; i++ {
		if ws[i].text == "or" {
			found = append(found, frame{at, i, false})
		}
	}
	return found
}

// decides says whether the words around "either" tell of a decision to be made.
func decides(ws tokens, at int) bool {
	return ws.has(max(0, at-8), at, chooser) || ws.has(at+1, at+3, weWord) || at == 0 && ws.has(at, len(ws), weWord) || ws.has(0, len(ws), choosing)
}

var (
	weWord      = setOf("we")
	obligating  = setOf("must should shall have has need needs choose pick decide select forced going use adopt go question whether")
	whetherWord = setOf("whether")
	ourMove     = setOf("to we should")
	authors     = setOf("we our us i you team")
	adopting    = setOf("accept take use go adopt will build buy keep drop prefer")
	pairing     = setOf("and so ,")
	pressure    = setOf("only leaves leaving left debated debating torn unavoidable inevitable binary dilemma")
	binding     = setOf("must has have had needs need")
	settling2   = setOf("be use run choose pick go")
	itIs        = setOf("it's is")
	lastOption  = setOf("alternative option choice")
	forced      = setOf("must have has had need forced no")
	onlyWord    = setOf("only")
	twoWord     = setOf("two")
	modals      = setOf("can could must may have")
	optionNouns = setOf("options choices alternatives possibilities approaches ways paths")
	choiceNoun  = setOf("choice question decision comes boils")
	bothWord    = setOf("both")
)

// plainOr reads "should we use A or B?", "whether to use A or B", "we must choose
// A or B", "there are two options: A or B" and "A or B, but not both".
func plainOr(ws tokens, at int, settled bool) []frame {
	start := clauseStart(ws, at)
	if saysNoMore(ws) || twoOptions(ws[:at]) || ws.has(at-6, at, onlyWord) && ws.has(at-7, at, modals) {
		return []frame{{start, at, true}}
	}
	if refused(ws, start) || ws.has(start, at, weighing) || !settled && (ws.has(start, start+3, askers) || ws.has(start, at, capable)) {
		return nil
	}
	whether, chosen := ws.find(start, at, whetherWord), ws.find(start, at, choosing)
	switch {
	case whether >= 0 && ws.has(whether+1, whether+4, ourMove), whether < 0 && ws.at(len(ws)-1) == "?":
		return []frame{{max(start, whether), at, false}}
	case chosen >= 0 && (ws.has(start, chosen, obligating) || ws.has(start, at, choiceNoun)):
		return []frame{{chosen, at, false}}
	case pressed(ws) && whether < 0, isIt(ws, at), bound(ws, start, at), settled && whether < 0, ws.has(start, start+2, authors) && ws.has(start+1, start+3, modals), opens(ws, at):
		return []frame{{start, at, false}}
	}
	return nil
}

// opens holds for "Build or buy: we will build".
func opens(ws tokens, at int) bool { return leadsIn(ws, at) && ws.has(at+2, at+8, authors) }

// leadsIn holds for a pair that stands before a colon, as a heading would.
func leadsIn(ws tokens, at int) bool {
	return at < 4 && (ws.at(at+2) == ":" || ws.at(at+3) == ":")
}

func clauseStart(ws tokens, at int) int {
	start := at
	if ws.at(at-1) == "," { // "A, or B"
		start--
	}
	for start > 0 && !cuts[ws[start-1].text] && ws[start-1].text != "," && at-start < 14 {
		start--
	}
	return start
}

// twoOptions holds for words that count the options before they name them.
func twoOptions(ws tokens) bool {
	for i := range ws {
		if optionNouns[ws[i].text] && (ws.has(i-3, i, twoWord) || ws.has(i-2, i, onlyWord) || ws.at(i+1) == "are") {
			return true
		}
	}
	return false
}

// picksOne holds for "..., and we have to pick one".
func picksOne(ws tokens) bool {
	chosen := ws.find(0, len(ws), choosing)
	return chosen > 0 && (ws.at(chosen+1) == "one" || ws.at(chosen+2) == "one") && ws.has(chosen-4, chosen, obligating)
}

// noMore are words that rule out anything beside the two.
var noMore = []string{"not both", "never both", "cannot do both", "can't do both", "cannot have both", "can't have both", "one of the two", "one or the other", "nothing else", "is binary", "a binary choice", "be both", "no other choice", "no other option", "no other way", "no alternative", "pick one", "choose one", "no third"}

var noMoreCues = setOf("both one nothing binary third other alternative")

func saysNoMore(ws tokens) bool {
	if !ws.has(0, len(ws), noMoreCues) {
		return false
	}
	text := joined(ws)
	for _, claim := range noMore {
		if strings.Contains(text, claim) {
			return true
		}
	}
	return false
}

var (
	impossible = setOf("cannot can't impossible unable couldn't")
	giveUp     = setOf("sacrifice sacrificing trade give forgo forego abandon surrender")
)

// exclusion reads the ways in which two things are said to shut each other out.
func exclusion(ws tokens, at int) []frame {
	counted := picksOne(ws[at:])
	switch w := ws[at].text; {
	case counted, w == "and" && twoOptions(ws[:at]):
		return []frame{{clauseStart(ws, max(0, at-1)), at, true}}
	case w == ",":
		return nil
	case w == "and":
		if start, ok := shutOut(ws, at); ok {
			return []frame{{start, at, true}}
		}
		if !adopting[ws.at(at+1)] {
			return nil
		}
	}
	return sacrifice(ws, at)
}

// shutOut reads "cannot have both A and B" and "A and B are mutually exclusive",
// and says where that begins.
func shutOut(ws tokens, at int) (start int, ok bool) {
	both := ws.find(at-8, at, bothWord)
	if both >= 0 && ws.has(both-6, both, impossible) {
		return max(0, ws.find(0, both, impossible)), true
	}
	rest := joined(ws[at:])
	return 0, strings.Contains(rest, "mutually exclusive") && !strings.Contains(rest, "not mutually exclusive") ||
		strings.Contains(rest, "at the same time") && ws.has(0, at, impossible) ||
		strings.Contains(rest, "are incompatible")
}

// sacrifice reads "we have to sacrifice A for B" and "must give up A and use B".
func sacrifice(ws tokens, at int) []frame {
	up := ws.find(at-8, at, giveUp)
	if up < 0 || refused(ws, up) || !ws.has(up-5, up, forced) {
		return nil
	}
	return []frame{{up, at, false}}
}

func isQuestionOf(ws tokens, at int) bool {
	text := joined(ws[:at])
	return strings.Contains(text, "question of") || strings.Contains(text, "matter of") || strings.Contains(text, "down to")
}

// refused holds where the sentence denies the choice: "there is no need to choose".
func refused(ws tokens, at int) bool {
	return ws.has(at-5, at, refusals) || ws.has(at-2, at, avoiding)
}

// offeredToOthers holds for choices that the design leaves to its users.
func offeredToOthers(ws tokens, at int) bool {
	return ws.has(max(0, at-5), at, askers) || ws.has(max(0, at-4), at, capable)
}

// joined is the text of words with one blank between them.
func joined(ws tokens) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}
