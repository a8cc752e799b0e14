package mermaid

import "github.com/designls/designls/server/text"

// Issue is something to tell the author of a diagram.
type Issue struct {
	Span    text.Span // what it is about; never empty unless the source is
	Message string    // one sentence that names the thing
	Fixes   []Fix     // the best first
	Parses  bool      // mermaid accepts it, and draws nothing or not what was meant
}

// Fix is a change that mends an issue. With a grammar at hand a fix is only
// offered when the source parses after it.
type Fix struct {
	Title     string
	Edits     []text.Edit
	Preferred bool // right in nearly every case
}
