package rules

import (
	"hash/maphash"
	"strconv"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// question is something a rule asks of what lies outside its section.
type question struct {
	kind questionKind
	arg  string
}

// asked is a question with a hash of the answer that was given.
type asked struct {
	question
	answer uint64
}

type questionKind uint8

const (
	askAnchor questionKind = iota
	askExists
	askOutline
	askSubsections
	askStyle
	askPath
	askFrontMatter
	askGap
	askOffer
	askCounts
	askAutoNumber
	askFileLinks
	askAnchorLinks
	askEOL
	askHeadings
	askFirst
	askBlocks
	askQuestions
)

// ask notes a question and what it was answered.
func (s *Scope) ask(kind questionKind, arg string) uint64 {
	q := question{kind, arg}
	for _, a := range s.asked {
		if a.question == q {
			return a.answer
		}
	}
	answer := s.view.answer(s.section, q)
	s.asked = append(s.asked, asked{q, answer})
	return answer
}

// answer hashes what the document says now. It must be cheap: the questions of
// every section are asked again at every keystroke.
func (v *view) answer(section *document.Section, q question) uint64 {
	switch q.kind {
	case askAnchor:
		return truth(v.hasAnchor(q.arg))
	case askExists:
		return truth(v.env.Exists != nil && v.env.Exists(q.arg))
	case askOutline:
		return v.outlineHash()
	case askSubsections:
		return truth(v.hasSubsections(section))
	case askStyle:
		return hashOf(v.style())
	case askPath:
		return hashOf(v.env.Path)
	case askFrontMatter:
		value, ok := v.doc.FrontMatter.String(q.arg)
		return hashOf(value) ^ truth(ok)
	case askGap:
		index, _ := strconv.Atoi(q.arg)
		return hashOf(v.gap(index))
	case askFirst:
		return truth(v.isFirst(section))
	case askHeadings:
		return hashOf(v.headings(section))
	case askBlocks:
		return hashBlocks(v.blocks())
	case askQuestions:
		return hashQuestions(v.doc)
	case askEOL:
		return hashOf(v.eol())
	case askOffer:
		return truth(v.index().names[q.arg])
	case askCounts:
		x := v.index()
		return maphash.Comparable(seed, [4]int{x.tables, x.figures, x.headings, x.numbered})
	case askAutoNumber:
		return truth(v.autoNumbers()[q.arg])
	case askFileLinks:
		return maphash.Comparable(seed, v.fileLinks())
	case askAnchorLinks:
		return maphash.Comparable(seed, v.anchorLinks())
	}
	panic("rules: a question without an answer: " + strconv.Itoa(int(q.kind)))
}

// HasAnchor says whether "#slug" leads somewhere in this document, on GitHub or
// as other renderers name their anchors.
func (s *Scope) HasAnchor(slug string) bool { return s.ask(askAnchor, slug) == 1 }

// KnowsFiles says whether Exists can tell.
func (s *Scope) KnowsFiles() bool { return s.view.env.Exists != nil }

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

func (v *view) hasAnchor(name string) bool {
	if v.doc.Anchor(name) != nil {
		return true
	}
	loose := looseSlug(name)
	if v.slugs()[loose] {
		return true
	}
	m := numberedAnchor().FindStringSubmatch(name) // the second heading with a name
	return m != nil && v.slugs()[looseSlug(m[1])]
}

var numberedAnchor = pattern(`^(.+)_[0-9]{1,2}$`)

func (v *view) hasSubsections(s *document.Section) bool {
	next := s.Index + 1
	return next < len(v.doc.Sections) && v.doc.Sections[next].Parent == s.Index
}

func (v *view) isFirst(s *document.Section) bool {
	return s.Heading != nil && (s.Index == 0 || v.doc.Sections[s.Index-1].Heading == nil)
}

func (v *view) style() string {
	if settings, ok := v.doc.FrontMatter.Value("designls").(map[string]any); ok {
		if style, ok := settings["template"].(string); ok {
			return style
		}
	}
	return v.env.Style
}

// gap looks at the last bytes before the place.
func (v *view) gap(section int) string {
	content := v.doc.Text.Content()
	at := len(content)
	if section < len(v.doc.Sections) {
		at = v.doc.Sections[section].Span.Start
	}
	before := strings.TrimRight(content[:at], " \t")
	lines := strings.Count(before[len(strings.TrimRight(before, "\r\n")):], "\n")
	if strings.TrimSpace(before) == "" || lines >= 2 {
		return ""
	}
	return strings.Repeat(v.eol(), 2-lines)
}

// eol goes by the head of the document, since it is asked at every keystroke.
func (v *view) eol() string {
	content := v.doc.Text.Content()
	return text.EOL(content[:min(len(content), 4096)])
}
