package openai

import (
	"context"
	"errors"
	"strings"

	"github.com/designls/designls/server/llm"
)

// mostAttempts is how often a request is sent while the server's quirks are
// being learned. There are about so many.
const mostAttempts = 8

// Complete implements llm.Model. Failures that pass by themselves are not tried
// again here: see llm.Retry.
func (c *Client) Complete(ctx context.Context, r llm.Request, write func(chunk string)) (llm.Reply, error) {
	if c.options.Key == "" && c.wantsKey() {
		return llm.Reply{}, c.failed(llm.KeyMissing, "", nil)
	}
	for attempt := 1; ; attempt++ {
		used := c.currentQuirks()
		got, cause, err := c.attempt(ctx, r, used, write)
		again := attempt < mostAttempts && got.text.Len() == 0 && ctx.Err() == nil && c.adopt(used, err, r)
		if again {
			continue
		}
		err = c.withOffers(ctx, c.explain(ctx, cause, err))
		if err == nil {
			err = c.check(r, used, got)
		}
		c.learnWindow(err)
		return c.reply(r, got, err), err
	}
}

// attempt sends the request once. cause is why its context was ended, if that
// was not the caller.
func (c *Client) attempt(ctx context.Context, r llm.Request, q quirks, write func(string)) (got *answer, cause, err error) {
	got = &answer{}
	watched, dog := watch(ctx, c.options.Timeout)
	defer dog.stop()
	defer func() { cause = context.Cause(watched) }()
	if q.noStream {
		watched = withoutStream(watched)
	}
	stream, err := c.api.CreateChatCompletionStream(watched, c.build(r, q))
	if err != nil {
		return got, nil, err
	}
	got.opened = true
	defer func() { _ = stream.Close() }() // all that matters has been read, or is not wanted
	err = got.collect(stream, dog, write)
	return got, nil, err
}

// check looks at a reply that came without a failure.
func (c *Client) check(r llm.Request, q quirks, got *answer) error {
	switch {
	case got.refusal != "":
		return c.failed(llm.Refused, c.quote(got.refusal), nil)
	case got.finish == finishFiltered:
		return c.failed(llm.Refused, "a content filter stopped it", nil)
	case got.finish == finishFailed:
		return c.failed(llm.Server, "it gave up in the middle of the reply", nil)
	case got.finish == finishLength:
		return c.failed(llm.CutOff, "it is as long as a reply may be", nil)
	case !got.ended():
		return c.failed(llm.CutOff, "the stream ended", llm.ErrBroken)
	case c.truncated(r, got):
		return c.failed(llm.ContextTooLong, "the server has read only a part of it", nil)
	case strings.TrimSpace(got.text.String()) == "":
		return c.failed(llm.CutOff, "it is empty", nil)
	}
	if r.Schema != nil {
		if _, ok := extract(got.text.String()); !ok {
			c.putInWords(q)
			return c.failed(llm.BadReply, "it is not JSON", nil)
		}
	}
	return nil
}

// putInWords learns that a server says that it holds to a schema, and does not.
func (c *Client) putInWords(used quirks) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.quirks == used && used.format == formatSchema {
		c.quirks.format = formatObject
	}
}

// reply is what came, as far as it came. err is what the request ended with.
func (c *Client) reply(r llm.Request, got *answer, err error) llm.Reply {
	reply := llm.Reply{Text: got.text.String(), Usage: got.usage}
	if r.Schema != nil {
		if value, ok := extract(reply.Text); ok {
			reply.Text = value
		}
	}
	if got.usage == (llm.Usage{}) && got.cost(err) {
		written := c.count(got.text.String()) + got.hidden/bytesPerToken
		reply.Usage = llm.Usage{Prompt: c.promptTokens(r), Completion: written, Estimated: true}
	}
	return reply
}

// bytesPerToken is about what it is in English.
const bytesPerToken = 4

// cost says whether a request has to be paid for: something came back, or the
// server had taken it and was working on it when we gave up.
func (a *answer) cost(err error) bool {
	gaveUp := errors.Is(err, context.Canceled) || llm.KindOf(err) == llm.Timeout
	return a.begun || a.opened && gaveUp
}
