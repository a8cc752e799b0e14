package rules

import "strings"

// pressed holds for sentences that leave no way out: "that leaves A or B".
func pressed(ws tokens) bool {
	return ws.has(0, len(ws), pressure) || picksOne(ws)
}

// weCan holds for "we can A or B".
func weCan(ws tokens, start int) bool {
	return ws.has(start, start+2, authors) && ws.has(start+1, start+3, modals)
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
		if binding[ws[i].text] && (firmModals[ws[i].text] || ws.at(i+1) == "to") && (directly[ws.at(verb)] || ws.has(start, i, authors)) {
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

// decides says whether the words around "either" tell of a decision to be made.
func decides(ws tokens, at int) bool {
	return ws.has(at-8, at, chooser) || ws.has(0, len(ws), choosing) ||
		ws.has(at+1, at+3, weWord) || at == 0 && ws.has(at, len(ws), weWord)
}

// opens holds for "Build or buy: we will build".
func opens(ws tokens, at int) bool { return leadsIn(ws, at) && ws.has(at+2, at+8, authors) }

// leadsIn holds for a pair that stands before a colon, as a heading would.
func leadsIn(ws tokens, at int) bool {
	return at < 4 && (ws.at(at+2) == ":" || ws.at(at+3) == ":")
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
	return ws.has(at-5, at, askers) || ws.has(at-4, at, capable)
}
