package lsptest

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"
	"go.lsp.dev/protocol"
)

func (s *scenario) stepWrite(a []argument) {
	s.WriteFile(a[0].text, s.variant.argument(a[1].text))
	s.Touch(a[0].text, protocol.FileChangeTypeChanged)
}

func (s *scenario) stepActions(a []argument) {
	var titles []string
	for _, action := range s.actionsAt(a[0].text, a[1].text) {
		titles = append(titles, Title(action))
	}
	s.golden(a[2].text, listing(titles))
}

func (s *scenario) stepAction(a []argument) {
	actions := s.actionsAt(a[0].text, a[1].text)
	i := slices.IndexFunc(actions, func(action protocol.CommandOrCodeAction) bool { return a[2].matches(Title(action)) })
	if i < 0 {
		var titles []string
		for _, action := range actions {
			titles = append(titles, Title(action))
		}
		s.t.Fatalf("no code action %v at %s, but %q", a[2], a[1], titles)
	}
	s.Take(actions[i])
}

func (s *scenario) actionsAt(path, name string) []protocol.CommandOrCodeAction {
	at := position(s.Text(path), s.place(path, name).at, s.Encoding)
	return s.CodeActions(path, protocol.Range{Start: at, End: at})
}

func (s *scenario) stepRun(a []argument) {
	section := ""
	if len(a) > 2 {
		section = a[2].text
	}
	s.Editor.Run(a[0].text, a[1].text, section)
}

func (s *scenario) stepRequest(a []argument) {
	answer, err := s.Call(context.Background(), a[0].text, s.paths(a[1].text))
	if err != nil {
		answer = err.Error()
	}
	if !a[2].matches(answer) {
		s.t.Errorf("%s answers %s, want %v", a[0], answer, a[2])
	}
}

func (s *scenario) stepOutline(a []argument) {
	result, err := s.Server.DocumentSymbol(context.Background(), &protocol.DocumentSymbolParams{TextDocument: s.id(a[0].text)})
	if err != nil {
		s.t.Fatal(err)
	}
	var lines []string
	switch symbols := result.(type) {
	case protocol.DocumentSymbolSlice:
		lines = s.tree(a[0].text, symbols, "")
	case protocol.SymbolInformationSlice:
		for _, symbol := range symbols {
			lines = append(lines, fmt.Sprintf("%s in %q", symbol.Name, *symbol.ContainerName))
		}
	}
	s.golden(a[1].text, listing(lines))
}

// stepBlocks lists the managed blocks with their states, without what is in them.
func (s *scenario) stepBlocks(a []argument) {
	result, err := s.Server.DocumentSymbol(context.Background(), &protocol.DocumentSymbolParams{TextDocument: s.id(a[0].text)})
	if err != nil {
		s.t.Fatal(err)
	}
	symbols, _ := result.(protocol.DocumentSymbolSlice)
	s.golden(a[1].text, listing(blocks(symbols)))
}

func blocks(symbols []protocol.DocumentSymbol) []string {
	var lines []string
	for _, symbol := range symbols {
		if symbol.Detail != nil {
			lines = append(lines, symbol.Name+" ("+*symbol.Detail+")")
		}
		lines = append(lines, blocks(symbol.Children)...)
	}
	return lines
}

func (s *scenario) tree(path string, symbols []protocol.DocumentSymbol, indent string) []string {
	var lines []string
	for _, symbol := range symbols {
		line := indent + symbol.Name
		if symbol.Detail != nil {
			line += " (" + *symbol.Detail + ")"
		}
		first, _, _ := strings.Cut(s.Quote(path, symbol.SelectionRange), "\n")
		lines = append(lines, line+" <- "+strings.TrimSpace(first))
		lines = append(lines, s.tree(path, symbol.Children, indent+"  ")...)
	}
	return lines
}

func (s *scenario) stepFolds(a []argument) {
	ranges, err := s.Server.FoldingRanges(context.Background(), &protocol.FoldingRangeParams{TextDocument: s.id(a[0].text)})
	if err != nil {
		s.t.Fatal(err)
	}
	text := strings.Split(strings.ReplaceAll(s.Text(a[0].text), "\r\n", "\n"), "\n")
	var lines []string
	for _, r := range ranges {
		line := fmt.Sprintf("%s %q to %q", r.Kind, text[r.StartLine], text[r.EndLine])
		if r.CollapsedText != nil {
			line += " as " + *r.CollapsedText
		}
		lines = append(lines, line)
	}
	s.golden(a[1].text, listing(lines))
}

func (s *scenario) stepLenses(a []argument) {
	lenses, err := s.Server.CodeLens(context.Background(), &protocol.CodeLensParams{TextDocument: s.id(a[0].text)})
	if err != nil {
		s.t.Fatal(err)
	}
	var lines []string
	for _, lens := range lenses {
		lines = append(lines, fmt.Sprintf("%s: %s", strings.TrimSpace(s.Quote(a[0].text, lens.Range)), lens.Command.Title))
	}
	s.golden(a[1].text, listing(lines))
}

// stepHints lists the inlay hints, each after the words that it stands behind.
func (s *scenario) stepHints(a []argument) {
	path, text := a[0].text, s.Text(a[0].text)
	all := protocol.Range{End: position(text, len(text), s.Encoding)}
	found, err := s.Server.InlayHint(context.Background(), &protocol.InlayHintParams{TextDocument: s.id(path), Range: all})
	if err != nil {
		s.t.Fatal(err)
	}
	var lines []string
	for _, hint := range found {
		before := s.Quote(path, protocol.Range{Start: protocol.Position{Line: hint.Position.Line}, End: hint.Position})
		lines = append(lines, fmt.Sprintf("%s [%s] %s", strings.TrimSpace(before), hint.Label, hint.Tooltip))
	}
	s.golden(a[1].text, listing(lines))
}

func lineDiff(want, got string) string {
	return cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n"))
}
