package diagram

// movers are the verbs of commands that tell of data and where they go or come from.
var movers = map[string]bool{
	"fetch": true, "put": true, "send": true, "read": true, "write": true, "store": true, "get": true, "pull": true, "push": true, "load": true, "save": true, "publish": true, "post": true,
	"cache": true, "queue": true, "forward": true, "retrieve": true, "download": true, "upload": true, "persist": true, "copy": true, "insert": true,
}

// tellsToMove says whether the verb that a sentence begins with is a command, although a
// noun stands right behind it: "Put notification data in message queues".
func tellsToMove(tokens []token, i int) bool {
	if !movers[tokens[i].verb.lemma] || tagAt(tokens, i+1) != tagNoun || finiteAhead(tokens, i+1) {
		return false
	}
	for k := i + 2; k+1 < len(tokens); k++ {
		if t := &tokens[k]; t.verb != nil && t.form == formBase && isPlural(tokens[k-1].lower) {
			return false // "Fetch workers fetch pages from the store"
		}
		switch tokens[k].tag {
		case tagNoun, tagGeneric, tagDet, tagNumber, tagQuote:
		case tagPrep:
			w := tokens[k].lower
			return isInto(w) && tokens[k-1].tag == tagNoun && startsPhrase(tokens, k+1) && !finiteAhead(tokens, k+1)
		default:
			return false
		}
	}
	return false
}
