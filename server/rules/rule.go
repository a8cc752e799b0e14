// Package rules is the offline reviewer: one rule in one file, listed in Table,
// and a Checker that runs them and remembers what it need not run again.
//
// A rule is a value without state. It looks at one section, or at the outline of
// the document, through a Scope; whatever it asks of anything outside the
// section goes through the Scope too, which notes question and answer. So the
// Checker knows what a result depends on, and after an edit runs only the rules
// of the edited section and those that asked something whose answer is now
// different.
package rules

import (
	"regexp"
	"sync"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
)

// Rule finds one kind of flaw. Exactly one of Section and Document is set.
//
// The functions must be pure: the same answers from the Scope give the same
// findings. They leave Finding.Rule, Severity, Section, Source and, when it is
// the text of the span, Quote to the Checker; a Severity that is set replaces
// the rule's own for that finding, unless somebody configured one.
type Rule struct {
	ID       string // as in settings and diagnostics, for example "placeholder"
	Title    string // a few words, for lists
	Severity finding.Severity

	// The reference page, in markdown. What and Why are a few sentences each. Bad
	// is a whole document in which the rule finds something and no other rule
	// does; Good is its mended twin, in which none finds anything.
	What, Why string
	Bad, Good string
	Fixes     []string // what the quick fixes do, one phrase each
	ByModel   string   // what a model reports under the same id, beyond What; mostly empty

	// Section is called for each section that is the author's. Spans count from
	// the start of the section.
	Section func(*Scope) []finding.Finding

	// Document is called once, for what no section shows by itself.
	Document func(*Scope) []Placed
}

// Placed is a finding of a document rule. The section moves when something above
// it is edited, and the finding with it; therefore its spans count from a section.
type Placed struct {
	finding.Finding

	Section    int // the finding's spans count from the start of this section of the outline
	FixSection int // the fixes' edits count from the start of this one; the number of sections means the end of the text
}

// Environment is what surrounds a document.
type Environment struct {
	// Path names the document, with slashes, relative to its workspace folder.
	Path string

	// Exists says whether there is a file or folder at a path that is relative to
	// the folder of the document. Nil when that can't be known; then no rule asks.
	Exists func(path string) bool

	// Severities are those of the workspace, by rule id.
	Severities map[string]finding.Severity

	// Style is the id of the house style that the workspace declares, or "".
	Style string

	// Diagrams checks diagrams. Nil when nobody can; rules then see less.
	Diagrams Diagrams

	// OnPanic is told of a rule that panicked, once per rule. It may be nil, and
	// may be called by several goroutines at once.
	OnPanic func(rule string, value any, stack []byte)
}

// Diagrams is mermaid's own grammar, as far as it has been asked.
type Diagrams interface {
	// Verdict returns what is wrong with the source of a diagram, or that it is not
	// known, with what may still be wrong with it since it was last edited. What is
	// known of a source never changes. Beside an author who types it must not wait.
	Verdict(source string) (issues []mermaid.Issue, known bool)
}

func (e *Environment) verdict(source string) ([]mermaid.Issue, bool) {
	if e.Diagrams == nil {
		return nil, false
	}
	return e.Diagrams.Verdict(source)
}

// Report is the outcome of checking one version of a document.
type Report struct {
	Findings   []finding.Finding  // with absolute spans, sorted by place and severity
	Suppressed []Suppressed       // those a comment in the text silences
	Problems   []document.Problem // what is malformed in the document and in its settings for rules

	choices
}

// Suppressed is a finding that the author silenced, with the reason given.
type Suppressed struct {
	finding.Finding
	Reason string
}

// Table lists the rules in the order in which a user sees them.
func Table() []Rule {
	return []Rule{
		placeholder,
		danglingReference,
		vagueRequirement,
		estimateRule,
		unitRule,
		missingSection,
		unansweredQuestion,
		falseDichotomy,
		failureMode,
		addressedReviewer,
		staleBlock,
		diagramSyntax,
		diagramDrift,
	}
}

// Find returns the rule with an id.
func Find(id string) (Rule, bool) {
	for _, r := range Table() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// pattern compiles a regular expression when it is first needed, so that a rule
// costs nothing at start-up.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
