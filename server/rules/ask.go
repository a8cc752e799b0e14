package rules

import (
	"strconv"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
)

// HasAnchor says whether "#slug" leads somewhere in this document, on GitHub or
// as other renderers name their anchors.
func (s *Scope) HasAnchor(slug string) bool { return s.ask(askAnchor, slug) == 1 }

// KnowsFiles says whether Exists can tell.
func (s *Scope) KnowsFiles() bool { return s.ask(askKnowsFiles, "") == 1 }

// Exists says whether there is a file or folder at a path relative to the
// document's folder.
func (s *Scope) Exists(path string) bool { return s.ask(askExists, path) == 1 }

// Outline returns all sections. The result depends on every heading of the
// document, so a rule asks for it only when it needs it.
func (s *Scope) Outline() []Item {
	s.ask(askOutline, "")
	return s.view.items()
}

// HasSubsections says whether the section has a section under it.
func (s *Scope) HasSubsections() bool { return s.ask(askSubsections, "") == 1 }

// IsFirst says whether no heading comes before the section's.
func (s *Scope) IsFirst() bool { return s.ask(askFirst, "") == 1 }

// Style is the house style that the front matter (designls: {template: ID}) or
// the workspace declares, or "".
func (s *Scope) Style() string {
	s.ask(askStyle, "")
	return s.view.style()
}

// Path is the document's path in its workspace folder, with slashes.
func (s *Scope) Path() string {
	s.ask(askPath, "")
	return s.view.env.Path
}

// FrontMatter is the text under a key of the front matter.
func (s *Scope) FrontMatter(key string) (string, bool) {
	s.ask(askFrontMatter, key)
	return s.view.doc.FrontMatter.String(key)
}

// Gap is what must stand before a block of text that is inserted at the start of
// a section, so that it begins after a blank line: some line endings or "". The
// number of sections stands for the end of the text.
func (s *Scope) Gap(section int) string {
	s.ask(askGap, strconv.Itoa(section))
	return s.view.gap(section)
}

// EOL is the document's line ending.
func (s *Scope) EOL() string {
	s.ask(askEOL, "")
	return s.view.eol()
}

// Offers says whether the document has something by the name, see offers.
func (s *Scope) offers(name string) bool { return s.ask(askOffer, name) == 1 }

// counts returns how many figures, tables, headings and numbered headings the
// document has.
func (s *Scope) counts() *index {
	s.ask(askCounts, "")
	return s.view.index()
}

// autoNumber says whether a renderer may give some heading the number.
func (s *Scope) autoNumber(number string) bool { return s.ask(askAutoNumber, number) == 1 }

// fileLinks says how many local files the document links to, and how many of
// them there are.
func (s *Scope) fileLinks() linkCounts {
	s.ask(askFileLinks, "")
	return s.view.fileLinks()
}

// anchorLinks does the same for places in the document.
func (s *Scope) anchorLinks() linkCounts {
	s.ask(askAnchorLinks, "")
	return s.view.anchorLinks()
}

// Diagram returns what is wrong with the source of a mermaid diagram. When it is
// not known, because nobody has checked it, that is what was wrong with it before it
// was last edited, as far as that still stands.
func (s *Scope) Diagram(source string) (issues []mermaid.Issue, known bool) {
	s.ask(askDiagram, source)
	return s.view.env.verdict(source)
}

// elsewhere says whether a word with this stem is in another section of the
// document, in a diagram or beside one.
func (s *Scope) elsewhere(stem string) bool { return s.ask(askWord, stem) == 1 }

// sends says whether the document has a sentence by which one thing sends
// something to another, and none by which it gets something from it.
func (s *Scope) sends(from, to string) bool { return s.ask(askSends, from+"\x00"+to) == 1 }

// saved says whether the document tells what becomes of the system without a part
// that goes by one of some words; with none, whether anything takes over.
func (s *Scope) saved(keys []string) bool { return s.ask(askSaved, strings.Join(keys, " ")) == 1 }

// savedKeys is the inverse of what saved asks.
func savedKeys(arg string) []string {
	if arg == "" {
		return nil
	}
	return strings.Fields(arg)
}

// promisesAvailability says whether the document promises to be available.
func (s *Scope) promisesAvailability() bool { return s.ask(askPromise, "") == 1 }
