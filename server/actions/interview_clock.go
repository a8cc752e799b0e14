package actions

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
)

// beganAttr is the attribute of an interview's block that says when it began, so
// that its clock goes on wherever the document is opened. Without it, or when the
// author takes it out, no time is kept.
const beganAttr = "began"

// Clock is the time of an interview that a document holds and that is not over.
type Clock struct {
	Block string // id of its managed block
	Began time.Time
	Box   knowledge.Box // of the question that is open, or else of the moment
}

// InterviewClock reads the clock of the interview in a document. It is false while
// there is none, after its debrief, while it is paused, and where no time is kept.
func InterviewClock(d *document.Document, now func() time.Time) (Clock, bool) {
	block := d.Block(interviewerKind)
	began, ok := begins(block)
	if _, paused := Timing(block); !ok || paused {
		return Clock{}, false
	}
	turns := questions.Turns(d, block)
	if (conversation{turns: turns}).closed() {
		return Clock{}, false
	}
	c := Clock{Block: block.ID, Began: began, Box: boxAt(now().Sub(began))}
	for _, t := range turns {
		if box, ok := boxNamed(t.Note); ok && t.Speaker == questions.Reviewer {
			c.Box = box
		}
	}
	return c, true
}

// Over is when a time-box ends.
func (c Clock) Over(box knowledge.Box) time.Time {
	return c.Began.Add(time.Duration(box.To) * time.Minute)
}

func begins(block *document.Block) (time.Time, bool) {
	if block == nil {
		return time.Time{}, false
	}
	began, err := time.Parse(time.RFC3339, block.Attrs[beganAttr])
	return began, err == nil
}

// boxAt is the time-box after some time, the last one when all are over.
func boxAt(passed time.Duration) knowledge.Box {
	boxes := knowledge.Interview()
	for _, box := range boxes {
		if passed < time.Duration(box.To)*time.Minute {
			return box
		}
	}
	return boxes[len(boxes)-1]
}

// boxNamed is the time-box that the note of a turn names.
func boxNamed(note string) (knowledge.Box, bool) {
	for _, box := range knowledge.Interview() {
		if title, _, _ := strings.Cut(note, ","); title == box.Title {
			return box, true
		}
	}
	return knowledge.Box{}, false
}

// timed tells an input how many minutes of the interview have passed, unless its
// options do.
func timed(in Input) Input {
	block := in.Doc.Block(interviewerKind)
	began, ok := begins(block)
	if !ok || in.Now.IsZero() || in.Options[prompts.OptionMinutes] != "" {
		return in
	}
	options := map[string]string{}
	maps.Copy(options, in.Options)
	options[prompts.OptionMinutes] = strconv.Itoa(int(passed(block, began, in.Now).Minutes()))
	in.Options = options
	return in
}

// clocked are the attributes that keep the clock of a conversation.
func (m *material) clocked(kind string, c conversation) []string {
	switch {
	case kind != interviewerKind:
		return nil
	case c.block == nil && !m.in.Now.IsZero():
		return []string{beganAttr + "=" + stamp(m.in.Now)}
	case c.block != nil && c.block.Attrs[beganAttr] != "":
		return []string{beganAttr + "=" + goesOnAt(c.block, m.in.Now)}
	}
	return nil
}
