package rules

import (
	"fmt"
	"path"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

var danglingReference = Rule{
	ID:       "dangling-reference",
	Title:    "A reference that leads nowhere",
	Severity: finding.Warning,
	What: "References to what the document does not have: links to an anchor that no heading has, to a local file that does not exist, footnotes and reference links without a definition, " +
		"and \"see section 7\", \"Figure 3\", \"Appendix B\" \"the 'Failover' section below\" or \"the diagram above\" where there is no such part. " +
		"Parts of other documents (\"section 3 of the Raft paper\") are left alone. Anchors are compared with what GitHub and other renderers make of a heading. " +
		"A document hardly any of whose local links works has been copied out of its place, and its links are not reported.",
	Why: "The argument stops where the reference was: the reader cannot check what the text relies on. It often means that a part was renamed or dropped, and what rests on it was not revisited.",
	Bad: `# Order service

## Writes

Orders are written through the outbox; [retries](#retry-polcy) are idempotent. The limits are in section 7.

## Retry policy

A failed write is retried five times, with jitter, for at most two minutes. Figure 3 shows the states.
`,
	Good: `# Order service

## Writes

Orders are written through the outbox; [retries](#retry-policy) are idempotent. Section 7 of RFC 9110 has the limits.

## Retry policy

A failed write is retried five times, with jitter, for at most two minutes.
`,
	Fixes:   []string{"link to the heading with the most similar name", "refer to the section that contains the missing one", "keep the words and drop the link"},
	Section: findDangling,
}

const danglingWhy = "A reader who follows it is lost at the point that the text relies on; the part was probably renamed or dropped, and what depends on it may need another look."

func findDangling(s *Scope) []finding.Finding {
	var found []finding.Finding
	quotes := spansOf(s.Content(), document.KindQuote)
	for _, l := range linksOf(s.Content()) {
		if within(quotes, l.span.Start) { // somebody else's
			continue
		}
		if f, ok := danglingAnchor(s, l); ok {
			found = append(found, f)
		} else if f, ok := danglingFile(s, l); ok {
			found = append(found, f)
		}
	}
	found = append(found, danglingLabels(s)...)
	return append(found, danglingMentions(s)...)
}

func danglingAnchor(s *Scope, l link) (finding.Finding, bool) {
	name, ok := anchorOf(l.dest)
	if !ok || s.HasAnchor(name) {
		return finding.Finding{}, false
	}
	if links := s.anchorLinks(); links.found == 0 && links.missing > fewAnchors {
		return finding.Finding{}, false
	}
	f := finding.Finding{
		Span: l.span, Message: fmt.Sprintf("%s leads to #%s, and nothing in this document has that anchor.", l.called(s.Content()), name),
		Why:     danglingWhy,
		Options: []string{"Link to the heading that has what is meant.", "Write the part that is missing.", "Drop the reference."},
	}
	if near, ok := nearestHeading(s, name); ok {
		f.Options[0] = fmt.Sprintf("Link to %q (#%s), if that is meant.", near.Title, near.Slug)
		if l.destAt.Len() > 0 {
			f.Fixes = append(f.Fixes, finding.Fix{
				Title: fmt.Sprintf("Link to %q", near.Title), Preferred: true,
				Edits: []text.Edit{{Span: l.destAt, New: "#" + near.Slug}},
			})
		}
	}
	f.Fixes = append(f.Fixes, unlink(s.Content(), l)...)
	return f, true
}

// called names a link for a message.
func (l link) called(c *document.Content) string {
	switch words := squeeze(l.words.Of(c.Prose)); {
	case l.image:
		return "The image"
	case words == "":
		return "This link"
	default:
		return fmt.Sprintf("The link %q", words)
	}
}

// unlink keeps the words of a link.
func unlink(c *document.Content, l link) []finding.Fix {
	if l.words.Len() == 0 || l.image {
		return nil
	}
	return []finding.Fix{{Title: "Keep the words, drop the link", Edits: []text.Edit{{Span: l.span, New: l.words.Of(c.Source)}}}}
}

func nearestHeading(s *Scope, name string) (Item, bool) {
	items := s.Outline()
	slugs := make([]string, len(items))
	for i, item := range items {
		slugs[i] = item.Slug
	}
	near, ok := text.Nearest(foldSlug(name), slugs)
	if !ok {
		return Item{}, false
	}
	for _, item := range items {
		if item.Slug == near {
			return item, true
		}
	}
	return Item{}, false
}

// fewLinks is up to how many dead links speak of slips; more of them, and hardly
// one that works, speak of a document that was copied out of its place.
const fewLinks = 2

// fewAnchors is the same for anchors: where none of more works, the document is
// made for a renderer with names of its own.
const fewAnchors = 4

func danglingFile(s *Scope, l link) (finding.Finding, bool) {
	file, ok := localPath(l.dest)
	if !ok || !s.KnowsFiles() || fileExists(file, s.Exists) {
		return finding.Finding{}, false
	}
	severity := finding.Warning
	if links := s.fileLinks(); links.found < links.missing {
		severity = finding.Hint
		if links.missing > max(fewLinks, 3*links.found) || links.found == 0 && mayBeMoved(s, l, file) {
			return finding.Finding{}, false
		}
	}
	return finding.Finding{
		Severity: severity, Span: l.span,
		Message: fmt.Sprintf("%s leads to %s, which does not exist.", l.called(s.Content()), file),
		Why:     danglingWhy,
		Options: []string{"Correct the path; it counts from the folder of this document.", "Add the file.", "Drop the reference."},
		Fixes:   unlink(s.Content(), l),
	}, true
}

// mayBeMoved says whether the file may be missing because the document was
// copied without it: it is in a folder above, or it is an image in a folder that
// is missing too.
func mayBeMoved(s *Scope, l link, file string) bool {
	return strings.HasPrefix(file, "..") || l.image && !s.Exists(path.Dir(file))
}
