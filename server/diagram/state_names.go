package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// stateNames are the states that a document enumerates.
type stateNames struct {
	known map[string]string // by stateKey
	lists map[*document.Section][]listedState
	made  *stateGrammar // for so many of them
	size  int
}

type listedState struct {
	name, about string
	span        text.Span
}

var (
	// stateTitle is in headings and before lists: "State assumptions" is about no states.
	stateTitle  = text.Pattern(`(?i)\b(states|status(es)?|phases|life-?\s?cycle|stages|state (machine|diagram|transitions?|model|changes?))\b|\b[a-z]+ state:?$`)
	sentenceTo  = text.Pattern(`(?i)\b(is|are|was|should|must|can|may|will|has|have|need|needs|do|does|we|i|you|not)\b`)
	stateWord   = text.Pattern(`(?i)\b(states?|status(es)?|phases?|life-?\s?cycle|state machine|stages)\b`)
	inlineList  = text.Pattern(`(?i)\b(?:states|statuses|status|state|phases?|stages)\b[^.:]{0,40}?(?::| are| is one of| can be| include| one of)\s+(.+)$`)
	listBreak   = text.Pattern(`\s*(?:,\s*(?:or|and)\s+|,|;|\s+or\s+|\s+and\s+|\s*/\s*|\|)\s*`)
	nameAndMore = text.Pattern(`^(?:«([^»]+)»|([A-Za-z][\w/ -]{0,40}?))\s*(?:[:–—(]|\s-\s|$)\s*(.*)$`)
)

// collect notes the states that a section enumerates: in a list under a heading or a
// sentence that speaks of states, or within such a sentence.
func (n *stateNames) collect(s *document.Section) {
	c := s.Content
	headed := s.Heading != nil && stateTitle().MatchString(s.Heading.Text)
	for _, sentence := range c.Sentences {
		switch kind := c.Nodes[sentence.Block].Kind; {
		case kind == document.KindHeading || kind == document.KindCell:
		case c.Ancestor(sentence.Block, document.KindItem) >= 0:
			if headed || n.introduced(c, sentence.Block) {
				n.collectItem(s, sentence)
			}
		default:
			n.collectInline(s, sentence)
		}
	}
}

// introduced says whether the paragraph before the list of a block ends by naming states.
func (n *stateNames) introduced(c *document.Content, block int) bool {
	list := c.Ancestor(block, document.KindList)
	for list >= 0 {
		outer := c.Ancestor(list, document.KindList)
		if outer < 0 {
			break
		}
		list = outer
	}
	if list < 0 {
		return false
	}
	before := -1
	for i := range c.Sentences {
		if c.Sentences[i].Span.End <= c.Nodes[list].Span.Start {
			before = i
		}
	}
	if before < 0 || c.Nodes[c.Sentences[before].Block].Kind == document.KindHeading {
		return false
	}
	lead := c.Prose[c.Sentences[before].Span.Start:c.Sentences[before].Span.End]
	return stateTitle().MatchString(lead) && strings.HasSuffix(strings.TrimRight(lead, " \n"), ":")
}

// collectItem takes the beginning of a list item for a state, where it is a name and
// the item's first sentence.
func (n *stateNames) collectItem(s *document.Section, sentence document.Sentence) {
	c := s.Content
	item := c.Nodes[c.Ancestor(sentence.Block, document.KindItem)]
	if strings.TrimSpace(c.Prose[item.Inner.Start:max(item.Inner.Start, sentence.Span.Start)]) != "" {
		return
	}
	plain := marked(item.Inner.Of(c.Source))
	first, _, _ := strings.Cut(plain, "\n")
	if hasArrow(first) {
		return
	}
	if m := nameAndMore().FindStringSubmatch(strings.TrimSpace(first)); m != nil && !sentenceTo().MatchString(m[2]) {
		n.note(s, m[1]+m[2], firstSentence(m[3]), sentence.Span)
	}
}

// collectInline takes "The states are `a`, `b` and `c`" apart.
func (n *stateNames) collectInline(s *document.Section, sentence document.Sentence) {
	plain := marked(sentence.Span.Of(s.Content.Source))
	m := inlineList().FindStringSubmatch(strings.TrimRight(plain, ". \n"))
	if m == nil || hasArrow(plain) {
		return
	}
	var names []string
	for _, name := range listBreak().Split(m[1], -1) {
		name = strings.TrimSpace(name)
		bare := strings.Trim(name, "«»")
		if name == "" || strings.ContainsAny(bare, "«»") || !strings.HasPrefix(name, "«") && len(strings.Fields(bare)) > 2 {
			return // not a plain list of names
		}
		names = append(names, bare)
	}
	if len(names) < 2 {
		return
	}
	for _, name := range names {
		n.note(s, name, "", sentence.Span)
	}
}

// note keeps a name that can be one of a state.
func (n *stateNames) note(s *document.Section, name, about string, span text.Span) {
	name = strings.TrimSpace(name)
	key := stateKey(name)
	if key == "" || len(strings.Fields(name)) > 4 || len(name) > 60 {
		return
	}
	if n.lists == nil {
		n.lists = map[*document.Section][]listedState{}
	}
	if n.known[key] == "" {
		n.known[key] = name
	}
	n.lists[s] = append(n.lists[s], listedState{name, about, span})
}

func firstSentence(s string) string {
	s, _, _ = strings.Cut(s, ". ")
	return strings.TrimRight(strings.NewReplacer("«", "", "»", "").Replace(s), " .;)")
}
