package server_test

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/questions"
)

// says has the author write the open turn of a conversation.
func (s *story) says(block, words string) {
	s.t.Helper()
	d := s.parsed()
	b := d.Block(block)
	if b == nil {
		s.t.Fatalf("there is no conversation in\n%s", s.Text(doc))
	}
	turn, open := questions.OpenTurn(d, b)
	if !open {
		s.t.Fatal("it is not the author's turn")
	}
	s.Edit(doc, turn.TextSpan.Start, turn.TextSpan.End, " "+words)
	s.Settle()
}

func TestTheReviewerIsInterviewed(t *testing.T) {
	tell(t, problem, func(s *story) {
		s.act("mock-candidate", nil, "You want a feed of photos. Two questions: how many photos a day, because that decides push or pull? And how stale may a feed be?")
		s.has("**Reviewer:** You want a feed", "**You:**")
		if end := s.act("mock-candidate", nil); !strings.Contains(end, "your turn") {
			t.Errorf("it did not wait: %q", end)
		}
		s.says("mock-candidate", "10 million a day, and 5 s.")
		if lenses := s.lenses(); !strings.Contains(lenses, `"title":"Send"`) || !strings.Contains(lenses, `"title":"Finish"`) {
			t.Errorf("lenses %s", lenses)
		}
		s.act("mock-candidate", nil, "From 30,000 feet: I would push.\n\n## Architecture\n\n```mermaid\nflowchart LR\n  app[App] -->|reads| feed[Feed service]\n```\n\n**You:** Fine, you are hired.")
		s.says("mock-candidate", "And a singer with 40 million followers?")
		s.writes("read a feed", "read one feed") // the author goes on writing elsewhere
		s.act("mock-candidate", nil, "You are right: pushing to 40 million does not end within 5 s. I would merge such accounts on read.")
		s.has("**You:** 10 million a day, and 5 s.\n", "**You:** And a singer with 40 million followers?\n", "\n### Architecture\n", "I would merge such accounts on read.")
		if strings.Contains(s.Text(doc), "you are hired") {
			t.Error("the reviewer wrote the author's turn")
		}
		last := s.model.Requests()[2]
		if n := len(last.Messages); n != 5 || !strings.Contains(last.Messages[2].Content, "10 million a day") {
			t.Errorf("%d messages: %+v", n, last.Messages[1:])
		}
	})
}

const debrief = `{"scores":[{"id":"R2","score":3,"evidence":"I push, because reads are twenty times writes","advice":"Say when that flips."},
{"id":"R7","score":0,"evidence":"It need not be one or the other","advice":"Name hybrids."}],
"phases":[{"name":"Feature expectations","planned":5,"used":4,"comment":"In time."}],"strengths":["Numbers first."],"improvements":["Failover."],"verdict":"lean yes","summary":"A good start."}`

func TestTheAuthorIsInterviewed(t *testing.T) {
	tell(t, problem, func(s *story) {
		s.act("mock-interviewer", nil, "Design a photo feed. How would you begin?")
		s.says("mock-interviewer", "I push, because reads are twenty times writes.")
		s.act("mock-interviewer", map[string]string{"minutes": "6"}, "We are in the estimations now. How large is the write side?")
		if sent := s.sent(); !strings.Contains(sent, "6 minutes have passed") || !strings.Contains(sent, "estimations 5-15") {
			t.Errorf("the time-boxes are not sent:\n%s", sent)
		}
		s.says("mock-interviewer", "116 a second.")
		s.act("mock-interviewer", map[string]string{"finish": "true"}, debrief)
		if sent := s.sent(); !strings.Contains(sent, "(minute 6) We are in the estimations now.") {
			t.Errorf("who is to judge the time is not told it:\n%s", sent)
		}
		s.has("(minute 6)", "| R2 | 3 of 4 | “I push, because reads are twenty times writes” |", "| R7 | 0 of 4 | – |", "4 of 5 minutes", "**Verdict: lean yes**")
		if strings.Contains(s.lenses(), `"title":"Send"`) {
			t.Error("a closed interview can be sent")
		}
	})
}

const walk = `## The problem

So, picture this: people post photos, and others want to see them.

## Functional requirements

- Post a photo (Post Service)
- Read a feed (Feed Service)

## Non-functional requirements

- A feed within 200 ms at p99

## API contracts

- Post: image in, id out; too large is an error

## High-level design

The Post Service takes photos, the Feed Service gives them.

## Flow diagram

` + "```mermaid\nflowchart LR\n  user[User] -->|posts| post[Post Service]\n  user -->|reads| feed[Feed Service]\n```" + `

### Flow description

A user posts, and the follower reads.

## Deep dive

The Feed Service keeps entries by user.

## Assumptions

- 0.5 photos a day

## Simplifications

- No video

## Scaling

At ten times the load, fan-out falls behind first.
`

func TestAWalkthrough(t *testing.T) {
	tell(t, problem, func(s *story) {
		s.act("walkthrough", nil, walk)
		s.has("picture this", "(Feed Service)", "### Flow description", "## Scaling")
		s.act("walkthrough", nil, strings.Replace(walk, "picture this", "imagine", 1))
		if text := s.Text(doc); strings.Contains(text, "picture this") || strings.Count(text, "## Scaling") != 1 {
			t.Errorf("there are two:\n%s", text)
		}
	})
}
