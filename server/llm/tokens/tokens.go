// Package tokens counts the tokens of a text, so that a request fits into the
// window of a model and its cost can be told beforehand.
//
// One vocabulary stands for all models: cl100k_base, built into the program. Of
// the newer ones of OpenAI it differs by a few percent in English, and it counts
// more in other scripts; those of Llama and Qwen were made from it. Vocabularies
// that are much smaller make more tokens of the same text, which For allows for.
package tokens

import (
	"hash/maphash"
	"strings"
	"sync"

	"github.com/tiktoken-go/tokenizer/codec"

	"github.com/designls/designls/server/memo"
)

// Counter counts for one model. It is safe for concurrent use, and remembers
// what it has counted: a document is counted by section, again and again.
type Counter struct {
	scale float64

	mu     sync.Mutex
	counts memo.Table[key, int]
	recent int // counted since the last sweep
}

type key struct {
	hash   uint64
	length int
}

var seed = maphash.MakeSeed()

// vocabulary takes some 10 ms to load, so only those who count pay for it.
var vocabulary = sync.OnceValue(codec.NewCl100kBase)

// scales is how many tokens a family of models makes of a text, at most, for
// each one that the vocabulary makes. These have about 32,000 words, instead of
// 100,000.
var scales = []struct {
	prefix string
	scale  float64
}{
	{"llama-2", 1.25}, {"llama2", 1.25}, {"codellama", 1.25}, {"mistral", 1.25}, {"mixtral", 1.25}, {"phi-3", 1.25}, {"phi3", 1.25},
}

// unknown is for models that we know nothing of: better a few tokens too many
// than a request that does not fit.
const unknown = 1.1

// exact are the families whose own vocabulary this is, or a larger one.
var exact = []string{"gpt-", "o1", "o3", "o4", "chatgpt", "text-embedding"}

// For returns a counter for a model by its name.
func For(model string) *Counter {
	name := strings.ToLower(model)
	name = name[strings.LastIndexByte(name, '/')+1:] // as in "openai/gpt-4.1"
	for _, s := range scales {
		if strings.HasPrefix(name, s.prefix) {
			return &Counter{scale: s.scale}
		}
	}
	for _, prefix := range exact {
		if strings.HasPrefix(name, prefix) {
			return &Counter{scale: 1}
		}
	}
	return &Counter{scale: unknown}
}

// sweepEvery keeps the memory to about twice as many texts.
const sweepEvery = 4096

// Count returns the number of tokens of a text. Marks that are special to a
// model, such as <|endoftext|>, are counted as the text that they are.
func (c *Counter) Count(text string) int {
	if text == "" {
		return 0
	}
	k := key{maphash.String(seed, text), len(text)}
	c.mu.Lock()
	n, known := c.counts.Lookup(k)
	c.mu.Unlock()
	if known {
		return n
	}
	n = c.count(text)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counts.Put(k, n)
	if c.recent++; c.recent >= sweepEvery {
		c.recent = 0
		c.counts.Sweep()
	}
	return n
}

func (c *Counter) count(text string) int {
	n, err := vocabulary().Count(text)
	if err != nil {
		n = len(text) // the expression that cuts the text gave up: at most one for each byte
	}
	return int(float64(n)*c.scale + 0.999)
}
