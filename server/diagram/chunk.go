package diagram

import "strings"

// chunk is a group of tokens with one task in the sentence.
type chunk struct {
	kind chunkKind
	word string // of prepositions, conjunctions and pronouns, in lower case
	at   int    // first token
	np   phrase
	vg   verbGroup
}

type chunkKind uint8

const (
	chunkPhrase chunkKind = iota
	chunkVerb
	chunkPrep
	chunkConj
	chunkComma
	chunkColon
	chunkStop
	chunkSub
	chunkRel
	chunkPron
	chunkArrow
	chunkOpen
	chunkClose
)

// verbGroup is a verb with its auxiliaries: "will not be sent".
type verbGroup struct {
	verb       *verb // nil for forms of "be" alone
	at         int   // token of the verb
	passive    bool  // also a participle behind a noun: "data stored in"
	participle bool
	gerund     bool
	infinitive bool
	negated    bool
	finite     bool
	copula     bool // a form of "be" and no other verb
}

func (g verbGroup) lemma() string {
	if g.verb == nil {
		return "be"
	}
	return g.verb.lemma
}

// compoundPrep is a preposition of several words, and what it counts as.
type compoundPrep struct {
	words []string
	prep  string
}

var compounds = []compoundPrep{
	{[]string{"instead", "of"}, "instead of"}, {[]string{"rather", "than"}, "instead of"}, {[]string{"in", "place", "of"}, "instead of"},
	{[]string{"in", "front", "of"}, "in front of"}, {[]string{"on", "top", "of"}, "on"}, {[]string{"on", "behalf", "of"}, "for"},
	{[]string{"such", "as"}, "such as"}, {[]string{"as", "well", "as"}, "and"}, {[]string{"because", "of"}, "because of"},
	{[]string{"due", "to"}, "because of"}, {[]string{"according", "to"}, "because of"}, {[]string{"out", "of"}, "from"},
	{[]string{"by", "means", "of"}, "via"}, {[]string{"with", "the", "help", "of"}, "via"}, {[]string{"along", "with"}, "with"},
	{[]string{"together", "with"}, "with"}, {[]string{"in", "addition", "to"}, "besides"}, {[]string{"next", "to"}, "besides"},
	{[]string{"on", "the", "side", "of"}, "on"}, {[]string{"as", "opposed", "to"}, "instead of"}, {[]string{"compared", "to"}, "unlike"},
}

// abbreviated are the shorthands before examples and other names.
var abbreviated = map[string]string{
	"e.g": "such as", "eg": "such as", "like": "like", "i.e": "alias", "ie": "alias", "aka": "alias", "a.k.a": "alias", "abbr": "alias", "abbreviated": "alias",
}

// chunker groups the tokens of one sentence.
type chunker struct {
	tokens []token
	reader *phraseReader
	out    []chunk
}

func (c *chunker) run() []chunk {
	for i := 0; i < len(c.tokens); {
		i = c.step(i)
	}
	return c.out
}

func (c *chunker) add(kind chunkKind, at int, word string) {
	c.out = append(c.out, chunk{kind: kind, at: at, word: word})
}

var simpleChunks = map[tag]chunkKind{
	tagConj: chunkConj, tagComma: chunkComma, tagColon: chunkColon, tagStop: chunkStop, tagSub: chunkSub,
	tagRel: chunkRel, tagPron: chunkPron, tagArrow: chunkArrow, tagOpen: chunkOpen, tagClose: chunkClose,
}

// step groups what begins at token i and returns where it ends.
func (c *chunker) step(i int) int {
	t := &c.tokens[i]
	if word, n := c.compoundAt(i); n > 0 {
		c.add(chunkPrep, i, word)
		if word == "and" {
			c.out[len(c.out)-1].kind = chunkConj
		}
		return i + n
	}
	if kind, ok := simpleChunks[t.tag]; ok {
		c.add(kind, i, t.lower)
		return i + 1
	}
	switch t.tag {
	case tagPrep:
		c.add(chunkPrep, i, t.lower)
		return i + 1
	case tagAdv, tagQuote:
		return i + 1
	case tagAux, tagModal, tagNeg, tagTo, tagVerb:
		return c.verbGroup(i)
	}
	return c.phrase(i)
}

