package reviewer

import (
	"net/url"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// linked sees that links of a draft lead somewhere once it stands in the document,
// and that none carries text away: what does not is kept as words.
func linked(draft string, doc *document.Document) string {
	l := linker{doc: doc, draft: document.Parse(text.NewMapper(draft), nil), source: doc.Text.Content()}
	var edits []text.Edit
	for _, s := range l.draft.Sections {
		for i, n := range s.Content.Nodes {
			switch n.Kind {
			case document.KindLink, document.KindImage, document.KindAutoLink:
				if !l.leads(n) {
					edits = append(edits, l.words(s, i)...)
				}
			}
		}
	}
	if plain, err := text.ApplyEdits(draft, edits); err == nil {
		draft = plain
	}
	return l.footnotes(draft)
}

type linker struct {
	doc, draft *document.Document
	source     string // of the document
}

// leads says whether a link may stay.
func (l *linker) leads(n document.Node) bool {
	dest := n.Dest
	if n.Kind == document.KindAutoLink && dest == "" {
		return true
	}
	if name, ok := strings.CutPrefix(dest, "#"); ok {
		return l.doc.Anchor(name) != nil || l.draft.Anchor(name) != nil
	}
	if dest != "" && strings.Contains(l.source, dest) {
		return true // the author links to it too
	}
	u, err := url.Parse(dest)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return false
	}
	// What a link asks for may hold anything of the document, and a picture is
	// fetched without being asked for.
	return n.Kind != document.KindImage && u.RawQuery == "" && u.User == nil && len(u.Path) <= longestPath && len(u.Fragment) <= longestPath
}

// longestPath is how long the path of a link may be before it looks like a message.
const longestPath = 120

// words leave nothing of a link but its text.
func (l *linker) words(s *document.Section, i int) []text.Edit {
	n := s.Content.Nodes[i]
	span, inner := n.Span.Shift(s.Span.Start), n.Inner.Shift(s.Span.Start)
	if n.Kind == document.KindAutoLink {
		return []text.Edit{{Span: span, New: "`" + strings.Trim(s.Content.Text(n), "<>`") + "`"}}
	}
	if inner.Start < span.Start || inner.End > span.End || n.Kind == document.KindImage {
		return []text.Edit{{Span: span, New: plainWords(s.Content.Text(n))}}
	}
	return []text.Edit{
		{Span: text.Span{Start: span.Start, End: inner.Start}},
		{Span: text.Span{Start: inner.End, End: span.End}},
	}
}

var linkText = text.Pattern(`!?\[([^\]]*)\]`)

func plainWords(source string) string {
	if m := linkText().FindStringSubmatch(source); m != nil {
		return m[1]
	}
	return ""
}

var (
	footnoteRef   = text.Pattern(`\[\^([^\]\s]+)\]`)
	footnoteStart = text.Pattern(`(?m)^ {0,3}\[\^([^\]\s]+)\]:`)
	definition    = text.Pattern(`^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*\S`)
)

// footnotes renames those that the document has too, and drops references to
// nothing. Definitions of links that the document has are left to it.
func (l *linker) footnotes(draft string) string {
	names := func(s string) (all []string) {
		for _, m := range footnoteStart().FindAllStringSubmatch(s, -1) {
			all = append(all, m[1])
		}
		return all
	}
	theirs, ours := names(l.doc.AuthorText(nil)), names(draft)
	draft = eachText(draft, func(s string) string {
		return footnoteRef().ReplaceAllStringFunc(s, func(ref string) string {
			name := footnoteRef().FindStringSubmatch(ref)[1]
			switch mine, known := slices.Contains(ours, name), slices.Contains(theirs, name); {
			case mine && known:
				return "[^" + name + "-note]"
			case mine || known:
				return ref
			}
			return ""
		})
	})
	return l.withoutDefinitions(draft)
}

func (l *linker) withoutDefinitions(draft string) string {
	labels := map[string]bool{}
	for _, s := range l.doc.Sections {
		for _, n := range s.Content.Nodes {
			if n.Kind == document.KindDefinition {
				labels[strings.ToLower(n.Label)] = true
			}
		}
	}
	lines, _ := linesOf(draft)
	var keep []string
	for _, line := range lines {
		m := definition().FindStringSubmatch(line.text)
		if m != nil && !line.code && labels[strings.ToLower(m[1])] {
			continue
		}
		keep = append(keep, line.text)
	}
	return strings.Join(keep, "\n")
}
