package reviewer

import (
	"encoding/json"
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	jsonFence  = text.Pattern("(?s)^```(?:json)?\\s*\\n(.*)\\n```$")
	turnedDown = text.Pattern(`(?i)^(?:(?:i['’]?m|i am) (?:very )?sorry|sorry|i apologi[sz]e)?[,.;]?\s*(?:but )?i(?: can(?:no|['’]?)t| am (?:not able|unable) to|['’]m (?:not able|unable) to| won['’]t be able to) (?:help|assist|comply|fulfil|continue with|do that|discuss|engage|provide)\b[^\n]*$`)
)

// longestRefusal is how long a reply that only turns the request down may be.
const longestRefusal = 300

// noProse says why a reply as a whole is nothing to stand in a document, "" when it may:
// it is data, or turns the request down without the server saying so.
func noProse(reply string) string {
	reply = strings.TrimSpace(reply)
	data := reply
	if m := jsonFence().FindStringSubmatch(reply); m != nil {
		data = strings.TrimSpace(m[1])
	}
	switch {
	case strings.HasPrefix(data, "{") && json.Valid([]byte(data)), strings.HasPrefix(data, "[") && json.Valid([]byte(data)):
		return "it is JSON, where prose was asked for"
	}
	return refusal(reply)
}

// refusal says of a reply that it does nothing but turn the request down, "" of any other.
func refusal(reply string) string {
	reply = strings.TrimSpace(reply)
	if len(reply) > longestRefusal || !turnedDown().MatchString(reply) {
		return ""
	}
	return "it only turns the request down: “" + reply + "”"
}

// The words that English has most of, and from which share of them on a text is taken
// for English: it has about twice as many, and its neighbors have half as many.
var commonWords = map[string]bool{
	"the": true, "of": true, "and": true, "to": true, "a": true, "is": true, "for": true, "that": true,
	"with": true, "on": true, "are": true, "be": true, "by": true, "it": true, "as": true, "this": true, "which": true,
}

const (
	commonShare = 0.12
	leastWords  = 40
)

// readsEnglish says whether a text is English for sure.
func readsEnglish(s string) bool {
	all, common := 0, 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !wordRune(r) }) {
		all++
		if commonWords[w] {
			common++
		}
	}
	return all >= leastWords && float64(common) >= commonShare*float64(all)
}
