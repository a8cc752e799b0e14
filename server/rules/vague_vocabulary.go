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
		if c.amounts != "" {
			for _, phrase := range amountsOf() {
				add(phrase, vagueTerm{c, kindAmount})
			}
		}
		for _, phrase := range c.products() {
			add(phrase, vagueTerm{c, kindQuality})
		}
		for overrun := range strings.SplitSeq(c.overruns, ", ") {
			if overrun != "" {
				add(overrun, vagueTerm{c, kindHarm})
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

var slightly = []string{"without much", "without great", "without big", "without any noticeable", "without unnecessary", "with little", "with very little", "with minimal", "with hardly any"}

// products are the phrases that a class combines: what always has to be so, and
// what there is much of.
func (c *vagueClass) products() (phrases []string) {
	combine := func(first, second []string) {
		for _, a := range first {
			for _, b := range second {
				phrases = append(phrases, a+" "+b)
			}
		}
	}
	switch c.name {
	case "availability":
		combine([]string{"always", "permanently", "constantly", "continuously", "at any time"}, []string{"reachable", "accessible", "online", "operational", "usable", "working", "up and running"})
	case "latency":
		combine(slightly, []string{"delay", "latency", "lag", "waiting"})
	case "faults":
		combine(slightly, []string{"downtime", "interruption", "interruptions", "disruption", "outage"})
	case "effort":
		combine(slightly, []string{"effort", "work", "maintenance"})
	case "quality":
		combine([]string{"very few", "hardly any", "as few", "few if any", "a minimum of"}, []string{"false positives", "false alarms", "errors", "failures", "mistakes", "timeouts", "duplicates", "incidents"})
	case "scale":
		combine([]string{"large", "very large", "huge", "massive", "growing", "increasing", "big", "enormous"}, []string{"user base", "customer base", "audience", "workloads", "crowds"})
	}
	return phrases
}

// amountsOf are the phrases for much of something.
func amountsOf() (phrases []string) {
	for _, degree := range []string{"considerable", "substantial", "significant", "great", "vast", "enormous", "very high", "very large", "big", "fast growing", "ever increasing", "rising"} {
		for _, unit := range []string{"number of", "numbers of", "amount of", "amounts of", "volume of", "volumes of", "quantity of", "quantities of"} {
			phrases = append(phrases, degree+" "+unit)
		}
	}
	return phrases
}
