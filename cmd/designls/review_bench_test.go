package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkReview reviews published design documents, cold, as CI does. It needs
// the documents that lie beside the repository.
func BenchmarkReview(b *testing.B) {
	corpus := filepath.Join("..", "..", "..", "shared", "corpus")
	if _, err := os.Stat(corpus); err != nil {
		b.Skip("there are no published documents beside the repository")
	}
	files, err := filepath.Glob(filepath.Join(corpus, "*", "*.md"))
	if err != nil {
		b.Fatal(err)
	}
	var size int64
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			b.Fatal(err)
		}
		size += info.Size()
	}
	b.SetBytes(size)
	for b.Loop() {
		s := streams{out: io.Discard, err: io.Discard}
		if code := execute(b.Context(), s, []string{"review", "--format", "json", "--fail-on", "never", corpus}); code != exitClean {
			b.Fatalf("exit %d", code)
		}
	}
}
