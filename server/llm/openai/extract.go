package openai

import (
	"encoding/json"
	"strings"
)

// extract finds the one JSON value in what a model wrote: the whole of it, or
// the first object or array that is complete, with a code fence or prose
// around it.
func extract(text string) (string, bool) {
	whole := strings.TrimSpace(text)
	if json.Valid([]byte(whole)) {
		return whole, true
	}
	// A brace in the prose before it may not begin the value, so all are tried;
	// but not more than a few, as each attempt reads on to the end.
	for tries, from := 0, 0; tries < 32; tries++ {
		at := strings.IndexAny(whole[from:], "{[")
		if at < 0 {
			break
		}
		from += at
		var value json.RawMessage
		if json.NewDecoder(strings.NewReader(whole[from:])).Decode(&value) == nil && len(value) > len("[1]") {
			return string(value), true
		}
		from++
	}
	return "", false
}
