package diagram

// classifying are the adjectives that tell which of its kind a part is, rather than
// how it is or which one was named: "the custom scheduler" beside the scheduler. They
// belong to its name.
var classifying = map[string]bool{
	"custom": true, "default": true, "built-in": true, "builtin": true, "third-party": true, "first-party": true, "managed": true, "dedicated": true,
	"privileged": true, "unprivileged": true, "trusted": true, "untrusted": true, "core": true,
}

// classifies says whether the adjective at a token tells which of its kind a part is.
func (r *phraseReader) classifies(i int) bool {
	t := &r.tokens[i]
	if t.tag != tagGeneric || t.bold > 0 {
		return false
	}
	if t.lower == "upper" || t.lower == "lower" {
		return r.tokens[i+1].lower == "level" // "the upper level controller"
	}
	return classifying[t.lower] && r.tokens[i+1].tag != tagGeneric && r.tokens[i+1].tag != tagNumber
}

// isInside says whether an adjective stands behind a noun of the same name: "the public
// key cache".
func (r *phraseReader) isInside(i, from int) bool {
	return i > from && r.tokens[i].tag == tagGeneric && r.tokens[i-1].tag == tagNoun && !isQualifier(&r.tokens[i-1]) && r.tokens[i].bold == 0
}
