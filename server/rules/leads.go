package rules

import (
	"hash/maphash"
	"strconv"
	"strings"

	"github.com/designls/designls/server/document"
)

// leadsOf lists what stands for a heading in the text of a section: bold words and
// labels that open a paragraph or an item, and sentences that treat a
// matter in passing ("... is out of scope").
func leadsOf(c *document.Content) []string {
	var leads []string
	block := -1
	for _, s := range c.Sentences {
		n := c.Nodes[s.Block]
		if n.Kind == document.KindHeading {
			continue
		}
		words := s.Span.Of(c.Prose)
		if s.Block != block {
			block = s.Block
			leads = appendLead(leads, openingLabel(c, s.Block, words))
		}
		leads = appendLead(leads, inPassing(words))
	}
	return leads
}

func appendLead(leads []string, lead string) []string {
	if lead = strings.TrimSpace(lead); lead == "" {
		return leads
	}
	return append(leads, lead)
}

// maxLabel bounds the words that can be a label, in bytes.
const maxLabel = 45

// openingLabel is what a block begins with, when it is bold or ends in a colon.
func openingLabel(c *document.Content, block int, words string) string {
	n := c.Nodes[block]
	if n.Kind == document.KindCell {
		return ""
	}
	if block+1 < len(c.Nodes) {
		if first := c.Nodes[block+1]; first.Kind == document.KindStrong && first.Span.Start == n.Span.Start && first.Span.Len() <= maxLabel {
			return strings.Trim(first.Inner.Of(c.Prose), " :.")
		}
	}
	if colon := strings.IndexByte(words[:min(len(words), maxLabel)], ':'); colon > 0 {
		return words[:colon]
	}
	return ""
}

// inPassing recognizes sentences that do what a section would.
func inPassing(words string) string {
	switch {
	case strings.Contains(words, "out of scope") || strings.Contains(words, "non-goal"):
		return "Out of scope"
	case strings.Contains(words, "lternative") && (strings.Contains(words, "considered") || strings.Contains(words, "rejected")):
		return "Alternatives considered"
	}
	return ""
}

// leads returns what stands for a heading in the text of the whole document.
func (s *Scope) leads() []string {
	s.ask(askLeads, "")
	return s.view.index().leads
}

func hashLeads(leads []string) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, lead := range leads {
		h.WriteString(lead)
		h.WriteByte(0)
	}
	return h.Sum64()
}

// LongerThan says whether the document has more than so many bytes.
func (s *Scope) LongerThan(bytes int) bool { return s.ask(askLonger, strconv.Itoa(bytes)) == 1 }
