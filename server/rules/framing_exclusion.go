package rules

import "strings"

// noMore are words that rule out anything beside the two.
var noMore = []string{"not both", "never both", "cannot do both", "can't do both", "cannot have both", "can't have both", "one of the two", "one or the other", "nothing else", "is binary", "a binary choice", "be both", "no other choice", "no other option", "no other way", "no alternative", "pick one", "choose one", "no third"}

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
