package draw

import (
	"strings"

	"github.com/designls/designls/server/diagram"
)

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
	{"into", "into", "insert"},
	{"in", "", "check update delete create find change"},
	{"from", "from", "read fetch get pull retrieve receive take consume load download poll request"},
	{"", "", "query call contact use ask invoke notify trigger open browse access watch monitor visit view"},
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
	for _, ending := range [][2]string{{"ies", "y"}, {"shes", "sh"}, {"ches", "ch"}, {"sses", "ss"}, {"s", ""}} {
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
	case strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "ss"):
		return verb + "es"
	}
	return verb + "s"
}

// Tell says in a sentence what a flow is, in the words of its label.
func Tell(g *diagram.Graph, f diagram.Flow) string {
	from, to := bold(g, f.From), bold(g, f.To)
	if from == "" || to == "" {
		return ""
	}
	said, how := strings.TrimRight(unnumbered(f.Label), ".,;: "), manner(f)
	switch phrase, ok := predicate(said); {
	case f.Reply && said == "":
		return from + " answers " + to + how + "."
	case f.Reply:
		return from + " answers " + to + how + ": " + Markdown(said) + "."
	case ok:
		return from + " " + phrase + " " + to + how + "."
	case said == "":
		return from + " " + silent(f) + " " + to + how + "."
	}
	return from + " → " + to + how + ": " + Markdown(said) + "."
}

func bold(g *diagram.Graph, id string) string {
	n := g.Node(id)
	if n == nil {
		return ""
	}
	name := Markdown(n.Name)
	if name == "" {
		return "*unnamed*"
	}
	return "**" + name + "**"
}

// manner is the protocol, and whether the sender waits.
func manner(f diagram.Flow) string {
	how := ""
	if p := clean(f.Protocol); p != "" {
		how = " over " + Markdown(p)
	}
	if f.Async {
		how += ", without waiting"
	}
	return how
}

// silent is the verb for a flow without a label.
func silent(f diagram.Flow) string {
	switch f.Access {
	case diagram.Read:
		return "reads from"
	case diagram.Write:
		return "writes to"
	case diagram.Read | diagram.Write:
		return "reads from and writes to"
	}
	return "leads to"
}

// leadsOn are words after which a name has to follow.
var leadsOn = map[string]bool{"to": true, "from": true, "in": true, "into": true, "on": true, "with": true, "via": true, "using": true, "through": true, "over": true, "by": true, "of": true, "for": true, "at": true}

// things are plurals that look like verbs: "requests to".
var things = map[string]bool{"requests": true, "events": true, "orders": true, "messages": true, "logs": true, "metrics": true, "queries": true, "results": true, "files": true, "reports": true, "jobs": true, "tasks": true, "records": true, "documents": true, "responses": true, "changes": true, "users": true, "items": true}

// predicate makes the words of a label lead to a name: "sends orders to". Not ok
// means that they are not a verb and its object.
func predicate(said string) (string, bool) {
	words := strings.Fields(said)
	if len(words) == 0 || len(words) > 12 {
		return "", false
	}
	verb, third := base(strings.ToLower(words[0]))
	if third && len(words) > 1 && !things[words[0]] && leadsOn[strings.ToLower(words[len(words)-1])] { // "Makes API calls to"
		return strings.ToLower(words[0]) + " " + Markdown(strings.Join(words[1:], " ")), true
	}
	p, ok := prepositionOf(verb)
	if !ok || len(words) > 1 && strings.HasSuffix(words[1], "ed") {
		return "", false
	}
	first := strings.ToLower(words[0])
	if !third {
		first = thirdPerson(verb)
	}
	last := strings.ToLower(words[len(words)-1])
	rest := Markdown(strings.Join(words[1:], " "))
	switch {
	case len(words) == 1:
		return strings.TrimSpace(first + " " + p.without), true
	case leadsOn[last]:
		return first + " " + rest, true
	case p.with == "":
		return "", false
	}
	return first + " " + rest + " " + p.with, true
}
