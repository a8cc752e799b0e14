package actions

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// draft is what an action has written, for the place that suits its kind.
type draft struct {
	body    string // markdown whose headings begin at level two
	kept    string // what follows it as it is, since it holds what the author wrote in the block
	merged  bool   // nothing that the author wrote in the block is lost, so that it may be replaced unasked
	summary string // one sentence for the user

	// Instead of the place for blocks of the kind:
	placed  bool              // at says where
	at      int               // an offset in the document
	id      string            // of the block; "" for the usual one
	section *document.Section // that it is made from
	whole   bool              // it is made from the whole document

	findings []finding.Finding // beside what is written, or instead of it
	files    []File            // pictures that the body refers to
	model    string            // whose findings they are, beside those of the rules
	author   string            // the model that has written the body; "" for the program
	attrs    []string          // of the block's marker, beside those that every block has

	branches string // the list of the side branches, "" to leave it as it is

	edits  []text.Edit // of the author's text, instead of a block
	text   string      // what they write
	closes bool        // a block that was open, so that what follows it is read otherwise
}

// order is how the blocks of a document follow each other where they meet.
var order = []string{
	"overview", "questions", "summary", "design", "diagram-context", "diagram-container", "diagram-whiteboard", "diagram-sequence", "diagram-data",
	"latency", "capacity", "failures", "components", "derivations", "justification", "technology", "patterns", "options", "deep-dive", "branches", "change", "walkthrough",
	"mock-candidate", "mock-interviewer", descriptionKind, "recap",
}

// place turns a draft into edits: in the stead of the action's earlier block, or
// where blocks of its kind belong.
func place(in Input, kind string, d draft) Result {
	id := kind
	if in.Section != nil && in.Section.Heading != nil {
		id += "-" + in.Section.Heading.Slug
	}
	if d.id != "" {
		id = d.id
	}
	if block := in.Doc.Block(id); block != nil {
		return replace(in, kind, block, d)
	}
	at := position(in, kind)
	if d.placed {
		at = settled(in, kind, d.at)
	}
	return Result{Edits: insert(in, kind, id, d, at), Summary: d.summary, Block: id}
}

// replace writes over a block, or asks first when that would lose what the
// author has changed in it.
func replace(in Input, kind string, block *document.Block, d draft) Result {
	content := in.Doc.Text.Content()
	if !d.merged && block.Edited(content) {
		switch in.Options[OptionOverwrite] {
		case OverwriteReplace:
		case OverwriteBeside:
			return beside(in, kind, block, d)
		default:
			return Result{Block: block.ID, Summary: "Nothing was changed: the block was edited.", Conflict: conflict(block)}
		}
	}
	rendered := render(in, kind, block.ID, d, block.Span.Start)
	return Result{Edits: change(content, block.Span, rendered), Summary: d.summary, Block: block.ID}
}

func conflict(block *document.Block) *Conflict {
	return &Conflict{
		Block: block.ID, Span: block.Span,
		Message: fmt.Sprintf("You have edited the block %q since it was written, so it was left as it is. Replace it, or put the new text after it?", block.ID),
		Choices: []Choice{
			{Option: OptionOverwrite, Value: OverwriteReplace, Title: "Replace my edited text"},
			{Option: OptionOverwrite, Value: OverwriteBeside, Title: "Keep it, and put the new text after it"},
		},
	}
}

// beside writes into the first block after the edited one that is still as it
// was written, or into a new one.
func beside(in Input, kind string, edited *document.Block, d draft) Result {
	content := in.Doc.Text.Content()
	at := edited.Span.End
	for n := 2; ; n++ {
		id := fmt.Sprintf("%s-%d", edited.ID, n)
		block := in.Doc.Block(id)
		if block == nil {
			return Result{Edits: insert(in, kind, id, d, at), Summary: d.summary, Block: id}
		}
		if !block.Edited(content) {
			return Result{Edits: change(content, block.Span, render(in, kind, id, d, block.Span.Start)), Summary: d.summary, Block: id}
		}
		at = block.Span.End
	}
}

// change replaces a span by as little as possible.
func change(content string, span text.Span, with string) []text.Edit {
	edits := text.Diff(span.Of(content), with)
	for i := range edits {
		edits[i].Span = edits[i].Span.Shift(span.Start)
	}
	return edits
}

// insert puts a block between empty lines.
func insert(in Input, kind, id string, d draft, at int) []text.Edit {
	content := in.Doc.Text.Content()
	eol := text.EOL(content)
	before, after := content[:at], content[at:]
	block := render(in, kind, id, d, at)
	if head := strings.TrimRight(before, " \t"); strings.TrimSpace(strings.TrimPrefix(head, "\ufeff")) != "" {
		block = strings.Repeat(eol, max(0, 2-lineEnds(head))) + block
	}
	switch {
	case after == "":
		block += eol
	case strings.TrimSpace(after) == "":
		block += strings.Repeat(eol, max(0, 1-leadingLineEnds(after)))
	default:
		block += strings.Repeat(eol, max(0, 2-leadingLineEnds(after)))
	}
	return []text.Edit{{Span: text.Span{Start: at, End: at}, New: block}}
}

func lineEnds(s string) int {
	return strings.Count(s[len(strings.TrimRight(s, "\r\n")):], "\n")
}

func leadingLineEnds(s string) int {
	return strings.Count(s[:len(s)-len(strings.TrimLeft(s, "\r\n"))], "\n")
}

// ageless are the kinds of blocks that no change of the document makes out of date:
// what was said, what is left to be followed, what a change was about.
var ageless = []string{questions.BranchesKind, candidateKind, interviewerKind, "change"}

// render writes the block for a place: headings at the level that fits there,
// line endings as in the document.
func render(in Input, kind, id string, d draft, at int) string {
	body := distinct(in.Doc, atLevel(d.body, level(in)), at)
	body = strings.Trim(body+"\n\n"+d.kept, "\n")
	var attrs []string
	if in.Section != nil && in.Section.Heading != nil {
		attrs = append(attrs, "section="+in.Section.Heading.Slug)
	}
	source := in.Doc.SourceHash(in.Section)
	if slices.Contains(ageless, kind) {
		source = ""
	}
	if kind != questions.Kind && source != "" {
		attrs = append(attrs, "answers="+questions.AnswersHash(in.Doc))
	}
	if by := word(d.author); by != "" {
		attrs = append(attrs, "by="+by)
	}
	block := document.RenderBlock(id, kind, source, body, append(attrs, d.attrs...)...)
	if eol := text.EOL(in.Doc.Text.Content()); eol != "\n" {
		block = strings.ReplaceAll(block, "\n", eol)
	}
	return block
}
