package diagram

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/memo"
)

// Extractor extracts the graphs of the versions of a document. It keeps what
// each section says under the hash of its text. The zero value is ready.
type Extractor struct {
	mu       sync.Mutex // one extraction at a time
	sections memo.Table[sectionKey, *local]
	coined   memo.Table[document.Hash, []string]
	authored *document.Document // the last version whose generated text was blanked
	known    knownNames
}

// sectionKey is all that the reading of a section depends on: its text, and the
// words that the document writes as names.
type sectionKey struct {
	hash   document.Hash
	coined string
}

// Extract returns the graph of a document.
func Extract(doc *document.Document) *Graph {
	return new(Extractor).Extract(doc)
}

// Extract returns the graph of a version of the document. Its places are those in
// the document; what designls wrote there is no evidence.
func (e *Extractor) Extract(doc *document.Document) *Graph {
	e.mu.Lock()
	defer e.mu.Unlock()
	doc = e.withoutGenerated(doc)
	if e.known == nil {
		e.known = knownNames{}
	}
	m := newMerger()
	names := e.coinedWords(doc)
	standings, locals := make([]standing, len(doc.Sections)), make([]*local, len(doc.Sections))
	for i, s := range doc.Sections {
		l := e.sections.Get(sectionKey{s.Content.Hash, names.joined}, func() *local { return readSection(s.Content, names.words, e.known) })
		standings[i] = l.standing
		if s.Parent >= 0 {
			standings[i] = max(standings[i], standings[s.Parent])
		}
		locals[i] = l
		m.countNames(l)
	}
	e.sections.Sweep()
	for i, s := range doc.Sections {
		m.add(s, locals[i], standings[i])
	}
	return m.graph()
}

// coinedNames are the words that a document writes as names, see coinedIn.
type coinedNames struct {
	words  map[string]bool
	joined string
}

func (e *Extractor) coinedWords(doc *document.Document) coinedNames {
	n, deeds, records := coinedNames{words: map[string]bool{}}, map[string]int{}, map[string]bool{}
	acting := actors{}
	for _, s := range doc.Sections {
		for _, w := range e.coined.Get(s.Content.Hash, func() []string { return coinedIn(s.Content) }) {
			if record, ok := strings.CutPrefix(w, "!"); ok {
				records[record] = true
			} else if actor, ok := strings.CutPrefix(w, "~"); ok {
				acting.count(actor)
			} else if code, ok := strings.CutPrefix(w, "`"); ok {
				deeds[code]++
			} else {
				n.words[w] = true
			}
		}
	}
	for code, times := range deeds {
		if times > 1 && !records[code] {
			n.words[code] = true
		}
	}
	acting.name(n.words)
	e.coined.Sweep()
	n.joined = strings.Join(slices.Sorted(maps.Keys(n.words)), "\n")
	return n
}
