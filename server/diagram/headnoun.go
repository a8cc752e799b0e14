package diagram

import "strings"

// headOf returns what the last word of a name says about it, also where words
// are joined: "kube-apiserver", "OrderService".
func headOf(word string) (head, bool) {
	l := words()
	if k, ok := l.known.Load(word); ok {
		n := k.(knownHead)
		return n.head, n.ok
	}
	h, ok := l.findHead(word)
	if len(word) <= longestKept && l.kept.Add(1) < mostKept {
		l.known.Store(strings.Clone(word), knownHead{h, ok})
	}
	return h, ok
}

// knownHead is what headOf found. Documents share most of their words, so it is
// kept for the first of them.
type knownHead struct {
	head head
	ok   bool
}

const (
	longestKept = 30
	mostKept    = 20_000
)

func (l *lexicon) findHead(word string) (head, bool) {
	lower := strings.ToLower(word)
	if h, ok := l.heads[Singular(lower)]; ok {
		return h, true
	}
	switch Singular(lower) {
	case "front end", "front-end":
		return l.heads["frontend"], true
	case "back end", "back-end":
		return l.heads["backend"], true
	}
	if strings.ContainsAny(word, "-_/") || hasInnerCapital(word) {
		if parts := nameWords(word); len(parts) > 1 && !strings.HasSuffix(lower, "ctl") {
			last := parts[len(parts)-1]
			named := strings.Contains(word, "-") && !prefixes[parts[0]] && l.closed[parts[len(parts)-2]] == 0
			if named && runs[last] {
				return head{Container, weak}, true
			}
			if h, ok := l.heads[last]; ok && l.closed[parts[0]]&classPrep == 0 {
				if h.strength == faint && named {
					h.strength = weak // "metering-api"
				}
				return h, true
			}
			return agentNoun(last) // "crl-storer"
		}
	}
	if len(word) > 2 && strings.HasSuffix(word, "DB") || len(word) > 3 && strings.HasSuffix(lower, "db") && !isTechnology(lower) {
		return head{Store, weak}, true // "TSDB"
	}
	if strings.HasSuffix(lower, "ctl") {
		return head{Container, strong}, true // as command line tools are called
	}
	if h, ok := l.joinedHead(Singular(lower)); ok {
		return h, true
	}
	return agentNoun(Singular(lower))
}

// joinedHead finds a noun for components at the end of a word that is two in one: "lockserver".
func (l *lexicon) joinedHead(word string) (head, bool) {
	for _, end := range [...]string{"server", "service", "store", "database", "worker", "broker", "proxy", "client", "queue", "cache", "controller", "scheduler", "gateway", "daemon"} {
		least := len(end) + 3 // no "observer" or "restore"
		if end == "cache" {
			least = len(end) + 1 // no other word ends so
		}
		if strings.HasSuffix(word, end) && len(word) >= least && l.nouns[word] == "" && l.verbs[word] == nil {
			return l.heads[end], true
		}
	}
	return head{}, false
}

// agentNoun takes nouns that are made of a verb for something that acts:
// "scavenger", "allocator".
func agentNoun(w string) (head, bool) {
	if len(w) < 6 || words().nouns[w] != "" || words().closed[w] != 0 || !strings.HasSuffix(w, "er") && !strings.HasSuffix(w, "or") {
		return head{}, false
	}
	l := words()
	stem := w[:len(w)-2]
	for _, base := range [...]string{stem, stem + "e", strings.TrimSuffix(stem, "t"), stem[:len(stem)-1], strings.TrimSuffix(stem, "i") + "y"} {
		if l.verbs[base] != nil && len(base) > 2 {
			return head{Container, weak}, true
		}
	}
	return head{}, false
}

// prefixes are what words of the language begin with before a hyphen.
var prefixes = map[string]bool{
	"sub": true, "non": true, "multi": true, "cross": true, "end": true, "per": true, "pre": true, "post": true, "in": true, "on": true, "off": true, "co": true, "re": true, "self": true,
	"super": true, "single": true, "inter": true, "intra": true, "file": true, "read": true, "write": true, "top": true, "low": true, "high": true, "up": true, "down": true, "full": true,
}

// runs are the last parts of hyphenated names of what runs: "invoicing-job".
var runs = map[string]bool{"job": true, "cron": true, "task": true, "web": true, "pod": true, "svc": true, "mq": true, "lambda": true}
