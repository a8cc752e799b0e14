package diagram

import "github.com/designls/designls/server/document"

// itemContext is a list item that has been read so far.
type itemContext struct {
	parent *itemContext
	list   int // node of the outermost list
	within int // node of its own list
	step   int
	about  []int // the subject of items nested in it

	listing *listing // what it says of the names in it
}

// enter finds the list item that a block stands in.
func (r *sectionReader) enter(block int) {
	if block == r.block && block != 0 {
		r.first = false
		return
	}
	r.block, r.item, r.first = block, nil, false
	if i := r.content.Ancestor(block, document.KindItem); i >= 0 {
		if r.items[i] == nil {
			r.first = true
		}
		r.item = r.itemAt(i)
	}
}

func (r *sectionReader) itemAt(i int) *itemContext {
	if c := r.items[i]; c != nil {
		return c
	}
	c := &itemContext{list: r.content.Nodes[i].Parent, within: r.content.Nodes[i].Parent}
	if p := r.content.Ancestor(i, document.KindItem); p >= 0 {
		c.parent = r.itemAt(p)
		c.list, c.about = c.parent.list, c.parent.about
	}
	c.step = len(r.items) + 1
	r.items[i] = c
	return c
}

// leave keeps what later sentences may refer to.
func (r *sectionReader) leave(s *sentence, before int) {
	subject := s.mainSubject()
	if len(subject) > 0 {
		r.lastSubject, r.lastTarget, r.lastBlock = subject, nil, r.block
	} else if shown := s.presented(); len(shown) > 0 {
		r.lastSubject, r.lastTarget, r.lastBlock = shown, nil, r.block
	}
	for _, rel := range r.out.relations[before:] {
		if !rel.targets[0].reversed && !r.out.mentions[rel.targets[0].mentions[0]].kind.Holds() {
			r.lastTarget = rel.targets[0].mentions // a store does nothing by itself
		}
	}
	r.noteNames(s)
	about := s.about(subject)
	r.noteExplained(s)
	if l := s.listingOf(before); r.item != nil {
		r.item.listing = l
	} else {
		r.listing = l
	}
	if r.item == nil && isRunIn(s.tokens) {
		r.setHeading(about)
	}
	switch {
	case r.item != nil && len(about) > 0:
		r.item.about = about
	case r.item == nil && (endsOpen(s.tokens) || s.lastVerb() < 0 && len(s.chunks) <= 2):
		r.lead = about
		r.noteLead(s, about)
	case r.item == nil:
		r.lead, r.leadsComponents, r.leadsExamples, r.leadsOptions = nil, false, -1, false
	}
}

// noteNames keeps the names of a sentence.
func (r *sectionReader) noteNames(s *sentence) {
	r.lastNamed, r.lastNames = nil, r.lastNames[:0]
	for _, c := range s.chunks {
		if c.kind == chunkPhrase && c.np.mention >= 0 {
			r.lastNamed, r.lastNames = []int{c.np.mention}, append(r.lastNames, c.np.mention)
		}
	}
}

// setHeading takes what words in bold on a line of their own are about for the heading of
// what follows, or goes back to that of the section.
func (r *sectionReader) setHeading(about []int) {
	r.heading = nil
	if len(about) > 0 && r.out.title != about[0] {
		r.heading = about // "**Notification service**"
	} else if r.out.title >= 0 {
		r.heading = []int{r.out.title}
	}
}

// isRunIn says whether a sentence is a few words in bold, which stand for a heading.
func isRunIn(tokens []token) bool {
	for i := range tokens {
		if tokens[i].bold == 0 && tokens[i].tag != tagColon || i > 6 {
			return false
		}
	}
	return len(tokens) > 0
}

func endsOpen(tokens []token) bool { return tokens[len(tokens)-1].tag == tagColon }

// mainSubject is the subject of the first finite verb outside of a clause with
// "if", "when" and the like.
func (s *sentence) mainSubject() []int {
	for i, c := range s.chunks {
		if c.kind != chunkVerb || !(c.vg.finite || i == 0) || c.vg.participle || s.isSubordinate(i) {
			continue
		}
		if m := s.subject[i]; len(m) > 0 {
			return m
		}
		if i > 0 && s.chunks[i-1].kind == chunkPron {
			if s.chunks[i-1].word == "there" && c.vg.copula && i+1 < len(s.chunks) && s.chunks[i+1].kind == chunkPhrase {
				return named([]phrase{s.chunks[i+1].np}) // "There are two workers."
			}
			return nil // "we could": nobody in the design
		}
	}
	return nil
}

func (s *sentence) isSubordinate(i int) bool {
	for i--; i >= 0; i-- {
		switch s.chunks[i].kind {
		case chunkSub:
			return true
		case chunkComma, chunkStop, chunkColon, chunkRel:
			return false
		}
	}
	return false
}

// title is what a sentence without a verb names. A list item that is nothing but
// a name introduces what it names.
func (s *sentence) title() []int {
	about := s.onlyPhrase()
	if s.section.item != nil && len(about) > 0 && len(s.chunks) <= 2 {
		s.section.noteItem(about[0])
	}
	return about
}

// onlyPhrase is the name that a sentence without a verb begins with.
func (s *sentence) onlyPhrase() []int {
	if len(s.chunks) > 0 && s.chunks[0].kind == chunkPhrase {
		if p := s.chunks[0].np; p.mention >= 0 {
			return []int{p.mention}
		} else if p.inner >= 0 && endsOpen(s.tokens) {
			return []int{p.inner}
		}
	}
	if endsOpen(s.tokens) && s.lastVerb() < 0 {
		return s.stage() // "In the gateway:"
	}
	return nil
}
