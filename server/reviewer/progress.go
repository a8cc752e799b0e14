package reviewer

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/llm"
)

// Progress is how far a run is.
type Progress struct {
	Doing  string // what is being done: "Waiting for gpt-4.1", "Checking the reply"
	Part   string // title of the part that is being written; "" when it is not known
	Tokens int    // of the reply so far, about
}

// String is the progress as one line for the user.
func (p Progress) String() string {
	switch {
	case p.Part != "" && p.Tokens > 0:
		return fmt.Sprintf("%s “%s” (about %d tokens)", p.Doing, p.Part, p.Tokens)
	case p.Tokens > 0:
		return fmt.Sprintf("%s (about %d tokens)", p.Doing, p.Tokens)
	}
	return p.Doing
}

// bytesPerToken is about what it is in English prose; progress need not be exact.
const bytesPerToken = 4

// tokensPerReport keeps reports rare beside the text that they are about.
const tokensPerReport = 40

// teller tells progress while a reply arrives.
type teller struct {
	report func(Progress)
	now    Progress
	told   int // tokens
	size   int
	line   strings.Builder // the last line so far
	code   bool
}

func newTeller(report func(Progress)) *teller {
	if report == nil {
		report = func(Progress) {}
	}
	return &teller{report: report}
}

// doing tells that something begins.
func (t *teller) doing(what string) {
	t.now = Progress{Doing: what}
	t.told, t.size, t.code = 0, 0, false
	t.line.Reset()
	t.report(t.now)
}

// write takes in a piece of the reply.
func (t *teller) write(chunk string) {
	if t.size == 0 {
		t.now.Doing = "Writing"
	}
	t.size += len(chunk)
	t.now.Tokens = max(1, t.size/bytesPerToken)
	news := false
	for {
		before, after, ended := strings.Cut(chunk, "\n")
		t.line.WriteString(before)
		if !ended {
			break
		}
		news = t.endLine() || news
		chunk = after
	}
	if news || t.told == 0 || t.now.Tokens-t.told >= tokensPerReport {
		t.told = t.now.Tokens
		t.report(t.now)
	}
}

// endLine says whether the line that has ended begins a part.
func (t *teller) endLine() bool {
	s := t.line.String()
	t.line.Reset()
	if strings.HasPrefix(strings.TrimSpace(s), "```") {
		t.code = !t.code
	}
	m := hashHeading().FindStringSubmatch(s)
	if m == nil || t.code || m[2] == "" {
		return false
	}
	t.now.Part = m[2]
	return true
}

// waiting is what is told between a request and its reply.
func waiting(m llm.Model) string { return "Waiting for " + m.Name() }
