package tokens

import (
	"strings"
	"sync"
	"testing"
	"time"
)

func TestCountIsThatOfTheVocabulary(t *testing.T) {
	for text, want := range map[string]int{
		"":                             0,
		"hello world":                  2,
		"tiktoken is great!":           6,
		"お誕生日おめでとう":                    9,
		"antidisestablishmentarianism": 6,
	} {
		if got := For("gpt-4.1").Count(text); got != want {
			t.Errorf("%q has %d tokens, want %d", text, got, want)
		}
	}
}

func TestMarksOfAModelAreText(t *testing.T) {
	if n := For("gpt-4o").Count("<|endoftext|>"); n < 3 {
		t.Errorf("counted as %d tokens, so as a mark", n)
	}
}

func TestUnknownModelsAreCountedGenerously(t *testing.T) {
	text := strings.Repeat("The write path appends to a log before it answers. ", 40)
	base := For("gpt-4.1").Count(text)
	for model, least := range map[string]int{
		"openai/gpt-4o": base, "my-own-model": base * 105 / 100, "mistral-7b-instruct": base * 120 / 100, "meta/llama-2-13b": base * 120 / 100,
	} {
		if n := For(model).Count(text); n < least || n > base*130/100 {
			t.Errorf("%s: %d tokens where the vocabulary makes %d", model, n, base)
		}
	}
}

// A run of letters without end is one word to the tokenizer.
// longest is for a busy machine with the race detector: what is not linear takes hours.
const longest = 30 * time.Second

func TestLongRunsTakeNoTime(t *testing.T) {
	for name, text := range map[string]string{
		"letters": strings.Repeat("a", 200_000), "spaces": strings.Repeat(" ", 200_000), "dots": strings.Repeat(".", 200_000),
		"base64": strings.Repeat("QmFzZTY0", 25_000), "not UTF-8": strings.Repeat("\xff", 200_000), "lines": strings.Repeat("\n", 200_000),
	} {
		started := time.Now()
		n := For("gpt-4.1").Count(text)
		if took := time.Since(started); took > longest || n == 0 {
			t.Errorf("%s: %d tokens in %s", name, n, took)
		}
	}
}

func TestCountingIsSafeForConcurrentUse(t *testing.T) {
	c := For("gpt-4.1")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 100 {
				c.Count(strings.Repeat("word ", i))
			}
		})
	}
	all.Wait()
	if got, want := c.Count(strings.Repeat("word ", 50)), 51; got != want {
		t.Errorf("%d tokens, want %d", got, want)
	}
}

func BenchmarkCount(b *testing.B) {
	text := strings.Repeat("The ledger takes 1,200 writes a second at peak; each is 4 KB. ", 2700) // 170 KB
	For("gpt-4.1").Count("load")
	b.Run("first", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			For("gpt-4.1").Count(text)
		}
	})
	b.Run("again", func(b *testing.B) {
		c := For("gpt-4.1")
		for b.Loop() {
			c.Count(text)
		}
	})
}
