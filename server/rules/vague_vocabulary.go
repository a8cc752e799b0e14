package rules

import "strings"

// termKind says how a phrase has to stand in a sentence to claim something.
type termKind uint8

const (
	kindQuality termKind = iota
	kindTrait
	kindManner
	kindAmount
	kindGauge
	kindHarm
)

// vagueTerm is a phrase of the lexicon.
type vagueTerm struct {
	class *vagueClass
	kind  termKind
}

// vagueVocabulary is the lexicon of all phrases, and what each means.
type vagueVocabulary struct {
	lexicon *lexicon
	terms   map[int][]vagueTerm // by index in the lexicon
}

func newVagueVocabulary() *vagueVocabulary {
	v := &vagueVocabulary{terms: map[int][]vagueTerm{}}
	var phrases []string
	index := map[string]int{}
	add := func(phrase string, t vagueTerm) {
		i, known := index[phrase]
		if !known {
			i = len(phrases)
			index[phrase] = i
			phrases = append(phrases, phrase)
		}
		v.terms[i] = append(v.terms[i], t)
	}
	for i := range vagueClasses {
		c := &vagueClasses[i]
		for kind, list := range []string{c.qualities, c.traits, c.manners, c.amounts, c.gauges} {
			for _, phrase := range strings.Split(list, ",") {
				for _, spelling := range spellings(strings.TrimSpace(phrase)) {
					add(spelling, vagueTerm{c, termKind(kind)})
				}
			}
		}
		for harm := range strings.SplitSeq(c.harms, ", ") {
			for excess := range excesses {
				if harm != "" {
					add(excess+" "+harm, vagueTerm{c, kindHarm})
				}
			}
		}
	}
	v.lexicon = newLexicon(phrases...)
	return v
}

// spellings returns a phrase with blanks, with hyphens, and with a hyphen between
// its last two words ("near real-time").
func spellings(phrase string) []string {
	if phrase == "" {
		return nil
	}
	all := []string{phrase}
	if strings.Count(phrase, " ") > 0 {
		all = append(all, strings.ReplaceAll(phrase, " ", "-"))
	}
	if strings.Count(phrase, " ") > 1 {
		last := strings.LastIndexByte(phrase, ' ')
		all = append(all, phrase[:last]+"-"+phrase[last+1:])
		first := strings.IndexByte(phrase, ' ')
		all = append(all, phrase[:first]+"-"+phrase[first+1:])
	}
	return all
}
