package knowledge

import (
	"slices"
	"sync"

	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

// Fact is something that a design must state.
type Fact struct {
	ID       string   `yaml:"id"`
	Title    string   `yaml:"title"`  // a noun phrase in lower case
	Group    string   `yaml:"group"`  // "features", "estimations" or "goals"
	Item     string   `yaml:"item"`   // the line of a summary that it belongs to
	Part     bool     `yaml:"part"`   // supplements another fact, so it is never asked for
	Covers   []string `yaml:"covers"` // facts that need not be asked for when this one is known
	Question `yaml:",inline"`

	Values     []valuePattern     `yaml:"values"`
	Statements []statementPattern `yaml:"statements"`
	Lists      []listPattern      `yaml:"lists"`
}

// Question is what to ask when something is not known, and what to go on with
// when nobody answers.
type Question struct {
	Ask      string `yaml:"ask"`
	Decides  string `yaml:"decides"`  // what flips on the answer
	Critical bool   `yaml:"critical"` // the design as a whole flips
	Rank     int    `yaml:"rank"`     // 1 the architecture, 2 a component, 3 a detail
	Assume   string `yaml:"assume"`
	Because  string `yaml:"because"` // why that is reasonable
	Changes  string `yaml:"changes"` // how the design would change if it is different
}

// Known is a fact that a document states.
type Known struct {
	Fact    string
	Quote   string             // how the document says it, on one line, without markup
	Span    text.Span          // of the sentence, cell or item in the document
	Section int                // index in Document.Sections
	Value   *estimate.Quantity // nil where the fact is no number; its span is in the document
	Weak    bool               // said, but without the number that would settle it
	Peak    bool               // of a rate: at the peak, where others are averages
	Item    string             // of a size: what has it, in lower case
}

var facts = sync.OnceValue(func() []Fact {
	var file struct {
		Facts []Fact `yaml:"facts"`
	}
	decode("facts.yaml", &file)
	return file.Facts
})

// Facts returns all facts in the order of a summary. The result is shared: read only.
func Facts() []Fact { return facts() }

// FactByID finds a fact.
func FactByID(id string) (Fact, bool) {
	at := slices.IndexFunc(facts(), func(f Fact) bool { return f.ID == id })
	if at < 0 {
		return Fact{}, false
	}
	return facts()[at], true
}

// Markdown is the assumption with its reason and consequence, as it stands under
// a question.
func (q Question) Markdown() string {
	return sentence(q.Assume) + " *Why:* " + sentence(q.Because) + " *If not:* " + sentence(q.Changes)
}

func sentence(s string) string {
	runes := []rune(s)
	for len(runes) > 0 && runes[len(runes)-1] == '.' {
		runes = runes[:len(runes)-1]
	}
	return upperFirst(string(runes)) + "."
}
