package main

import (
	"fmt"
	"strings"
	"sync"

	"github.com/designls/designls/server/llm"
	persona "github.com/designls/designls/server/reviewer"
)

// tally adds up what a model has found in several documents.
type tally struct {
	mu        sync.Mutex
	model     string
	documents int // that the model has reviewed
	known     int // of them, those whose replies were known
	findings  int
	dropped   persona.Dropped
	usage     llm.Usage
}

func (t *tally) add(model string, f persona.Findings) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.model = model
	t.documents++
	t.findings += len(f.Open)
	t.dropped = t.dropped.Add(f.Dropped)
	t.usage = t.usage.Add(f.Usage)
	if f.Known {
		t.known++
	}
}

// spend counts what was paid for a review that came to nothing.
func (t *tally) spend(model string, usage llm.Usage) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.model = model
	t.usage = t.usage.Add(usage)
}

// String is one line for the user, or "" when the model has done nothing.
func (t *tally) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.documents == 0 && t.usage.Total() == 0 {
		return ""
	}
	said := []string{fmt.Sprintf("%s: %s", t.model, countOf(t.findings, "finding"))}
	if left := t.dropped.String(); left != "" {
		said = append(said, left)
	}
	if t.usage.Total() > 0 {
		about := ""
		if t.usage.Estimated { // of a request that was cut short, the server says nothing
			about = "about "
		}
		said = append(said, fmt.Sprintf("%s%d tokens read, %d written", about, t.usage.Prompt, t.usage.Completion))
	}
	switch {
	case t.documents > 0 && t.known == t.documents:
		said = append(said, "answered from the cache, so nothing was sent")
	case t.known > 0:
		said = append(said, fmt.Sprintf("%d of %d documents answered from the cache", t.known, t.documents))
	}
	return strings.Join(said, "; ")
}

func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
