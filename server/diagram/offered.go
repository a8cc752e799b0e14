package diagram

import (
	"slices"
	"strings"
)

// relateOffered reads that people work with a part of the system where what they do is
// done in or through it: "users see the status in the UI", and where it lets them do
// that: "the API allows operators to choose a policy".
func (s *sentence) relateOffered(at int, subjects []int, args []argument) {
	g := s.chunks[at].vg
	if g.negated || g.passive || g.participle || s.section.question || s.isDenied(at) {
		return
	}
	if people := s.people(subjects); len(people) > 0 {
		for _, a := range args {
			if front := s.fronts(a); len(front) > 0 && !a.negated {
				s.emitUsed(people, front)
			}
		}
	}
	if len(args) > 0 && args[0].prep == "" && lets(g) && s.areHandled(subjects) {
		s.emitUsed(s.people(named(args[0].phrases)), subjects)
	}
}

// lets holds for verbs whose subject somebody works with.
func lets(g verbGroup) bool {
	switch g.lemma() {
	case "allow", "let", "enable", "permit":
		return true
	}
	return false
}

// areHandled says whether mentions are of what people work with.
func (s *sentence) areHandled(mentions []int) bool {
	return len(mentions) > 0 && !slices.ContainsFunc(mentions, func(m int) bool {
		w := strings.ToLower(lastWord(s.section.out.mentions[m].name))
		return !isFront[w] && !isInterface(w) && w != "plugin" && w != "tool" && w != "command" && w != "library" && !strings.HasSuffix(w, "ctl")
	})
}

// people are those of some mentions that name people in a role.
func (s *sentence) people(mentions []int) (out []int) {
	for _, m := range mentions {
		if n := &s.section.out.mentions[m]; n.kind == Person || strings.HasSuffix(n.key, "operator") {
			out = append(out, m)
		}
	}
	return out
}

// fronts are what people see of a system, where something is said to be done there: "in
// the console", "from the command line tool".
func (s *sentence) fronts(a argument) (out []int) {
	switch a.prep {
	case "in", "on", "via", "through", "from", "with", "at", "inside", "within":
	default:
		return nil
	}
	for _, p := range a.phrases {
		if w := s.tokens[p.to-1].lower; p.mention >= 0 && (isFront[Singular(w)] || strings.HasSuffix(w, "ctl")) {
			out = append(out, p.mention)
		}
	}
	return out
}

var isFront = map[string]bool{
	"ui": true, "gui": true, "cli": true, "dashboard": true, "console": true, "portal": true, "website": true, "webapp": true, "app": true, "browser": true, "frontend": true, "sdk": true,
	"webui": true, "webpage": true, "terminal": true,
}

func (s *sentence) emitUsed(users, used []int) {
	s.section.emit(relation{subjects: users, targets: []target{{mentions: used}}, label: "uses", protocol: s.protocol(), span: s.span})
}

// relateUseOf reads "A makes use of B" and "A has access to B".
func (s *sentence) relateUseOf(at int, subjects []int, args []argument) {
	g := s.chunks[at].vg
	if len(args) < 2 || args[0].prep != "" || args[1].negated || isNegativeDet(args[0].phrases[0].det) || g.passive {
		return
	}
	w, verb, prep := s.objectNoun(args), g.verbWord(s.tokens), args[1].prep
	switch {
	case (w == "use" || w == "advantage") && prep == "of" && (verb == "make" || verb == "take"):
	case w == "access" && prep == "to" && (verb == "have" || verb == "has" || verb == "had" || verb == "get" || verb == "gain" || verb == "need" || verb == "require" || verb == "obtain" || verb == "share"):
	default:
		return
	}
	s.emitUsed(subjects, named(args[1].phrases))
}

// verbWord is the lemma of the verb or the form of "have" or "be" that stands for it.
func (g verbGroup) verbWord(tokens []token) string {
	if g.verb != nil {
		return g.verb.lemma
	}
	return tokens[g.at].lower
}
