package document

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"

	"github.com/designls/designls/server/memo"
	"github.com/designls/designls/server/text"
)

// A chunk is what is parsed at a time: the text from one heading to the next
// that begins a line at the margin. Whether such a line really is a heading,
// and not part of a code block or comment that is still open, goldmark itself
// decides: a chunk is parsed with a heading behind it, and where that heading
// is not one, the chunk is extended to the next candidate.
type chunk struct {
	parts  []part
	closed bool // a heading after it starts a section of its own
}

// part is the text of one section within a chunk.
type part struct {
	heading *Heading // its span counts from the start of the part; nil before the first heading
	content *Content
}

// chunkKey identifies a chunk by all that its parse depends on.
type chunkKey struct {
	source      string
	definitions string // the link references that it uses and others define
	last        bool   // nothing follows, so nothing needs to be closed
}

type chunkCache = memo.Table[chunkKey, *chunk]

var seed = maphash.MakeSeed()

// scratchNodes lends room to gather nodes in, whose number is not known before.
var scratchNodes = sync.Pool{New: func() any { return new([]Node) }}

// sentinel is the heading that shows whether a chunk leaves something open.
const sentinel = "# x\n"

// parseChunk parses a chunk. What it returns refers to the key's strings.
func parseChunk(key chunkKey) *chunk {
	source := withoutLongLines(key.source)
	buffer := []byte(source)
	if !key.last {
		buffer = append(buffer, sentinel...)
	}
	var references []parser.Reference
	if key.definitions != "" {
		references = parseReferences([]byte(key.definitions))
	}
	root := parseMarkdown(buffer, references)
	blocks := topBlocks(root, strings.Contains(source, "[^"))
	result := &chunk{closed: key.last}
	if n := len(blocks); !key.last && n > 0 && blocks[n-1].Kind() == ast.KindHeading && blocks[n-1].Pos() == len(source) {
		result.closed, blocks = true, blocks[:n-1]
	}
	if result.closed {
		result.parts = splitParts(key, converter{source: source, bytes: buffer[:len(source)]}, blocks)
	}
	return result
}

// topBlocks lists the blocks of a document in the order of their text, with all
// footnotes, if there are any: goldmark gathers those in a list at the place of
// the first one.
func topBlocks(root ast.Node, footnotes bool) []ast.Node {
	var blocks []ast.Node
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != extast.KindFootnoteList {
			blocks = append(blocks, n)
		}
	}
	if !footnotes {
		return blocks
	}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == extast.KindFootnote {
			blocks = append(blocks, n)
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	slices.SortStableFunc(blocks, func(a, b ast.Node) int { return a.Pos() - b.Pos() })
	return blocks
}

// splitParts cuts a chunk at its headings. The first part is what stands before
// the first heading, and is left out where nothing does.
func splitParts(key chunkKey, c converter, blocks []ast.Node) []part {
	starts := []int{0}
	first := []int{0}
	for i, b := range blocks {
		if b.Kind() != ast.KindHeading {
			continue
		}
		at := lineStart(key.source, b.Pos())
		if at == 0 {
			continue
		}
		starts, first = append(starts, at), append(first, i)
	}
	starts, first = append(starts, len(key.source)), append(first, len(blocks))
	var parts []part
	for i := range len(starts) - 1 {
		parts = append(parts, newPart(key, c, text.Span{Start: starts[i], End: starts[i+1]}, blocks[first[i]:first[i+1]]))
	}
	return parts
}

func lineStart(source string, at int) int { return strings.LastIndexByte(source[:at], '\n') + 1 }

func newPart(key chunkKey, c converter, span text.Span, blocks []ast.Node) part {
	scratch := scratchNodes.Get().(*[]Node)
	defer scratchNodes.Put(scratch)
	c.nodes = (*scratch)[:0]
	for _, b := range blocks {
		c.add(b, -1, span.Start)
	}
	*scratch = c.nodes
	content := &Content{Source: key.source[span.Start:span.End], Nodes: append([]Node(nil), c.nodes...)}
	placeNodes(content.Nodes, span)
	for _, n := range content.Nodes {
		if n.Kind == KindHTML {
			content.markers = append(content.markers, parseMarkers(content.Text(n), n.Span.Start)...)
		}
	}
	content.Hash = Hash(maphash.String(seed, content.Source+"\x00"+key.definitions))
	content.Prose = buildProse(content)
	content.Sentences = splitSentences(content)
	content.Directives = findDirectives(content)
	content.anchors = findAnchors(content)
	return part{heading: newHeading(content), content: content}
}

// placeNodes makes spans count from the start of the part, and keeps each within
// the part and within its parent: in odd corners, such as a table in a paragraph
// that becomes a heading, goldmark gives lines to one node and places to another.
func placeNodes(nodes []Node, part text.Span) {
	for i := range nodes {
		n := &nodes[i]
		outer := text.Span{End: part.Len()}
		if n.Parent >= 0 {
			outer = nodes[n.Parent].Span
		}
		n.Span = clamp(n.Span.Shift(-part.Start), outer)
		n.Inner = clamp(n.Inner.Shift(-part.Start), n.Span)
	}
}

func clamp(s, outer text.Span) text.Span {
	s.Start = min(max(s.Start, outer.Start), outer.End)
	s.End = min(max(s.End, s.Start), outer.End)
	return s
}

// newHeading returns the heading that the content starts with, if it does.
func newHeading(c *Content) *Heading {
	if len(c.Nodes) == 0 || c.Nodes[0].Kind != KindHeading {
		return nil
	}
	title := plainText(c, 0)
	return &Heading{Text: title, Level: c.Nodes[0].Level, Span: c.Nodes[0].Span, Slug: slug(title)}
}
