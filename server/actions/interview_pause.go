package actions

import (
	"fmt"
	"time"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
)

// pausedAttr is the attribute of an interview's block that says when its clock was
// stopped. What is done next with the interview has the clock go on.
const pausedAttr = "paused"

// Timing says of a block whether it is an interview on time, and whether its clock is
// stopped.
func Timing(block *document.Block) (timed, paused bool) {
	if block == nil || block.Kind != interviewerKind {
		return false, false
	}
	_, timed = begins(block)
	_, paused = stopped(block)
	return timed, timed && paused
}

// stopped is when the clock of an interview was stopped.
func stopped(block *document.Block) (time.Time, bool) {
	at, err := time.Parse(time.RFC3339, block.Attrs[pausedAttr])
	return at, err == nil
}

// passed is how much of an interview's time is over.
func passed(block *document.Block, began, now time.Time) time.Duration {
	if at, paused := stopped(block); paused {
		now = at
	}
	return max(0, now.Sub(began))
}

// pause stops the clock of an interview or has it go on, if that is what is asked for.
func (m *material) pause(c conversation) (d draft, asked bool) {
	value := m.in.Options[prompts.OptionPause]
	if value == "" {
		return draft{}, false
	}
	timed, paused := Timing(c.block)
	switch {
	case !timed || c.closed() || m.in.Now.IsZero():
		return draft{summary: "There is no interview with a clock; the document is unchanged."}, true
	case paused == (value == "true"):
		return draft{summary: fmt.Sprintf("The clock of the interview is %s already; the document is unchanged.", map[bool]string{true: "stopped", false: "running"}[paused])}, true
	}
	began, _ := begins(c.block)
	minute := int(passed(c.block, began, m.in.Now).Minutes())
	d = m.goesOn(interviewerKind, c, "")
	d.author = c.block.Attrs["by"]
	d.summary = fmt.Sprintf("The clock of the interview runs again, from minute %d.", minute)
	if !paused {
		d.attrs = []string{beganAttr + "=" + c.block.Attrs[beganAttr], pausedAttr + "=" + stamp(m.in.Now)}
		d.summary = fmt.Sprintf("The clock of the interview is stopped in minute %d, until you go on.", minute)
	}
	return d, true
}

// goesOnAt is when an interview began, as if its clock had never been stopped.
func goesOnAt(block *document.Block, now time.Time) string {
	began, ok := begins(block)
	at, paused := stopped(block)
	if !ok || !paused || now.IsZero() {
		return block.Attrs[beganAttr]
	}
	if at.Before(began) { // somebody edited the markers
		at = began
	}
	return stamp(began.Add(max(0, now.Sub(at))))
}

func stamp(t time.Time) string { return t.UTC().Truncate(time.Second).Format(time.RFC3339) }
