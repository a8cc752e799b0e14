package openai

import (
	"encoding/json"
	"math"
	"strings"

	openai "github.com/sashabaranov/go-openai"

	"github.com/designls/designls/server/llm"
)

// build makes the request as this server takes it.
func (c *Client) build(r llm.Request, q quirks) openai.ChatCompletionRequest {
	out := openai.ChatCompletionRequest{Model: c.options.Model, Messages: messages(r, q)}
	if !q.noUsage && !q.noStream {
		out.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
	}
	switch q.limit {
	case limitTokens:
		//lint:ignore SA1019 old servers know no other name
		out.MaxTokens = r.MaxTokens
	case limitCompletion:
		out.MaxCompletionTokens = r.MaxTokens
	}
	if r.Temperature != nil && !q.noTemperature {
		out.Temperature = float32(*r.Temperature)
		if out.Temperature == 0 {
			out.Temperature = math.SmallestNonzeroFloat32 // see patch.go
		}
	}
	out.ResponseFormat = responseFormat(r.Schema, q)
	return out
}

func responseFormat(s *llm.Schema, q quirks) *openai.ChatCompletionResponseFormat {
	switch {
	case s == nil || q.format == formatWords:
		return nil
	case q.format == formatObject:
		return &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	return &openai.ChatCompletionResponseFormat{
		Type: openai.ChatCompletionResponseFormatTypeJSONSchema,
		JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{
			Name:   s.Name,
			Schema: json.RawMessage(s.JSON),
			Strict: !q.loose && isStrict(s.JSON),
		},
	}
}

func messages(r llm.Request, q quirks) []openai.ChatCompletionMessage {
	system := r.System
	if r.Schema != nil && q.format != formatSchema {
		system = strings.TrimSpace(system + "\n\n" + inWords(r.Schema))
	}
	var out []openai.ChatCompletionMessage
	if system != "" && !q.noSystem {
		out = append(out, openai.ChatCompletionMessage{Role: openai.ChatMessageRoleSystem, Content: system})
	}
	for _, m := range r.Messages {
		out = append(out, openai.ChatCompletionMessage{Role: string(m.Role), Content: m.Content})
	}
	if system != "" && q.noSystem && len(out) > 0 {
		out[0].Content = system + "\n\n" + out[0].Content
	}
	return out
}

// inWords asks for JSON where a server cannot be made to send nothing else.
func inWords(s *llm.Schema) string {
	return "Reply with one JSON value and nothing else: no prose, no code fence. It must be valid under this JSON Schema:\n" + string(s.JSON)
}
