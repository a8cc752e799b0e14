package gguf_test

import (
	"bytes"
	"testing"

	"github.com/designls/designls/server/llm/internal/gguf"
)

func TestModelsAreWhole(t *testing.T) {
	for name, write := range map[string]func(*bytes.Buffer) error{
		"chain":  func(b *bytes.Buffer) error { return gguf.Chain(b, "one two one", false, 512) },
		"loop":   func(b *bytes.Buffer) error { return gguf.Chain(b, "one two", true, 512) },
		"random": func(b *bytes.Buffer) error { return gguf.Random(b, 512) },
	} {
		var first, second bytes.Buffer
		if err := write(&first); err != nil {
			t.Fatal(err)
		}
		if err := write(&second); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(first.Bytes(), []byte("GGUF\x03\x00\x00\x00")) || first.Len()%32 != 0 || first.Len() > 4<<20 {
			t.Errorf("%s: %d bytes", name, first.Len())
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two models of the same kind differ", name)
		}
	}
}
