package rules

import (
	"fmt"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

var staleBlock = Rule{
	ID:       "stale-block",
	Title:    "Generated text that is older than its source",
	Severity: finding.Information,
	What: "A managed block, which is text that an action has written between `designls:begin` and `designls:end`, whose source has changed since: " +
		"the `source` in its marker is no longer the hash of the author's text. The message says when the block was edited by hand, too.",
	Why: "A recap, a summary or a diagram that no longer says what the document says is worse than none: readers trust it, and many read nothing else.",
	Bad: `# Session store

Sessions live in one PostgreSQL table, which the application deletes from at night.

<!-- designls:begin recap kind=recap source=5f0c1be7a9d2 body=e293eb338271 -->

Sessions live in Redis with a time to live of one hour.

<!-- designls:end recap -->
`,
	Good: `# Session store

Sessions live in one PostgreSQL table, which the application deletes from at night.

<!-- designls:begin recap kind=recap source=5cce580a316b body=9b0e8ed998ce -->

Sessions live in PostgreSQL and are deleted at night.

<!-- designls:end recap -->
`,
	Fixes:    []string{"run the action again", "keep the text as your own, without the markers"},
	Document: findStale,
}

func findStale(s *Scope) []Placed {
	var found []Placed
	for _, b := range s.blocks() {
		if b.source == "" || b.source == b.current {
			continue
		}
		found = append(found, Placed{Section: b.section, FixSection: b.section, Finding: staleFinding(b)})
	}
	return found
}

func staleFinding(b block) finding.Finding {
	f := finding.Finding{
		Span: b.begin, Quote: b.id, Subject: b.source,
		Message: fmt.Sprintf("%s changed after the block %q was written.", b.from, b.id),
		Why:     "Readers trust a summary over the text, and this one may no longer say what the text says.",
		Options: []string{"Run the action again.", "If it still holds, keep it as your own text: remove the markers."},
		Fixes:   []finding.Fix{{Title: "Write this block again", Action: b.kind}},
	}
	if b.kind == questions.Kind {
		f.Severity = finding.Hint
		f.Message = fmt.Sprintf("%s changed after these questions were asked; some may be answered by now, and others may have come up.", b.from)
		f.Why = "Questions are chosen by what the document leaves open."
	} else if b.edited {
		f.Message = fmt.Sprintf("%s changed after the block %q was written, which was also edited by hand: writing it again asks before it replaces anything.", b.from, b.id)
	}
	if b.end.Len() > 0 {
		f.Fixes = append(f.Fixes, finding.Fix{
			Title: "Keep this as your own text, without the markers",
			Edits: []text.Edit{{Span: b.begin}, {Span: b.end}},
		})
	}
	return f
}
