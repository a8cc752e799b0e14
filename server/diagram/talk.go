package diagram

// talkReader reads what a noun for talking says with the phrases behind it:
// "requests from A to B", "A's calls to B", "each write by A to B".
type talkReader struct {
	from, to, via, with []int
}

// relateTalk reads the flow that the noun phrase at a chunk states.
func (s *sentence) relateTalk(i int) {
	p := s.chunks[i].np
	if at := s.chunks[i].at; at > 0 && s.tokens[at-1].tag == tagNeg {
		return // "without a call to"
	}
	if s.section.question || !s.isTalkPhrase(p) || isNegativeDet(p.det) || i > 0 && isContrast(s.chunks[i-1].word) {
		return
	}
	var r talkReader
	owned := p.inner >= 0 && p.mention < 0 && p.det == "its"
	if owned {
		r.from = []int{p.inner}
	}
	for k := s.behindMade(i + 1); k+1 < len(s.chunks) && s.chunks[k].kind == chunkPrep && !isContrast(s.chunks[k].word) && s.chunks[k+1].kind == chunkPhrase; k = s.behindMade(k + 2) {
		if s.chunks[k].word == "on" && isWatch(s.tokens[p.to-1].lower) {
			r.to = append(r.to, named([]phrase{s.chunks[k+1].np})...)
		}
		r.take(s.chunks[k].word, named([]phrase{s.chunks[k+1].np}))
	}
	if len(r.via) == 0 && len(r.from) > 0 && len(r.to) > 0 {
		r.via = s.wayBehind(i)
	}
	if len(r.from) == 0 && len(r.to) == 0 {
		r.to = r.with // "maintains a stream with the leader"
	}
	change := len(r.from) > 0 && !owned && (s.isChange(i) || len(r.to) > 0 && s.isMoved(i))
	if len(r.from) == 0 && len(r.to) > 0 {
		r.from = s.talker(i)
	}
	if len(r.from) == 0 && len(r.to) > 0 {
		r.from = s.purpose(i)
	}
	if len(r.from) > 0 && len(r.to) > 0 && !change {
		if owned {
			s.section.out.mentions[p.inner].marks &^= markInner // it talks
		}
		s.section.emit(relation{subjects: r.from, targets: []target{{mentions: r.to}}, via: r.via, protocol: s.protocol(), async: s.saysAsync(), span: s.span})
	}
}

// behindMade passes over the participle at a chunk that tells whose request it is: "calls
// made by A to B", "requests from A sent to B".
func (s *sentence) behindMade(k int) int {
	if k+2 >= len(s.chunks) || s.chunks[k].kind != chunkVerb || !s.chunks[k].vg.participle && !s.chunks[k].vg.gerund || s.chunks[k].vg.negated || s.chunks[k+1].kind != chunkPrep {
		return k
	}
	switch s.chunks[k].vg.lemma() {
	case "make", "send", "issue", "come", "originate", "go", "destine", "address", "direct", "initiate", "perform", "open", "establish":
		return k + 1
	}
	return k
}

// isWatch holds for nouns for what one has on another: "a watch on the API server".
func isWatch(w string) bool {
	w = Singular(w)
	return w == "watch" || w == "watche" || w == "watcher" || w == "lock" || w == "lease"
}

// wayBehind is what the passive verb behind the noun at a chunk says that it goes
// through: "traffic from A to B is sent through C".
func (s *sentence) wayBehind(i int) []int {
	for i++; i < len(s.chunks) && (s.chunks[i].kind == chunkPrep || s.chunks[i].kind == chunkPhrase); i++ {
	}
	if i >= len(s.chunks) || s.chunks[i].kind != chunkVerb || s.chunks[i].vg.negated || s.chunks[i].vg.participle {
		return nil
	}
	for _, a := range s.arguments(i) {
		if isThrough(a.prep) && !a.negated {
			return named(a.phrases)
		}
	}
	return nil
}

