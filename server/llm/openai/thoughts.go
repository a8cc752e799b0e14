package openai

import "strings"

// thoughts takes out what a reasoning model thinks aloud before it answers.
// Most servers send that apart; some leave it in the text, between marks.
type thoughts struct {
	state thinking
	held  string // may be the beginning of a mark
}

type thinking int

const (
	beforeThought thinking = iota // only white space so far
	inThought
	afterThought // the space between a thought and the answer
	pastThought  // in the answer
)

const (
	thoughtBegins = "<think>"
	thoughtEnds   = "</think>"
)

// strip takes the next piece of text and returns what belongs to the answer.
func (t *thoughts) strip(piece string) string {
	if t.state == pastThought {
		return piece
	}
	t.held += piece
	for {
		switch t.state {
		case beforeThought:
			start := strings.TrimLeft(t.held, " \t\r\n")
			if strings.HasPrefix(thoughtBegins, start) && start != thoughtBegins {
				return ""
			}
			if !strings.HasPrefix(start, thoughtBegins) {
				return t.answer(t.held)
			}
			t.state, t.held = inThought, start[len(thoughtBegins):]
		case inThought:
			at := strings.Index(t.held, thoughtEnds)
			if at < 0 {
				t.held = t.held[max(0, len(t.held)-len(thoughtEnds)):]
				return ""
			}
			t.state, t.held = afterThought, t.held[at+len(thoughtEnds):]
		default:
			start := strings.TrimLeft(t.held, " \t\r\n")
			if start == "" {
				return ""
			}
			return t.answer(start)
		}
	}
}

func (t *thoughts) answer(text string) string {
	t.state, t.held = pastThought, ""
	return text
}

// rest returns what was held back when the stream ended.
func (t *thoughts) rest() string {
	if t.state != beforeThought {
		return ""
	}
	return t.answer(t.held)
}
