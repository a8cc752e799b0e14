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

// isQuality says whether the adjective at a token of a heading in capitals tells what a
// part deals with: "Slow Store Scheduler", but "New Store Scheduler".
func (r *phraseReader) isQuality(i int) bool {
	t := &r.tokens[i]
	if !r.title || t.tag != tagGeneric || !isCapital(t.text) || !isCapital(r.tokens[i+1].text) || pointing[t.lower] {
		return false
	}
	_, ok := r.tokens[len(r.tokens)-1].headOf()
	return ok
}

// pointing are the adjectives that say which one is meant, or what is planned for it.
var pointing = map[string]bool{
	"new": true, "existing": true, "same": true, "other": true, "another": true, "different": true, "single": true, "multiple": true, "several": true, "various": true, "many": true, "few": true,
	"certain": true, "specific": true, "particular": true, "given": true, "corresponding": true, "respective": true, "appropriate": true, "relevant": true, "actual": true, "current": true,
	"original": true, "following": true, "above": true, "below": true, "next": true, "previous": true, "first": true, "second": true, "third": true, "last": true, "final": true, "additional": true,
	"extra": true, "more": true, "most": true, "least": true, "own": true, "entire": true, "whole": true, "full": true, "possible": true, "potential": true, "available": true, "optional": true,
	"required": true, "necessary": true, "important": true, "typical": true, "usual": true, "proposed": true, "so-called": true, "related": true, "better": true, "best": true, "two": true, "three": true,
	"common": true, "major": true, "main": true, "key": true, "future": true, "modern": true, "traditional": true, "upcoming": true, "underlying": true, "old": true, "running": true, "simple": true, "basic": true,
}
