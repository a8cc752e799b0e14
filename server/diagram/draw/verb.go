package draw

import "strings"

// lead is how a verb leads to whom it is done: with an object of its own ("sends orders to"),
// and without ("reports to").
type lead struct{ with, without string }

// verbsOf are the verbs that are made into sentences. Others are not.
var verbsOf = []struct {
	lead
	verbs string
}{
	{lead{"to", "to"}, "send forward push publish post submit emit deliver route redirect dispatch pass transmit transfer upload export stream replicate relay propagate report return write add append move copy ship hand log commit flush respond reply proxy delegate broadcast distribute expose apply attach assign"},
	{lead{"in", "in"}, "store keep record cache index persist hold buffer"},
	{lead{"to", "to"}, "save"},
	{lead{"on", "on"}, "put enqueue place"},
	{lead{"with", "with"}, "register share sync synchronize exchange integrate establish"},
	{lead{"into", "into"}, "insert"},
	{lead{"to", "to"}, "connect point switch"},
	{lead{"", "to"}, "fall go talk listen belong subscribe refer"},
	{lead{"on", "on"}, "rely depend"},
	{lead{"at", "at"}, "look"},
	{lead{"with", "with"}, "communicate interact work"},
	{lead{"through", ""}, "charge bill"},
	{lead{"on", ""}, "execute run perform schedule call invoke open browse watch view"},
	{lead{"with", ""}, "validate verify encrypt decrypt authenticate authorize resolve compare"},
	{lead{"in", ""}, "query trigger check update delete create find change configure modify patch manage set"},
	{lead{"from", "from"}, "read fetch get pull retrieve receive take consume load download poll request collect obtain drain scrape remove"},
	{lead{"to", ""}, "provide offer show give serve make issue"},
	{lead{"", ""}, "tell inform mail email text page alert contact use utilize ask notify access monitor visit instruct signal filter terminate restart start stop join scan probe populate reach split"},
}

var leadOf = func() map[string]lead {
	of := map[string]lead{}
	for _, group := range verbsOf {
		for verb := range strings.FieldsSeq(group.verbs) {
			of[verb] = group.lead
		}
	}
	return of
}()

// past are the participles that do not end like others.
var past = map[string]string{
	"sent": "send", "written": "write", "taken": "take", "kept": "keep", "held": "hold", "found": "find", "gotten": "get", "shown": "show",
}

// incomplete are the verbs that say nothing without what is given.
var incomplete = set("provides offers shows gives makes issues")

// base is a verb without the ending of the third person, and whether it had one.
func base(word string) (verb string, third bool) {
	if stem, ok := strings.CutSuffix(word, "s"); ok {
		if _, known := leadOf[stem]; known {
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

// present is a verb that is known in its basic form: "writes" and "writing" both are "write".
func present(word string) (verb string, ok bool) {
	word = strings.ToLower(word)
	if verb, _ = base(word); isVerb(verb) {
		return verb, true
	}
	return stemOf(word, "ing")
}

// done is the verb of a participle: "written" is of "write".
func done(word string) (verb string, ok bool) {
	word = strings.ToLower(word)
	if verb = past[word]; verb != "" {
		return verb, true
	}
	return stemOf(word, "ed")
}

// stemOf is the known verb that has got an ending.
func stemOf(word, ending string) (verb string, ok bool) {
	stem, ok := strings.CutSuffix(word, ending)
	if !ok || len(stem) < 2 {
		return "", false
	}
	for _, verb := range []string{stem, stem + "e", stem[:len(stem)-1], strings.TrimSuffix(stem, "i") + "y"} {
		if isVerb(verb) {
			return verb, true
		}
	}
	return "", false
}

func isVerb(verb string) bool { _, ok := leadOf[verb]; return ok }

func thirdPerson(verb string) string {
	switch {
	case strings.HasSuffix(verb, "y") && !strings.ContainsAny(verb[len(verb)-2:len(verb)-1], "aeiou"):
		return verb[:len(verb)-1] + "ies"
	case strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "ss"), strings.HasSuffix(verb, "o"):
		return verb + "es"
	}
	return verb + "s"
}
