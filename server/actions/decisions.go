package actions

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

var (
	decided  = text.Pattern(`(?i)\b(we|i) (chose|choose|decided|have decided|go for|went for|opt(ed)? for|pick(ed)?|settled on|propose|recommend|adopt)\b|\bwe(['’]ll| will) (use|store|keep|adopt|build|replace|partition|shard|replicate|write|read|serve)\b|\bwe use\b|\bthis (proposal|kep|otep|rfc|document|design|adr) (proposes|introduces|describes a|replaces|adds|adopts)\b|\bthe (proposal|decision) is\b|\bis proposed\b|\b(is|are) therefore (not )?[a-z]+ed\b`)
	reasoned = text.Pattern(`(?i)\b(because|since|so that|in order to|which (means|avoids|makes|lets|allows|keeps))\b`)
	weighed  = text.Pattern(`(?i)\b(instead of|rather than|and not|in place of|therefore)\b`)
	tradeoff = text.Pattern(`(?i)\b(an?|the|this|our|one|main|key) trade-?off\b|\btrade-?offs? (is|are|between|here)\b|\bat the (cost|expense|price) of\b|\bin exchange for\b|\b(gives?|giving|gave) up\b|\bsacrific\w+|\bfavou?rs? [a-z ]{3,40} over\b|\bthe (downside|drawback|price|disadvantage) (is|of)\b|\b(simpler|cheaper|faster|slower|easier) [^.]{0,60}\bbut\b|\bcomes at a\b`)
	talked   = text.Pattern(`(?i)\b(should|could|would|might|may|need to|want to) (also )?(discuss|consider|be discussed)\b|\btalking points\b|\b(see|refer to) the\b|\bif we\b|^(state|discuss|clarify|consider|important|note)\b|\?$|\bdo not\b.{0,12}\b(decide|choose)\b|\bnot pictured\b|\bto avoid\b.{0,20}\bdiscussions?\b`)
	dangling = text.Pattern(`(?i)^(because of this|to do so|but|however|therefore|so|then|it|that|these|those|this (disadvantage|problem|issue|means|is)|we also|a concern|unlike)\b|\b(this|that|the (above|below|same|following)) (option|approach|one|solution|policy|guess|method)\b|\b(above|below)\b`)
	outside  = text.Pattern(`(?i)\b(alternatives?|rejected|considered|appendix|background|references?|glossary|acknowledge?ments?|history|prior art|related|test|questionnaire|checklist|user stor(y|ies)|drawbacks?|risks?|future|graduation|questions?)\b`)
	central  = text.Pattern(`(?i)\b(decision|outcome|proposal|summary|abstract|solution|design|strategy|architecture)\b`)
)

// decisions returns the sentences in which the author takes a decision, the
// clearest first up to most, in document order.
func (m *material) decisions(most int) []passage {
	return m.clearest(most, func(p passage) int {
		if m.isDecision(p) {
			return 6
		}
		if !decided().MatchString(p.Text) || talked().MatchString(p.Text) || outside().MatchString(m.path(p.Section)) {
			return 0
		}
		return 1 + 2*truth(reasoned().MatchString(p.Text)) + 2*truth(weighed().MatchString(p.Text)) +
			truth(central().MatchString(p.Section.Title())) - 2*truth(dangling().MatchString(p.Text))
	}, 2)
}

var decisionHeading = text.Pattern(`(?i)^(the )?(decisions?|decision outcome|resolution|recommendation|conclusion)$`)

// isDecision says whether a sentence is the first in a section for decisions.
func (m *material) isDecision(p passage) bool {
	if !named(p.Section, decisionHeading()) {
		return false
	}
	for _, q := range m.of(p.Section) {
		if q.says() {
			return q.Span == p.Span
		}
	}
	return false
}

// tradeoffs returns the sentences that say what is given up for what.
func (m *material) tradeoffs(most int) []passage {
	return m.clearest(most, func(p passage) int {
		if !tradeoff().MatchString(p.Text) || talked().MatchString(p.Text) || apart().MatchString(m.path(p.Section)) {
			return 0
		}
		return 2 + truth(reasoned().MatchString(p.Text))
	}, 2)
}

// apart names the sections that speak of other designs than this.
var apart = text.Pattern(`(?i)\b(alternatives?|rejected|considered|appendix|references?|glossary|acknowledge?ments?|history|prior art|related|test|questionnaire|checklist)\b`)

// clearest returns the passages with the highest scores of at least a threshold.
func (m *material) clearest(most int, score func(passage) int, least int) []passage {
	type scored struct {
		passage
		score int
	}
	var all []scored
	for _, p := range m.passages() {
		if p.Heading || p.Cell || len(p.Text) < shortestSentence || len(p.Text) > 420 || strings.HasSuffix(p.Text, ":") {
			continue
		}
		if n := score(p); n >= least {
			all = append(all, scored{p, n})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return b.score - a.score })
	all = all[:min(most, len(all))]
	slices.SortFunc(all, func(a, b scored) int { return a.Span.Start - b.Span.Start })
	var chosen []passage
	for _, s := range all {
		chosen = append(chosen, s.passage)
	}
	return chosen
}

// path names a section by its headings, without the document's title.
func (m *material) path(s *document.Section) string { return knowledge.PathBelowTitle(m.doc, s) }

// cite lists passages, each with a link to its section.
func cite(passages []passage) []string {
	var lines []string
	for _, p := range passages {
		lines = append(lines, clip(p.Text, 260)+source(p.Section))
	}
	return lines
}
