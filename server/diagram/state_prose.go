package diagram

import (
	"regexp"
	"strings"

	"github.com/designls/designls/server/document"
)

// readSentences reads the transitions that sentences and list items state.
func (r *sectionStates) readSentences() {
	c := r.content
	headed := r.section.Heading != nil && stateTitle().MatchString(r.section.Heading.Text)
	g := r.names.grammar()
	for _, s := range c.Sentences {
		if kind := c.Nodes[s.Block].Kind; kind == document.KindHeading || kind == document.KindCell || c.Ancestor(s.Block, document.KindQuote) >= 0 {
			continue
		}
		r.enter(s.Block)
		source := s.Span.Of(c.Source)
		plain := strings.Join(strings.Fields(marked(source)), " ")
		if len(plain) > mostSentence || strings.HasSuffix(plain, "?") {
			continue
		}
		speaks := headed || stateWord().MatchString(plain)
		at := r.place(s.Span, FromProse)
		if hasArrow(plain) {
			r.readArrows(plain, speaks, at)
			continue
		}
		r.readSentence(g, plain, r.stateOfItem(s.Block), speaks, at)
	}
}

const mostSentence = 600 // bytes

// enter forgets the state of the story when another list or paragraph begins.
func (r *sectionStates) enter(block int) {
	top := block
	for p := r.content.Nodes[top].Parent; p >= 0; p = r.content.Nodes[top].Parent {
		top = p
	}
	if top != r.block {
		r.block, r.current = top, ""
	}
}

// stateOfItem is the state that a list item begins with, or "".
func (r *sectionStates) stateOfItem(block int) string {
	c := r.content
	for i := c.Ancestor(block, document.KindItem); i >= 0; i = c.Ancestor(i, document.KindItem) {
		first, _, _ := strings.Cut(marked(c.Nodes[i].Inner.Of(c.Source)), "\n")
		if m := nameAndMore().FindStringSubmatch(strings.TrimSpace(first)); m != nil {
			if name := r.names.known[stateKey(m[1]+m[2])]; name != "" && m[3] != "" {
				return name
			}
		}
	}
	return ""
}

// readSentence takes the first of the readings of a sentence that fits.
func (r *sectionStates) readSentence(g *stateGrammar, plain, item string, speaks bool, at Place) {
	if m := g.starts.FindStringSubmatch(plain); m != nil && r.names.is(m[1], speaks) {
		r.current = unmarked(m[1])
		r.machine.connect(Transition{To: r.current, Place: at})
	}
	if m := g.ends.FindStringSubmatch(plain); m != nil && !negation().MatchString(m[0]) {
		for _, name := range m[1:] {
			if name != "" && r.names.is(name, speaks) {
				r.machine.connect(Transition{From: unmarked(name), Place: at})
			}
		}
		return
	}
	for _, form := range []*regexp.Regexp{g.fromTo, g.subject, g.becomes} {
		if found := form.FindAllStringSubmatchIndex(plain, -1); len(found) > 0 && r.take(g, plain, found, speaks, at) {
			return
		}
	}
	r.readTarget(g, plain, item, speaks, at)
}

// take notes the transitions of the matches: each has two names.
func (r *sectionStates) take(g *stateGrammar, plain string, found [][]int, speaks bool, at Place) bool {
	taken := false
	for i, m := range found {
		from, to := plain[m[2]:m[3]], plain[m[4]:m[5]]
		if !r.names.both(from, to, speaks) || denied(plain, m[0], m[1]) {
			continue
		}
		end := len(plain)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		taken = true
		r.arrive(g, unmarked(from), unmarked(to), plain[:m[0]], plain[m[1]:end], speaks, at)
	}
	return taken
}

// arrive notes a transition and those to what is named beside its target.
func (r *sectionStates) arrive(g *stateGrammar, from, to, before, after string, speaks bool, at Place) {
	targets := []string{to}
	for m := g.more.FindStringSubmatchIndex(after); m != nil && r.names.is(after[m[2]:m[3]], speaks); m = g.more.FindStringSubmatchIndex(after) {
		targets = append(targets, unmarked(after[m[2]:m[3]]))
		after = after[m[1]:]
	}
	cause := causeOf(before, after)
	for _, target := range targets {
		r.machine.connect(Transition{From: from, To: target, Cause: cause, Place: at})
	}
	r.current = to
	for _, m := range g.also.FindAllStringSubmatchIndex(after, -1) {
		if target := after[m[2]:m[3]]; r.names.is(target, speaks) && !denied(after, m[0], m[1]) {
			r.machine.connect(Transition{From: from, To: unmarked(target), Cause: causeOf("", after[m[1]:]), Place: at})
		}
	}
}

// readTarget reads a sentence that says only where it goes: from the state of its list
// item, or from that in which the sentences before left it.
func (r *sectionStates) readTarget(g *stateGrammar, plain, item string, speaks bool, at Place) {
	from := item
	form := g.goes
	if from == "" {
		from = r.current
		if g.sets.MatchString(plain) {
			form = g.sets
		} else if !strings.Contains(" "+strings.ToLower(plain), " it ") {
			return
		}
	}
	for _, m := range form.FindAllStringSubmatchIndex(plain, -1) {
		group := m[2:4]
		if group[0] < 0 {
			group = m[4:6]
		}
		to := plain[group[0]:group[1]]
		if !r.names.is(to, speaks) || denied(plain, m[0], m[1]) {
			continue
		}
		if from != "" && stateKey(from) != stateKey(unmarked(to)) {
			r.arrive(g, from, unmarked(to), plain[:m[0]], plain[m[1]:], speaks, at)
		} else {
			r.current = unmarked(to)
		}
	}
}

// denied says whether a match, or what stands just before it, is negated.
func denied(plain string, start, end int) bool {
	return negation().MatchString(plain[max(0, start-24):end])
}