func (c *chunker) compoundAt(i int) (string, int) {
	if word, ok := abbreviated[c.tokens[i].lower]; ok && !c.tokens[i].code {
		n := 1
		for i+n < len(c.tokens) && (c.tokens[i+n].text == "." || c.tokens[i+n].text == "," || c.tokens[i+n].text == ":") {
			n++
		}
		return word, n
	}
	for _, p := range words().compound[c.tokens[i].lower] {
		if matchesWords(c.tokens[i:], p.words) {
			return p.prep, len(p.words)
		}
	}
	return "", 0
}

func matchesWords(tokens []token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, w := range words {
		if tokens[i].lower != w {
			return false
		}
	}
	return true
}

// phrase groups a noun phrase. An article after a noun begins another one.
func (c *chunker) phrase(i int) int {
	end := i
	seen := false
	for end < len(c.tokens) {
		switch c.tokens[end].tag {
		case tagNoun, tagGeneric, tagNumber:
			seen = true
		case tagDet:
			if seen {
				return c.endPhrase(i, end)
			}
		case tagQuote:
			if seen {
				return c.endPhrase(i, end)
			}
		case tagVerb:
			if c.tokens[end].form != formGerund || seen {
				return c.endPhrase(i, end)
			}
		default:
			return c.endPhrase(i, end)
		}
		end++
	}
	return c.endPhrase(i, end)
}

func (c *chunker) endPhrase(i, end int) int {
	k := chunk{kind: chunkPhrase, at: i, np: c.reader.read(i, end)}
	if isNegativeDet(k.np.det) {
		k.np.mention, k.np.inner = -1, -1
	}
	c.out = append(c.out, k)
	return max(end, i+1)
}

func isNegativeDet(det string) bool { return det == "no" || det == "neither" }

// verbGroup groups auxiliaries, negations and the verb.
func (c *chunker) verbGroup(i int) int {
	g := verbGroup{at: i}
	var aux, modal, to bool
	lastAux := ""
	at := i
loop:
	for at < len(c.tokens) {
		t := &c.tokens[at]
		switch t.tag {
		case tagAux:
			aux = true
			lastAux = t.lower
			g.negated = g.negated || strings.HasSuffix(t.lower, "n't")
		case tagModal:
			modal = true
			g.negated = g.negated || strings.HasSuffix(t.lower, "n't") || t.lower == "cannot"
		case tagNeg:
			g.negated = true
		case tagTo:
			if at > i && c.tokens[at-1].tag != tagNeg {
				if lastAux != "have" && lastAux != "has" && lastAux != "had" || !startsVerb(c.tokens, at+1) {
					break loop
				}
				modal = true // "has to send"
				break
			}
			to = true
		case tagAdv, tagQuote:
		case tagVerb:
			g.verb, g.at = t.verb, at
			g.passive = t.form == formPast && isBe(lastAux)
			g.participle = t.form == formPast && !aux && !modal
			g.gerund = t.form == formGerund && !aux
			at++
			break loop
		default:
			break loop
		}
		at++
	}
	g.copula = g.verb == nil && isBe(lastAux)
	if g.verb == nil && !aux && !modal {
		return at // "not" or "to" by itself
	}
	g.infinitive = to
	g.finite = !to && !g.gerund
	c.out = append(c.out, chunk{kind: chunkVerb, at: i, vg: g})
	return c.skipParticle(at)
}

func startsVerb(tokens []token, i int) bool {
	return tagAt(tokens, i) == tagVerb || tagAt(tokens, i) == tagAdv || tagAt(tokens, i) == tagAux
}

func isBe(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "gets", "get", "got":
		return true
	}
	return false
}

// skipParticle passes over "out" in "sends out" and "up" in "looks up".
func (c *chunker) skipParticle(i int) int {
	if i < len(c.tokens) {
		switch c.tokens[i].lower {
		case "out", "up", "down", "away", "forth", "off":
			if i+1 < len(c.tokens) && c.tokens[i].lower != "off" || tagAt(c.tokens, i+1) == tagPrep {
				if c.tokens[i].lower == "out" && tagAt(c.tokens, i+1) == tagPrep && c.tokens[i+1].lower == "of" {
					return i
				}
				return i + 1
			}
		}
	}
	return i
}
