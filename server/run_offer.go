package server

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// choose asks what to do about text of the author's that a result would replace.
func (r *run) choose(ctx context.Context, c *actions.Conflict) (actions.Choice, error) {
	var titles []string
	for _, choice := range c.Choices {
		titles = append(titles, choice.Title)
	}
	title, err := r.s.askAs(ctx, protocol.MessageTypeError, c.Message, append(titles, "Cancel"))
	if err != nil {
		return actions.Choice{}, fmt.Errorf("%s; the editor cannot ask what to do, so the document is unchanged: %w", trimStop(c.Message), err)
	}
	i := slices.Index(titles, title)
	if i < 0 {
		return actions.Choice{}, nil
	}
	return c.Choices[i], nil
}

// The ways out when the place of an edit is gone.
const (
	choiceAgain   = "Run again"
	choiceAtEnd   = "Insert at the end"
	choiceDiscard = "Discard"
)

// offer asks what to do with a result whose place was edited away.
func (r *run) offer(ctx context.Context, result actions.Result) (again bool, summary string, err error) {
	question := fmt.Sprintf("The place for %q was edited while it was being worked out, so nothing was changed.", r.action.Title)
	choices := []string{choiceAgain, choiceAtEnd, choiceDiscard}
	if r.action.Talks { // a turn has no place but in its conversation
		choices = []string{choiceAgain, choiceDiscard}
	}
	switch title, err := r.s.askAs(ctx, protocol.MessageTypeError, question, choices); {
	case err != nil:
		return false, "", errEditedAway
	case title == choiceAgain:
		return true, "", nil
	case title == choiceAtEnd:
		return false, result.Summary, r.insertAtEnd(ctx, result)
	}
	return false, "The document is unchanged.", nil
}

func (r *run) insertAtEnd(ctx context.Context, result actions.Result) error {
	before, err := r.pending.view.File(r.arguments.URI)
	if err != nil {
		return err
	}
	markdown := written(before.Text.Content(), result)
	r.restart()
	file, err := r.pending.view.File(r.arguments.URI)
	if err != nil {
		return err
	}
	has := func(id string) bool { return file.Document().Block(id) != nil }
	return r.pending.apply(ctx, []text.Edit{atEnd(markdown, file.Text.Content(), has)})
}

// written is what a result brings into a text: its block as a whole, of which the
// edits may only change some words.
func written(before string, result actions.Result) string {
	if after, err := text.ApplyEdits(before, result.Edits); err == nil {
		if block := document.Parse(text.NewMapper(after), nil).Block(result.Block); block != nil {
			return block.Span.Of(after)
		}
	}
	var parts []string
	for _, e := range result.Edits {
		parts = append(parts, strings.Trim(e.New, "\r\n"))
	}
	return strings.Join(parts, "\n\n")
}
