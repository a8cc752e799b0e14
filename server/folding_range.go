package server

import (
	"context"
	"strings"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/text"
)

// foldingRange answers "textDocument/foldingRange" with the front matter, the
// sections and the managed blocks.
func (s *session) foldingRange(_ context.Context, r *review, _ *protocol.FoldingRangeParams) ([]protocol.FoldingRange, error) {
	if !r.design {
		return nil, nil
	}
	f := folder{review: r, features: &s.features}
	if front := r.doc.FrontMatter; front != nil {
		f.fold(front.Span, protocol.FoldingRangeKindComment, "front matter")
	}
	for _, section := range r.doc.Sections {
		if section.Heading != nil {
			f.fold(section.Deep, protocol.FoldingRangeKindRegion, "")
		}
	}
	for _, b := range r.doc.Blocks {
		f.fold(b.Span, protocol.FoldingRangeKindRegion, b.ID+" ("+r.blockState(b)+")")
	}
	return f.ranges, nil
}

// folder collects folding ranges of a document.
type folder struct {
	*review
	features *features
	ranges   []protocol.FoldingRange
}

// fold adds a range that begins on the span's first line and ends on the last one
// that is not blank. One line cannot be folded.
func (f *folder) fold(s text.Span, kind protocol.FoldingRangeKind, collapsed string) {
	s.End = s.Start + len(strings.TrimRight(s.Of(f.doc.Text.Content()), " \t\r\n"))
	where := f.rangeOf(s)
	if where.Start.Line == where.End.Line {
		return
	}
	r := protocol.FoldingRange{StartLine: where.Start.Line, EndLine: where.End.Line, Kind: kind}
	if !f.features.lineFoldingOnly {
		first := f.doc.Text.LineSpan(int(where.Start.Line))
		r.StartCharacter = ref(f.rangeOf(first).End.Character)
		r.EndCharacter = ref(where.End.Character)
	}
	if f.features.foldingText && collapsed != "" {
		r.CollapsedText = &collapsed
	}
	f.ranges = append(f.ranges, r)
}
