package actions

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/text"
)

// The kinds of the blocks that hold conversations.
const (
	candidateKind   = "mock-candidate"
	interviewerKind = "mock-interviewer"
)

// talkHeadings begin the blocks of conversations.
var talkHeadings = map[string]string{
	candidateKind:   "## Mock interview: you interview",
	interviewerKind: "## Mock interview: you are the candidate",
}

const debriefNote = "debrief" // of the turn that closes a conversation

const itIsYourTurn = "It is your turn: write after the last “You:”, and run the action again."

// conversation is what has been said so far.
type conversation struct {
	block *document.Block // nil before the first turn
	turns []questions.Turn
	open  questions.Turn // the author's, to be answered
	said  bool           // the author has written it
}

func (m *material) conversation(kind string) conversation {
	c := conversation{block: m.doc.Block(kind)}
	if c.block != nil {
		c.turns = questions.Turns(m.doc, c.block)
		c.open, _ = questions.OpenTurn(m.doc, c.block)
		c.said = c.open.Text != ""
	}
	return c
}

// goesOn is the draft of a conversation with another turn of the reviewer, after
// which the author's begins. What stands there is kept word for word.
func (m *material) goesOn(kind string, c conversation, opening string, turns ...questions.Turn) draft {
	var parts []string
	if c.block != nil {
		parts = append(parts, strings.TrimSpace(strings.ReplaceAll(c.block.Markdown(m.doc.Text.Content()), "\r\n", "\n")))
	}
	for _, t := range turns {
		parts = append(parts, t.Render())
	}
	d := draft{kept: strings.Join(parts, "\n\n"), merged: true, whole: true, attrs: m.clocked(kind, c)}
	if c.block == nil {
		d.body = opening
	}
	return d
}

// mockCandidate opens as a candidate does: with the problem in a sentence and the
// questions whose answers change the design most.
func mockCandidate(_ context.Context, m *material) (draft, error) {
	c := m.conversation(candidateKind)
	switch {
	case c.block != nil && !c.said:
		return draft{summary: itIsYourTurn}, nil
	case c.block != nil:
		return draft{}, &Refusal{Reason: "a candidate who answers takes a model, so the conversation is unchanged; set an engine, or run propose-design, which lays the design out as far as it can be without one"}
	}
	p, err := m.problem()
	if err != nil {
		return draft{}, err
	}
	asked := questions.Turn{Speaker: questions.Reviewer, Text: "So I am to design " + p.task + ". Before I draw anything, " + countOf(len(p.asks)) + ":\n\n" + enumerated(p.asks)}
	d := m.goesOn(candidateKind, c, talkHeadings[candidateKind]+"\n\nThe reviewer is the candidate. Answer after “You:”, and run the action again to go on.", asked, questions.Turn{Speaker: questions.You})
	d.summary = "Asked what a candidate would ask first; going on takes a model."
	return d, nil
}

func countOf(n int) string {
	if n == 1 {
		return "one question"
	}
	return []string{"no question", "", "two questions", "three questions"}[min(n, 3)]
}

// step is a question of the interview with its time-box.
type step struct {
	knowledge.BoxQuestion
	box knowledge.Box
}

func (s step) turn() questions.Turn {
	return questions.Turn{Speaker: questions.Reviewer, Note: s.note(), Text: s.Ask}
}

func (s step) note() string {
	return fmt.Sprintf("%s, minutes %d-%d", s.box.Title, s.box.From, s.box.To)
}

const deepDives = 3 // questions of the kind of system that are asked in the deep dive

// script is all that is asked, in order.
func (m *material) script(system knowledge.System) []step {
	var all []step
	for _, box := range knowledge.Interview() {
		for _, q := range box.Questions {
			all = append(all, step{q, box})
		}
		if len(box.Questions) > 0 {
			continue
		}
		for _, q := range system.Questions {
			if q.Critical && len(all) > 0 && countIn(all, box.Title) < deepDives {
				all = append(all, step{knowledge.BoxQuestion{ID: q.ID, Ask: "Let us go deeper. " + q.Ask + " Say what follows for your design."}, box})
			}
		}
		if countIn(all, box.Title) == 0 {
			all = append(all, step{knowledge.BoxQuestion{ID: "failure", Ask: "Take the component that worries you most: how does it scale, what happens when it fails, and what becomes of two writes that conflict?"}, box})
		}
	}
	return all
}

func countIn(all []step, box string) int {
	n := 0
	for _, s := range all {
		n += truth(s.box.Title == box)
	}
	return n
}

const putANumber = "Put a number on it; the order of magnitude and how you get there are enough."

// mockInterviewer asks the next question of the interview, or closes it with what
// the answers cover.
func mockInterviewer(_ context.Context, m *material) (draft, error) {
	p, err := m.problem()
	if err != nil {
		return draft{}, err
	}
	c, script := m.conversation(interviewerKind), m.script(p.system)
	if d, asked := m.pause(c); asked {
		return d, nil
	}
	finish := m.in.Options[prompts.OptionFinish] == "true"
	if c.block == nil {
		first := script[0].turn()
		first.Text = fmt.Sprintf("Design %s. You have 55 minutes. %s", p.task, first.Text)
		d := m.goesOn(interviewerKind, c, talkHeadings[interviewerKind]+"\n\nAnswer after “You:”, and run the action again for the next question. Without a model the questions are those of the time-boxes and of this kind of system, and nobody judges whether an answer is right.", first, questions.Turn{Speaker: questions.You})
		d.summary = "The interview begins; " + lowerFirst(itIsYourTurn)
		return d, nil
	}
	if !c.said && !finish || c.closed() {
		return draft{summary: over(c)}, nil
	}
	next, ok := m.nextStep(c, script)
	if finish || !ok {
		d := m.goesOn(interviewerKind, c, "", questions.Turn{Speaker: questions.Reviewer, Note: debriefNote, Text: m.debrief(c)})
		d.summary = "Closed the interview with what your answers cover."
		return d, nil
	}
	d := m.goesOn(interviewerKind, c, "", next, questions.Turn{Speaker: questions.You})
	d.summary = "Asked the next question (" + next.Note + ")."
	return d, nil
}

// closed says whether the last turn was a debrief.
func (c conversation) closed() bool {
	return len(c.turns) > 0 && c.turns[len(c.turns)-1].Note == debriefNote
}

func over(c conversation) string {
	if n := len(c.turns); n > 0 && c.turns[n-1].Speaker == questions.Reviewer {
		return "The interview is over; remove its block to begin another."
	}
	return itIsYourTurn
}

var digit = text.Pattern(`\d`)

// nextStep is a follow-up where a number is missing, else the first question that
// was not asked and whose time is not over.
func (m *material) nextStep(c conversation, script []step) (questions.Turn, bool) {
	asked := map[string]bool{}
	last := ""
	for _, t := range c.turns {
		if t.Speaker == questions.Reviewer {
			last = oneLine(t.Text)
			asked[last] = true
		}
	}
	minutes, _ := strconv.Atoi(m.in.Options[prompts.OptionMinutes])
	for i, s := range script {
		was := asked[oneLine(s.Ask)] || i == 0
		if was && s.Number && strings.HasSuffix(last, oneLine(s.Ask)) && !digit().MatchString(c.open.Text) {
			return questions.Turn{Speaker: questions.Reviewer, Note: s.note(), Text: putANumber}, true
		}
		if !was && minutes < s.box.To {
			return s.turn(), true
		}
	}
	return questions.Turn{}, false
}
