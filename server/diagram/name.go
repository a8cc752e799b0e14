package diagram

import (
	"strings"
	"unicode"
)

// nameKey folds a name so that spellings of one name are equal: case, plural,
// and whether its words are joined, hyphenated or apart: "kms-plugins" and "KMS
// plugin", "Fan Out Service" and "FanOutService".
func nameKey(name string) string {
	return strings.Join(nameWords(name), "")
}

// nameWords cuts a name into words in lower case, the last one in the singular.
func nameWords(name string) []string {
	var out []string
	for _, field := range strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.So, r)
	}) {
		out = append(out, camelWords(field)...)
	}
	if len(out) > 0 {
		out[len(out)-1] = singular(out[len(out)-1])
	}
	for i, w := range out {
		if full := shorthands[w]; full != "" {
			out[i] = full
		}
	}
	return out
}

// shorthands are words that documents use beside their full form.
var shorthands = map[string]string{"k8s": "kubernetes", "db": "database", "svc": "service", "app": "application", "admin": "administrator", "repo": "repository", "postgres": "postgresql", "mongo": "mongodb"}

// camelWords cuts "ArrowStreamService" and "HTTPServer" into their words. Two
// capitals with small letters between, as in "TiKV" or "CoreDNS", stay one word.
func camelWords(s string) []string {
	if !hasInnerCapital(s) {
		return []string{strings.ToLower(s)}
	}
	runes := []rune(s)
	var out []string
	start := 0
	for i := 1; i < len(runes); i++ {
		lowUp := unicode.IsLower(runes[i-1]) && unicode.IsUpper(runes[i])
		upLow := i+1 < len(runes) && unicode.IsUpper(runes[i-1]) && unicode.IsUpper(runes[i]) && unicode.IsLower(runes[i+1])
		if (lowUp || upLow) && i-start > 2 && len(runes)-i > 2 {
			out = append(out, strings.ToLower(string(runes[start:i])))
			start = i
		}
	}
	return append(out, strings.ToLower(string(runes[start:])))
}

func hasInnerCapital(s string) bool {
	for i := 1; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' || s[i] >= 0x80 {
			return true
		}
	}
	return false
}

// singular returns the singular of a noun in lower case.
func singular(w string) string {
	n := len(w)
	if n < 4 || w[n-1] != 's' || isTechnology(w) {
		return w
	}
	l := words()
	switch {
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "es"):
		if _, known := l.heads[w[:n-1]]; known || l.nouns[w[:n-1]] != "" {
			return w[:n-1]
		}
		if s := w[:n-2]; strings.HasSuffix(s, "ch") || strings.HasSuffix(s, "sh") || strings.HasSuffix(s, "x") || strings.HasSuffix(s, "ss") || strings.HasSuffix(s, "us") {
			return s
		}
	}
	return w[:n-1]
}

func isTechnology(w string) bool {
	_, ok := words().tech[w]
	return ok
}

func isPlural(w string) bool { return w == "staff" || w == "people" || singular(w) != w }

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
	if h, ok := l.heads[singular(lower)]; ok {
		return h, true
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
	if len(word) > 2 && strings.HasSuffix(word, "DB") {
		return head{Store, weak}, true // "TSDB"
	}
	if strings.HasSuffix(lower, "ctl") {
		return head{Container, strong}, true // as command line tools are called
	}
	for _, end := range [...]string{"server", "service", "store", "database", "worker", "broker", "proxy", "client", "queue", "cache"} {
		if s := singular(lower); strings.HasSuffix(s, end) && len(s) > len(end)+2 && l.nouns[s] == "" && l.verbs[s] == nil {
			return l.heads[end], true // "lockserver"
		}
	}
	return agentNoun(singular(lower))
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

// isProper says whether a word is spelled like a name: capitals inside, digits
// behind capitals, or a capital at the start where none has to be.
func isProper(t *token, initial bool) bool {
	if t.name {
		return true
	}
	if t.code || words().nouns[t.lower] != "" || words().nouns[singular(t.lower)] != "" {
		return false
	}
	upper := 0
	for i, r := range t.text {
		if unicode.IsUpper(r) {
			upper++
			if i > 0 {
				return true
			}
		}
	}
	return upper > 0 && !initial
}

// prefixes are what words of the language begin with before a hyphen.
var prefixes = map[string]bool{
	"sub": true, "non": true, "multi": true, "cross": true, "end": true, "per": true, "pre": true, "post": true, "in": true, "on": true, "off": true, "co": true, "re": true, "self": true,
	"super": true, "single": true, "inter": true, "intra": true, "file": true, "read": true, "write": true, "top": true, "low": true, "high": true, "up": true, "down": true, "full": true,
}

// runs are the last parts of hyphenated names of what runs: "invoicing-job".
var runs = map[string]bool{"job": true, "cron": true, "task": true, "web": true, "svc": true, "mq": true, "lambda": true}
