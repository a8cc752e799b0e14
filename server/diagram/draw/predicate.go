package draw

import "strings"

// predicate makes the words of a label lead to a name: "sends orders to". Not ok
// means that they are not a verb and its object.
func predicate(said string) (string, bool) {
	words := strings.Fields(said)
	if len(words) == 0 || len(words) > 12 {
		return "", false
	}
	verb, ok := present(words[0])
	if !ok && len(words) == 1 {
		verb, ok = done(words[0])
	}
	if !ok || len(words) == 2 && strings.HasSuffix(words[1], "ed") && !strings.HasSuffix(words[1], "eed") {
		return "", false
	}
	return leading(thirdPerson(verb), leadOf[verb], words[1:])
}

// leading puts what follows a verb into words that a name can follow.
func leading(verb string, to lead, rest []string) (string, bool) {
	if len(rest) == 0 {
		return strings.TrimSpace(verb + " " + to.without), !incomplete[verb]
	}
	last := strings.ToLower(rest[len(rest)-1])
	switch {
	case len(rest) == 2 && rest[0] == "and":
		second, ok := predicate(rest[1])
		return strings.TrimSpace(verb+" "+to.without) + " and " + second, ok
	case leads[last] && len(rest) == 1:
		return verb + " " + last, true
	case leads[last] && len(rest) == 2 && particles[rest[0]]:
		return verb + " " + rest[0] + " " + last, true // "falls back to"
	case leads[last]:
		return verb + " " + Markdown(object(rest[:len(rest)-1])) + " " + last, true
	case to.with == "", inner[strings.ToLower(rest[0])]: // "reads on a miss" has no object
		return "", false
	}
	return verb + " " + Markdown(object(rest)) + " " + to.with, true
}

// particles are the words behind a verb that are no object of it.
var particles = map[string]bool{"back": true, "over": true, "out": true, "up": true}

// leads are the words after which a sentence goes on with a name.
var leads = map[string]bool{"to": true, "from": true, "in": true, "into": true, "on": true, "with": true, "at": true}
