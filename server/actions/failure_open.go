package actions

import (
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/text"
)

var (
	takesTime = text.Pattern(`(?i)\b\d+(?:\.\d+)? ?(?:ms|s|sec|seconds?|min|minutes?|h|hours?|days?)\b|\b(?:immediately|at once|within|instantly)\b|\b(?:a|one|two|three|five|ten) (?:second|minute|hour|day)s?\b`)
	keepsData = text.Pattern(`(?i)back-?up|backed up|snapshot|restor|rebuil|replay|archiv|point-in-time`)
	copies    = text.Pattern(`(?i)replica|standby|follower|secondary|mirror|quorum|raft|copies`)
)

// open is what the document does not say about the failure of a part: a question
// for each, by what the part is.
func (f *failures) open(x failure) string {
	var said []string
	for _, span := range x.rescues {
		said = append(said, span.Of(f.doc.Text.Content()))
	}
	words := strings.Join(said, " ")
	var asks []string
	switch {
	case words == "":
		asks = append(asks, firstQuestion(x.Node.Kind))
	case !takesTime().MatchString(words):
		asks = append(asks, "how is the failure noticed, and how long does it last?")
	}
	switch x.Node.Kind {
	case diagram.Store:
		if !keepsData().MatchString(words) {
			asks = append(asks, "what is the data restored from when it is deleted or damaged?")
		}
		if copies().MatchString(words) && !strings.Contains(strings.ToLower(words), "synchronous") {
			asks = append(asks, "which writes are lost that no copy has yet?")
		}
	case diagram.Queue:
		if words == "" {
			asks = append(asks, "where do messages stay meanwhile?")
		}
	case diagram.Cache:
		if words == "" {
			asks = append(asks, "does what is behind it bear the load when it is empty?")
		}
	}
	if len(asks) == 0 {
		return "–"
	}
	for i := range asks {
		asks[i] = upperFirst(asks[i])
	}
	return strings.Join(asks, " ")
}

// firstQuestion is the one to begin with when the document says nothing.
func firstQuestion(k diagram.Kind) string {
	switch k {
	case diagram.External:
		return "what do the callers do without it: wait how long, try again, do without?"
	case diagram.Store:
		return "what takes over, and after how long?"
	case diagram.Cache:
		return "do reads go on without it?"
	case diagram.Queue:
		return "do senders wait, fail, or keep their messages?"
	}
	return "what runs in its place, and how do callers find it?"
}
