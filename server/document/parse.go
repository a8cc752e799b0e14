package document

import (
	"strings"

	"github.com/designls/designls/server/memo"
	"github.com/designls/designls/server/text"
)

// Parse reads a text. The previous version of the same document, which may be
// nil, lends what it has parsed: only chunks that differ are parsed again.
func Parse(m *text.Mapper, prev *Document) *Document {
	d := &Document{Text: m, chunks: &chunkCache{}}
	if prev != nil {
		d.chunks = prev.chunks
	}
	content := m.Content()
	front, problem := parseFrontMatter(content)
	d.FrontMatter = front
	if problem != nil {
		d.Problems = append(d.Problems, *problem)
	}
	start := bomLength(content)
	if front != nil {
		start = front.Span.End
	}
	d.Sections = parseSections(content, start, d.chunks)
	d.chunks.Sweep()
	buildOutline(d.Sections)
	d.Directives = resolveDirectives(d.Sections)
	d.pairBlocks()
	d.named = newAnchorIndex(d)
	return d
}

// ParseStats counts the chunks that were parsed and those that were known, over
// all versions of the document.
func (d *Document) ParseStats() memo.Stats { return d.chunks.Stats() }

func parseSections(content string, start int, cache *chunkCache) []*Section {
	definitions := findDefinitions(content[start:])
	bounds := append(candidates(content, start, cache), len(content))
	var sections []*Section
	for at, i := start, 0; at < len(content) || sections == nil; {
		for i < len(bounds)-1 && bounds[i] <= at {
			i++
		}
		c, end := nextChunk(content, at, bounds[i:], definitions, cache)
		sections = appendParts(sections, c.parts, at)
		at = end
	}
	return withPreamble(sections, start)
}

// nextChunk parses from an offset to the first of the bounds at which nothing is
// left open. It looks twice as far with every failure, so that a code block left
// open over many headings costs no more than a few parses.
func nextChunk(content string, at int, bounds []int, definitions definitions, cache *chunkCache) (*chunk, int) {
	for step := 0; ; step = 2*step + 1 {
		end := bounds[min(step, len(bounds)-1)]
		source := content[at:end]
		key := chunkKey{source: source, definitions: definitions.usedBy(source), last: end == len(content)}
		if c := lookUpChunk(key, cache); c.closed {
			return c, end
		}
	}
}

func appendParts(sections []*Section, parts []part, at int) []*Section {
	for _, p := range parts {
		s := &Section{Span: text.Span{Start: at, End: at + len(p.content.Source)}, Content: p.content}
		if p.heading != nil {
			h := *p.heading
			h.Span = h.Span.Shift(at)
			s.Heading = &h
		}
		sections = append(sections, s)
		at = s.Span.End
	}
	return sections
}

// withPreamble makes sure that a document starts with the section that has no
// heading, even where nothing stands before the first one.
func withPreamble(sections []*Section, start int) []*Section {
	if len(sections) > 0 && sections[0].Heading == nil {
		return sections
	}
	empty := &Section{Span: text.Span{Start: start, End: start}, Content: &Content{}}
	return append([]*Section{empty}, sections...)
}

// lookUpChunk returns the chunk from the cache, or parses it and keeps it there
// under a copy of its text, which must not hold on to the whole document's.
func lookUpChunk(key chunkKey, cache *chunkCache) *chunk {
	c, ok := cache.Lookup(key)
	if !ok {
		key.source, key.definitions = strings.Clone(key.source), strings.Clone(key.definitions)
		c = parseChunk(key)
		cache.Put(key, c)
	}
	return c
}
