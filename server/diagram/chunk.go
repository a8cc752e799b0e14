package diagram

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
		} else if word == "so that" {
			c.out[len(c.out)-1].kind = chunkSub
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

// phrase groups a noun phrase. An article after a noun begins another one.
func (c *chunker) phrase(i int) int {
	end := i
	seen := false
	for end < len(c.tokens) {
		if _, n := c.compoundAt(end); n > 1 && seen {
			return c.endPhrase(i, end) // "PD according to the tick count"
		}
		switch c.tokens[end].tag {
		case tagGeneric:
			if seen && c.tokens[end].bold == 0 && c.trails(end) {
				return c.endPhrase(i, end)
			}
			seen = true
		case tagNoun, tagNumber:
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

// trails says whether the adjective at i stands behind its noun: "PD longer than".
func (c *chunker) trails(i int) bool {
	next := tagAt(c.tokens, i+1)
	return c.tokens[i-1].tag == tagNoun && next != tagNoun && next != tagGeneric && next != tagNumber && next != tagQuote && next != tagVerb
}
