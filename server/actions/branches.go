package actions

import (
	"slices"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// What a list of side branches takes of each kind when it is begun.
const (
	mostConceptBranches  = 3
	mostQuestionBranches = 6
)

// branch is an item of the list of side branches, with the block that holds it.
type branch struct {
	questions.Branch
	text  string
	block *document.Block
}

// chosenBranch is the branch at the selection or the cursor, or that the options name.
func (m *material) chosenBranch() (branch, bool) {
	at, topic := m.in.Selection, m.in.Options[prompts.OptionTopic]
	for _, b := range questions.Branches(m.doc) {
		touched := at != (text.Span{}) && b.Box.Start <= at.End && at.Start <= b.Span.End
		if touched && topic == "" || topic != "" && oneLine(topic) == b.Text {
			return branch{b, b.Text, m.doc.Block(b.Block)}, true
		}
	}
	return branch{}, false
}

// listedBranches is the text of the block that lists the side branches: what stands
// there, word for word, and then what is new.
func (m *material) listedBranches(fresh []string) string {
	written := ""
	if block := m.doc.Block(questions.BranchesKind); block != nil {
		written = strings.TrimSpace(strings.ReplaceAll(block.Markdown(m.doc.Text.Content()), "\r\n", "\n"))
	}
	return m.lists(written, fresh)
}

// tickedOff is the list of the side branches with one ticked off.
func (m *material) tickedOff(d dive) string {
	content := m.doc.Text.Content()
	inner, box := d.branch.block.Inner, d.branch.Box
	body := content[inner.Start:box.Start] + "x" + content[box.End:inner.End]
	return strings.TrimSpace(strings.ReplaceAll(body, "\r\n", "\n"))
}

// aside are the branches that a design leaves: concepts that it turns on, and the
// details of its kind of system.
func (m *material) aside() []string {
	var lines []string
	for _, x := range m.matches() {
		if len(x.answer) == 0 && len(lines) < mostConceptBranches {
			lines = append(lines, x.Name)
		}
	}
	named := m.technologies()
	lines = append(lines, namesOf(named[:min(len(named), mostConceptBranches)])...)
	details := m.sideBranches()
	return append(lines, details[:min(len(details), mostQuestionBranches)]...)
}

const branchesHeading = "## Side branches\n\nWhat the main path leaves aside. A deep dive into one writes its part and ticks it off."

// withBranches writes the list of side branches, too.
func withBranches(in Input, result Result, list string) (Result, error) {
	if result.Conflict != nil || list == "" {
		return result, nil
	}
	content := in.Doc.Text.Content()
	after, err := text.ApplyEdits(content, result.Edits)
	if err != nil {
		return result, err
	}
	in.Doc, in.Section = document.Parse(text.NewMapper(after), in.Doc), nil
	d := draft{body: branchesHeading, kept: list, merged: true}
	if in.Doc.Block(questions.BranchesKind) != nil {
		d.body = "" // what stands there is kept
	}
	final, err := text.ApplyEdits(after, place(in, questions.BranchesKind, d).Edits)
	if err != nil {
		return result, err
	}
	result.Edits = slices.Clip(text.Diff(content, final))
	return result, nil
}
