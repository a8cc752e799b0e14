package reviewer

import (
	"testing"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

const quoted = `---
title: a feed of posts
---
# Feed

The **feed** is read from a [cache](https://example.com/cache_notes) first,
then from Postgres.

- Writes go to ` + "`posts_table`" + ` – synchronously.
- Latency must be low.

## Storage

Latency must be low. We don’t
replicate across regions.

## Reads

> Latency must be low.

<!-- designls:begin recap kind=recap source=1 body=2 -->

Everything is fine and dandy.

<!-- designls:end recap -->
`

func parse(s string) *document.Document { return document.Parse(text.NewMapper(s), nil) }

func TestQuotationsAreFound(t *testing.T) {
	tests := []struct{ name, quote, section, want string }{
		{"as written", "then from Postgres", "", "then from Postgres"},
		{"over a line end and through markup", "The feed is read from a cache first, then from Postgres.", "", "feed** is read from a [cache](https://example.com/cache_notes) first,\nthen from Postgres."},
		{"in quotation marks", `"then from Postgres."`, "", "then from Postgres."},
		{"with plain dashes and code", "Writes go to posts_table - synchronously", "Feed", "Writes go to `posts_table` – synchronously"},
		{"with a plain apostrophe", "We don't replicate across regions", "", "We don’t\nreplicate across regions"},
		{"in another case", "then FROM postgres", "", "then from Postgres"},
		{"with something left out", "The feed is read … then from Postgres", "", "then from Postgres"},
		{"in the section that is named", "Latency must be low.", "Storage", "Latency must be low."},
		{"in the section named by its path", "Latency must be low.", "Feed > Storage", "Latency must be low."},
	}
	doc := parse(quoted)
	for _, test := range tests {
		span, ok := newLocator(doc).find(test.quote, test.section, text.Span{})
		got := span.Of(quoted)
		if test.name == "over a line end and through markup" {
			test.want = "The **" + test.want
		}
		if !ok || got != test.want {
			t.Errorf("%s: got %q, %v; want %q", test.name, got, ok, test.want)
		}
	}
	span, _ := newLocator(doc).find("Latency must be low.", "Storage", text.Span{})
	if s := doc.SectionAt(span.Start); s.Title() != "Storage" {
		t.Errorf("found in %q", s.Title())
	}
}

func TestWhatDoesNotStandThereIsNotFound(t *testing.T) {
	tests := map[string][2]string{
		"other words":          {"The feed is read from disk", ""},
		"part of a word":       {"ostgre", ""},
		"in several sections":  {"Latency must be low.", ""},
		"generated text":       {"Everything is fine and dandy.", ""},
		"front matter":         {"a feed of posts", ""},
		"nothing":              {"", ""},
		"only marks":           {"**", "Feed"},
		"outside of the named": {"Latency must be low.", "Nowhere"},
	}
	for name, test := range tests {
		if span, ok := newLocator(parse(quoted)).find(test[0], test[1], text.Span{}); ok {
			t.Errorf("%s: found %q", name, span.Of(quoted))
		}
	}
}

func TestFoldLeadsBackToTheOriginal(t *testing.T) {
	for _, s := range []string{"", "a", "**ä** [b](c) – d\n\n1. e\n> f", "日本 *x*\r\n", "a\\_b ![i](u)"} {
		f := fold(s)
		if len(f.at) != len(f.text)+1 {
			t.Fatalf("%q: %d offsets for %d bytes", s, len(f.at), len(f.text))
		}
		for i := 1; i < len(f.at); i++ {
			if f.at[i] < f.at[i-1] || f.at[i] > len(s) {
				t.Errorf("%q: offsets %v", s, f.at)
			}
		}
	}
}
