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
	if why := noProse(reply); why != "" {
		return Prose{}, t.bad(why)
	}
	promises := t.task.Prompt.Promises
	body := levelled(clean(reply), promises)
	if lacking := missing(body, promises); len(lacking) > 0 {
		if body, err = t.complete(ctx, body, lacking); err != nil {
			return Prose{}, err
		}
		if elsewhere(body, promises, readsEnglish(proseOf(body)) || readsEnglish(proseOf(t.task.Doc.Text.Content()))) {
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
