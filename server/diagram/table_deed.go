package diagram

import (
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// cellDeeds is a cell of a table that tells what the components of its row do.
type cellDeeds struct {
	of   []int // mentions
	span text.Span
}

// readDeeds reads what tables of components tell of them: "Consumes events from
// Kafka" in the row of the mail worker.
func (r *sectionReader) readDeeds() {
	if len(r.out.deeds) == 0 {
		return
	}
	r.cutter = newTokenizer(r.content, r.cutter.coined, r.scratch)
	r.heading, r.lead = nil, nil
	next := 0
	for _, s := range r.content.Sentences {
		if r.content.Nodes[s.Block].Kind != document.KindCell {
			continue
		}
		for next < len(r.out.deeds) && r.out.deeds[next].span.End <= s.Span.Start {
			next++
		}
		if next == len(r.out.deeds) {
			return
		}
		if d := r.out.deeds[next]; d.span.ContainsSpan(s.Span) {
			r.item = &itemContext{list: -1, parent: &itemContext{about: d.of}}
			r.block, r.first, r.lastSubject, r.lastTarget = s.Block, false, d.of, nil
			names, relations := len(r.out.mentions), len(r.out.relations)
			r.readWords(s)
			r.nameInPassing(names, relations)
		}
	}
}

// nameInPassing takes no common noun of a cell for a component by itself: "tells the
// sending service" states a flow where the document has such a service.
func (r *sectionReader) nameInPassing(names, relations int) {
	for i := names; i < len(r.out.mentions); i++ {
		if m := &r.out.mentions[i]; m.marks&(markProper|markTech|markBold|markCoined) == 0 {
			m.passing = true
		}
	}
	for i := relations; i < len(r.out.relations); i++ {
		r.out.relations[i].cell = true
	}
}
