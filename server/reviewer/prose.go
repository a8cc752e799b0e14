package reviewer

import (
	"context"
	"fmt"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/text"
)

// Prose is markdown that a model has written and that was checked.
type Prose struct {
	Markdown string // headings begin at level two
	Lacks    []string
	Usage    llm.Usage
	Sent     []*document.Section // of which the model has read more than the heading
}

// Prose has the model carry out a prompt that asks for markdown. What the prompt
// promises and the reply lacks is asked for once more; a part that is lacking all
// the same is named in the result. A reply that is no answer to the prompt in the end,
// or has a diagram that mermaid does not accept, is an error.
func (r *Reviewer) Prose(ctx context.Context, t Task, report func(Progress)) (p Prose, err error) {
	llm.Try(ctx, func(ctx context.Context) bool {
		p, err = r.prose(ctx, t, report)
		return OfUse(err) && len(p.Lacks) == 0
	})
	return p, err
}

func (r *Reviewer) prose(ctx context.Context, t Task, report func(Progress)) (Prose, error) {
	talk, err := r.begin(ctx, t, report)
	if err != nil {
		return Prose{}, err
	}
	p, err := talk.prose(ctx)
	p.Usage, p.Sent = talk.usage, talk.brief.Sent()
	return p, err
}

func (t *talk) prose(ctx context.Context) (Prose, error) {
	reply, err := t.open(ctx)
	if err == nil {
		t.tell.doing("Checking the reply")
		reply, err = t.translated(ctx, reply)
	}
	if err != nil {
		return Prose{}, err
	}
	promises := t.task.Prompt.Promises
	body := levelled(clean(reply), promises)
	if lacking := missing(body, promises); len(lacking) > 0 {
		if body, err = t.complete(ctx, body, lacking); err != nil {
			return Prose{}, err
		}
		if elsewhere(body, promises) {
			return Prose{}, t.bad(nothingPromised(promises))
		}
	}
	if body, err = t.drawn(ctx, body); err != nil {
		return Prose{}, err
	}
	body = linked(body, t.task.Doc)
	if strings.TrimSpace(body) == "" {
		return Prose{}, t.bad("there is nothing in it to insert")
	}
	body = t.brief.Vault.Restore(body)
	return Prose{Markdown: body, Lacks: missing(body, promises)}, nil
}

// translated is a reply in the script of the document: as it is, or as the model writes
// it when it is asked once more.
func (t *talk) translated(ctx context.Context, reply string) (string, error) {
	if t.foreign(proseOf(reply)) == "" {
		return reply, nil
	}
	question, err := prompts.FollowUp("other-language", nil)
	if err != nil {
		return "", err
	}
	t.tell.doing("Asking for it in the language of the document")
	if reply, err = t.again(ctx, question, nil); err != nil {
		return "", err
	}
	if script := t.foreign(proseOf(reply)); script != "" {
		return "", t.bad(fmt.Sprintf("it is written in %s letters, and the document is not", script))
	}
	t.last = reply
	return reply, nil
}

// complete asks for the parts that are lacking, and adds them to what there is.
func (t *talk) complete(ctx context.Context, body string, lacking []string) (string, error) {
	question, err := prompts.FollowUp("missing-parts", map[string]any{"Missing": lacking})
	if err != nil {
		return "", err
	}
	t.tell.doing("Asking for what is missing: " + strings.Join(lacking, ", "))
	more, err := t.again(ctx, question, nil)
	if err != nil {
		if ctx.Err() != nil {
			return "", err
		}
		return body, nil // what there is, is worth having; what it lacks is told
	}
	return completed(body, levelled(clean(more), t.task.Prompt.Promises), t.task.Prompt.Promises), nil
}

// completed is a draft with what was asked for once more. A model may write all of it
// again, and that stands for the draft then; what brings no part that was lacking, such
// as the same words again, is left out.
func completed(body, more string, promises []string) string {
	lacking := len(missing(body, promises))
	if lacking < len(promises) && len(missing(more, promises)) == 0 {
		return more
	}
	if whole := inserted(body, more, promises); len(missing(whole, promises)) < lacking {
		return whole
	}
	return body
}

// inserted puts parts into a draft where the order of the promises wants them.
func inserted(body, more string, promises []string) string {
	text, found := headingsOf(more)
	if len(found) == 0 {
		return body + "\n\n" + more
	}
	for i, h := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1].line
		}
		part := strings.TrimSpace(strings.Join(text[h.line:end], "\n"))
		body = insertPart(body, part, h.title, promises)
	}
	return body
}

// insertPart puts a part before the first part that is promised after it.
func insertPart(body, part, title string, promises []string) string {
	text, found := headingsOf(body)
	later := false
	for _, promise := range promises {
		if promised(title, []string{promise}) {
			later = true
			continue
		}
		if !later {
			continue
		}
		for _, h := range found {
			if promised(h.title, []string{promise}) && h.level == draftLevel {
				head, tail := strings.Join(text[:h.line], "\n"), strings.Join(text[h.line:], "\n")
				return strings.TrimSpace(strings.TrimSpace(head) + "\n\n" + part + "\n\n" + tail)
			}
		}
	}
	return strings.TrimSpace(body) + "\n\n" + part
}

// drawn sees that mermaid accepts every diagram of a draft.
func (t *talk) drawn(ctx context.Context, body string) (string, error) {
	var edits []text.Edit
	for _, f := range fencesOf(body) {
		if f.language != "mermaid" {
			continue
		}
		if f.nested {
			return "", t.bad("a diagram in it stands inside a list or a quotation")
		}
		source, err := t.drawable(ctx, f.inner.Of(body))
		if err != nil {
			return "", err
		}
		edits = append(edits, text.Edit{Span: f.inner, New: strings.TrimRight(source, "\n") + "\n"})
	}
	drawn, err := text.ApplyEdits(body, edits)
	if err != nil {
		return "", fmt.Errorf("a bug in designls: %w", err)
	}
	return drawn, nil
}

// Diagram has the model carry out a prompt that asks for one mermaid diagram, and
// returns a source that mermaid accepts.
func (r *Reviewer) Diagram(ctx context.Context, t Task, report func(Progress)) (source string, usage llm.Usage, err error) {
	llm.Try(ctx, func(ctx context.Context) bool {
		source, usage, err = r.diagram(ctx, t, report)
		return OfUse(err)
	})
	return source, usage, err
}

func (r *Reviewer) diagram(ctx context.Context, t Task, report func(Progress)) (source string, usage llm.Usage, err error) {
	talk, err := r.begin(ctx, t, report)
	if err != nil {
		return "", llm.Usage{}, err
	}
	reply, err := talk.open(ctx)
	if err != nil {
		return "", talk.usage, err
	}
	talk.tell.doing("Checking the diagram")
	source, err = talk.drawable(ctx, diagramIn(reply))
	return talk.brief.Vault.Restore(source), talk.usage, err
}
