package knowledge

import (
	"slices"
	"sync"
)

// Pattern is a concept that designs return to: the problem that it answers, how
// it is applied, and what it costs.
type Pattern struct {
	ID        string    `yaml:"id"`
	Name      string    `yaml:"name"`
	Names     []string  `yaml:"names"`     // as authors write it; see Mentions
	With      []string  `yaml:"with"`      // beginnings of words, one of which must stand nearby, for a name that means other things
	Recurring bool      `yaml:"recurring"` // one of those that a reviewer looks for in every design
	Problem   string    `yaml:"problem"`   // that it answers, in a sentence
	Is        string    `yaml:"is"`        // one or two sentences
	Signals   []string  `yaml:"signals"`   // expressions: a text in lower case that states the problem
	Answers   []string  `yaml:"answers"`   // expressions: a text in lower case that has an answer to it
	Apply     []string  `yaml:"apply"`     // steps
	Variants  []Variant `yaml:"variants"`  // the kinds that there are, the most usual first
	Tradeoffs []string  `yaml:"tradeoffs"` //
	Access    string    `yaml:"access"`    // what it means for access patterns and performance
	Failover  []string  `yaml:"failover"`  // edge cases
	Asks      []string  `yaml:"asks"`      // what a design that uses it has to say
	Sources   []Source  `yaml:"sources"`   // where to read more
}

// Source is what a book or paper has on a pattern.
type Source struct {
	Book string `yaml:"book"`  // id
	On   string `yaml:"topic"` // the chapter or topic
}

// Variant is one of the kinds of a pattern.
type Variant struct {
	Name  string `yaml:"name"`
	Fits  string `yaml:"fits"`  // a few words: when, or for what
	Costs string `yaml:"costs"` // what it gives up
}

// Cite names the source as it stands in a list of sources.
func (s Source) Cite() string {
	for _, b := range books() {
		if b.ID == s.Book {
			return b.Cite + ": " + s.On
		}
	}
	return s.On
}

type book struct {
	ID   string `yaml:"id"`
	Cite string `yaml:"cite"`
}

var books = sync.OnceValue(func() []book {
	var file struct {
		Books []book `yaml:"books"`
	}
	decode("books.yaml", &file)
	return file.Books
})

var patterns = sync.OnceValue(func() []Pattern {
	var all []Pattern
	for _, file := range decodeAll[struct {
		Patterns []Pattern `yaml:"patterns"`
	}]("patterns/*.yaml") {
		all = append(all, file.Patterns...)
	}
	return all
})

// Patterns returns every pattern with a card, the recurring ones first. The
// result is shared: read only.
func Patterns() []Pattern { return patterns() }

// PatternByID finds a pattern.
func PatternByID(id string) (Pattern, bool) {
	at := slices.IndexFunc(patterns(), func(p Pattern) bool { return p.ID == id })
	if at < 0 {
		return Pattern{}, false
	}
	return patterns()[at], true
}

// StatedIn says whether a sentence, in lower case, states the problem.
func (p Pattern) StatedIn(sentence string) bool {
	return len(p.Signals) > 0 && compiled(anyOf(p.Signals)).MatchString(sentence)
}

// AnsweredIn says whether a sentence, in lower case, has an answer to the problem.
func (p Pattern) AnsweredIn(sentence string) bool {
	return len(p.Answers) > 0 && compiled(anyOf(p.Answers)).MatchString(sentence)
}
