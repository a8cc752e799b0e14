package diagram

import "slices"

// carriers are the last words of names of what keeps messages in order for whoever
// takes them: a log that others read is a queue and no store.
var carriers = map[string]bool{"log": true, "topic": true, "stream": true, "outbox": true, "bus": true, "channel": true, "firehose": true, "journal": true, "changelog": true}

// settleQueues makes a carrier that others consume a queue, and its flows
// asynchronous.
func (g *Graph) settleQueues() {
	for _, n := range g.Nodes {
		if n.Kind != Person && n.Kind != Queue && n.carries() && g.isConsumed(n) {
			n.Kind = Queue
			for _, f := range g.Flows {
				f.Async = f.Async || f.From == n.ID || f.To == n.ID
			}
		}
	}
}

func (n *Node) carries() bool { return isCarrier(n.Name) }

// carries says whether a mention names what others take messages from.
func (m *mention) carries() bool { return m.kind == Queue || m.kind.Holds() && isCarrier(m.name) }

func isCarrier(name string) bool {
	w := nameWords(name)
	return len(w) > 0 && carriers[w[len(w)-1]]
}

// isConsumed says whether something that works gets what the node keeps.
func (g *Graph) isConsumed(n *Node) bool {
	return slices.ContainsFunc(g.Flows, func(f *Flow) bool {
		return f.From == n.ID && !g.Node(f.To).Kind.Holds() || f.To == n.ID && f.Async
	})
}

// carrier is the noun for a queue that a verb's data go through: "through a log".
// Whoever sends them waits for nobody behind it.
func (s *sentence) carrier(args []argument) string {
	for _, a := range args {
		for _, p := range a.phrases {
			if w := Singular(s.tokens[p.to-1].lower); isThrough(a.prep) && (carriers[w] || w == "queue" || w == "broker") {
				return w
			}
		}
	}
	return ""
}

// onlyNamed returns the one component whose name ends with a noun, or nil. It keeps the
// answer: all statements with a carrier ask for one of a few nouns.
func (m *merger) onlyNamed(noun string) *Node {
	n, known := m.named[noun]
	if !known {
		n = m.findOnly(noun)
		m.named[noun] = n
	}
	return n
}

func (m *merger) findOnly(noun string) *Node {
	var found *Node
	for _, c := range m.candidates {
		if w := c.words; len(w) > 1 && w[len(w)-1] == noun && c.root().node != nil {
			if found != nil && found != c.root().node {
				return nil
			}
			found = c.root().node
		}
	}
	return found
}
