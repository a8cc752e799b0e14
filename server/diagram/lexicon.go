package diagram

import (
	"embed"
	"sync"
	"sync/atomic"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// class is a set of the grammatical tasks that a word can have.
type class uint16

const (
	classDet class = 1 << iota
	classPrep
	classConj
	classPron
	classAux
	classModal
	classNeg
	classSub
	classRel
	classAdv
	classGeneric // an adjective that names nothing: "new", "second"
)

var classNames = map[string]class{
	"det": classDet, "prep": classPrep, "conj": classConj, "pron": classPron, "aux": classAux, "modal": classModal,
	"neg": classNeg, "sub": classSub, "rel": classRel, "adv": classAdv, "generic": classGeneric,
}

// head is what a noun at the end of a name says about it.
type head struct {
	kind     Kind
	strength strength
}

// strength is how sure a noun makes a name a component's.
type strength uint8

const (
	faint strength = iota
	weak
	strong
)

var strengths = map[string]strength{"faint": faint, "weak": weak, "strong": strong}

// verb is what a verb says about the things it joins; see lexicon/verbs.txt.
type verb struct {
	lemma           string
	direct, origin  bool // the object is called; the object is where data come from
	to, from, back  []string
	access          Access
	async           bool
	acts, transfers bool
	light           bool // means something only with a noun: "makes a call"
	nounish         bool // its forms are nouns as often as verbs: "requests"
}

type lexicon struct {
	closed    map[string]class
	heads     map[string]head
	tech      map[string]Kind   // by normalised name
	techLast  map[string]int    // last word of a technology: most words that one has
	nouns     map[string]string // what is never a component: its group
	protocols map[string]string // lower case: as it is written
	verbs     map[string]*verb  // by lemma
	forms     map[string]inflected
	irregular map[string]string         // form: lemma
	deeds     []string                  // lemmas that are as often nouns
	compound  map[string][]compoundPrep // by first word

	known sync.Map // word: knownHead
	kept  atomic.Int32
}

// words returns the word lists, read on first use so that a program that draws
// nothing does not pay for them.
var words = sync.OnceValue(loadLexicon)

func loadLexicon() *lexicon {
	l := &lexicon{
		closed: map[string]class{}, heads: map[string]head{}, tech: map[string]Kind{}, techLast: map[string]int{},
		nouns: map[string]string{}, protocols: map[string]string{}, verbs: map[string]*verb{}, forms: map[string]inflected{}, irregular: map[string]string{}, compound: map[string][]compoundPrep{},
	}
	readList("closed", func(name string, items []string) {
		for _, w := range items {
			l.closed[w] |= classNames[name]
		}
	})
	readList("heads", l.addHeads)
	readList("technologies", l.addTechnologies)
	readList("nouns", l.addNouns)
	readList("verbs", l.addVerb)
	readList("actions", l.addActions)
	for _, v := range l.verbs {
		noun := l.nouns[v.lemma] == "data" || l.nouns[v.lemma] == "measure"
		_, name := l.heads[v.lemma]
		v.nounish = noun || name || l.nouns[v.lemma+"s"] != ""
	}
	for _, lemma := range l.deeds {
		if v := l.verbs[lemma]; v != nil {
			v.nounish = true
		}
	}
	l.inflect()
	for _, c := range compounds {
		l.compound[c.words[0]] = append(l.compound[c.words[0]], c)
	}
	return l
}
