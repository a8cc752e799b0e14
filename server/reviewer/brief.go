// Package reviewer is the persona at work: it decides what a model gets to read
// of a document, asks it, and checks what comes back before anything of it
// reaches the author.
package reviewer

import (
	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// Counter counts the tokens of a text as the model does, or a few more.
type Counter interface {
	Count(text string) int
}

// Task is what the reviewer is asked to do, and all that it may read for that.
// Only Prompt and Doc are needed; what a prompt does not read is not looked at.
type Task struct {
	Prompt    prompts.Prompt
	Doc       *document.Document
	Path      string            // of the document, with slashes, relative to its folder
	Section   *document.Section // what to work on; nil for the whole document
	Selection text.Span         // within the document; empty for none

	// Only are the sections to look at again in a delta review. Beside them the
	// model gets those that cite them, and of the rest no more than the outline.
	Only []*document.Section

	// Portion says that Only is what is read of a document that does not fit into
	// one request, and not what has changed.
	Portion bool

	// Since is what has changed since the action wrote Earlier. Nothing else is
	// sent of the document than that and the outline; nil means that all counts.
	Since *News

	Report  *rules.Report         // what the rules found; may be nil
	Graph   func() *diagram.Graph // called at most once, and only for prompts that read it; may be nil
	Decided []finding.Decided     // findings that somebody decided about
	Derived []string              // what the program has computed from the stated numbers, a line each
	Earlier string                // what the action wrote before, as it stands in the document
	Extra   []Extra               // text from other files, such as the brief
	Turns   []llm.Message         // of a conversation, oldest first; the last is the author's
	Options map[string]string     // of the action; see prompts.Options

	study *study // what the briefs of one run have in common; nil works it out each time
}

// OptionBrief is the option of an action that names the file of the brief.
const OptionBrief = prompts.OptionBrief

// Extra is text from another file of the workspace.
type Extra struct {
	Name string // path as the author named it
	Text string
}

// Brief is a request with an account of what is in it.
type Brief struct {
	Request llm.Request
	Parts   []Part // in the order in which they are sent, then what was left out
	Tokens  int    // of the request, as it is counted before it is sent
	Reserve int    // tokens of the model's window that are kept for the reply
	Vault   *Vault // puts back the secrets that were replaced
}

// Part is a piece of a brief.
type Part struct {
	Name    string            // "persona", "task", "facts"; of the document "section"
	Section *document.Section // of which it is, or nil
	Hash    string            // SectionHash of the section, or ""
	Form    Form
	Tokens  int // as sent; for what was left out, as it would have been
}

// Form says how much of something is sent.
type Form string

// The forms.
const (
	Whole   Form = "whole"
	Excerpt Form = "excerpt"
	Outline Form = "outline" // its heading alone
	Omitted Form = "omitted"
)

// Sent are the sections of which more than the heading is sent, in document order.
func (b Brief) Sent() []*document.Section {
	var sent []*document.Section
	for _, p := range b.Parts {
		if p.Section != nil && (p.Form == Whole || p.Form == Excerpt) {
			sent = append(sent, p.Section)
		}
	}
	return sent
}
