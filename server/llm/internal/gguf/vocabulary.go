package gguf

import (
	"fmt"
	"strings"
)

// Types of tokens, as numbered by the format.
const (
	tokenNormal  = 1
	tokenUnknown = 2
	tokenControl = 3
	tokenByte    = 6
)

// vocabulary is one of SentencePiece's that has every byte, so that it can
// write any text.
type vocabulary struct {
	tokens []string
	types  []int32
	ids    map[string]int

	begin, turnBegins, turnEnds int
}

func newVocabulary() *vocabulary {
	v := &vocabulary{ids: map[string]int{}}
	v.add("<unk>", tokenUnknown)
	v.begin = v.add("<s>", tokenControl)
	v.add("</s>", tokenControl)
	for b := range 256 {
		v.add(fmt.Sprintf("<0x%02X>", b), tokenByte)
	}
	for c := '!'; c <= '~'; c++ {
		v.add(string(c), tokenNormal)
	}
	v.add(space, tokenNormal)
	v.turnBegins = v.add("<|im_start|>", tokenControl)
	v.turnEnds = v.add("<|im_end|>", tokenControl)
	return v
}

// space is how SentencePiece writes one.
const space = "▁"

func (v *vocabulary) add(token string, kind int32) int {
	if id, known := v.ids[token]; known {
		return id
	}
	id := len(v.tokens)
	v.ids[token] = id
	v.tokens, v.types = append(v.tokens, token), append(v.types, kind)
	return id
}

// chain adds the words of a sentence. Each becomes another token, even when a
// word comes again, so that each has one successor.
func (v *vocabulary) chain(sentence string) []int {
	var ids []int
	for _, word := range strings.Fields(sentence) {
		token := space + word
		for v.has(token) {
			token = space + token
		}
		ids = append(ids, v.add(token, tokenNormal))
	}
	return ids
}

func (v *vocabulary) has(token string) bool {
	_, known := v.ids[token]
	return known
}

// scores orders the tokens: an earlier one is preferred.
func (v *vocabulary) scores() []float32 {
	scores := make([]float32, len(v.tokens))
	for i := range scores {
		scores[i] = -float32(i)
	}
	return scores
}

// template is how a conversation is written for the model.
const template = "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>' + '\n' }}{% endfor %}" +
	"{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"

func (v *vocabulary) meta() []pair {
	return []pair{
		{"tokenizer.ggml.model", "llama"},
		{"tokenizer.ggml.pre", "default"},
		{"tokenizer.ggml.tokens", v.tokens},
		{"tokenizer.ggml.scores", v.scores()},
		{"tokenizer.ggml.token_type", v.types},
		{"tokenizer.ggml.bos_token_id", uint32(v.begin)},
		{"tokenizer.ggml.eos_token_id", uint32(v.turnEnds)},
		{"tokenizer.ggml.unknown_token_id", uint32(0)},
		{"tokenizer.ggml.add_bos_token", true},
		{"tokenizer.ggml.add_space_prefix", false}, // or llama-server's grammars do not accept the prompt
		{"tokenizer.chat_template", template},
	}
}
