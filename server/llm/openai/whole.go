package openai

import (
	"encoding/json"
	"errors"
	"fmt"
)

var errNoChoices = errors.New("it has no choices")

// wholeReply is a reply that was not streamed; of each choice only what we use.
type wholeReply struct {
	Choices []struct {
		Message      json.RawMessage `json:"message"`
		FinishReason json.RawMessage `json:"finish_reason,omitempty"`
	} `json:"choices"`
	Usage json.RawMessage `json:"usage,omitempty"`
}

type eventChoice struct {
	Index        int             `json:"index"`
	Delta        json.RawMessage `json:"delta"`
	FinishReason json.RawMessage `json:"finish_reason,omitempty"`
}

// asEvent writes a reply that was not streamed as one event of a stream. The
// message of the one has the form of the delta of the other.
func asEvent(body []byte) ([]byte, error) {
	var whole wholeReply
	if err := json.Unmarshal(body, &whole); err != nil {
		return nil, fmt.Errorf("it is not JSON: %w", err)
	}
	if len(whole.Choices) == 0 || len(whole.Choices[0].Message) == 0 {
		return nil, errNoChoices
	}
	first := whole.Choices[0]
	return json.Marshal(map[string]any{
		"choices": []eventChoice{{Delta: first.Message, FinishReason: first.FinishReason}},
		"usage":   whole.Usage,
	})
}
