package draw

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/diagram"
)

// Tell says in a sentence what a flow is, in the words of its label.
func Tell(g *diagram.Graph, f diagram.Flow) string { return Drawing{}.tell(g, f) }

// tell is the sentence of a flow.
func (d Drawing) tell(g *diagram.Graph, f diagram.Flow) string {
	clause := d.clause(g, f)
	if clause == "" {
		return ""
	}
	subject, _ := actors(f)
	return bold(g, subject) + " " + clause + "."
}

// actors are the nodes that do what a flow's label says, and to whom: who takes events
// from a queue acts, though they flow to it.
func actors(f diagram.Flow) (subject, object string) {
	if f.Taken {
		return f.To, f.From
	}
	return f.From, f.To
}

// clause is what one end of a flow does: "sends the order to **API server** over HTTPS".
// It is empty for a flow from or to somebody unknown.
func (d Drawing) clause(g *diagram.Graph, f diagram.Flow) string {
	subject, object := actors(f)
	to := bold(g, object)
	if to == "" || bold(g, subject) == "" {
		return ""
	}
	if n := d.numbers[[2]string{f.From, f.To}]; n > 0 {
		to += " (" + itoa(n) + ")"
	}
	clause := doing(f, to)
	if many.MatchString(clean(g.Node(subject).Name)) {
		return inPlural(clause)
	}
	return clause
}

// doing is a clause without its subject, which is one.
func doing(f diagram.Flow, to string) string {
	said, how := spoken(f), manner(f)
	switch phrase, ok := predicate(said); {
	case ok:
		return phrase + " " + to + how
	case f.Reply && said == "":
		return "answers " + to + how
	case f.Reply:
		return "answers " + to + how + " with " + Markdown(object(strings.Fields(said)))
	case said == "":
		return silent(f) + " " + to + how
	}
	return "turns to " + to + how + " (" + Markdown(said) + ")"
}

// many are the names that stand for several: "auditors", and not "Redis".
var many = regexp.MustCompile(`(?i)(\bpeople|[a-z](ers|ors|ents|ees|ices|odes|ions|ines|ances|ables|ases|ues|caches|pods|apps|jobs|stores|teams|proxies|replicas|systems|shards|topics|sinks|sites|lists|logs|regions)|apis)$`)

// inPlural puts the verbs of a clause into the plural.
func inPlural(clause string) string {
	words := strings.Split(clause, " ")
	for i, w := range words {
		if i == 0 || words[i-1] == "and" && i > 1 && words[i-2] == "from" { // "reads from and writes to"
			words[i], _ = base(w)
		}
	}
	return strings.Join(words, " ")
}

// spoken is the label of a flow as far as it says something: "stored" alone does not.
func spoken(f diagram.Flow) string {
	said := strings.TrimRight(unnumbered(f.Label), ".,;: ")
	if words := strings.Fields(said); len(words) == 1 && strings.HasSuffix(said, "ed") && !f.Reply {
		return ""
	}
	return said
}

func bold(g *diagram.Graph, id string) string {
	n := g.Node(id)
	if n == nil {
		return ""
	}
	return strong(n.Name)
}

// manner is the protocol, and whether the sender waits.
func manner(f diagram.Flow) string {
	how := ""
	if p := clean(f.Protocol); p != "" {
		how = " over " + Markdown(p)
	}
	if f.Async && !f.Taken { // who takes what is there waits for nobody anyway
		how += " without waiting"
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

// predicate makes the words of a label lead to a name: "sends orders to". Not ok
// means that they are not a verb and its object.
func predicate(said string) (string, bool) {
	words := strings.Fields(said)
	if len(words) == 0 || len(words) > 12 {
		return "", false
	}
	verb, third := base(strings.ToLower(words[0]))
	p, ok := prepositionOf(verb)
	if !ok || len(words) == 2 && strings.HasSuffix(words[1], "ed") {
		return "", false
	}
	first := strings.ToLower(words[0])
	if !third {
		first = thirdPerson(verb)
	}
	last := strings.ToLower(words[len(words)-1])
	switch {
	case len(words) == 1:
		return strings.TrimSpace(first + " " + p.without), true
	case len(words) == 3 && words[1] == "and":
		second, ok := predicate(words[2])
		return strings.TrimSpace(first+" "+p.without) + " and " + second, ok
	case leads[last] && len(words) == 2:
		return first + " " + last, true
	case leads[last] && len(words) == 3 && particles[words[1]]:
		return first + " " + words[1] + " " + last, true // "falls back to"
	case leads[last]:
		return first + " " + Markdown(object(words[1:len(words)-1])) + " " + last, true
	case p.with == "", inner[strings.ToLower(words[1])]: // "reads on a miss" has no object
		return "", false
	}
	return first + " " + Markdown(object(words[1:])) + " " + p.with, true
}

// particles are the words behind a verb that are no object of it.
var particles = map[string]bool{"back": true, "over": true, "out": true, "up": true}

// leads are the words after which a sentence goes on with a name.
var leads = map[string]bool{"to": true, "from": true, "in": true, "into": true, "on": true, "with": true}
