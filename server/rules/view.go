package rules

import (
	"hash/maphash"
	"sync"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// view is one version of a document in its surroundings, as far as rules may ask
// about it. What is costly is worked out when it is first asked for.
type view struct {
	doc *document.Document
	env Environment

	items       func() []Item
	outlineHash func() uint64
	index       func() *index
	slugs       func() map[string]bool
	autoNumbers func() map[string]bool
	fileLinks   func() linkCounts
	anchorLinks func() linkCounts
	blocks      func() []block
	words       func() []words       // of each section
	savings     func() [][]savedText // of each section
	promised    func() bool
	todo        func() bool // whether "todo" is a word of its language
}

func newView(doc *document.Document, env Environment, offersOf func(*document.Section) *offers, wordsOf func(*document.Section) words, savingsOf func(*document.Section) []savedText) *view {
	v := &view{doc: doc, env: env}
	v.words = sync.OnceValue(func() []words { return wordsOfAll(doc.Sections, wordsOf) })
	v.savings = sync.OnceValue(func() [][]savedText { return savingsOfAll(doc.Sections, savingsOf) })
	v.todo = sync.OnceValue(v.saysTodo)
	v.promised = sync.OnceValue(v.promisesAvailability)
	v.items = sync.OnceValue(func() []Item { return outline(doc) })
	v.outlineHash = sync.OnceValue(func() uint64 { return hashOutline(doc) })
	v.index = sync.OnceValue(func() *index { return newIndex(doc.Sections, offersOf) })
	v.slugs = sync.OnceValue(func() map[string]bool { return newSlugs(doc.Sections, offersOf) })
	v.autoNumbers = sync.OnceValue(func() map[string]bool { return autoNumbers(doc.Sections) })
	v.fileLinks = sync.OnceValue(func() linkCounts { return countLinks(v.index().files, v.hasFile) })
	v.anchorLinks = sync.OnceValue(func() linkCounts { return countLinks(v.index().anchors, v.hasAnchor) })
	v.blocks = sync.OnceValue(func() []block { return findBlocks(doc) })
	return v
}

// Item is a section in the outline, at the index it has in Document.Sections.
type Item struct {
	Title   string
	Level   int       // 0 for the text before the first heading
	Parent  int       // index in the outline, -1 for none
	Slug    string    // its anchor
	Path    string    // "Design > Storage"
	Heading text.Span // from the start of the section; empty when there is no heading
	Managed bool      // inside generated text
}

func outline(doc *document.Document) []Item {
	items := make([]Item, len(doc.Sections))
	for i, s := range doc.Sections {
		items[i] = Item{
			Title: s.Title(), Level: s.Level(), Parent: s.Parent, Path: s.Path(),
			Heading: headingSpan(s), Managed: s.Managed != nil,
		}
		if s.Heading != nil {
			items[i].Slug = s.Heading.Slug
		}
	}
	return items
}

// hashOutline tells outlines apart by all that an Item says.
func hashOutline(doc *document.Document) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, s := range doc.Sections {
		h.WriteString(s.Title())
		h.WriteByte(byte(s.Level()))
		h.WriteByte(byte(truth(s.Managed != nil)))
		span := headingSpan(s)
		maphash.WriteComparable(&h, span)
	}
	return h.Sum64()
}

func headingSpan(s *document.Section) text.Span {
	if s.Heading == nil {
		return text.Span{}
	}
	return s.Heading.Span.Shift(-s.Span.Start)
}

var seed = maphash.MakeSeed()

func hashOf(s string) uint64 { return maphash.String(seed, s) }

func truth(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
