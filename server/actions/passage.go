package actions

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

// passage is a sentence of the author's, as a reader sees it.
type passage struct {
	Text    string
	Span    text.Span // in the document
	Section *document.Section
	Item    bool // in a list
	Cell    bool // of a table
	Heading bool
	First   bool // of its block
	Entry   bool // of a table of contents

	lower string // Text in lower case
}

// passagesOf returns the author's sentences in document order.
func passagesOf(d *document.Document) []passage {
	var all []passage
	for _, s := range d.Sections {
		last := -1
		for _, sentence := range s.Content.Sentences {
			span := sentence.Span.Shift(s.Span.Start)
			if inBlock(d, span) {
				continue
			}
			kind := s.Content.Nodes[sentence.Block].Kind
			words := knowledge.Plain(s.Content, sentence.Span)
			all = append(all, passage{
				Text: words, lower: strings.ToLower(words), Span: span, Section: s,
				Item: s.Content.Ancestor(sentence.Block, document.KindItem) >= 0, Cell: kind == document.KindCell,
				Heading: kind == document.KindHeading, First: sentence.Block != last, Entry: isEntry(s.Content, sentence),
			})
			last = sentence.Block
		}
	}
	return all
}

// isEntry says whether a sentence is a link to a section and nothing else.
func isEntry(c *document.Content, sentence document.Sentence) bool {
	return slices.ContainsFunc(c.Nodes, func(n document.Node) bool {
		return n.Kind == document.KindLink && strings.HasPrefix(n.Dest, "#") && n.Span.ContainsSpan(sentence.Span)
	})
}

func inBlock(d *document.Document, span text.Span) bool {
	for _, b := range d.Blocks {
		if b.Span.Overlaps(span) {
			return true
		}
	}
	return false
}

// of returns the passages of a section itself.
func (m *material) of(s *document.Section) []passage {
	var own []passage
	for _, p := range m.passages() {
		if p.Section == s {
			own = append(own, p)
		}
	}
	return own
}

// metadataLine recognizes what stands at the head of documents: authors, dates,
// links to a discussion, notes on where the document lives.
var metadataLine = text.Pattern(`(?i)^\W*(authors?|by|date|updated|last updated|status|reviewers?|approvers?|discussion|tracking issue|rfc pr|keywords|note|source|license|practice answer|start date|issue|target|created|related|version)\b[^.]{0,40}[:(]|^\W*(last updated|discussion at|note: )`)

const shortestSentence = 25 // of what says something about a section

// aside recognizes sentences that speak to the reader, not of the design.
var aside = text.Pattern(`(?i)^(important|note|caveat|warning|tip|state you|this section|the following|below|see|refer)\b|\b(an? interviewer|discussed? (below|later|here))\b`)

func (p passage) says() bool {
	return !p.Heading && !p.Cell && len(p.Text) >= shortestSentence && !strings.HasSuffix(p.Text, ":") &&
		!metadataLine().MatchString(p.Text) && !aside().MatchString(p.Text)
}

// gist is what a section says: its first sentence that says something, or the
// first items where it is a list.
func (m *material) gist(s *document.Section) string {
	var items []string
	for _, p := range m.of(s) {
		switch {
		case p.Item && p.First && !p.Heading:
			items = append(items, clip(strings.TrimRight(p.Text, ".:"), 70))
		case p.says() && len(items) == 0:
			return clip(p.Text, 220)
		}
	}
	return strings.Join(items[:min(3, len(items))], "; ")
}

// clip shortens a sentence at a word.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	return strings.TrimRight(s[:max(cut, 1)], " ,;:") + " …"
}

// ref links to a section, "" for the text before the first heading.
func ref(s *document.Section) string {
	if s.Heading == nil || s.Heading.Slug == "" {
		return ""
	}
	return fmt.Sprintf("[%s](#%s)", linkText(s.Heading.Text), s.Heading.Slug)
}

// source is where something comes from, in parentheses after it.
func source(s *document.Section) string {
	if link := ref(s); link != "" {
		return " (" + link + ")"
	}
	return ""
}

// linkText keeps brackets in a heading from ending the link.
func linkText(s string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`).Replace(clip(s, 56))
}

// tableCell makes text fit into a cell.
func tableCell(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`)
}
