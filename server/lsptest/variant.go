package lsptest

import (
	"regexp"
	"strings"

	"go.lsp.dev/protocol"
)

// variant is a way in which every scenario is run: the same documents with other
// line endings, with characters of all widths before the markers, and with other
// ways of counting positions. What comes out must be the same.
type variant struct {
	name     string
	crlf     bool
	wide     bool
	encoding protocol.PositionEncodingKind
}

var variants = []variant{
	{name: "plain", encoding: protocol.PositionEncodingKindUTF16},
	{name: "crlf", crlf: true, encoding: protocol.PositionEncodingKindUTF16},
	{name: "wide", wide: true, encoding: protocol.PositionEncodingKindUTF16},
	{name: "wide-crlf-utf-8", crlf: true, wide: true, encoding: protocol.PositionEncodingKindUTF8},
	{name: "wide-utf-32", wide: true, encoding: protocol.PositionEncodingKindUTF32},
}

// wide has characters of one to four bytes, one and two UTF-16 units, and one
// that combines. wideLine is what stands at the top of a document.
const (
	wideWord = "漢é😀e\u0301x "
	wideLine = "<!-- 漢字 😀 é -->\n"
)

var (
	frontMatter = regexp.MustCompile(`(?s)\A(?:---\n.*?\n---\n|\+\+\+\n.*?\n\+\+\+\n)`)
	// blockStart is what must stay first on a line for it to mean the same.
	blockStart = regexp.MustCompile(`^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?(?:\|[ \t]*)?(?:\*\*Q\d+\.\*\* )?`)
)

// document rewrites a document and moves its markers along.
func (v variant) document(text string, markers []*marker) string {
	if v.wide {
		for at := len(text); at >= 0; at-- {
			if new := v.insertion(text, at, markers); new != "" {
				text = insert(text, at, new, markers)
			}
		}
		text = insert(text, len(frontMatter.FindString(text)), wideLine, markers)
	}
	if v.crlf {
		for at := len(text) - 1; at >= 0; at-- {
			if text[at] == '\n' {
				text = insert(text, at, "\r", markers)
			}
		}
	}
	return text
}

// insertion returns the word that goes before a marker on its line, if this is
// the place. Headings keep their words, which mean something, and so does front
// matter.
func (v variant) insertion(text string, at int, markers []*marker) string {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	if start+len(blockStart.FindString(line)) != at || strings.HasPrefix(line, "#") || at < len(frontMatter.FindString(text)) {
		return ""
	}
	word := ""
	for _, m := range markers {
		switch {
		case m.at == at:
			return "" // what begins here would begin before the word
		case at < m.at && m.at <= start+len(line):
			word = wideWord
		}
	}
	return word
}

// insert puts a text at a place. Markers at the place stay before what follows.
func insert(text string, at int, new string, markers []*marker) string {
	for _, m := range markers {
		if m.at >= at && !(new == "\r" && m.at == at) {
			m.at += len(new)
		}
	}
	return text[:at] + new + text[at:]
}

// argument rewrites what a step puts into a document or looks for in it.
func (v variant) argument(s string) string {
	if v.crlf {
		return strings.ReplaceAll(s, "\n", "\r\n")
	}
	return s
}

// plain takes back from a result what document has put in, so that all variants
// have the same golden files.
func (v variant) plain(s string) string {
	s = strings.NewReplacer(wideWord, "", wideLine, "", strings.TrimSpace(wideWord), "").Replace(strings.ReplaceAll(s, "\r\n", "\n"))
	return hashes.ReplaceAllString(s, "${1}HASH")
}

// hashes differ between the variants, and say nothing that a golden file should.
var hashes = regexp.MustCompile(`(\b[a-z]+=|"finding":")(?:[0-9a-f]{12}|[0-9a-f]{16})\b`)
