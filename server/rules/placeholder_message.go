package rules

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

func newPlaceholder(s *Scope, sentence document.Sentence, span text.Span, says string) finding.Finding {
	c := s.Content()
	mark, subject := span.Of(c.Source), sentence.Span.Of(c.Source)
	message := fmt.Sprintf(says, quoted(mark), missingPart(s, sentence, span.Start))
	if work := todoWork().FindString(c.Source[span.Start:sentence.Span.End]); work != "" {
		message = fmt.Sprintf("%s is still to be %s.", quoted(work), whatIsLeft(work))
	}
	return finding.Finding{
		Span: span, Subject: subject, Message: message, Why: placeholderWhy,
		Options: []string{
			"Write what is decided, with its reason.",
			"If it is open, say so: who decides it, by when, and what is assumed until then.",
			"If it does not matter for this design, leave it out.",
		},
		Fixes: placeholderFixes(c, span),
	}
}

// whatIsLeft is what somebody has put off.
func whatIsLeft(work string) string {
	if strings.HasPrefix(work, "TBD") {
		return "decided"
	}
	return "done"
}

// missingPart names what a mark in the sentence stands for.
func missingPart(s *Scope, sentence document.Sentence, mark int) string {
	c := s.Content()
	if row := c.Ancestor(sentence.Block, document.KindRow); row >= 0 {
		if name := squeeze(firstCell(c, row)); name != "" {
			return fmt.Sprintf("the value of %q", name)
		}
	}
	line := strings.LastIndexAny(c.Prose[:mark], "\n\x00") + 1
	if m := ownLabel().FindStringSubmatch(c.Prose[line:mark]); m != nil {
		return fmt.Sprintf("the value of %q", squeeze(m[1]))
	}
	if s.Heading() == "" {
		return "part of the introduction"
	}
	return fmt.Sprintf("part of %q", s.Heading())
}

// ownLabel matches the label before a mark, at the beginning of its line: "Owner: ".
var ownLabel = pattern(`^[ \t]*(\pL[\pL\d /-]{1,30}?)[ \t]*:[ \t]*$`)

func firstCell(c *document.Content, row int) string {
	for i := row + 1; i < len(c.Nodes) && c.Nodes[i].Span.Start < c.Nodes[row].Span.End; i++ {
		if c.Nodes[i].Kind == document.KindCell {
			words := c.Nodes[i].Span.Of(c.Prose)
			if _, mark := findMark(words, lowerASCII(words)); mark {
				return ""
			}
			return words
		}
	}
	return ""
}

// placeholderFixes offers to make an open question of "TODO: something".
func placeholderFixes(c *document.Content, span text.Span) []finding.Fix {
	ask := finding.Fix{Title: "Ask clarifying questions about what is missing", Action: "ask-questions"}
	if m := todoColon().FindStringIndex(c.Source[span.Start:]); m != nil {
		return []finding.Fix{{
			Title: "Turn into an open question",
			Edits: []text.Edit{{Span: text.Span{Start: span.Start, End: span.Start + m[1]}, New: "Open question: "}},
		}, ask}
	}
	return []finding.Fix{ask}
}

// todoWork matches a TODO that says what is to be done.
var todoWork = pattern(`^(?:TODO|FIXME|XXX|TBD)(?:\([^()\n]*\))?:\s+[^\]\)\s][^\]\)]*`)

var todoColon = pattern(`^(TODO|FIXME|XXX|TBD)(\([^()\n]*\))?:[ \t]+\b`)
