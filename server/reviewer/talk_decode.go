package reviewer

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/llm"
)

// structured sends the brief and reads the reply as JSON of the schema of the
// prompt. One that is not is asked for once more.
func structured[T any](ctx context.Context, t *talk, to *T) error {
	schema := t.brief.Request.Schema
	if schema == nil {
		return fmt.Errorf("a bug in designls: the prompt %q has no schema", t.task.Prompt.ID)
	}
	reply, err := t.open(ctx)
	if err != nil {
		return err
	}
	t.tell.doing("Checking the reply")
	return t.decode(ctx, reply, schema, to)
}

// decode reads a reply, the second time one that was asked for again.
func (t *talk) decode(ctx context.Context, reply string, schema *llm.Schema, to any) error {
	problem := t.read(reply, schema, to)
	if problem == nil {
		return nil
	}
	t.last = reply
	question, err := prompts.FollowUp("repair-json", map[string]any{"Problem": problem.Error()})
	if err != nil {
		return err
	}
	t.tell.doing("Asking for the reply once more")
	if reply, err = t.again(ctx, question, schema); err != nil {
		return err
	}
	if err := decodeReply(reply, schema.JSON, t.brief.Vault, to); err != nil {
		return t.bad(err.Error())
	}
	if err := t.inLanguage(reply); err != nil {
		return t.bad(err.Error())
	}
	t.last = reply
	return nil // what else is wrong with it is left out by whoever uses it
}

// read decodes a reply. What is wrong with it is told without its secrets.
func (t *talk) read(reply string, schema *llm.Schema, to any) error {
	if err := t.fit(reply, schema, to); err != nil {
		return err
	}
	return t.inLanguage(reply)
}

// inLanguage is an error for JSON whose sentences are not in the document's language.
func (t *talk) inLanguage(reply string) error {
	if script := t.foreign(sentencesIn(reply)); script != "" {
		return fmt.Errorf("it is written in %s letters, and the document is not", script)
	}
	return nil
}

// fit decodes a reply that fits the schema, and what the schema cannot say.
func (t *talk) fit(reply string, schema *llm.Schema, to any) error {
	c, ok := to.(interface{ problem() error })
	if !ok {
		return decodeReply(reply, schema.JSON, t.brief.Vault, to)
	}
	if err := decodeReply(reply, schema.JSON, nil, to); err != nil {
		return err
	}
	problem := c.problem()
	reflect.ValueOf(to).Elem().SetZero() // nothing of it mixes with what is decoded now
	return errors.Join(problem, decodeReply(reply, schema.JSON, t.brief.Vault, to))
}

// Structured has a prompt carried out whose reply is JSON of its schema, and
// decodes that into a value.
func Structured[T any](ctx context.Context, r *Reviewer, t Task, report func(Progress)) (to T, usage llm.Usage, err error) {
	llm.Try(ctx, func(ctx context.Context) bool {
		var talk *talk
		if talk, err = r.begin(ctx, t, report); err == nil {
			err = structured(ctx, talk, &to)
			usage = talk.usage
		}
		return OfUse(err)
	})
	return to, usage, err
}
