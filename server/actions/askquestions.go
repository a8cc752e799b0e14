package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
)

const (
	factPrefix = "facts/" // of the ids of questions for facts
	mostOpen   = 16       // questions that wait for an answer at one time
	shortOpen  = 3
	enough     = 8 // beyond which details are not worth asking for yet
)

// askQuestions asks what the document leaves open, after what was asked before.
func askQuestions(_ context.Context, m *material) (draft, error) {
	block := m.doc.Block(blockID(m.in, questions.Kind))
	kept := m.keptEntries(block)
	most := mostOpen
	if m.in.Options[OptionMode] == ModeShort {
		most = shortOpen
	}
	fresh := m.fresh(kept, most)
	if block == nil && len(fresh) == 0 {
		return draft{summary: "There is nothing left to ask; the document is unchanged."}, nil
	}
	d := draft{body: questionsHeading, kept: entriesText(kept, fresh), merged: true, summary: asked(kept, fresh)}
	intro := m.introduction()
	if block != nil {
		if own := ownPreamble(m.doc, block); own != "" {
			intro = own
		}
	}
	if strings.HasPrefix(intro, "#") {
		d.body = "" // the author has given the questions another heading
	}
	if len(kept)+len(fresh) > 0 {
		d.kept = intro + "\n\n" + d.kept
	}
	return d, nil
}

func blockID(in Input, kind string) string {
	if in.Section != nil && in.Section.Heading != nil {
		return kind + "-" + in.Section.Heading.Slug
	}
	return kind
}

// entry is a question as it is to stand in the block.
type entry struct {
	questions.Question
	text string
}

// keptEntries are the questions that stay: with an answer, or changed or added
// by the author, word for word; the others as long as they are open.
func (m *material) keptEntries(block *document.Block) []entry {
	if block == nil {
		return nil
	}
	var kept []entry
	for _, q := range questions.ParseBlock(m.doc, block) {
		source := strings.ReplaceAll(q.Source, "\r\n", "\n")
		c, known := m.candidate(q.ID)
		pristine := known && source == c.entry(q.Number).text
		if !pristine || m.isOpen(c) {
			kept = append(kept, entry{q, source})
		}
	}
	return kept
}

func (c candidate) entry(number int) entry {
	q := questions.Question{
		ID: c.id, Number: number, Ask: c.Ask, Decides: c.Decides, Critical: c.Critical, Assumed: c.Markdown(),
	}
	return entry{q, q.Render()}
}

const (
	questionsHeading = "## Clarifying questions"
	howToAnswer      = "Write after `Answer:`; until then the assumption holds."
	nothingToAsk     = "Nothing is left to ask: what such a design has to state is stated."
)

func (m *material) introduction() string {
	subject := "this document"
	switch {
	case m.in.Section != nil && m.in.Section.Heading != nil:
		subject = "this section"
	case m.system().ID != "" && m.style().ID != "adr":
		subject = "this " + m.system().Name
	}
	return fmt.Sprintf("What %s leaves open, the most decisive first. %s", subject, howToAnswer)
}

// ownPreamble is what the author wrote before the first question, or "" where
// there is nothing but what we write there.
func ownPreamble(d *document.Document, block *document.Block) string {
	lines := strings.Split(strings.ReplaceAll(questions.Preamble(d, block), "\r\n", "\n"), "\n")
	var own []string
	for _, line := range lines {
		heading := atxHeading().FindStringSubmatch(line)
		if heading != nil && strings.HasPrefix(heading[2], questionsHeading[3:]) {
			continue
		}
		if strings.HasSuffix(line, howToAnswer) || line == nothingToAsk {
			continue
		}
		own = append(own, line)
	}
	return strings.TrimSpace(strings.Join(own, "\n"))
}

func entriesText(kept, fresh []entry) string {
	var parts []string
	for _, e := range append(slices.Clone(kept), fresh...) {
		parts = append(parts, e.text)
	}
	if len(parts) == 0 {
		return nothingToAsk
	}
	return strings.Join(parts, "\n\n")
}

func asked(kept, fresh []entry) string {
	answered := 0
	for _, e := range kept {
		answered += truth(e.Answered())
	}
	switch {
	case len(kept) == 0 && len(fresh) == 0:
		return "There is nothing left to ask."
	case len(fresh) == 0:
		return fmt.Sprintf("No new questions; %d of %d are answered.", answered, len(kept))
	case len(kept) == 0:
		return fmt.Sprintf("Asked %s.", count(len(fresh), "question"))
	}
	return fmt.Sprintf("Asked %s more; %d of the %d before are answered.", count(len(fresh), "question"), answered, len(kept))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// upper gives a clause of the data files a capital letter and a full stop.
func upper(s string) string {
	s = strings.TrimRight(s, ".")
	return strings.ToUpper(s[:1]) + s[1:] + "."
}
