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
	return begun(bold(g, subject) + " " + clause + ".")
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
	clause := doing(g, f, to)
	if several(g.Node(subject)) {
		return inPlural(clause)
	}
	return clause
}

// doing is a clause without its subject, which is one.
func doing(g *diagram.Graph, f diagram.Flow, to string) string {
	said, how := spoken(f), manner(f)
	switch phrase, ok := predicate(said); {
	case ok:
		return phrase + " " + to + how
	case f.Reply && said == "":
		return "answers " + to + how
	case f.Reply:
		return "answers " + to + how + " with " + Markdown(object(strings.Fields(said)))
	case isPayload(said):
		return "sends " + Markdown(object(strings.Fields(said))) + " to " + to + how
	case said == "", f.Place.Source == diagram.FromProse && isLetters(strings.ToLower(said)): // a verb that is not known
		return silent(g, f) + " " + to + how
	}
	return silent(g, f) + " " + to + how + " (" + Markdown(said) + ")"
}

// many are the names that stand for several: "auditors", and not "Redis".
var many = regexp.MustCompile(`(?i)(\bpeople|[a-z](ers|ors|ents|ees|ices|odes|ions|ines|ances|ables|ases|ues|caches|pods|apps|jobs|stores|teams|proxies|replicas|systems|shards|topics|sinks|sites|lists|logs|regions)|apis)$`)

// several says whether a name has the verb in its plural. A system is one, whatever its title.
func several(n *diagram.Node) bool {
	return many.MatchString(clean(n.Name)) && (n.Kind != diagram.System || common(n.Name))
}

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

// spoken is the label of a flow as far as it says something that is done by an end of it.
func spoken(f diagram.Flow) string {
	said := strings.TrimRight(unnumbered(f.Label), ".,;: ")
	if carried.MatchString(said) {
		return ""
	}
	return said
}

// carried matches what is said of what is sent, and not of who sends it: "the post travels to".
var carried = regexp.MustCompile(`(?i)^(?:travels?|travell?ing)(?: to)?$`)

// vague holds for a label that the next flow the same way may say better: "stored".
func vague(f diagram.Flow) bool {
	said := spoken(f)
	_, participle := done(said)
	return said == "" || participle || strings.HasSuffix(said, "ed") && !strings.Contains(said, " ")
}

// bold is how a sentence names a node; empty for one that is not there.
func bold(g *diagram.Graph, id string) string {
	n := g.Node(id)
	if n == nil {
		return ""
	}
	name := clean(n.Name)
	if rest, ok := cutFold(name, "the "); ok {
		return "the " + strong(rest)
	}
	if common(name) {
		return "the " + strong(name)
	}
	return strong(name)
}

// begun is a sentence with the capital of its first word.
func begun(sentence string) string {
	if rest, ok := strings.CutPrefix(sentence, "the "); ok {
		return "The " + rest
	}
	return sentence
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

// payload are the nouns for what is sent. An arrow of an author's diagram may say no more.
var payload = set("event message request response reply result record order receipt notification alert heartbeat metric log trace span sample report snapshot token credential file image payload packet batch job task follower status")

// isPayload says whether a label names only what is sent: "delivery receipts".
func isPayload(said string) bool {
	words := strings.Fields(said)
	if len(words) == 0 || len(words) > 3 {
		return false
	}
	if _, verb := present(words[0]); verb && len(words) > 1 {
		return false
	}
	for _, w := range words[:len(words)-1] {
		if !isLetters(strings.ToLower(w)) || inner[w] {
			return false
		}
	}
	last := words[len(words)-1]
	return payload[last] || payload[strings.TrimSuffix(last, "s")]
}
