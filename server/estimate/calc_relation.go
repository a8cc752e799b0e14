package estimate

import "strings"

// relation is how a text says that two sides are the same.
type relation uint8

const (
	noRelation  relation = iota
	equalSign            // "=", "≈"
	arrow                // "->", which stands for a change, too
	tilde                // "~" between two numbers, which stands for a range, too
	spokenEqual          // "is", "so", "which makes"
	colonAfter           // ":" after a calculation in words
	alternative          // "or" alone, which may mean something else, too
	inOther              // "or about", "(about", "i.e.", ", about": the same in other words
	bracketed            // "(" alone
)

var equalWords = map[string]bool{"is": true, "are": true, "equals": true, "makes": true, "gives": true, "yields": true, "means": true, "so": true, "thus": true, "hence": true}
var aboutWords = map[string]bool{
	"about": true, "around": true, "roughly": true, "approximately": true, "nearly": true, "almost": true, "approx": true, "some": true, "circa": true, "ca": true, "an": false, "a": false,
}

// sayAgain opens what says the same in other words.
var sayAgain = [][]string{
	{"or"}, {"that", "is"}, {"that's"}, {"i", "e"}, {"which", "is"}, {"which", "means"}, {"which", "makes"}, {"which", "gives"}, {"which", "equals"},
	{"which", "comes", "to"}, {"which", "amounts", "to"}, {"which", "translates", "to"}, {"comes", "to"}, {"amounts", "to"}, {"works", "out", "to"}, {"results", "in"}, {"translates", "to"},
}

// relationAt reads what stands between two sides, and returns where the second begins.
func (p *calcParser) relationAt(i int) (how relation, next int) {
	comma := false
	for ; i < len(p.tokens); i++ {
		t := p.tokens[i]
		switch {
		case t.kind == tokenLine:
			if how == noRelation && !p.relates(i+1) {
				return noRelation, 0
			}
		case t.kind == tokenComma && how == noRelation && !comma:
			comma = true
		case t.kind == tokenEqual && t.text == "→" && how == noRelation:
			how = arrow
		case t.kind == tokenEqual && how != arrow:
			how = equalSign
		case t.kind == tokenEqual:
		case t.kind == tokenColon && how == noRelation && !comma:
			how = colonAfter
		case t.kind == tokenOpen && how == noRelation:
			how = bracketed
		case t.kind == tokenAbout || t.kind == tokenWord && aboutWords[strings.ToLower(t.text)]:
			if how == noRelation && comma || how == bracketed || how == alternative {
				how = inOther
			}
			if how == noRelation && t.kind == tokenAbout {
				how = tilde
			}
		case t.kind == tokenWord:
			n := p.spokenRelation(i, &how)
			if n == 0 {
				return noRelation, 0
			}
			i += n - 1
		case t.kind == tokenStop && how == inOther && p.s[t.span.Start] == '.' && i > 0 && strings.Contains("ie approx ca", strings.ToLower(p.tokens[i-1].text)): // "i.e."
		case t.kind == tokenNumber || t.kind == tokenOpen:
			return how, i
		default:
			return noRelation, 0
		}
	}
	return noRelation, 0
}

func (p *calcParser) relates(i int) bool {
	return i < len(p.tokens) && (p.tokens[i].kind == tokenEqual || p.tokens[i].kind == tokenOpen)
}

// spokenRelation reads words that say that two sides are the same, and returns how
// many they are.
func (p *calcParser) spokenRelation(i int, how *relation) int {
	for _, phrase := range sayAgain {
		if p.says(i, phrase) {
			if *how != equalSign {
				*how = inOther
			}
			if len(phrase) == 1 && phrase[0] == "or" {
				*how = alternative
			}
			return p.lengthOf(phrase)
		}
	}
	if equalWords[strings.ToLower(p.tokens[i].text)] {
		if *how == noRelation {
			*how = spokenEqual
		}
		return 1
	}
	if *how != noRelation && strings.EqualFold(p.tokens[i].text, "an") && strings.EqualFold(p.word(i+1), "average") && strings.EqualFold(p.word(i+2), "of") {
		return 3
	}
	return 0
}

func (p *calcParser) says(i int, phrase []string) bool {
	at := i
	for k, word := range phrase {
		if k > 0 && word == "e" && at < len(p.tokens) && p.tokens[at].kind == tokenStop {
			at++
		}
		if !strings.EqualFold(p.word(at), word) {
			return false
		}
		at++
	}
	return true
}

func (p *calcParser) lengthOf(phrase []string) int {
	if len(phrase) == 2 && phrase[1] == "e" {
		return 3 // with the dot between
	}
	return len(phrase)
}
