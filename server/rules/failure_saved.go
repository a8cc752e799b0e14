package rules

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/document"
)

// saving is what a document may say of a part so that its failure is not left open:
// what stands in for it, how it is brought back, or that its absence is borne.
var saving = pattern(`\b(?:replica|replicat|standby|stand-by|stands? by|fail-?over|fails? over|failing over|tak(?:es?|ing) over|took over|back-?ups?\b|back(?:s|ed|ing)? up|snapshot|restor|restart|redundan|quorum|hot spare|` +
	`multi-az|promot|sentinel|raft\b|paxos|re-?elect|rebuil|rebuild|recover|rehydrat|replay|fall(?:s|ing)? back|fallback|degrad|fail(?:s|ing)? (?:open|closed|safe)|surviv|tolerat|accepted|acceptable|we accept|reschedul|` +
	`autoscal|auto-scal|auto scal|self-heal|supervis|systemd|respawn|multiple|several|shards?\b|sharded|cluster|(?:two|three|four|five|six|seven|nine|[2-9]|1[0-9]) (?:[\w-]+ ){0,2}(?:nodes|instances|replicas|servers|machines|brokers|copies|zones|regions|processes|pods|workers)\b|` +
	`active-active|active-passive|active/passive|active/active|second (?:instance|node|region|zone|copy)|disaster|highly available|high availability|spof)`)

// enduring is what a document may say of the time without a part.
var (
	downWords = pattern(`\b(?:down|unavailable|unreachable|dies|died|crash\w*|outage|lost|loses|loss|fails|failure|failing|gone|missing)\b`)
	bearing   = pattern(`\b(?:retr(?:y|ies|ied)|buffer\w*|continu\w+|keeps? (?:on|working|serving|running)|go(?:es)? on|still|minutes?|seconds?|hours?|until|queues?|queued|wait\w*|works?|serves?|served|tr(?:y|ies) again|nothing|no effect|stale|older|slower|circuit|default|local|reconnect\w*|page[sd]?|alert\w*|runbook|operator|by hand|manual\w*|recreate\w*|start(?:s|ed)? (?:again|empty|cold|over)|warm\w*|refill\w*|other)\b`)

	supposing = pattern(`\b(?:if|when|whenever|should|while|without|until|after)\b`)

	// losing tells of nothing but the loss: "if it is down, all logins fail".
	losing = pattern(`\b(?:no|nothing|nobody|all|every\w*|whole|entire\w*|stops?|fails?|failing|halts?|cannot|can't|blocked|unusable|lost|breaks?)\b`)

	oneCopy = pattern(`\breplication factor (?:of |is |= ?|: ?)?(?:1|one)\b`)

	// nothingSaves takes back what stands after it.
	nothingSaves = pattern(`\b(?:no|not|without|lacks?|lacking|never|neither|nor|isn't|single|one|only)(?: [\w-]+){0,2} $`)

	// everything is said of every part.
	everything = pattern(`\b(?:all|every|each|everything|both|any|no single) (?:[\w-]+ ){0,2}(?:components?|services?|parts?|tiers?|nodes?|stores?|databases?|servers?|instances?|process(?:es)?|machines?|state|data|dependenc(?:y|ies)|infrastructure|systems?|vms?|hosts?|outages?)\b|\boutages? of\b|\b(?:pods?|containers|kubernetes|nomad|ecs|asg|terraform)\b`)

	// promising is availability in figures, or as a demand.
	promising = pattern(`\b9[0-9](?:\.[0-9]+) ?%|\b(?:four|five|three|two) nines\b|\b(?:highly[- ]available|high[- ]availability|no single point of failure|(?:survives?|tolerates?|must survive) (?:the )?(?:loss|failure) of)\b`)
)

// saves says whether a text says that something is saved.
func saves(lower string) bool {
	lower = oneCopy().ReplaceAllString(lower, "")
	for _, m := range saving().FindAllStringIndex(lower, -1) {
		if !nothingSaves().MatchString(lower[:m[0]]) {
			return true
		}
	}
	return downWords().MatchString(lower) && (bearing().MatchString(lower) || supposing().MatchString(lower) && !losing().MatchString(lower))
}

func savingsOfAll(sections []*document.Section, of func(*document.Section) []savedText) [][]savedText {
	all := make([][]savedText, len(sections))
	for i, s := range sections {
		if s.Managed == nil {
			all[i] = of(s)
		}
	}
	return all
}

// isSaved says whether the document says of a part that goes by some words what
// becomes of it; with none, whether it says so of anything that takes over.
func (v *view) isSaved(keys []string) bool {
	for _, of := range v.savings() {
		for _, t := range of {
			if t.every || keys == nil && handsOver().MatchString(t.words) || t.speaksOf(keys) {
				return true
			}
		}
	}
	return false
}

// speaksOf says whether a text has a word that begins with a key, or that is one
// whose key begins with "=".
func (t savedText) speaksOf(keys []string) bool { return hasKey(t.words, keys) }

func hasKey(words string, keys []string) bool {
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r < 0x80 && !isWord(byte(r)) && r != '-' }) {
		for _, k := range keys {
			if whole, ok := strings.CutPrefix(k, "="); ok && w == whole || !ok && strings.HasPrefix(w, k) {
				return true
			}
		}
	}
	return false
}

var handsOver = pattern(`fail-?over|fails? over|failing over|promot|elect|standby|raft|paxos|tak(?:es?|ing) over|switch-?over|multi-az|patroni|orchestrator|managed|aurora|\brds\b|consensus|multi-primary|leaderless`)

func (v *view) promisesAvailability() bool {
	return matchesAnywhere(v.doc, promising())
}

func matchesAnywhere(doc *document.Document, expr *regexp.Regexp) bool {
	for _, s := range doc.Sections {
		if s.Managed == nil && expr.MatchString(lowerASCII(s.Content.Prose)) {
			return true
		}
	}
	return false
}

// savedNearby says whether the sentence itself, or the two after it in its block,
// tell what becomes of what it names.
func (r *statementReader) savedNearby(keys []string) bool {
	c := r.scope.Content()
	block := c.Sentences[r.sentence].Block
	for i := r.sentence; i < len(c.Sentences) && i <= r.sentence+2 && c.Sentences[i].Block == block; i++ {
		words := strings.Join(strings.Fields(c.Sentences[i].Span.Of(r.lower)), " ")
		if saves(words) && (i == r.sentence || hasKey(words, keys) || !namesPart(words)) {
			return true
		}
	}
	return false
}

// namesPart says whether a sentence names a component.
func namesPart(words string) bool {
	for _, w := range strings.Fields(words) {
		w = strings.Trim(w, ".,;:()")
		if _, ok := products[w]; ok || partHeads[w] || partHeads[strings.TrimSuffix(w, "s")] {
			return true
		}
	}
	return false
}
