package diagram

// isItsClient says whether the noun at a token tells who uses what is named before it:
// "the MySQL client" is not MySQL.
func (r *phraseReader) isItsClient(i int) bool {
	return Singular(r.tokens[i].lower) == "client" && (r.tokens[i-1].code || isCapital(r.tokens[i-1].text) || isTechnology(r.tokens[i-1].lower))
}

// makesName says whether the noun at a token makes a component's name of the word before
// it, which by itself names anything: "the OpAMP server".
func (r *phraseReader) makesName(i int) bool {
	h, ok := r.tokens[i].headOf()
	if !ok || h.strength != strong || h.kind != Container || r.tokens[i].bold > 0 {
		return false
	}
	before := &r.tokens[i-1]
	_, tech := r.techAt(i)
	_, head := before.headOf()
	return !tech && !head && !before.code && !before.name
}

// whole takes the name of the system in "the Thanos components".
func (r *phraseReader) whole(from, to int, det string) int {
	if to-from < 2 || !wholes[r.tokens[to-1].lower] || r.tokens[to-1].bold > 0 || !isProper(&r.tokens[to-2], r.isInitial(to-2)) && !isTechnology(r.tokens[to-2].lower) {
		return -1
	}
	m := r.add(r.nameStart(from, to-1), to-1, det)
	if m >= 0 {
		(*r.mentions)[m].marks |= markInner
	}
	return m
}

// component takes "the receive component" and "a `ShardController` component" for what
// they say.
func (r *phraseReader) component(from, to int, det string) int {
	if to-from < 2 || r.tokens[to-1].lower != "component" || r.tokens[to-1].bold > 0 || det == "" || isNegativeDet(det) {
		return -1
	}
	last, end := &r.tokens[to-2], to-1
	_, head := last.headOf()
	group := words().nouns[last.lower]
	switch {
	case last.code || head || isDefinite(det) && (isProper(last, r.isInitial(to-2)) || isTechnology(last.lower)):
	case last.tag != tagNoun, !isDefinite(det), isQualifier(last), isPossessive(last.lower), last.lower == "plane", group != "" && group != "data", isAbstract(last.lower):
		return -1
	default:
		end = to
	}
	m := r.add(r.nameStart(from, to-1), end, det)
	if m >= 0 {
		(*r.mentions)[m].marks |= markNamed | markHead | markWeak
	}
	return m
}

// wholes are the nouns behind the name of a whole system: "Thanos components".
var wholes = map[string]bool{"components": true, "services": true, "microservices": true, "subsystems": true, "tools": true, "ecosystem": true, "architecture": true}

// keptInside are what a part has for itself: "the frontend's queue".
var keptInside = map[string]bool{"queue": true, "table": true, "index": true, "buffer": true, "inbox": true, "mailbox": true, "memory": true, "disk": true}
