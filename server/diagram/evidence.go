package diagram

import (
	"math"
	"slices"
	"strings"
)

// often is how many of a document's names stand so often that this speaks for them.
const often = 12

// weighTotals notes how often the names of a document stand, and which words they
// share, as the measure for each of them.
func (m *merger) weighTotals() {
	var totals []int
	m.firsts, m.lasts = map[string]int{}, map[string]int{}
	for _, c := range m.candidates {
		if c.parent != nil || c.plain == 0 {
			continue
		}
		totals = append(totals, c.total)
		if c.kind == Person {
			m.persons = max(m.persons, c.total)
		}
		if n := len(c.words); n > 1 {
			m.firsts[c.words[0]]++
			m.lasts[c.words[n-1]]++
		}
	}
	if len(totals) == 0 {
		return
	}
	slices.Sort(totals)
	m.most = totals[len(totals)-1]
	m.often = totals[max(len(totals)-often, 0)]
}

// weigh notes what speaks for and against a name, but for whom it talks to.
func (m *merger) weigh(c *candidate) (w features) {
	w[always] = 1
	c.weighEnding(&w)
	c.weighSpelling(&w)
	c.weighStress(&w)
	m.weighUse(c, &w)
	c.weighRole(&w)
	m.weighKin(c, &w)
	return w
}

func (c *candidate) isAlone() bool { return c.marks&markAlone != 0 && len(c.words) == 1 }

// weighEnding looks at the last noun of the name.
func (c *candidate) weighEnding(w *features) {
	w[c.ending()] = 1
	w.noteIf(c.marks&markTech == 0 && c.kind.Holds(), holder)
	w.noteIf(c.isVague(), vagueNoun)
}

func (c *candidate) ending() evidence {
	one := len(c.words) == 1
	pick := func(several, alone evidence) evidence {
		if one {
			return alone
		}
		return several
	}
	switch {
	case c.marks&markTech != 0 && isTechnology(strings.ToLower(c.name)):
		return productOnly
	case c.marks&markTech != 0:
		return pick(product, productOnly)
	case c.marks&markWeak != 0 && c.kind == Person:
		return pick(roleHead, roleOnly)
	case c.marks&markStrong != 0:
		return pick(strongHead, strongOnly)
	case c.marks&markWeak != 0:
		return pick(weakHead, weakOnly)
	case c.marks&markHead != 0:
		return pick(faintHead, faintOnly)
	case c.marks&markCoined != 0:
		return coinedWord
	case c.marks&(markProper|markInitial) == markInitial && c.drawn == 0 && !c.listed:
		return initialCapital
	}
	return properName
}

func (c *candidate) weighSpelling(w *features) {
	w.noteIf(c.marks&markHead != 0 && isCapital(c.name), capitalHead)
	w.noteIf(hasInnerCapital(c.name) && c.name != strings.ToUpper(c.name), camelCase)
	w.noteIf(strings.Contains(c.name, "_"), underscored)
	if len(c.words) > 1 {
		w.noteIf(strings.HasSuffix(c.words[0], "ing"), gerundFirst)
		w.noteIf(words().closed[c.words[0]]&^classGeneric != 0, closedFirst)
	}
}

// weighStress looks at bold type, headings, pictures, tables and what the author says the
// name is.
func (c *candidate) weighStress(w *features) {
	w.noteIf(c.bold > 0 && c.marks&(markHead|markTech|markCoined) != 0, boldHead)
	w.noteIf(c.titles > 0, titled)
	w.noteIf(c.headed > 0, headed)
	w.noteIf(c.named > 0, toldComponent)
	w.noteIf(c.listed, inList)
	w.noteIf(c.leads > 0, opensItem)
	w.noteIf(c.drawn > 0, pictured)
}

// weighUse looks at how often, and how, the document speaks of the name.
func (m *merger) weighUse(c *candidate, w *features) {
	total := float64(c.total)
	w[doing] = log1(c.agent)
	w[doingShare] = min(float64(c.agent)/total, 1)
	w[inside] = log1(c.inner)
	w[frequency] = log1(c.total - 1)
	w[share] = math.Log(total / float64(max(m.most, c.total)))
	w[ranked] = math.Log(total / float64(max(m.often, 1)))
	w.noteIf(c.indefinite >= c.total, indefiniteOnly)
	w.noteIf(c.total == 1 && m.most > 3, once)
	w.noteIf(c.titles >= c.total, onlyTitled)
	w.noteIf(c.plain == 0 && c.stories == 0, notPlain)
}

// weighRole looks at what the name stands for in its sentences.
func (c *candidate) weighRole(w *features) {
	w[reached] = log1(c.reached)
	w[reachedShare] = float64(c.reached) / float64(c.total)
	w.noteIf(c.stories > 0, inStory)
	w[speaks], w[spokenTo] = log1(c.speaks), log1(c.spokenTo)
}

// weighKin looks at the names that share words with it.
func (m *merger) weighKin(c *candidate, w *features) {
	if n := len(c.words); n > 1 {
		w[kinFirst] = log1(m.firsts[c.words[0]] - 1)
		w[kinLast] = log1(m.lasts[c.words[n-1]] - 1)
	} else if n == 1 {
		w[kinOf] = log1(m.firsts[c.words[0]])
		w[kinEnds] = log1(m.lasts[c.words[0]])
	}
	if o := m.index[c.stem]; c.stem != "" && o != nil && o.root() != c && o.total > 0 {
		w[moreThan] = 1
	}
	w.noteIf(c.kind == Person && c.total < m.persons && c.stories == 0, rarerRole)
	w.noteIf(c.tech != "", madeOf)
}

// weighTalk looks, for a name at an end of a flow, at what says little for a name that is
// only spoken of.
func (c *candidate) weighTalk(w *features) {
	w.noteIf(c.marks&(markHead|markTech) != 0, talkingNoun)
	w.noteIf(c.indefinite >= c.total && c.agent > 0 && c.kind != Person, talkingClass)
	w.noteIf(c.marks&markProper != 0 && c.marks&(markHead|markTech) == 0 && isCapital(c.name), talkingProper)
}

// log1 is 0 for none, as most counts are: then there is no logarithm to compute.
func log1(n int) float64 {
	if n <= 0 {
		return 0
	}
	return math.Log(float64(1 + n))
}
