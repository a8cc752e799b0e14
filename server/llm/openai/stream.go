package openai

import (
	"errors"
	"io"
	"strings"

	openai "github.com/sashabaranov/go-openai"

	"github.com/designls/designls/server/llm"
)

// finish is how the server says that a reply ended.
type finish int

const (
	finishNone finish = iota
	finishDone
	finishLength
	finishFiltered
	finishFailed
)

// finishes has the names that servers use; any other one is a good end.
var finishes = map[openai.FinishReason]finish{
	"":               finishNone,
	"null":           finishNone,
	"length":         finishLength,
	"max_tokens":     finishLength,
	"content_filter": finishFiltered,
	"refusal":        finishFiltered,
	"error":          finishFailed,
}

// answer is what has come of a reply.
type answer struct {
	text    strings.Builder
	thought thoughts
	refusal string
	finish  finish
	marked  bool // the stream ended with its mark, and was not just over
	opened  bool // the server has taken the request
	begun   bool // an event of a reply has come
	hidden  int  // bytes of thoughts, which nobody sees and which are paid for
	usage   llm.Usage
	cached  int // tokens of the request that the server remembered
}

// ended reports whether the reply is whole.
func (a *answer) ended() bool { return a.finish != finishNone || a.marked }

// collect reads a stream to its end. What breaks after the reply has ended does
// not matter any more.
func (a *answer) collect(stream *openai.ChatCompletionStream, dog *watchdog, write func(string)) error {
	for {
		event, err := stream.Recv()
		switch {
		case err == io.EOF: //nolint:errorlint // the mark; a connection that ends is another error
			a.marked = true
			return a.flush(write)
		case err != nil && a.finish != finishNone, errors.Is(err, errUnmarked):
			return a.flush(write)
		case err != nil:
			return errors.Join(broken{err}, a.flush(write))
		}
		if err := a.take(event, dog, write); err != nil {
			return err
		}
	}
}

func (a *answer) take(event openai.ChatCompletionStreamResponse, dog *watchdog, write func(string)) error {
	a.begun = true
	if u := event.Usage; u != nil && u.TotalTokens+u.PromptTokens > 0 {
		a.usage = llm.Usage{Prompt: u.PromptTokens, Completion: u.CompletionTokens}
		if u.PromptTokensDetails != nil {
			a.cached = u.PromptTokensDetails.CachedTokens
		}
	}
	for _, choice := range event.Choices {
		if choice.Index != 0 {
			continue
		}
		if f, ok := finishes[choice.FinishReason]; !ok {
			a.finish = finishDone
		} else if f != finishNone {
			a.finish = f
		}
		a.refusal += choice.Delta.Refusal
		if choice.Delta.Content != "" {
			dog.speaking()
		}
		said := a.thought.strip(choice.Delta.Content)
		a.hidden += len(choice.Delta.ReasoningContent) + len(choice.Delta.Content) - len(said)
		return a.say(said, write)
	}
	return nil
}

func (a *answer) say(text string, write func(string)) error {
	if text == "" {
		return nil
	}
	if a.text.Len()+len(text) > mostText {
		return errTooLong
	}
	a.text.WriteString(text)
	if write != nil {
		write(text)
	}
	return nil
}

// broken is the end of a stream in the middle.
type broken struct{ error }

func (b broken) Unwrap() error { return b.error }

// flush says what was held back because it might have been the mark of a
// thought.
func (a *answer) flush(write func(string)) error {
	said := a.thought.rest()
	a.hidden -= len(said)
	return a.say(said, write)
}
