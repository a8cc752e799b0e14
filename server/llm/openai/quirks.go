package openai

import (
	"errors"
	"net/http"
	"strings"

	openai "github.com/sashabaranov/go-openai"

	"github.com/designls/designls/server/llm"
)

// format is how a server is asked for JSON. When it refuses one, the next is
// tried.
type format int

const (
	formatSchema format = iota // json_schema: the reply cannot be anything else
	formatObject               // json_object, and the schema in words
	formatWords                // the schema in words
)

// limit is the name of the field for the longest reply.
type limit int

const (
	limitTokens     limit = iota // max_tokens, which all old servers know
	limitCompletion              // max_completion_tokens, which reasoning models want
	limitNone
)

// quirks are what a server and its model do not accept. They are learned from
// its answers, once for each client.
type quirks struct {
	format        format
	loose         bool // json_schema only without "strict"
	limit         limit
	otherLimit    bool // both names of the limit have been tried
	noTemperature bool
	noUsage       bool // no stream_options
	noSystem      bool // no message of the role system
	noStream      bool
}

// firstQuirks is what is known before the first request.
func (c *Client) firstQuirks() quirks {
	var q quirks
	if c.host == "api.openai.com" {
		q.limit = limitCompletion
	}
	return q
}

// learn returns what to do differently after a failure, and whether there is
// anything. r is the request that failed, made with q.
func (q quirks) learn(err error, r llm.Request) (quirks, bool) {
	was := q
	var f *failure
	switch {
	case errors.Is(err, openai.ErrReasoningModelMaxTokensDeprecated):
		q.nextLimit()
	case errors.Is(err, openai.ErrReasoningModelLimitationsOther), errors.Is(err, openai.ErrReasoningSamplingUnsupported):
		q.noTemperature = true
	case errors.As(err, &f) && f.aboutTheRequest():
		q.heed(f, r)
	}
	return q, q != was
}

// aboutTheRequest: the server does not accept how it was asked. Some say so
// with a failure of their own, or only once the stream has begun.
func (f *failure) aboutTheRequest() bool {
	switch f.status {
	case http.StatusBadRequest, http.StatusUnprocessableEntity, http.StatusInternalServerError, http.StatusNotImplemented, http.StatusOK:
		kind := f.classify()
		return kind == llm.Rejected || kind == llm.Server
	}
	return false
}

// heed looks for the name of a field that we sent. Only one at a time: the
// next answer will tell of the next.
func (q *quirks) heed(f *failure, r llm.Request) {
	switch {
	case !q.noUsage && f.says("stream_options", "include_usage"):
		q.noUsage = true
	case r.Temperature != nil && !q.noTemperature && f.says("temperature"):
		q.noTemperature = true
	case r.MaxTokens > 0 && q.limit != limitNone && f.says("max_tokens", "max_completion_tokens", "max_output_tokens"):
		q.nextLimit()
	case r.Schema != nil && q.format != formatWords && f.says("response_format", "json_schema", "json_object", "schema", "grammar", "guided", "structured output", "word 'json'"):
		q.nextFormat(r.Schema)
	case !q.noSystem && r.System != "" && f.says("system") && f.says("role"):
		q.noSystem = true
	case !q.noStream && (strings.EqualFold(f.param, "stream") || f.says("to stream this model", "streaming is not supported")):
		q.noStream = true
	}
}

func (q *quirks) nextLimit() {
	switch {
	case q.otherLimit:
		q.limit = limitNone
	case q.limit == limitTokens:
		q.limit = limitCompletion
	default:
		q.limit = limitTokens
	}
	q.otherLimit = true
}

func (q *quirks) nextFormat(s *llm.Schema) {
	if q.format == formatSchema && !q.loose && isStrict(s.JSON) {
		q.loose = true
		return
	}
	q.format++
}

func (c *Client) currentQuirks() quirks {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.quirks
}

// adopt learns from a failure, and reports whether to ask again. Of two
// requests that find out the same at the same time, the second asks as the
// first has learned.
func (c *Client) adopt(used quirks, err error, r llm.Request) bool {
	learned, different := used.learn(err, r)
	if !different {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.quirks == used {
		c.quirks = learned
	}
	return true
}