func (r *talkReader) take(prep string, mentions []int) {
	switch prep {
	case "from", "by":
		r.from = append(r.from, mentions...)
	case "to", "into", "against", "towards", "toward":
		r.to = append(r.to, mentions...)
	case "with":
		r.with = append(r.with, mentions...)
	case "via", "through":
		r.via = append(r.via, mentions...)
	}
}

// talker is who has the connection that the phrase at a chunk is.
func (s *sentence) talker(i int) []int {
	if i > 1 && s.chunks[i-1].kind == chunkPrep && byCalling[s.chunks[i-1].word] && (s.chunks[i].np.det == "a" || s.chunks[i].np.det == "an") {
		return s.subjectOfLastVerb(i - 2) // "gets the price by a call to"
	}
	if i == 0 || s.chunks[i-1].kind != chunkVerb {
		return nil
	}
	g := s.chunks[i-1].vg
	if g.negated || g.passive || s.isDenied(i-1) {
		return nil
	}
	switch g.lemma() {
	case "have", "maintain", "hold", "keep", "need", "require", "use", "get", "set", "open", "establish", "start", "create", "place", "retry", "repeat":
	case "be":
		if w := s.tokens[g.at].lower; w != "has" && w != "have" && w != "had" {
			return nil
		}
	default:
		return nil
	}
	return s.subject[i-1]
}

// relateUsing reads "using B, A does X" and "A does X using B".
func (s *sentence) relateUsing(i int, used int) {
	for k := i - 1; k >= 0; k-- {
		if s.chunks[k].kind == chunkVerb {
			if s.chunks[k].vg.infinitive && s.chunks[i-1].kind == chunkSub {
				return // "To save time when using B, A"
			}
			who := s.subject[k]
			if g := s.chunks[k].vg; g.passive && g.finite {
				who = s.agentsAt(k) // "is sent by A using B"
			}
			if len(who) > 0 && !s.chunks[k].vg.negated {
				s.emitUse(who, used)
			}
			return
		}
	}
	for k := i + 2; k < len(s.chunks); k++ {
		if c := s.chunks[k]; c.kind == chunkVerb && c.vg.finite && !c.vg.participle {
			s.emitUse(s.subjectBefore(k), used)
			return
		}
	}
}

func (s *sentence) emitUse(subjects []int, used int) {
	s.section.emit(relation{subjects: subjects, targets: []target{{mentions: []int{used}}}, label: "uses", protocol: s.protocol(), span: s.span})
}

// actsFor reads "A is a client of B".
func (s *sentence) actsFor(subjects []int, args []argument) {
	if len(args) < 2 || args[0].prep != "" || args[1].prep != "of" && args[1].prep != "for" {
		return
	}
	p := args[0].phrases[0]
	of := named(args[1].phrases)
	switch Singular(s.tokens[p.to-1].lower) {
	case "client", "consumer", "user", "caller", "customer", "subscriber", "dependent", "reader":
		s.section.emit(relation{subjects: subjects, targets: []target{{mentions: of}}, span: s.span})
	case "producer", "source", "upstream":
		s.section.emit(relation{subjects: subjects, targets: []target{{mentions: of, access: Write}}, span: s.span})
	}
}

// relateCaller reads "a client of the API server": it talks to that.
func (s *sentence) relateCaller(of, called int) {
	if of == 0 || called < 0 || s.chunks[of-1].kind != chunkPhrase || s.chunks[of-1].np.mention < 0 || isNegativeDet(s.chunks[of-1].np.det) {
		return
	}
	switch p := s.chunks[of-1].np; Singular(s.tokens[p.to-1].lower) {
	case "client", "caller", "consumer", "subscriber":
		if of >= 2 && s.chunks[of-2].kind == chunkVerb && s.chunks[of-2].vg.copula {
			return // see actsFor
		}
		s.emitBetween(p.mention, called, of)
	}
}
