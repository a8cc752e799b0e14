package rules

import (
	"hash/maphash"
	"strconv"
	"strings"

	"github.com/designls/designls/server/diagram/mermaid"
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
	askKnowsFiles
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
	askLeads
	askLonger
	askFirst
	askBlocks
	askQuestions
	askDiagram
	askWord
	askSends
	askSaved
	askPromise
	askTodo
)

// ask notes a question and what it was answered.
func (s *Scope) ask(kind questionKind, arg string) uint64 {
	q := question{kind, arg}
	answer, known := s.answers[q]
	if !known {
		answer = s.view.answer(s.section, q)
		if s.answers == nil {
			s.answers = map[question]uint64{}
		}
		s.answers[q] = answer
		s.asked = append(s.asked, asked{q, answer})
	}
	return answer
}

// answer hashes what the document says now. It must be cheap: the questions of
// every section are asked again at every keystroke.
func (v *view) answer(section *document.Section, q question) uint64 {
	switch q.kind {
	case askAnchor:
		return truth(v.hasAnchor(q.arg))
	case askKnowsFiles:
		return truth(v.env.Exists != nil)
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
	case askLeads:
		return hashLeads(v.index().leads)
	case askLonger:
		bytes, _ := strconv.Atoi(q.arg)
		return truth(len(v.doc.Text.Content()) > bytes)
	case askBlocks:
		return hashBlocks(v.blocks())
	case askQuestions:
		return hashQuestions(v.doc)
	case askDiagram:
		issues, known := v.env.verdict(q.arg)
		return truth(known) ^ hashIssues(issues)
	case askWord:
		return truth(v.hasWord(section, q.arg))
	case askSends:
		from, to, _ := strings.Cut(q.arg, "\x00")
		return truth(v.sends(from, to))
	case askSaved:
		return truth(v.isSaved(savedKeys(q.arg)))
	case askPromise:
		return truth(v.promised())
	case askTodo:
		return truth(v.todo())
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

func hashIssues(issues []mermaid.Issue) uint64 {
	var h uint64
	for _, i := range issues {
		h = h*31 + maphash.Comparable(seed, i.Span) ^ hashOf(i.Message)<<1
	}
	return h
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
