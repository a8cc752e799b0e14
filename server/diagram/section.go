package diagram

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
)

// local is what one section says by itself. All spans count from its start.
type local struct {
	mentions  []mention
	relations []relation
	aliases   []alias
	frames    []localFrame
	aside     bool     // the heading says that the section is about what is not
	stories   int      // diagrams and tables so far
	headings  []string // keys of the names that the heading has beside other words
	entities  []*Entity
	endpoints []*Endpoint
	terms     []term
	termOf    []int // of each mention
}

// localFrame is a boundary that a diagram of the section draws.
type localFrame struct {
	frame
	mention int // of its name, -1 when that names no component
	source  Source
}

// alias says that two mentions are one thing, or that the second is an example
// of the first or what it is made of.
type alias struct {
	of, name int
	example  bool
	sure     bool // the author says so: "also known as"
}

// sectionReader reads the sentences of a section in order and remembers what the
// next one may refer to.
type sectionReader struct {
	content *document.Content
	cutter  *tokenizer
	out     *local

	tokens   []token
	question bool // the sentence asks or supposes and states nothing
	block    int  // node of the sentence
	items    map[int]*itemContext
	keys     map[string]string // of names
	chunks   []chunk           // of the last sentence, to be used again
	item     *itemContext      // list item of the sentence, or nil
	first    bool              // the sentence is the first of its item
	heading  []int             // what the heading names
	lead     []int             // what the paragraph before a list is about

	lastSubject, lastTarget []int
}

// itemContext is a list item that has been read so far.
type itemContext struct {
	parent *itemContext
	list   int // node of the outermost list
	step   int
	about  []int // the subject of items nested in it
}

// readSection extracts what a section says. It is a pure function of the content.
func readSection(c *document.Content) *local {
	r := &sectionReader{content: c, cutter: newTokenizer(c), out: &local{}, items: map[int]*itemContext{}, keys: map[string]string{}}
	for _, s := range c.Sentences {
		switch c.Nodes[s.Block].Kind {
		case document.KindCell: // see readTables
		case document.KindHeading:
			if isAside(c.Prose[s.Span.Start:s.Span.End]) {
				return &local{aside: true}
			}
			r.readHeading(s)
		default:
			r.readSentence(s)
		}
	}
	readTables(c, r.out)
	readFences(c, r.out)
	r.out.summarize()
	return r.out
}

func (r *sectionReader) readHeading(s document.Sentence) {
	tokens := r.cutter.tokens(s.Span)
	tagTokens(tokens)
	reader := &phraseReader{tokens: tokens, title: true, mentions: &r.out.mentions, keys: r.keys}
	chunks := (&chunker{tokens: tokens, reader: reader}).run()
	r.heading = nil
	if len(chunks) == 1 && chunks[0].kind == chunkPhrase && chunks[0].np.mention >= 0 {
		m := chunks[0].np.mention
		r.out.mentions[m].marks |= markTitle
		r.heading = []int{m}
		return
	}
	for _, m := range r.out.mentions {
		r.out.headings = append(r.out.headings, m.key)
	}
	r.out.mentions = r.out.mentions[:0]
}

func (r *sectionReader) readSentence(s document.Sentence) {
	r.enter(s.Block)
	tokens := r.cutter.tokens(s.Span)
	if len(tokens) == 0 {
		return
	}
	r.question = strings.HasSuffix(strings.TrimRight(r.content.Prose[s.Span.Start:s.Span.End], " )\"'*\x1a"), "?") || isSupposition(tokens)
	tagTokens(tokens)
	r.tokens = tokens
	first := len(r.out.mentions)
	reader := &phraseReader{tokens: tokens, mentions: &r.out.mentions, keys: r.keys}
	chunks := (&chunker{tokens: tokens, reader: reader, out: r.chunks[:0]}).run()
	r.chunks = chunks
	r.noteExamples(chunks)
	if isSupposition(tokens) || isOption(tokens) {
		for i := first; i < len(r.out.mentions); i++ {
			r.out.mentions[i].marks |= markOption
		}
	}
	main, inner := splitParentheses(chunks)
	before := len(r.out.relations)
	m := &sentence{section: r, tokens: tokens, chunks: main, span: s.Span}
	m.relate()
	for _, chunks := range inner {
		(&sentence{section: r, tokens: tokens, chunks: chunks, span: s.Span, inner: true}).relate()
	}
	r.leave(m, before)
}

// suppositions are words of sentences that tell what is not so.
var suppositions = map[string]bool{
	"alternatively": true, "rejected": true, "considered": true, "hypothetical": true, "hypothetically": true, "someday": true,
}

func isSupposition(tokens []token) bool {
	for i, t := range tokens {
		if suppositions[t.lower] && !(t.lower == "considered" && i+1 < len(tokens) && tokens[i+1].lower != "but") {
			return true
		}
		if t.lower == "alternative" && (i == 0 || i == 1) || t.lower == "future" && i > 0 && tokens[i-1].lower == "the" && i > 1 && tokens[i-2].lower == "in" {
			return true
		}
	}
	return false
}

