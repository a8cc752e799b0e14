// Package questions reads and writes the clarifying questions that live in a
// document: managed blocks of kind "questions", in which the author writes the
// answers. An entry reads
//
//	**Q1.** How many people ...? (`feed/readers`, critical)
//	*Decides:* whether ...
//
//	Answer: about 2 million a day
//
//	*Assumed if unanswered:* ...
//
// and is understood however the author lays it out further: answers over
// several paragraphs, as lists or tables, entries turned into list items or
// headings, entries added by hand.
package questions

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// Kind is the kind of the managed blocks that hold questions.
const Kind = "questions"

// Question is one entry. Texts are markdown without their labels.
type Question struct {
	ID       string // names the question in the banks, "" for one that the author added
	Number   int    // the n of "Qn"
	Ask      string
	Decides  string
	Answer   string // "" while unanswered, or answered with a mere placeholder
	Assumed  string // what holds as long as there is no answer
	Critical bool   // a decision of the design flips on the answer
	Block    string // id of the managed block

	Span       text.Span // the entry, in the document
	AskSpan    text.Span // its question
	AnswerSpan text.Span // the text of the answer; empty, and where it goes, while there is none
	Source     string    // the entry as it stands
}

// Answered says whether the author has answered.
func (q Question) Answered() bool { return q.Answer != "" }

// Assumption is what holds as long as there is no answer, on one line, without
// the reasons that follow it.
func (q Question) Assumption() string {
	assumed, _, _ := strings.Cut(strings.Join(strings.Fields(q.Assumed), " "), " *Why:*")
	return assumed
}

// Parse returns the questions of a document, in document order.
func Parse(d *document.Document) []Question {
	var all []Question
	for _, block := range d.Blocks {
		if block.Kind == Kind {
			all = append(all, ParseBlock(d, block)...)
		}
	}
	return all
}

// ParseBlock returns the questions of one block, whatever its kind.
func ParseBlock(d *document.Document, block *document.Block) []Question {
	content := d.Text.Content()
	var all []Question
	for _, span := range entries(content, block.Inner) {
		q := parseEntry(content, span)
		q.Block = block.ID
		all = append(all, q)
	}
	return all
}

// Preamble returns what stands in the block before its first question.
func Preamble(d *document.Document, block *document.Block) string {
	content, end := d.Text.Content(), block.Inner.End
	if spans := entries(content, block.Inner); len(spans) > 0 {
		end = spans[0].Start
	}
	return strings.TrimSpace(content[block.Inner.Start:end])
}

// AnswersHash identifies, across machines, what is answered in a document: 12
// hexadecimal digits of the SHA-256 of the questions with answers. Text that
// takes answers into account carries it as the attribute "answers" of its block.
func AnswersHash(d *document.Document) string {
	h := sha256.New()
	for _, q := range Parse(d) {
		if q.Answered() {
			fmt.Fprintln(h, q.ID, strings.Fields(q.Ask), strings.Fields(q.Answer))
		}
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// Render writes the entry in the form that Parse reads, without a final newline.
func (q Question) Render() string {
	label := "`" + q.ID + "`"
	if q.Critical {
		label += ", critical"
	}
	answer := "Answer:"
	if q.Answer != "" {
		answer += " " + q.Answer
	}
	return fmt.Sprintf("**Q%d.** %s (%s)\n*Decides:* %s\n\n%s\n\n*Assumed if unanswered:* %s", q.Number, q.Ask, label, q.Decides, answer, q.Assumed)
}

var (
	entryStart = text.Pattern(`^[ \t]{0,3}(?:[-*+>]\s+|\d+[.)]\s+|#{1,6}\s+)?(?:\*\*|__)Q(\d+)\b[.:]?(?:\*\*|__)?[.:]?\s*`)
	labelStart = text.Pattern(`^\s*(?:[-*+>]\s+)?[*_]{0,3}(Decides|Answer|Assumed if unanswered)(?:[*_]{0,3}:[*_]{0,3})[ \t]*`)
	decides    = text.Pattern(`\s[*_]{1,3}Decides:?[*_]{1,3}:?\s+`)
	tag        = text.Pattern("\\s*\\(`([^`\\s]+)`(,\\s*critical)?\\)\\s*$")
	comment    = text.Pattern(`(?s)<!--.*?-->`)
	fenceLine  = text.Pattern("^\\s*(?:[-*+>]\\s+)?(```+|~~~+)")
	unwritten  = text.Pattern(`(?i)^[\s*_>-]*(?:tbd|tba|tbc|todo|fixme|xxx|pending|unknown|not yet|\?+|\.{2,}|…|_+|-+)?[\s*_.!:-]*$`)
)

// entries finds the questions of a block; each ends where the next begins.
func entries(content string, inner text.Span) []text.Span {
	var spans []text.Span
	eachLine(content, inner, func(line text.Span, fenced bool) {
		if !fenced && entryStart().MatchString(line.Of(content)) {
			spans = append(spans, text.Span{Start: line.Start, End: inner.End})
		}
	})
	for i := range spans {
		if i+1 < len(spans) {
			spans[i].End = spans[i+1].Start
		}
		spans[i] = trim(content, spans[i])
	}
	return spans
}

// eachLine visits the lines of a span without their line endings, and tells
// which lie in a fenced code block.
func eachLine(content string, within text.Span, visit func(line text.Span, fenced bool)) {
	fence := ""
	for at := within.Start; at < within.End; {
		end, next := within.End, within.End
		if i := strings.IndexByte(content[at:within.End], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		line := text.Span{Start: at, End: at + len(strings.TrimRight(content[at:end], "\r"))}
		mark := ""
		if m := fenceLine().FindStringSubmatch(line.Of(content)); m != nil {
			mark = m[1][:3]
		}
		visit(line, fence != "")
		switch {
		case fence == "":
			fence = mark
		case mark == fence:
			fence = ""
		}
		at = next
	}
}

func trim(content string, s text.Span) text.Span {
	piece := s.Of(content)
	if strings.TrimSpace(piece) == "" {
		return text.Span{Start: s.Start, End: s.Start}
	}
	start := s.Start + len(piece) - len(strings.TrimLeft(piece, " \t\r\n"))
	return text.Span{Start: start, End: s.Start + len(strings.TrimRight(piece, " \t\r\n"))}
}
