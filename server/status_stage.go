package server

import (
	"hash/fnv"
	"io"
	"slices"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
)

// The stages in which a design grows, as its document shows them.
const (
	stageClarify   = "clarify"   // it is not known what to build
	stageSummarize = "summarize" // what is known is being gathered
	stageDesign    = "design"    // it is being designed, or was
)

// stageOf reads the stage from the document.
func (s *session) stageOf(r *review) string {
	for _, q := range questions.Parse(r.doc) {
		if q.Critical && !q.Answered() {
			return stageClarify
		}
	}
	if s.statuses.hasDesign(r) {
		return stageDesign
	}
	for _, b := range r.doc.Blocks {
		switch b.Kind {
		case "design":
			return stageDesign
		case "summary":
			return stageSummarize
		}
	}
	return stageClarify
}

// stepOf names the phase that a document is in: P1 asks, in P2 the author answers,
// P3 summarizes, P4 designs.
func stepOf(r *review, stage string) string {
	switch {
	case stage == stageDesign:
		return "P4"
	case stage == stageSummarize:
		return "P3"
	case len(questions.Parse(r.doc)) > 0:
		return "P2"
	}
	return "P1"
}

// hasDesign reports whether a heading of the document stands for its design. The
// headings are looked at again only when they have changed.
func (t *statuses) hasDesign(r *review) bool {
	hash := hashHeadings(r.doc)
	k := key(string(r.uri))
	t.mu.Lock()
	defer t.mu.Unlock()
	if known, ok := t.outlines[k]; ok && known.headings == hash {
		return known.has
	}
	if t.outlines == nil {
		t.outlines = map[string]designed{}
	}
	t.outlines[k] = designed{hash, namesDesign(r.doc)}
	return t.outlines[k].has
}

func hashHeadings(doc *document.Document) uint64 {
	h := fnv.New64a()
	for _, s := range doc.Sections {
		// Writing to a hash never fails.
		_, _ = io.WriteString(h, s.Title()+"\n")
	}
	return h.Sum64()
}

func namesDesign(doc *document.Document) bool {
	style, _ := knowledge.StyleByID("design-doc")
	for _, spec := range style.Sections {
		if spec.ID != "design" {
			continue
		}
		title := doc.TitleSection() // "Design Spotify" is what there is to do
		return slices.ContainsFunc(doc.Sections, func(s *document.Section) bool {
			return s.Heading != nil && s != title && spec.Names(s.Heading.Text)
		})
	}
	return false
}
