package diagram

import "strings"

// phrase is a noun phrase: "the new order service".
type phrase struct {
	from, to int // tokens, half open
	det      string
	mention  int // index of what the phrase is about, -1 when that is no name
	inner    int // index of a name inside of it, -1 for none
}

// phraseReader makes the phrases of one sentence.
type phraseReader struct {
	tokens   []token
	title    bool // a heading or a table's head, where capitals say nothing
	mentions *[]mention
	known    knownNames
}

// read makes the phrase of the tokens from..to, all of them nouns and what may
// stand before nouns.
func (r *phraseReader) read(from, to int) phrase {
	p := phrase{from: from, to: to, mention: -1, inner: -1}
	at := from
	for at < to && r.tokens[at].tag == tagDet {
		p.det = r.tokens[at].lower
		at++
	}
	generic := at
	at = r.skipGeneric(at, to)
	if p.det == "the" && at > generic && isAnother[r.tokens[generic].lower] {
		p.det = "a"
	}
	for i := at; i < to-1; i++ {
		if isPossessive(r.tokens[i].lower) && !r.tokens[i].code {
			owner := r.name(at, i+1, p.det)
			if owner >= 0 {
				(*r.mentions)[owner].marks |= markInner
				p.inner = owner
			}
			if owner >= 0 && (isInterface(r.tokens[to-1].lower) || i == to-2 && keptInside[Singular(r.tokens[to-1].lower)]) {
				(*r.mentions)[owner].marks &^= markInner
				p.mention, p.inner = owner, -1 // "the driver's admin API"
				return p
			}
			at = r.skipGeneric(i+1, to)
			p.det = "its"
		}
	}
	if at < to && !(to-at == 2 && r.tokens[at].lower == "name" && r.tokens[at+1].code) { // "with name `test-volume`"
		p.mention = r.name(at, to, p.det)
	}
	if p.mention >= 0 && tellsSeveral(r.tokens[from:to]) {
		(*r.mentions)[p.mention].marks |= markRedundant
	}
	if p.mention >= 0 && (*r.mentions)[p.mention].marks&markInner != 0 {
		p.mention, p.inner = -1, p.mention
	}
	return p
}

// isAnother holds for adjectives that tell a thing from the one named last.
var isAnother = map[string]bool{"other": true, "another": true, "different": true, "new": true, "separate": true, "second": true, "third": true, "additional": true, "next": true, "matching": true}

func (r *phraseReader) skipGeneric(at, to int) int {
	for at < to-1 && !r.isMatcher(at, to) && (r.tokens[at].tag == tagGeneric || r.tokens[at].tag == tagNumber) && r.tokens[at].bold == 0 && !r.isTitled(at) && !r.classifies(at) && !r.isQuality(at) {
		at++
	}
	return at
}

// isMatcher holds for "the matching engine", which matches.
func (r *phraseReader) isMatcher(at, to int) bool {
	return at+2 == to && r.tokens[at].lower == "matching" && (r.tokens[to-1].lower == "engine" || r.tokens[to-1].lower == "service")
}

// isTitled says whether the adjective at a token is written as a part of a name:
// "sends them to Matching Service".
func (r *phraseReader) isTitled(at int) bool {
	return r.tokens[at].tag == tagGeneric && !r.isInitial(at) && isCapital(r.tokens[at].text) && isCapital(r.tokens[at+1].text)
}

func isPossessive(w string) bool {
	return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "s'") || strings.HasSuffix(w, "s’")
}

// name finds the name in a phrase without its article. The name is marked as
// inner when the phrase is about something else.
func (r *phraseReader) name(from, to int, det string) int {
	if m := r.boldName(from, to, det); m >= 0 {
		return m
	}
	if m := r.whole(from, to, det); m >= 0 {
		return m
	}
	if m := r.component(from, to, det); m >= 0 {
		return m
	}
	if r.isLettered(from, to) {
		return r.add(r.nameStart(from, to-1), to, det)
	}
	end := to
	for end > from+1 && r.tokens[end-1].tag == tagNumber && r.tokens[end-2].tag == tagNoun {
		end-- // "chat server 1"
	}
	for end > from+1 && isPartNoun(&r.tokens[end-1]) && r.standsAlone(from, end-1) && !r.isItsClient(end-1) && !r.makesName(end-1) {
		end--
	}
	if end > from && r.endsName(from, end) {
		if m := r.add(r.nameStart(from, end), end, det); m >= 0 {
			return m
		}
	}
	for end = to - 1; end > from; end-- {
		if r.endsName(from, end) {
			if m := r.add(r.nameStart(from, end), end, det); m >= 0 {
				(*r.mentions)[m].marks |= markInner
				return m
			}
		}
	}
	return -1
}

// boldName takes the last bold words of the phrase as a name.
func (r *phraseReader) boldName(from, to int, det string) int {
	for end := to; end > from; end-- {
		b := r.tokens[end-1].bold
		if b == 0 {
			continue
		}
		start := end - 1
		for start > from && r.tokens[start-1].bold == b {
			start--
		}
		if boldStartsClause(r.tokens, start) || start > 0 && r.tokens[start-1].bold == b || end < len(r.tokens) && r.tokens[end].bold == b && r.tokens[end].tag != tagColon && r.tokens[end].tag != tagStop {
			return -1
		}
		for start < end-1 && (r.tokens[start].tag == tagDet || r.tokens[start].tag == tagGeneric || r.tokens[start].tag == tagNumber) {
			start++
		}
		m := r.add(start, end, det)
		if m < 0 {
			return -1
		}
		for _, t := range r.tokens[end:to] {
			if !isPartNoun(&t) {
				(*r.mentions)[m].marks |= markInner
			}
		}
		return m
	}
	return -1
}

func (r *phraseReader) isInitial(i int) bool {
	return r.title || i == 0 || r.tokens[i-1].tag == tagStop || r.tokens[i-1].tag == tagColon || r.tokens[i-1].tag == tagQuote && i == 1
}

func trimPossessive(w string) string {
	if !isPossessive(w) {
		return w
	}
	if i := strings.LastIndexAny(w, "'"); i >= 0 {
		return w[:i]
	}
	return w[:strings.LastIndex(w, "’")]
}
