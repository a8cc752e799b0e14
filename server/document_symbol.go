package server

import (
	"cmp"
	"context"
	"slices"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// documentSymbol answers "textDocument/documentSymbol" with the sections and the
// managed blocks in them.
func (s *session) documentSymbol(_ context.Context, r *review, _ *protocol.DocumentSymbolParams) (protocol.DocumentSymbolResult, error) {
	if !r.design {
		return nil, nil
	}
	tree := outline{r}.sections(-1, nil)
	if s.features.hierarchicalSymbols {
		return protocol.DocumentSymbolSlice(tree), nil
	}
	return protocol.SymbolInformationSlice(flatten(r, tree, "")), nil
}

// outline makes symbols of a document.
type outline struct{ *review }

// sections are the symbols of the sections that are directly under a parent and
// stand in the same managed block.
func (o outline) sections(parent int, managed *document.Block) []protocol.DocumentSymbol {
	var symbols []protocol.DocumentSymbol
	for _, s := range o.doc.Sections {
		if s.Heading != nil && s.Managed == managed && o.parent(s) == parent {
			symbols = append(symbols, o.section(s))
		}
	}
	if parent == -1 && managed == nil {
		return ordered(o.blocks(o.doc.Sections[0]), symbols)
	}
	return symbols
}

// parent is the section that a section is shown under. In a managed block the
// headings start anew.
func (o outline) parent(s *document.Section) int {
	if s.Parent >= 0 && o.doc.Sections[s.Parent].Managed != s.Managed {
		return -1
	}
	return s.Parent
}

func (o outline) section(s *document.Section) protocol.DocumentSymbol {
	return protocol.DocumentSymbol{
		Name:           cmp.Or(s.Heading.Text, "(empty heading)"),
		Kind:           protocol.SymbolKindString,
		Range:          o.rangeOf(s.Deep),
		SelectionRange: o.rangeOf(s.Heading.Span),
		Children:       ordered(o.blocks(s), o.sections(s.Index, s.Managed)),
	}
}

// blocks are the symbols of the managed blocks that belong to a section.
func (o outline) blocks(s *document.Section) []protocol.DocumentSymbol {
	var symbols []protocol.DocumentSymbol
	for _, b := range o.doc.Blocks {
		if o.holder(b) != s {
			continue
		}
		symbols = append(symbols, protocol.DocumentSymbol{
			Name:           b.ID,
			Detail:         ref(o.blockState(b)),
			Kind:           protocol.SymbolKindObject,
			Range:          o.rangeOf(b.Span),
			SelectionRange: o.rangeOf(b.Begin),
			Children:       o.sections(-1, b),
		})
	}
	return symbols
}

// holder is the section that a block belongs to: the author's own, even where the
// block stands under the headings of another block.
func (o outline) holder(b *document.Block) *document.Section {
	s := o.doc.SectionAt(b.Begin.Start)
	for s.Managed != nil {
		s = o.doc.SectionAt(s.Managed.Begin.Start)
	}
	return s
}

// ordered joins symbols in the order of the text.
func ordered(a, b []protocol.DocumentSymbol) []protocol.DocumentSymbol {
	all := append(a, b...)
	slices.SortStableFunc(all, func(x, y protocol.DocumentSymbol) int {
		return cmp.Or(cmp.Compare(x.Range.Start.Line, y.Range.Start.Line), cmp.Compare(x.Range.Start.Character, y.Range.Start.Character))
	})
	return all
}

// blockState says in a few words whether a managed block is as it was written.
func (r *review) blockState(b *document.Block) string {
	switch {
	case r.edited(b):
		return "generated, edited since"
	case r.stale(b.Span):
		return "generated, stale"
	}
	return "generated"
}

// edited reports whether the author has changed a block since it was written.
// Questions are there to be written into: running their action again keeps that.
func (r *review) edited(b *document.Block) bool {
	return b.Kind != questions.Kind && b.Edited(r.doc.Text.Content())
}

// stale reports whether the text that a block was made from has changed, as the
// rule which watches that has found.
func (r *review) stale(block text.Span) bool {
	for _, f := range r.findings {
		if f.Rule == "stale-block" && block.ContainsSpan(f.Span) {
			return true
		}
	}
	return false
}

// flatten lists a tree of symbols for clients that know none.
func flatten(r *review, tree []protocol.DocumentSymbol, container string) []protocol.SymbolInformation {
	var list []protocol.SymbolInformation
	for _, symbol := range tree {
		list = append(list, protocol.SymbolInformation{
			BaseSymbolInformation: protocol.BaseSymbolInformation{Name: symbol.Name, Kind: symbol.Kind, ContainerName: &container},
			Location:              protocol.Location{URI: r.uri, Range: symbol.Range},
		})
		list = append(list, flatten(r, symbol.Children, symbol.Name)...)
	}
	return list
}
