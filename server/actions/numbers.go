package actions

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// Stated is a fact about the load or the goals of a system, as its document says it.
type Stated struct {
	Fact  string // id of the fact: "write-qps"
	Title string // what that is, in lower case
	Quote string // the author's words, on one line
	Weak  bool   // without the number that would settle it
	Span  text.Span
}

// Derived is a number that follows from those that a document states.
type Derived struct {
	Name    string
	Stated  string // what the document says of it itself; "" for nothing
	Follows string // what follows from the rest
	How     string // the calculation
	Holds   string // whether the two agree, in words; "" with nothing to compare
	Wrong   bool
	Span    text.Span // of what is stated; empty where that has no one place
}

// Numbers are the facts that a document states, or its section does when the input
// has one, and what follows from them. No model is asked.
func Numbers(in Input) ([]Stated, []Derived) {
	m := newMaterial(in)
	var stated []Stated
	for _, k := range m.known() {
		fact, ok := knowledge.FactByID(k.Fact)
		told := Stated{Fact: k.Fact, Title: fact.Title, Quote: k.Quote, Weak: k.Weak, Span: k.Span}
		// A sentence with two numbers of one fact is said once.
		if ok && (k.Value != nil || fact.Group == estimationsGroup) && !slices.Contains(stated, told) {
			stated = append(stated, told)
		}
	}
	var derived []Derived
	for _, d := range m.derivations() {
		derived = append(derived, Derived{d.name, d.stated, d.derived, d.how, strings.ReplaceAll(d.verdict, "**", ""), d.wrong, d.at})
	}
	return stated, derived
}

// estimationsGroup holds the facts that are numbers, or should be.
const estimationsGroup = "estimations"
