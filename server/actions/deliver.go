package actions

import (
	"fmt"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// deliver puts a draft where it belongs, and checks what that does.
func deliver(in Input, p prompts.Prompt, d draft) (Result, error) {
	if len(d.edits) > 0 && d.body != "" {
		return withAccount(in, p.Kind, d)
	}
	if len(d.edits) > 0 {
		return Result{Edits: d.edits, Summary: d.summary, Text: d.text}, sane(in.Doc, d)
	}
	if d.body == "" && d.kept == "" {
		return Result{Summary: d.summary, Findings: d.findings, Model: d.model}, nil
	}
	switch {
	case d.whole:
		in.Section = nil
	case d.section != nil:
		in.Section = d.section
	}
	result, err := withBranches(in, place(in, p.Kind, d), d.branches)
	if err != nil {
		return Result{}, err
	}
	result.Findings, result.Model = d.findings, d.model
	if result.Conflict == nil {
		result.Files = d.files
	}
	if err := check(in.Doc, result); err != nil {
		return Result{}, err
	}
	return result, nil
}

// check sees, before anything is done, that the block will be read back as a
// block and that the author's text stays as it is.
func check(d *document.Document, r Result) error {
	if len(r.Edits) == 0 {
		return nil
	}
	after, err := text.ApplyEdits(d.Text.Content(), r.Edits)
	if err != nil {
		return fmt.Errorf("the edits of block %q do not fit the document, which is unchanged; this is a bug, please report it: %w", r.Block, err)
	}
	now := document.Parse(text.NewMapper(after), d)
	if now.Block(r.Block) == nil || now.SourceHash(nil) != d.SourceHash(nil) {
		line := d.Text.LineOf(r.Edits[0].Span.Start) + 1
		return fmt.Errorf("the block %q cannot be put at line %d, since the text there is inside something left open, such as a code block or a comment; the document is unchanged: close it, and run the action again", r.Block, line)
	}
	return nil
}

// sane sees that edits of the author's own text leave everything else as it is:
// sections and blocks are those that there were, unless a block was left open before them.
func sane(d *document.Document, by draft) error {
	after, err := text.ApplyEdits(d.Text.Content(), by.edits)
	if err == nil && !by.closes {
		now := document.Parse(text.NewMapper(after), d)
		if len(now.Sections) != len(d.Sections) || len(now.Blocks) != len(d.Blocks) || len(mermaidBlocks(now)) != len(mermaidBlocks(d)) {
			err = fmt.Errorf("the text after it would be read otherwise")
		}
	}
	if err != nil {
		return fmt.Errorf("the diagram cannot be mended in its place, so the document is unchanged; this is a bug, please report it: %w", err)
	}
	return nil
}
