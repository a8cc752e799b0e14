package diagram

// compoundPrep is a preposition of several words, and what it counts as.
type compoundPrep struct {
	words []string
	prep  string
}

// compounds are looked up by their first word; see lexicon.compound.
var compounds = []compoundPrep{
	{[]string{"instead", "of"}, "instead of"}, {[]string{"rather", "than"}, "instead of"}, {[]string{"in", "place", "of"}, "instead of"},
	{[]string{"in", "front", "of"}, "in front of"}, {[]string{"on", "top", "of"}, "on"}, {[]string{"on", "behalf", "of"}, "for"},
	{[]string{"such", "as"}, "such as"}, {[]string{"as", "well", "as"}, "and"}, {[]string{"because", "of"}, "because of"},
	{[]string{"due", "to"}, "because of"}, {[]string{"according", "to"}, "because of"}, {[]string{"out", "of"}, "from"}, {[]string{"based", "on"}, "because of"},
	{[]string{"by", "means", "of"}, "via"}, {[]string{"with", "the", "help", "of"}, "via"}, {[]string{"along", "with"}, "with"},
	{[]string{"together", "with"}, "with"}, {[]string{"in", "addition", "to"}, "besides"}, {[]string{"next", "to"}, "besides"},
	{[]string{"on", "the", "side", "of"}, "on"}, {[]string{"as", "opposed", "to"}, "instead of"}, {[]string{"compared", "to"}, "unlike"},
	{[]string{"independent", "of"}, "besides"}, {[]string{"independently", "of"}, "besides"}, {[]string{"regardless", "of"}, "besides"}, {[]string{"such", "that"}, "so that"},
}

// abbreviated are the shorthands before examples and other names.
var abbreviated = map[string]string{
	"e.g": "such as", "eg": "such as", "like": "like", "i.e": "alias", "ie": "alias", "aka": "alias", "a.k.a": "alias", "abbr": "alias", "abbreviated": "alias",
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
