package diagram

import (
	"maps"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
)

// sectionReader reads the sentences of a section in order and remembers what the
// next one may refer to.
type sectionReader struct {
	content *document.Content
	cutter  *tokenizer
	scratch *scratch
	out     *local

	tokens   []token
	question bool // the sentence asks or supposes and states nothing
	block    int  // node of the sentence
	items    map[int]*itemContext
	known    knownNames
	item     *itemContext // list item of the sentence, or nil
	first    bool         // the sentence is the first of its item
	heading  []int        // what the heading names
	lead     []int        // what the paragraph before a list is about

	leadsComponents bool // the paragraph announces components
	leadsExamples   int  // the name whose examples it announces, or -1
	leadsOptions    bool // it announces examples of anything
	listing         *listing
	inventories     map[int]*inventory

	lastSubject, lastTarget []int
	lastNamed               []int // the last name of the sentence before
	lastNames               []int // all of them
	lastBlock               int   // node of the sentence that lastSubject is from
}

// readSection extracts what a section says. It is a pure function of the content
// and of the words that the document writes as names.
func readSection(c *document.Content, coined map[string]bool, known knownNames) *local {
	kept := scratches.Get().(*scratch)
	defer scratches.Put(kept)
	r := &sectionReader{content: c, scratch: kept, cutter: newTokenizer(c, coined, kept), out: &local{title: -1}, items: map[int]*itemContext{}, known: known, leadsExamples: -1, inventories: map[int]*inventory{}}
	for _, s := range c.Sentences {
		switch c.Nodes[s.Block].Kind {
		case document.KindCell: // see readTables
		case document.KindHeading:
			if r.out.standing = standingOf(c.Prose[s.Span.Start:s.Span.End]); r.out.standing == standsAside {
				return r.out
			}
			r.readHeading(s)
		default:
			for _, line := range arrowLines(c, s) {
				r.readSentence(line)
			}
		}
	}
	for _, list := range slices.Sorted(maps.Keys(r.inventories)) {
		r.out.inventories = append(r.out.inventories, *r.inventories[list])
	}
	readTables(c, r.out)
	r.readDeeds()
	readFences(c, r.out)
	r.out.summarize(known)
	return r.out
}

func (r *sectionReader) readHeading(s document.Sentence) {
	tokens := r.cutter.tokens(s.Span)
	tagTokens(tokens)
	nameTask(tokens)
	reader := &phraseReader{tokens: tokens, title: true, mentions: &r.out.mentions, known: r.known}
	chunks := (&chunker{tokens: tokens, reader: reader}).run()
	r.heading = nil
	if len(chunks) == 1 && chunks[0].kind == chunkPhrase && chunks[0].np.mention >= 0 {
		m := chunks[0].np.mention
		r.out.mentions[m].marks |= markTitle
		r.heading, r.out.title = []int{m}, m
		return
	}
	for _, m := range r.out.mentions {
		r.out.headings = append(r.out.headings, m.key)
	}
	r.out.mentions = r.out.mentions[:0]
}

func (r *sectionReader) readSentence(s document.Sentence) {
	r.enter(s.Block)
	r.readWords(s)
}

// readWords reads a sentence where it is known what it is about.
func (r *sectionReader) readWords(s document.Sentence) {
	tokens := r.cutter.tokens(s.Span)
	if len(tokens) == 0 {
		return
	}
	r.question = strings.HasSuffix(strings.TrimRight(r.content.Prose[s.Span.Start:s.Span.End], " )\"'*\x1a"), "?")
	supposed := isSupposition(tokens)
	r.question = r.question || supposed
	if r.first {
		tokens = withColon(tokens)
	}
	tagTokens(tokens)
	if r.first && slices.ContainsFunc(tokens[:min(len(tokens), 4)], func(t token) bool { return t.tag == tagColon }) {
		nameTask(tokens)
	}
	r.tokens = tokens
	first := len(r.out.mentions)
	reader := &phraseReader{tokens: tokens, mentions: &r.out.mentions, known: r.known}
	chunks := (&chunker{tokens: tokens, reader: reader, out: r.scratch.chunks[:0]}).run()
	r.scratch.chunks = chunks
	r.noteExamples(chunks)
	if supposed || isOption(tokens) {
		for i := first; i < len(r.out.mentions); i++ {
			r.out.mentions[i].marks |= markOption
		}
	}
	main, inner := r.scratch.splitParentheses(chunks)
	before := len(r.out.relations)
	m := &sentence{section: r, tokens: tokens, chunks: main, span: s.Span}
	m.relate()
	m.noteRoles()
	for _, chunks := range inner {
		(&sentence{section: r, tokens: tokens, chunks: chunks, span: s.Span, inner: true}).relate()
	}
	r.leave(m, before)
}

// splitParentheses takes the parts in brackets out of a sentence.
func (s *scratch) splitParentheses(chunks []chunk) (main []chunk, inner [][]chunk) {
	if !slices.ContainsFunc(chunks, func(c chunk) bool { return c.kind == chunkOpen || c.kind == chunkClose }) {
		return chunks, nil
	}
	main = s.outer[:0]
	defer func() { s.outer = main }()
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
	if !g.passive && !g.negated {
		r.countAgents(subjects)
	}
}

func (r *sectionReader) countAgents(subjects []int) {
	for _, m := range subjects {
		r.out.mentions[m].agent++
	}
}
