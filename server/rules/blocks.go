package rules

import (
	"fmt"
	"hash/maphash"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// block is what rules know about a managed block. Its spans count from the start
// of the section in which it begins, so that nothing in it changes while text
// above it does.
type block struct {
	id, kind string
	section  int
	begin    text.Span // the marker
	end      text.Span // the marker, empty when it is in another section
	source   string    // hash of what the block was made from, when it was made
	current  string    // and now
	from     string    // what that is, as the start of a sentence
	edited   bool
}

// blocks returns the managed blocks.
func (s *Scope) blocks() []block {
	s.ask(askBlocks, "")
	return s.view.blocks()
}

// findBlocks compares the blocks with what they were made from.
func findBlocks(doc *document.Document) []block {
	hashes := map[*document.Section]string{}
	var all []block
	for _, b := range doc.Blocks {
		at := doc.SectionAt(b.Begin.Start)
		k := block{
			id: b.ID, kind: b.Kind, section: at.Index, begin: b.Begin.Shift(-at.Span.Start),
			source: b.Source, from: "The document", edited: b.Edited(doc.Text.Content()),
		}
		for _, origin := range origins(doc, b, at) {
			if hashes[origin] == "" {
				hashes[origin] = doc.SourceHash(origin)
			}
			if k.current = hashes[origin]; k.current == k.source {
				break
			}
		}
		if answers, reads := b.Attrs["answers"]; reads { // the block was made from the answers to questions, too
			k.source, k.current = k.source+"/"+answers, k.current+"/"+questions.AnswersHash(doc)
		}
		if named := namedOrigin(doc, b); named != nil {
			k.from = fmt.Sprintf("The section %q", named.Title())
		}
		if at.Span.ContainsSpan(b.End) {
			k.end = b.End.Shift(-at.Span.Start)
		}
		all = append(all, k)
	}
	return all
}

// origins lists what a block can have been made from: the section that its
// marker names, or else the document or a section that holds the block. Nil
// stands for the document.
func origins(doc *document.Document, b *document.Block, at *document.Section) []*document.Section {
	if named := namedOrigin(doc, b); named != nil {
		return []*document.Section{named}
	}
	all := []*document.Section{nil}
	for i := at.Index; i >= 0; i = doc.Sections[i].Parent {
		all = append(all, doc.Sections[i])
	}
	return all
}

func namedOrigin(doc *document.Document, b *document.Block) *document.Section {
	if b.Attrs["section"] == "" {
		return nil
	}
	return doc.Anchor(b.Attrs["section"])
}

func hashBlocks(blocks []block) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, b := range blocks {
		maphash.WriteComparable(&h, b)
	}
	return h.Sum64()
}

// placedQuestion is a question with the section that its spans count from.
type placedQuestion struct {
	questions.Question
	section int
}

// questions returns the questions of the document's question blocks.
func (s *Scope) questions() []placedQuestion {
	s.ask(askQuestions, "")
	doc := s.view.doc
	var all []placedQuestion
	for _, q := range questions.Parse(doc) {
		at := doc.SectionAt(q.AskSpan.Start)
		by := -at.Span.Start
		q.Span, q.AskSpan, q.AnswerSpan = q.Span.Shift(by), q.AskSpan.Shift(by), q.AnswerSpan.Shift(by)
		all = append(all, placedQuestion{q, at.Index})
	}
	return all
}

// hashQuestions covers the text of the question blocks, and where it stands in
// which sections.
func hashQuestions(doc *document.Document) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	content := doc.Text.Content()
	for _, b := range doc.Blocks {
		if b.Kind != questions.Kind {
			continue
		}
		at := doc.SectionAt(b.Begin.Start)
		maphash.WriteComparable(&h, [2]int{at.Index, b.Begin.Start - at.Span.Start})
		h.WriteString(b.Span.Of(content))
	}
	return h.Sum64()
}
