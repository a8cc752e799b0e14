package server

import (
	"time"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/knowledge"
)

// interviewStatus is the clock of a mock interview that a document holds. Times are
// RFC 3339 in UTC.
type interviewStatus struct {
	Block       string      `json:"block"`
	Began       string      `json:"began"`
	Box         string      `json:"box"`         // title of the time-box that is on
	Deadline    string      `json:"deadline"`    // of that box
	SecondsLeft int         `json:"secondsLeft"` // until then when this was sent; negative when it is over
	Ends        string      `json:"ends"`        // of the whole interview
	Boxes       []boxStatus `json:"boxes"`
}

type boxStatus struct {
	Title    string `json:"title"`
	Deadline string `json:"deadline"`
}

// interviewOf reads the clock from the document; nil when none runs.
func (s *session) interviewOf(r *review) *interviewStatus {
	clock, ok := actions.InterviewClock(r.doc, s.options.Now)
	if !ok {
		return nil
	}
	over := func(box knowledge.Box) string { return clock.Over(box).UTC().Format(time.RFC3339) }
	status := &interviewStatus{
		Block: clock.Block, Began: clock.Began.UTC().Format(time.RFC3339), Box: clock.Box.Title,
		Deadline: over(clock.Box), SecondsLeft: int(clock.Over(clock.Box).Sub(s.options.Now()).Seconds()),
	}
	for _, box := range knowledge.Interview() {
		status.Boxes = append(status.Boxes, boxStatus{box.Title, over(box)})
		status.Ends = over(box)
	}
	return status
}
