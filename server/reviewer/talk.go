package reviewer

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/designls/designls/server/llm"
)

// talk is what is said to the model and back in one run.
type talk struct {
	model   llm.Model
	counter Counter
	grammar Grammar
	task    Task
	brief   Brief
	tell    *teller
	usage   llm.Usage
	asked   int       // requests
	known   int       // of them, those whose reply was known
	reduced *talk     // with less of the document, for the second look
	last    string    // the whole reply that is being worked on, as it came
	own     lettering // scripts of the document, once they were asked for
}

// begin works out what would be sent, and asks whether it may be.
func (r *Reviewer) begin(ctx context.Context, t Task, report func(Progress)) (*talk, error) {
	brief, err := r.brief(t)
	if err == nil {
		err = r.may(ctx, t, []Brief{brief})
	}
	if err != nil {
		return nil, err
	}
	return r.talk(t, brief, report), nil
}

// brief works out what would be sent for a task.
func (r *Reviewer) brief(t Task) (Brief, error) {
	brief, err := NewBrief(t, r.o.Counter, r.o.Model.Window())
	var refused *llm.Error
	if errors.As(err, &refused) {
		told := *refused
		told.Host, told.Model = r.o.Model.Host(), r.o.Model.Name()
		return Brief{}, &told
	}
	return brief, err
}

// may tells what would be sent for a task, and asks whether it may be.
func (r *Reviewer) may(ctx context.Context, t Task, briefs []Brief) error {
	if r.o.Sending != nil {
		if err := r.o.Sending(briefs); err != nil {
			return err
		}
	}
	if r.o.Consent != nil {
		return r.o.Consent(ctx, r.notice(t, briefs))
	}
	return nil
}

func (r *Reviewer) talk(t Task, b Brief, report func(Progress)) *talk {
	return &talk{model: r.o.Model, counter: r.o.Counter, grammar: r.o.Grammar, task: t, brief: b, tell: newTeller(report)}
}

// open sends the brief.
func (t *talk) open(ctx context.Context) (string, error) {
	t.tell.doing(waiting(t.model))
	reply, err := t.send(ctx, t.brief.Request)
	t.last = reply
	return reply, err
}

// again answers the last reply, and returns what comes back. It is the reply that
// is worked on from then on only if the caller says so.
func (t *talk) again(ctx context.Context, followUp string, schema *llm.Schema) (string, error) {
	r := t.brief.Request
	r.Messages = append(append([]llm.Message{}, r.Messages...),
		llm.Message{Role: llm.Assistant, Content: t.last}, llm.Message{Role: llm.User, Content: followUp})
	r.Schema = schema
	return t.send(ctx, r)
}

// settle counts what was asked with less of the document.
func (t *talk) settle() {
	if r := t.reduced; r != nil {
		t.usage, t.asked, t.known = t.usage.Add(r.usage), t.asked+r.asked, t.known+r.known
		t.reduced = nil
	}
}

// ask asks something for which the document is not needed.
func (t *talk) ask(ctx context.Context, question string) (string, error) {
	r := t.brief.Request
	r.Messages = []llm.Message{{Role: llm.User, Content: question}}
	r.Schema = nil
	return t.send(ctx, r)
}

func (t *talk) send(ctx context.Context, r llm.Request) (string, error) {
	reply, err := t.model.Complete(ctx, r, t.tell.write)
	t.asked++
	if reply.Cached {
		t.known++
	} else {
		t.usage = t.usage.Add(reply.Usage)
	}
	switch {
	case err != nil && ctx.Err() != nil:
		return "", ctx.Err()
	case llm.KindOf(err) == llm.BadReply && refusal(reply.Text) != "": // nothing is wrong with the server
		return "", t.bad(refusal(reply.Text))
	case err != nil:
		return "", err
	case strings.TrimSpace(reply.Text) == "":
		return "", t.bad("the reply is empty")
	}
	return reply.Text, nil
}

// bad is the error of a reply that cannot be used.
func (t *talk) bad(why string) error {
	return &ReplyError{Model: t.model.Name(), Why: why}
}

// ReplyError is a reply of a model that cannot be used, asked for again or not.
type ReplyError struct{ Model, Why string }

// Error says it in a sentence.
func (e *ReplyError) Error() string {
	return fmt.Sprintf("the reply of %s cannot be used, so the document is unchanged: %s; try again, or use the builtin engine", e.Model, e.Why)
}
