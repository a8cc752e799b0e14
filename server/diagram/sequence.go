package diagram

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

var sequenceArrow = text.Pattern(`^(.+?)\s*(<<-->>|<<->>|-->>|->>|-->|->|--x|-x|--\)|-\))\s*([+-]?)\s*([^:]+?)\s*(?::\s*(.*))?$`)

// sequenceReader reads the lines of a sequence diagram.
type sequenceReader struct {
	*picture
	calls  [][2]int   // who called whom and waits for the answer
	blocks [][][2]int // the calls that were open where each block began
	open   []int      // the boxes that are open
}

// readSequence reads participants and messages. A message back to who called is
// a reply.
func (p *picture) readSequence(lines []line) {
	r := sequenceReader{picture: p, open: []int{-1}}
	for _, l := range lines {
		if word := firstWord(l.text); !r.readKeyword(word, l) {
			r.readMessage(l)
		}
	}
}

// readKeyword reads a line that is no message.
func (r *sequenceReader) readKeyword(word string, l line) bool {
	switch word {
	case "loop", "alt", "opt", "par", "critical", "break", "rect":
		r.blocks = append(r.blocks, slices.Clone(r.calls))
	case "else", "and", "option":
		if n := len(r.blocks); n > 0 {
			r.calls = slices.Clone(r.blocks[n-1])
		}
	case "participant", "actor", "create":
		r.readParticipant(l, r.open[len(r.open)-1])
	case "box":
		r.open = append(r.open, r.openFrame(boxTitle(l.text[len(word):]), l.at+len(word), -1))
	case "end":
		r.closeBlock()
	case "Note", "note", "activate", "deactivate", "autonumber", "destroy", "title", "links", "link":
	default:
		return false
	}
	return true
}

func (r *sequenceReader) closeBlock() {
	if n := len(r.blocks); n > 0 {
		r.calls, r.blocks = r.blocks[n-1], r.blocks[:n-1]
	} else if len(r.open) > 1 {
		r.open = r.open[:len(r.open)-1]
	}
}

func (r *sequenceReader) readMessage(l line) {
	m := sequenceArrow().FindStringSubmatch(l.text)
	if m == nil {
		return
	}
	e := edge{label: plainLabel(m[5]), dashed: strings.Contains(m[2], "--") || strings.HasSuffix(m[2], ")"), span: l.span()}
	e.from = r.node(strings.TrimSpace(m[1]), l.at)
	e.to = r.node(strings.TrimSpace(m[4]), l.at+strings.Index(l.text, m[4]))
	r.calls, e.reply = replies(r.calls, e)
	r.edges = append(r.edges, e)
}

var boxColor = text.Pattern(`^\s*(rgba?\([^)]*\)|#[0-9A-Fa-f]+|transparent|aqua|grey|gray|green|blue|red|yellow|purple|orange|lightgr[ae]y|lightblue|lightgreen)\s+`)

func boxTitle(s string) string { return boxColor().ReplaceAllString(s, "") }

// mostOpen is how many calls wait for an answer: a diagram that never answers would be
// looked through as a whole at each message.
const mostOpen = 256

// replies says whether a message answers one of the open calls.
func replies(calls [][2]int, e edge) ([][2]int, bool) {
	if e.from == e.to {
		return calls, false
	}
	for i := len(calls) - 1; i >= 0; i-- {
		if calls[i] == [2]int{e.to, e.from} {
			return calls[:i], true
		}
	}
	calls = append(calls, [2]int{e.from, e.to})
	return calls[max(len(calls)-mostOpen, 0):], false
}

var participantLine = text.Pattern(`^(?:create\s+)?(participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$`)

func (p *picture) readParticipant(l line, frame int) {
	m := participantLine().FindStringSubmatch(l.text)
	if m == nil {
		return
	}
	id := m[2]
	if i := strings.Index(id, "@{"); i > 0 {
		id = id[:i]
	}
	if strings.HasPrefix(id, `"`) && m[3] != "" {
		id = m[3] // the name stands first
	}
	n := &p.nodes[p.node(strings.TrimSpace(id), l.at)]
	if id == m[3] {
		n.name, n.tech = splitLabel(m[2])
	}
	n.span = l.span()
	n.frame = frame
	if m[3] != "" && id != m[3] {
		n.name, n.tech = splitLabel(m[3])
	}
	if m[1] == "actor" {
		n.kind = Person
	}
}
