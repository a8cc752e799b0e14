package diagram

// partitive nouns stand for what follows "of": "each instance of the worker".
var partitive = map[string]bool{
	"instance": true, "replica": true, "copy": true, "node": true, "member": true, "set": true, "group": true, "number": true, "majority": true, "part": true,
	"rest": true, "one": true, "pool": true, "fleet": true, "pair": true, "side": true, "process": true, "lot": true, "variety": true, "cluster": true, "couple": true, "team": true,
	"tier": true, "farm": true, "handful": true, "dozen": true, "array": true,
}

// subjectPhrase returns the head of the phrases that end at chunk i: in "the
// owner of the cluster" the owner; and those joined to it by "and".
func (s *sentence) subjectPhrase(i int) []int {
	first := s.chainStart(i)
	p := s.chunks[first].np
	if m := s.referents(p, first); len(m) > 0 {
		return m
	}
	if first+2 <= i && s.chunks[first+1].word == "of" && (partitive[Singular(s.tokens[p.to-1].lower)] || duties[Singular(s.tokens[p.to-1].lower)]) {
		p = s.chunks[first+2].np
	}
	var out []int
	if m := s.partOf(first, i); m >= 0 && (s.isThing(p) || s.chunks[first+1].word == "of") {
		out = append(out, m)
	} else if p.mention >= 0 {
		out = append(out, p.mention)
	} else if m := s.talkerOf(first, i); m >= 0 {
		out = append(out, m)
	} else if p.inner >= 0 && (runsInside[Singular(s.tokens[p.to-1].lower)] || p.det == "its" && duties[Singular(s.tokens[p.to-1].lower)]) {
		out = append(out, p.inner) // "client code"
	}
	if first >= 2 && s.chunks[first-1].kind == chunkConj && s.chunks[first-2].kind == chunkPhrase && !s.hasVerb(first) {
		return s.peersBefore(first-2, out)
	}
	return out
}

// talkerOf returns A in "calls from A", or -1.
func (s *sentence) talkerOf(first, last int) int {
	if first+2 > last || s.chunks[first+1].word != "from" || s.chunks[first+2].kind != chunkPhrase || !s.isTalkPhrase(s.chunks[first].np) {
		return -1
	}
	return s.chunks[first+2].np.mention
}

// partOf returns what the phrase at a chunk, which names nothing, is a part of: "a thread
// in the ingester", "each replica of the gateway"; or -1.
func (s *sentence) partOf(first, last int) int {
	if first+2 > last || s.chunks[first+1].kind != chunkPrep || s.chunks[first+2].kind != chunkPhrase || !runsInside[Singular(s.tokens[s.chunks[first].np.to-1].lower)] {
		return -1
	}
	switch s.chunks[first+1].word {
	case "in", "inside", "within", "on", "of":
		return s.chunks[first+2].np.mention
	}
	return -1
}

// runsInside are nouns for what works inside a component.
var runsInside = map[string]bool{
	"thread": true, "goroutine": true, "routine": true, "loop": true, "task": true, "job": true, "process": true, "code": true, "logic": true, "component": true, "part": true, "subsystem": true,
	"module": true, "library": true, "function": true, "coroutine": true, "hook": true, "leader": true, "instance": true, "replica": true, "plugin": true, "container": true, "implementation": true,
}

// chainStart walks back over "A of B", "A on B or C" to A.
func (s *sentence) chainStart(i int) int {
	for i >= 2 && (s.chunks[i-2].kind == chunkPhrase || s.endsReduced(i)) {
		switch {
		case s.chunks[i-2].kind == chunkVerb:
			i -= 3
		case s.chunks[i-1].kind == chunkPrep:
			i -= 2
		case s.chunks[i-1].kind == chunkConj && i >= 4 && s.chunks[i-3].kind == chunkPrep && s.chunks[i-4].kind == chunkPhrase:
			i -= 4
		default:
			return i
		}
	}
	return i
}

// peersBefore adds the phrases that are joined to a subject, up to chunk k.
func (s *sentence) peersBefore(k int, out []int) []int {
	for ; k >= 0; k-- {
		switch c := s.chunks[k]; c.kind {
		case chunkPhrase:
			if c.np.mention >= 0 && !(k > 0 && s.chunks[k-1].kind == chunkPrep) {
				out = append(out, c.np.mention)
			}
		case chunkComma, chunkConj:
		default:
			return out
		}
	}
	return out
}

// endsReduced says whether the phrase at chunk i ends "A linked into B".
func (s *sentence) endsReduced(i int) bool {
	return i >= 3 && s.chunks[i-1].kind == chunkPrep && s.chunks[i-2].kind == chunkVerb && s.chunks[i-2].vg.participle && s.chunks[i-3].kind == chunkPhrase && !s.hasVerb(i-2)
}

// runnerOf is who has what works inside it: "A runs a loop that polls B".
func (s *sentence) runnerOf(i int) []int {
	if i == 0 || s.chunks[i-1].kind != chunkVerb || !runsInside[Singular(s.tokens[s.chunks[i].np.to-1].lower)] {
		return nil
	}
	switch g := s.chunks[i-1].vg; g.lemma() {
	case "run", "have", "contain", "include", "start", "spawn", "launch", "keep", "be":
		if g.passive || g.negated || g.copula {
			return nil
		}
		return s.subject[i-1]
	}
	return nil
}
