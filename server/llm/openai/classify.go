package openai

import (
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/designls/designls/server/llm"
)

// A class is how a kind of failure is recognized in what a server says: by one
// of the words, with one of the status codes if there are any. The first class
// that fits is taken.
type class struct {
	kind   llm.Kind
	words  []string
	status []int
}

// classes comes from the documentation of OpenAI and Azure, and from what vLLM,
// llama.cpp, Ollama, LM Studio and proxies were seen to send, among others in the
// reports lmstudio-ai/lmstudio-bug-tracker 189 and 546, vllm-project/vllm 4667 and
// harbor-framework/harbor 996 (vLLM since 0.16), netease-youdao/QAnything 555
// (Ollama), Azure-Samples/azure-search-openai-demo 177.
var classes = []class{
	{llm.ContextTooLong, []string{
		"context_length_exceeded", "exceed_context_size", "string_above_max_length", "maximum context length", "context size",
		"context window", "context length", "prompt is too long", "input is too long", "too many tokens", "max_model_len",
		"n_ctx",                         // LM Studio: "Cannot truncate prompt with n_keep (15028) >= n_ctx (7424)"
		"max_tokens must be at least 1", // vLLM, which takes the request from the window and has less than nothing left
		"request too large",             // for the tokens of one minute: waiting does not help
	}, nil},
	{llm.Quota, []string{
		"insufficient_quota", "exceeded your current quota", "billing_hard_limit", "billing_not_active", "insufficient credit",
		"insufficient balance", "insufficient_balance",
	}, nil},
	{llm.Refused, []string{"content_filter", "content_policy", "content management policy", "responsibleaipolicy", "invalid_prompt"}, nil},
	{llm.RateLimit, []string{"rate_limit_exceeded"}, nil},
	{llm.ModelUnknown, []string{"model_not_found", "deploymentnotfound"}, nil},
	{llm.ModelUnknown, []string{"model"}, []int{http.StatusNotFound}},
	{llm.ModelUnknown, []string{
		"model does not exist", "model not exist", "invalid model", "unknown model", "model_not_available", "no models loaded",
	}, []int{http.StatusBadRequest, http.StatusUnprocessableEntity}},
	{llm.KeyWrong, []string{"invalid_api_key", "invalid api key", "incorrect api key", "api key not valid"}, nil},
	{llm.Server, []string{"overloaded", "loading model"}, nil},
}

// byStatus is for failures that say nothing that we know.
var byStatus = map[int]llm.Kind{
	http.StatusUnauthorized:          llm.KeyWrong,
	http.StatusPaymentRequired:       llm.Quota,
	http.StatusForbidden:             llm.KeyWrong,
	http.StatusNotFound:              llm.BadReply,
	http.StatusMethodNotAllowed:      llm.BadReply,
	http.StatusRequestTimeout:        llm.Timeout,
	http.StatusRequestEntityTooLarge: llm.ContextTooLong,
	http.StatusTooManyRequests:       llm.RateLimit,
	http.StatusGatewayTimeout:        llm.Timeout,
	http.StatusOK:                    llm.Server,
}

func (f *failure) classify() llm.Kind {
	if f.page && f.status < 500 && f.status != http.StatusTooManyRequests {
		return llm.BadReply
	}
	for _, c := range classes {
		if (len(c.status) == 0 || slices.Contains(c.status, f.status)) && f.says(c.words...) {
			return c.kind
		}
	}
	if kind, known := byStatus[f.status]; known {
		return kind
	}
	switch {
	case f.status >= 500:
		return llm.Server
	case f.status < 400:
		return llm.BadReply
	}
	return llm.Rejected
}

// explainFailure tells a failure to the user.
func (c *Client) explainFailure(f *failure) *llm.Error {
	kind := f.classify()
	if kind == llm.KeyWrong && c.options.Key == "" {
		kind = llm.KeyMissing
	}
	e := c.failed(kind, c.quote(f.message), f)
	e.RetryAfter = f.retryAfter
	switch {
	case f.page:
		e.Detail = "a web page, with status " + strconv.Itoa(f.status)
	case f.status == http.StatusNotFound && kind == llm.BadReply:
		e.Detail = "nothing is at that address; " + c.usualAddress()
	case e.Detail == "" && f.status >= 300:
		e.Detail = "status " + strconv.Itoa(f.status)
	}
	return e
}

// usualAddress says how the base URL looks for servers of this kind. Azure has two
// APIs: one by deployments, with an api-version, and since 2025 one as OpenAI's own.
func (c *Client) usualAddress() string {
	switch {
	case c.options.AzureVersion != "":
		return "for Azure the base URL is that of the resource, without a path, and the model the name of a deployment"
	case strings.HasSuffix(c.host, ".azure.com"):
		return "for Azure the base URL ends in /openai/v1, or openai.azureVersion is set"
	}
	return "the base URL usually ends in /v1"
}

// mostQuoted is how much of what a server says is told to the user.
const mostQuoted = 200

var keyLike = regexp.MustCompile(`\b(sk-|key-)[\w*.-]{6,}|Bearer \S+`)

// quote makes what a server said fit for one sentence, without anything that
// looks like a key. Servers quote them.
func (c *Client) quote(message string) string {
	if c.options.Key != "" {
		message = strings.ReplaceAll(message, c.options.Key, "...")
	}
	message = keyLike.ReplaceAllString(message, "...")
	message = strings.Join(strings.Fields(strings.ToValidUTF8(message, "?")), " ")
	if runes := []rune(message); len(runes) > mostQuoted {
		message = string(runes[:mostQuoted]) + "..."
	}
	return message
}
