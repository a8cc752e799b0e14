package rules

import "sync"

// frame is the part of a sentence that offers a choice: the words before and
// after the joint ("or", "and", "vs") are its sides.
type frame struct {
	start, joint int
	firm         bool // says outright that there is nothing else
}

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
	case whether < 0 && (settled || pressed(ws)), weCan(ws, start), isIt(ws, at), bound(ws, start, at), opens(ws, at):
		return []frame{{start, at, false}}
	}
	return nil
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
