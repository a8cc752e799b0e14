package server

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// rebase moves edits that were made for a text to the text that came of it by
// the changes, which were made one after another. It answers false when the
// author has changed a place that one of them is about: then none may be made.
func rebase(edits []text.Edit, changes []text.Edit, before, after string) ([]text.Edit, bool) {
	moved := slices.Clone(edits)
	for i, e := range edits {
		span, intact := text.MoveAll(e.Span, changes)
		if !intact {
			return nil, false
		}
		moved[i] = text.Edit{Span: span, New: e.New}
		if span.Len() == 0 && startsLine(before, e.Span.Start) && !startsLine(after, span.Start) {
			moved[i] = afterLine(after, moved[i])
		}
	}
	return moved, true
}

// startsLine reports whether an offset is at the start of a line.
func startsLine(content string, offset int) bool {
	return offset == 0 || content[offset-1] == '\n' || content[offset-1] == '\r'
}

// afterLine moves an insertion that was meant for the start of a line behind the
// line which the author has begun there, as a paragraph of its own.
func afterLine(content string, e text.Edit) text.Edit {
	at := e.Span.Start
	if n := strings.IndexAny(content[at:], "\r\n"); n >= 0 {
		at += n
	} else {
		at = len(content)
	}
	return text.Edit{Span: text.Span{Start: at, End: at}, New: "\n\n" + strings.Trim(e.New, "\n")}
}

// blocksIntact answers false when the author has changed a managed block that one
// of the edits is about, be it in another place of the block: an edited block is
// not written into unasked.
func blocksIntact(before *document.Document, edits, changes []text.Edit) bool {
	for _, b := range before.Blocks {
		within := func(e text.Edit) bool { return e.Span.Start < b.Span.End && e.Span.End > b.Span.Start }
		if _, intact := text.MoveAll(b.Span, changes); !intact && slices.ContainsFunc(edits, within) {
			return false
		}
	}
	return true
}

// atEnd makes an edit that inserts markdown at the end of a text. Markers of
// managed blocks that the text has already are left out: two blocks with one id
// would not be managed.
func atEnd(markdown, content string, has func(id string) bool) text.Edit {
	end := text.Span{Start: len(content), End: len(content)}
	return text.Edit{Span: end, New: separator(content) + strings.Trim(withoutMarkers(markdown, has), "\r\n") + "\n"}
}

// separator is what has to stand between the end of a text and a new paragraph.
func separator(content string) string {
	switch tail := content[len(strings.TrimRight(content, "\r\n")):]; {
	case content == "" || strings.Count(tail, "\n") > 1:
		return ""
	case tail != "":
		return "\n"
	}
	return "\n\n"
}

var markerLine = text.Pattern(`(?m)^<!-- designls:(?:begin|end) (\S+)[^\n]*-->\r?\n?`)

func withoutMarkers(markdown string, drop func(id string) bool) string {
	return markerLine().ReplaceAllStringFunc(markdown, func(line string) string {
		if drop(markerLine().FindStringSubmatch(line)[1]) {
			return ""
		}
		return line
	})
}

// withEOL gives the edits the line endings that a text has.
func withEOL(edits []text.Edit, content string) []text.Edit {
	eol := text.EOL(content)
	fitted := slices.Clone(edits)
	for i, e := range fitted {
		lines := strings.ReplaceAll(e.New, "\r\n", "\n")
		if eol != "\n" {
			lines = strings.ReplaceAll(lines, "\n", eol)
		}
		fitted[i].New = lines
	}
	return fitted
}
