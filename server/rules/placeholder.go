package rules

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var placeholder = Rule{
	ID:       "placeholder",
	Title:    "Text that is still to be written",
	Severity: finding.Warning,
	What: "Marks that stand for missing text: `TODO`, `TBD`, `FIXME`, `???`, \"to be decided\", \"XX ms\", lorem ipsum, sentences, brackets, `<insert ...>` and slots left over from a template, " +
		"and sections with nothing in them. Words that only talk about such marks (\"a TODO list\") are left alone, and so are code and comments.",
	Why: "A reviewer cannot tell a decision that was put off from one that was forgotten, and whoever builds the design will decide it alone. " +
		"Numbers and choices elsewhere may rest on what is missing.",
	Bad: `# Image store

## Retention

TBD.

## Encryption

Images are encrypted with one key per tenant (TODO: say who rotates the keys).

## Deletion
`,
	Good: `# Image store

## Retention

Images are kept for 400 days; finance may need them for one year after the purchase.

## Encryption

Images are encrypted with one key per tenant. The key service rotates the keys every 90 days.

## Deletion

Out of scope: legal has not settled the rules. Until then nothing is deleted before day 400.
`,
	Fixes:   []string{"turn a TODO into an open question", "remove an empty section", "ask clarifying questions about what is missing"},
	Section: findPlaceholders,
}

const placeholderWhy = "A reader cannot tell whether this is undecided or forgotten, and what rests on it cannot be reviewed."

func findPlaceholders(s *Scope) []finding.Finding {
	found := append(emptySection(s), leftoverTags(s)...)
	found = slices.Concat(found, emptyLists(s), escapedSlots(s), openInOtherTongues(s))
	c := s.Content()
	last := -1 // the table row in which something was found: one finding is enough
	for i, wanted := range suspects(s) {
		if wanted == 0 {
			continue
		}
		sentence := c.Sentences[i]
		row := c.Ancestor(sentence.Block, document.KindRow)
		if row >= 0 && row == last {
			continue
		}
		if f, ok := placeholderIn(s, sentence, wanted); ok {
			found, last = append(found, f), row
		}
	}
	return found
}

// isParagraph says whether a sentence is all of a paragraph outside of lists.
func isParagraph(c *document.Content, sentence document.Sentence) bool {
	n := c.Nodes[sentence.Block]
	return n.Kind == document.KindParagraph && n.Parent < 0 && strings.TrimSpace(n.Span.Of(c.Prose)) == strings.TrimSpace(sentence.Span.Of(c.Prose))
}

// placeholderIn finds the first mark in a sentence.
func placeholderIn(s *Scope, sentence document.Sentence, wanted suspicion) (finding.Finding, bool) {
	c := s.Content()
	words, lower := sentence.Span.Of(c.Prose), sentence.Span.Of(s.Lower())
	inHeading := c.Nodes[sentence.Block].Kind == document.KindHeading
	if inHeading && isWorkList(s.Heading()) {
		return finding.Finding{}, false
	}
	says := "%s stands where %s still has to be written."
	span, ok := text.Span{}, false
	if wanted&ofMark != 0 {
		span, ok = findMark(words, lower)
		ok = ok && !isWordOfText(s, span.Of(words)) && !(isStatus(s, sentence.Block) && saysProgress(span.Of(lower))) && !(isOpenQuestions(s.Heading()) && (asks(lower) || followsQuestion(c, sentence)))
	}
	if !ok && wanted&ofSlot != 0 {
		span, ok = findSlot(words, lower, s.Level() <= 1 || s.IsFirst())
	}
	if !ok && !inHeading {
		span, ok = findTemplateText(lower, wanted)
		if !ok && wanted&ofFragment != 0 && isParagraph(c, sentence) && templateOrder().MatchString(lower) && !isOperation(s.Heading(), lower) {
			span, ok = text.Span{End: len(strings.TrimRight(lower, ".!"))}, true
		}
	}
	if !ok && !inHeading {
		says = "%s leaves %s open, and does not say who decides it and when."
		span, ok = findDeferral(words, lower, wanted)
		ok = ok && !isOpenQuestions(s.Heading())
	}
	if !ok {
		return finding.Finding{}, false
	}
	return newPlaceholder(s, sentence, span.Shift(sentence.Span.Start), says), true
}
