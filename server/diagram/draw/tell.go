package draw

import "strings"

// verbsOf are verbs by how they lead to whom it is done: with an object of their
// own ("sends orders to"), and without ("reports to"). Others are not made into
// sentences.
var verbsOf = []struct {
	with, without string
	verbs         string
}{
	{"to", "to", "send forward push publish post submit emit deliver route redirect dispatch pass transmit transfer upload export stream replicate relay propagate report return write add append move copy ship hand log commit flush respond"},
	{"in", "in", "store keep record cache index persist"},
	{"to", "to", "save"},
	{"on", "on", "put enqueue"},
	{"with", "with", "register share sync synchronize exchange"},
	{"into", "into", "insert"},
	{"", "to", "fall go talk listen"},
	{"through", "", "charge bill"},
	{"in", "", "check update delete create find change"},
	{"from", "from", "read fetch get pull retrieve receive take consume load download poll request"},
	{"", "", "tell inform mail email text page alert serve query call contact use ask invoke notify trigger open browse access watch monitor visit view"},
}

func prepositionOf(verb string) (p struct{ with, without string }, ok bool) {
	for _, group := range verbsOf {
		for _, v := range strings.Fields(group.verbs) {
			if v == verb {
				return struct{ with, without string }{group.with, group.without}, true
			}
		}
	}
	return p, false
}

// base is a verb without the ending of the third person, and whether it had one.
func base(word string) (verb string, third bool) {
	if stem, ok := strings.CutSuffix(word, "s"); ok {
		if _, known := prepositionOf(stem); known {
			return stem, true
		}
	}
	for _, ending := range [][2]string{{"ies", "y"}, {"shes", "sh"}, {"ches", "ch"}, {"sses", "ss"}, {"oes", "o"}, {"s", ""}} {
		if stem, ok := strings.CutSuffix(word, ending[0]); ok && ending[0] != "s" || ok && !strings.HasSuffix(stem, "s") {
			return stem + ending[1], true
		}
	}
	return word, false
}

func thirdPerson(verb string) string {
	switch {
	case strings.HasSuffix(verb, "y") && !strings.ContainsAny(verb[len(verb)-2:len(verb)-1], "aeiou"):
		return verb[:len(verb)-1] + "ies"
	case strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "ss"), strings.HasSuffix(verb, "o"):
		return verb + "es"
	}
	return verb + "s"
}
