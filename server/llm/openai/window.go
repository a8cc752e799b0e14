package openai

import (
	"cmp"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/designls/designls/server/llm"
)

// knownWindows is what OpenAI documents of its models. The first prefix that
// fits is taken, so the longer ones stand first.
var knownWindows = []struct {
	prefix string
	window llm.Window
}{
	{"gpt-3.5-turbo", llm.Window{Context: 16_385, Output: 4_096}},
	{"gpt-4o", llm.Window{Context: 128_000, Output: 16_384}},
	{"gpt-4.1", llm.Window{Context: 1_047_576, Output: 32_768}},
	{"gpt-4-turbo", llm.Window{Context: 128_000, Output: 4_096}},
	{"gpt-4", llm.Window{Context: 8_192, Output: 8_192}},
	{"gpt-5-chat", llm.Window{Context: 128_000, Output: 16_384}},
	{"gpt-5", llm.Window{Context: 400_000, Output: 128_000}},
	{"o1", llm.Window{Context: 200_000, Output: 100_000}},
	{"o3", llm.Window{Context: 200_000, Output: 100_000}},
	{"o4-mini", llm.Window{Context: 200_000, Output: 100_000}},
}

// Window implements llm.Model. Elsewhere than at OpenAI the name of a model
// does not tell how much of its window a server was started with; once a
// request was too long, what the server said then is known.
func (c *Client) Window() llm.Window {
	c.mu.Lock()
	w := c.window
	c.mu.Unlock()
	if c.wantsKey() {
		w = fill(w, known(c.options.Model))
	}
	return fill(c.options.Window, w)
}

func fill(w, from llm.Window) llm.Window {
	if w.Context == 0 {
		w.Context = from.Context
	}
	if w.Output == 0 {
		w.Output = from.Output
	}
	return w
}

func known(model string) llm.Window {
	for _, k := range knownWindows {
		if strings.HasPrefix(model, k.prefix) {
			return k.window
		}
	}
	return llm.Window{}
}

// saidContext finds the size of the window in what servers say when it is too
// small: "This model's maximum context length is 8192 tokens" (OpenAI), "the model's
// context length is only 1024 tokens" (vLLM), "n_keep: 13055>= n_ctx: 4096" (LM
// Studio; the first number is that of the request). The first that fits is taken.
var saidContext = []*regexp.Regexp{
	regexp.MustCompile(`\bn_ctx\b[^0-9]{0,6}([0-9]{3,8})`),
	regexp.MustCompile(`(?i)(?:context (?:length|size|window)|max_model_len)[^0-9]{0,24}([0-9]{3,8})`),
}

// contextIn is the window that a message tells, or 0.
func contextIn(message string) int {
	for _, said := range saidContext {
		if m := said.FindStringSubmatch(message); m != nil {
			n, _ := strconv.Atoi(m[1]) // digits, and few of them
			return n
		}
	}
	return 0
}

func (c *Client) learnWindow(err error) {
	var e *llm.Error
	var f *failure
	if !errors.As(err, &e) || e.Kind != llm.ContextTooLong || !errors.As(e.Err, &f) {
		return
	}
	if context := cmp.Or(f.context, contextIn(f.message)); context > 0 {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.window.Context = context
	}
}

func (c *Client) count(text string) int {
	if c.options.Count != nil {
		return c.options.Count(text)
	}
	return (len(text) + bytesPerToken - 1) / bytesPerToken
}

func (c *Client) promptTokens(r llm.Request) int {
	n := c.count(r.System)
	for _, m := range r.Messages {
		n += c.count(m.Content) + 4 // a message costs about so much by itself
	}
	return n
}

// truncated reports whether a server left out a part of the request without
// saying so, as Ollama does. Tokenizers differ, but not by so much; and a server
// that counts only what it did not remember says how much that was, or its
// count is far smaller.
func (c *Client) truncated(r llm.Request, got *answer) bool {
	if c.options.Count == nil || got.usage.Prompt == 0 || got.cached > 0 {
		return false
	}
	counted := c.promptTokens(r)
	return counted > 1000 && got.usage.Prompt > counted/50 && got.usage.Prompt < counted*6/10
}
