package gguf

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
)

// Chain writes a model that always answers with one sentence, word by word,
// when it is asked for the most likely words. Where a grammar lets it write
// only JSON, it closes what is open. With loop it never ends.
func Chain(to io.Writer, sentence string, loop bool, context int) error {
	m := newModel(1, 32, context)
	words := m.vocabulary.chain(sentence)
	m.width = (len(m.vocabulary.tokens) + 31) / 32 * 32
	embeddings, output := m.chain(words, loop)
	return m.write(to, embeddings, output, 0)
}

// Random writes a model that rambles until it is stopped.
func Random(to io.Writer, context int) error {
	m := newModel(4, 128, context)
	m.width = 64
	n := len(m.vocabulary.tokens) * m.width
	return m.write(to, m.noise(n, 1), m.noise(n, 0.3), 1/math.Sqrt(float64(m.width)))
}

// model is a llama of one layer.
type model struct {
	vocabulary                    *vocabulary
	width, heads, hidden, context int
	random                        *rand.Rand
}

func newModel(heads, hidden, context int) *model {
	return &model{
		vocabulary: newVocabulary(), heads: heads, hidden: hidden, context: context,
		random: rand.New(rand.NewPCG(1, 2)),
	}
}

// chain sets the weights by hand. Each token is embedded as a vector of its own,
// attention and feed-forward add nothing to it (see write), so the row of the
// output for a token says what follows it.
func (m *model) chain(words []int, loop bool) (embeddings, output []float32) {
	v := m.vocabulary
	n := len(v.tokens)
	embeddings, output = make([]float32, n*m.width), make([]float32, n*m.width)
	scale := math.Sqrt(float64(m.width)) // what the normalization makes of such a vector
	follows := func(from, to int, likely float64) { output[to*m.width+from] = float32(likely / scale) }
	for from := range n {
		embeddings[from*m.width+from] = 1
		for to := range n {
			follows(from, to, m.usually(to))
		}
		follows(from, words[0], 6) // whatever was said, begin
	}
	for i, word := range words {
		follows(word, words[0], -8)
		switch {
		case i+1 < len(words):
			follows(word, words[i+1], 8)
		case loop:
			follows(word, words[0], 8)
		default:
			follows(word, v.turnEnds, 12)
		}
	}
	return embeddings, output
}

// usually is how likely a token is beside the chain: only a grammar brings
// these about.
func (m *model) usually(token int) float64 {
	text := m.vocabulary.tokens[token]
	switch {
	case text == `"` || text == "}" || text == "]":
		return 3 // closes what is open
	case m.vocabulary.types[token] != tokenNormal:
		return -16
	case len(text) == 1 && text[0] >= '0' && text[0] <= '9':
		return -4
	}
	return -8 + m.random.Float64()
}

func (m *model) noise(n int, scale float64) []float32 {
	data := make([]float32, n)
	for i := range data {
		data[i] = float32(m.random.NormFloat64() * scale)
	}
	return data
}

func ones(n int) []float32 {
	data := make([]float32, n)
	for i := range data {
		data[i] = 1
	}
	return data
}

// write completes the model. back is how much attention and feed-forward add to
// what was read.
func (m *model) write(to io.Writer, embeddings, output []float32, back float64) error {
	w, h, n := uint64(m.width), uint64(m.hidden), uint64(len(m.vocabulary.tokens))
	scale := 1 / math.Sqrt(float64(m.width))
	square, wide := m.width*m.width, m.width*m.hidden
	tensors := []tensor{
		{"token_embd.weight", []uint64{w, n}, embeddings},
		{"blk.0.attn_norm.weight", []uint64{w}, ones(m.width)},
		{"blk.0.attn_q.weight", []uint64{w, w}, m.noise(square, scale)},
		{"blk.0.attn_k.weight", []uint64{w, w}, m.noise(square, scale)},
		{"blk.0.attn_v.weight", []uint64{w, w}, m.noise(square, scale)},
		{"blk.0.attn_output.weight", []uint64{w, w}, m.noise(square, back)},
		{"blk.0.ffn_norm.weight", []uint64{w}, ones(m.width)},
		{"blk.0.ffn_gate.weight", []uint64{w, h}, m.noise(wide, scale)},
		{"blk.0.ffn_up.weight", []uint64{w, h}, m.noise(wide, scale)},
		{"blk.0.ffn_down.weight", []uint64{h, w}, m.noise(wide, back)},
		{"output_norm.weight", []uint64{w}, ones(m.width)},
		{"output.weight", []uint64{w, n}, output},
	}
	if err := write(to, append(m.meta(), m.vocabulary.meta()...), tensors); err != nil {
		return fmt.Errorf("a tiny model cannot be written: %w", err)
	}
	return nil
}

func (m *model) meta() []pair {
	return []pair{
		{"general.architecture", "llama"},
		{"general.name", "tiny"},
		{"general.file_type", uint32(0)},
		{"general.alignment", uint32(alignment)},
		{"llama.context_length", uint32(m.context)},
		{"llama.embedding_length", uint32(m.width)},
		{"llama.block_count", uint32(1)},
		{"llama.feed_forward_length", uint32(m.hidden)},
		{"llama.attention.head_count", uint32(m.heads)},
		{"llama.attention.head_count_kv", uint32(m.heads)},
		{"llama.rope.dimension_count", uint32(m.width / m.heads)},
		{"llama.attention.layer_norm_rms_epsilon", float32(1e-5)},
		{"llama.vocab_size", uint32(len(m.vocabulary.tokens))},
	}
}