// isOption holds for sentences that tell what one might take: "we could use X",
// "consider X".
func isOption(tokens []token) bool {
	for i, t := range tokens {
		switch t.lower {
		case "consider":
			return true
		case "could", "might", "may", "should", "can":
			if i > 0 && (tokens[i-1].lower == "we" || tokens[i-1].lower == "you" || tokens[i-1].lower == "one") {
				return true
			}
		}
	}
	return false
}

// splitParentheses takes the parts in brackets out of a sentence.
func splitParentheses(chunks []chunk) (main []chunk, inner [][]chunk) {
	if !slices.ContainsFunc(chunks, func(c chunk) bool { return c.kind == chunkOpen || c.kind == chunkClose }) {
		return chunks, nil
	}
	depth := 0
	for _, c := range chunks {
		switch {
		case c.kind == chunkOpen:
			if depth == 0 {
				inner = append(inner, nil)
			}
			depth++
		case c.kind == chunkClose:
			depth = max(depth-1, 0)
		case depth > 0:
			inner[len(inner)-1] = append(inner[len(inner)-1], c)
		default:
			main = append(main, c)
		}
	}
	return main, inner
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
	c := &itemContext{list: r.content.Nodes[i].Parent}
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
		r.lastSubject, r.lastTarget = subject, nil
	}
	for _, rel := range r.out.relations[before:] {
		if !rel.targets[0].reversed && !r.out.mentions[rel.targets[0].mentions[0]].kind.Holds() {
			r.lastTarget = rel.targets[0].mentions // a store does nothing by itself
		}
	}
	about := s.about(subject)
	switch {
	case r.item != nil && len(about) > 0:
		r.item.about = about
	case r.item == nil && endsOpen(s.tokens):
		r.lead = about
	case r.item == nil:
		r.lead = nil
	}
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

// about is what a list under the sentence is about: in "A asks B, which does the
// following:" it is B, in "Uses B to do so:" it is B too, else the subject.
func (s *sentence) about(subject []int) []int {
	open := endsOpen(s.tokens)
	last := -1
	for i, c := range s.chunks {
		if c.kind == chunkVerb {
			last = i
		}
		if c.kind == chunkRel && i == len(s.chunks)-1-btoi(open) {
			return s.antecedent(i)
		}
	}
	if last < 0 {
		return s.title()
	}
	if !open {
		return subject
	}
	if m := s.subject[last]; len(m) > 0 && s.chunks[last].vg.lemma() == "do" {
		return m
	}
	for i, c := range s.chunks {
		if c.kind == chunkVerb && len(s.helpers(i)) > 0 {
			return s.helpers(i)
		}
		if c.kind == chunkPrep && isThrough(c.word) && i+1 < len(s.chunks) && s.chunks[i+1].kind == chunkPhrase && s.chunks[i+1].np.mention >= 0 {
			return []int{s.chunks[i+1].np.mention}
		}
	}
	if m := s.subject[last]; len(m) > 0 {
		return m
	}
	return subject
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// title is what a sentence without a verb names. A list item that is nothing but
// a name introduces what it names.
func (s *sentence) title() []int {
	about := s.onlyPhrase()
	if s.section.item != nil && len(about) > 0 && len(s.chunks) <= 2 {
		s.section.out.mentions[about[0]].marks |= markTitle
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
	return nil
}

// inherited is the subject of a verb that has none in its own sentence.
func (r *sectionReader) inherited(s *sentence) []int {
	if r.item == nil || s.inner {
		return nil
	}
	switch {
	case r.item.parent != nil && len(r.item.parent.about) > 0:
		return r.item.parent.about
	case r.item.parent == nil && len(r.lead) > 0:
		return r.lead
	}
	return r.heading
}

// pronoun is what "it" stands for at the start of a sentence: in a new step what
// the step before handed over to, else the subject of the sentence before.
func (r *sectionReader) pronoun() []int {
	if r.first && len(r.lastTarget) > 0 {
		return r.lastTarget
	}
	return r.lastSubject
}

func (r *sectionReader) emit(rel relation) {
	rel.targets = slices.DeleteFunc(rel.targets, func(t target) bool { return len(t.mentions) == 0 })
	if len(rel.subjects) == 0 || len(rel.targets) == 0 {
		return
	}
	if r.item != nil {
		rel.list, rel.step = r.item.list+1, r.item.step
	}
	r.out.relations = append(r.out.relations, rel)
}

func (r *sectionReader) countAgent(subjects []int, g verbGroup) {
	if g.passive || g.negated {
		return
	}
	for _, m := range subjects {
		r.out.mentions[m].agent++
	}
}
