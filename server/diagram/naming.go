package diagram

// relateRole reads "CloudFront serves as our CDN": two names of one thing.
func (s *sentence) relateRole(at int, subjects []int, args []argument) {
	g := s.chunks[at].vg
	switch g.lemma() {
	case "serve", "act", "work", "function", "operate":
	case "use":
		if subjects = nil; len(args) > 0 && args[0].prep == "" {
			subjects = named(args[0].phrases)
		}
	default:
		return
	}
	for i, a := range args {
		if a.prep == "as" && i+1 < len(args) && args[i+1].prep == "of" && a.phrases[0].to-a.phrases[0].from == 2 {
			return // "acts as the agent of the leader"
		}
		if a.prep == "as" && len(a.phrases) == 1 && len(subjects) == 1 && !g.negated && !s.section.question && a.phrases[0].mention >= 0 && (a.phrases[0].det == "our" || a.phrases[0].det == "the" || a.phrases[0].det == "its") {
			s.section.out.aliases = append(s.section.out.aliases, alias{of: a.phrases[0].mention, name: subjects[0], sure: true})
		}
	}
}

func isNaming(g verbGroup) bool {
	l := g.lemma()
	return (l == "call" || l == "name" || l == "dub" || l == "know" || l == "refer") && (g.passive || g.participle)
}

// relateNaming reads "a component called X" and "workers (named as X)".
func (s *sentence) relateNaming(at int, args []argument) bool {
	for _, a := range args {
		if a.prep != "" && a.prep != "as" {
			continue
		}
		found := named(a.phrases)
		for _, m := range found {
			if s.namesComponent(at) {
				s.section.out.mentions[m].marks |= markNamed
			}
			if patients := s.named(at); len(patients) > 0 {
				s.section.out.aliases = append(s.section.out.aliases, alias{of: patients[0], name: m, sure: true})
			}
		}
		return len(found) > 0
	}
	return false
}

// named is what the verb at a chunk gives a name to. In "Formerly known as the relay."
// that is what the item tells of so far.
func (s *sentence) named(at int) []int {
	patients, _ := s.patient(at)
	if len(patients) == 0 && at == 0 && s.chunks[0].vg.lemma() == "know" {
		if r := s.section; r.item != nil && len(r.item.about) > 0 {
			return r.item.about
		} else if len(r.lastSubject) > 0 {
			return r.lastSubject
		}
	}
	return patients
}

// namesComponent says whether what "called" stands behind is a component: "a new
// server called X".
func (s *sentence) namesComponent(at int) bool {
	for i := at - 1; i >= 0 && i > at-4; i-- {
		if c := s.chunks[i]; c.kind == chunkPhrase {
			w := Singular(s.tokens[c.np.to-1].lower)
			h, ok := headOf(w)
			return ok && h.strength > faint || w == "component" || w == "module" || w == "process" || w == "system"
		}
	}
	return false
}

// introduce takes what "there is a sweeper which" and "we run a collector that"
// tell of for a part of the system.
func (s *sentence) introduce(at int, args []argument) {
	g := s.chunks[at].vg
	if at == 0 || s.chunks[at-1].kind != chunkPron || g.negated || g.would || s.section.question || len(args) == 0 || args[0].prep != "" {
		return
	}
	switch who := s.chunks[at-1].word; {
	case who == "there" && g.lemma() == "be":
	case who == "we" && introduces[g.lemma()] && s.isDescribed(at):
	default:
		return
	}
	for _, p := range args[0].phrases {
		if (p.det == "a" || p.det == "an") && p.mention >= 0 && s.section.out.mentions[p.mention].marks&markWeak != 0 {
			s.section.out.mentions[p.mention].marks |= markNamed
		}
	}
}

// introduces are the verbs with which authors say what their system has.
var introduces = map[string]bool{
	"be": true, "have": true, "run": true, "add": true, "introduce": true, "deploy": true, "build": true, "use": true, "operate": true, "create": true, "employ": true, "put": true, "place": true,
}

// isDescribed says whether the object of the verb at a chunk has a clause of its
// own: "a collector that subscribes".
func (s *sentence) isDescribed(at int) bool {
	for i := at + 1; i < len(s.chunks); i++ {
		switch s.chunks[i].kind {
		case chunkRel:
			return true
		case chunkPhrase, chunkPrep, chunkComma:
		default:
			return false
		}
	}
	return false
}
