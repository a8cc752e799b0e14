package diagram

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// severalWords tell that there is more than one of a thing.
var severalWords = map[string]bool{
	"multiple": true, "several": true, "many": true, "two": true, "three": true, "four": true, "five": true, "six": true, "redundant": true, "replicated": true, "clustered": true,
	"replicas": true, "cluster": true, "fleet": true, "standby": true, "standbys": true, "instances": true, "active-active": true, "active-passive": true, "multi-az": true, "multi-region": true,
	"highly-available": true, "failover": true, "mirrored": true, "autoscaled": true, "quorum": true,
}

// tellsSeveral says whether the words from..to tell that there is more than one.
func tellsSeveral(tokens []token) bool {
	for _, t := range tokens {
		if severalWords[t.lower] || t.tag == tagNumber && len(t.lower) < 4 && t.lower > "1" && t.lower[0] <= '9' {
			return true
		}
	}
	return false
}

func (s *sentence) mark(mentions []int, k marks) {
	for _, m := range mentions {
		s.section.out.mentions[m].marks |= k
	}
}

// relateSetting reads where things run and how many of them: "the broker runs in
// three zones", "is replicated", "has a standby", "lives in the private subnet".
func (s *sentence) relateSetting(at int, subjects []int, args []argument) {
	g := s.chunks[at].vg
	if g.negated {
		return
	}
	about := subjects
	if g.passive || g.participle {
		about, _ = s.patient(at)
	}
	switch g.lemma() {
	case "replicate", "mirror", "duplicate":
		if g.passive {
			s.mark(about, markRedundant)
		}
	case "be", "have", "run", "deploy", "host", "live", "sit", "reside", "place", "spread", "operate", "use":
		for _, a := range args {
			s.setAside(about, a)
		}
	}
}

// setAside notes what one phrase behind such a verb tells.
func (s *sentence) setAside(about []int, a argument) {
	for _, p := range a.phrases {
		words := s.tokens[p.from:p.to]
		if tellsSeveral(words) && (a.prep == "" || a.prep == "in" || a.prep == "across" || a.prep == "as" || a.prep == "over" || a.prep == "with") {
			s.mark(about, markRedundant)
		}
		if last := Singular(words[len(words)-1].lower); (a.prep == "in" || a.prep == "inside" || a.prep == "within") && enclosing[last] && !tellsSeveral(words) && p.det != "a" && p.det != "an" && p.det != "each" && p.det != "every" {
			s.enclose(about, words)
		}
	}
}

// enclosing are the nouns for what things run in.
var enclosing = map[string]bool{
	"vpc": true, "subnet": true, "network": true, "zone": true, "region": true, "datacenter": true, "center": true, "centre": true, "dmz": true, "namespace": true, "cloud": true,
	"account": true, "perimeter": true, "tenant": true, "enclave": true,
}

// enclose puts components into the boundary that some words name.
func (s *sentence) enclose(about []int, words []token) {
	for len(words) > 1 && (words[0].tag == tagDet || words[0].tag == tagGeneric) {
		words = words[1:]
	}
	out := s.section.out
	name := joinName(words)
	f := localFrame{mention: -1, source: FromProse, frame: frame{name: strings.TrimSpace(name), parent: -1, span: text.Span{Start: words[0].span.Start, End: words[len(words)-1].span.End}}}
	for _, m := range about {
		if out.mentions[m].frame < 0 {
			out.mentions[m].frame = len(out.frames)
		}
	}
	if len(about) > 0 {
		out.frames = append(out.frames, f)
	}
}
