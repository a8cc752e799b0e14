package diagram

// presented is what a sentence that nobody in the design is the subject of tells of as new:
// "We introduce a matcher", "Add a matcher".
func (s *sentence) presented() []int {
	for i, c := range s.chunks {
		if c.kind != chunkVerb || s.isSubordinate(i) {
			continue
		}
		if c.vg.negated || c.vg.passive || c.vg.would || s.section.question || !presents[c.vg.lemma()] || i > 0 && s.chunks[i-1].word != "we" {
			return nil
		}
		for _, a := range s.arguments(i) {
			if a.prep == "" && len(a.phrases) == 1 && (a.phrases[0].det == "a" || a.phrases[0].det == "an") {
				return s.doers(named(a.phrases))
			}
		}
		return nil
	}
	return nil
}

// doers are mentions if they are of something that does things, and no person.
func (s *sentence) doers(mentions []int) []int {
	if len(mentions) != 1 || !s.section.canDo(mentions) || s.section.out.mentions[mentions[0]].kind == Person {
		return nil
	}
	return mentions
}

// presents are verbs with which authors begin to tell of a part of their system.
var presents = map[string]bool{
	"introduce": true, "add": true, "have": true, "propose": true, "build": true, "create": true, "deploy": true, "implement": true, "develop": true, "design": true, "provide": true, "write": true,
	"run": true, "need": true,
}
