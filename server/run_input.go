package server

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/text"
)

// input is what the action works on: the document as it was when the run began.
func (r *run) input(ctx context.Context) (actions.Input, error) {
	look, err := r.s.review(ctx, r.pending.view, r.arguments.URI)
	if err != nil {
		return actions.Input{}, err
	}
	if look.disabled(r.action.ID) {
		return actions.Input{}, failed(fmt.Errorf("the settings of this workspace disable %q, so nothing was done; look under prompts.disable", r.action.ID))
	}
	section, selection, err := r.target(look)
	if err != nil {
		return actions.Input{}, invalid("%s", sentence(err))
	}
	options := map[string]string{actions.OptionMode: look.folder.Config.QuestionsMode}
	maps.Copy(options, r.arguments.Options)
	in := actions.Input{
		Doc: look.doc, Path: look.path, Report: look.report,
		Section: section, Selection: selection, Options: options, Now: r.s.options.Now(),
	}
	if g := r.s.options.Grammar; g != nil {
		in.Grammar = g
	}
	if in.Extra, err = brief(look, options[reviewer.OptionBrief]); err != nil {
		return actions.Input{}, failed(fmt.Errorf("%w; the document is unchanged", err))
	}
	return in, nil
}

// brief is the problem statement that the document, or an option, names.
func brief(look *review, given string) ([]reviewer.Extra, error) {
	if look.file.Path == "" {
		return nil, nil
	}
	name, content, err := look.folder.Brief(look.file.Path, look.doc, given)
	if err != nil || name == "" {
		return nil, err
	}
	return []reviewer.Extra{{Name: name, Text: content}}, nil
}

// target is the section or the selection that the client named. A selection also
// means its section, for actions that work on one.
func (r *run) target(look *review) (section *document.Section, selection text.Span, err error) {
	if name := r.arguments.Section; name != "" {
		section, err = look.doc.FindSection(name)
		return section, selection, err
	}
	if r.arguments.Range == nil {
		return nil, selection, nil
	}
	selection = look.span(*r.arguments.Range)
	if selection.Len() > 0 && r.action.Takes("section") {
		section = look.doc.SectionAt(selection.Start)
	}
	return section, selection, nil
}

// outcome of a run for a client that cannot be asked to edit.
type handedOver struct {
	Run     string          `json:"run"`
	Summary string          `json:"summary"`
	Text    string          `json:"text,omitzero"` // what would have been inserted
	Edit    protocol.LSPAny `json:"edit,omitzero"` // a workspace edit, for a client that can make one after all
}

// answer does the run while the client waits, and hands the outcome over.
func (r *run) answer(ctx context.Context) (any, error) {
	defer func() { r.pending.leave() }()
	r.settings(ctx)
	r.begin(ctx)
	result, err := r.work(ctx, nil)
	r.end(ctx, r.said(result.Summary, err), err)
	var refusal *actions.Refusal
	switch {
	case errors.As(err, &refusal):
		return handedOver{Run: r.id, Summary: r.refused(refusal)}, nil
	case err != nil:
		return nil, err
	}
	h := handedOver{Run: r.id, Summary: result.Summary}
	if result.Conflict != nil {
		h.Summary = result.Conflict.Message + " The document is unchanged."
	}
	if len(result.Edits)+len(result.Files) == 0 {
		return h, nil
	}
	r.pending.files = result.Files
	file, edits, err := r.pending.fit(result.Edits)
	if err != nil {
		return nil, failed(err)
	}
	var parts []string
	for _, e := range edits {
		parts = append(parts, e.New)
	}
	h.Text = strings.Join(parts, "\n")
	edit, err := r.pending.edit(file, edits)
	if err != nil {
		return nil, failed(err)
	}
	if edit != nil {
		h.Edit, err = protocol.Marshal(edit)
	}
	return h, err
}

func trimStop(s string) string { return strings.TrimSuffix(s, ".") }
