package diagram

import "strings"

// newRelation starts a relation of a verb.
func (s *sentence) newRelation(g verbGroup, args []argument) relation {
	carrier := s.carrier(args)
	return relation{label: s.label(g, args), protocol: s.protocol(), carrier: carrier, async: g.verb.async || s.saysAsync() || carrier != "", span: s.span}
}

// label is the verb and its object, as written: "sends create request".
func (s *sentence) label(g verbGroup, args []argument) string {
	parts := []string{s.tokens[g.at].lower}
	if len(args) > 0 && args[0].prep == "" && args[0].phrases[0].mention < 0 {
		p := args[0].phrases[0]
		var object []string
		for _, t := range s.tokens[p.from:p.to] {
			if t.tag == tagNoun {
				object = append(object, t.text)
			}
		}
		if len(object) <= 4 {
			parts = append(parts, object...)
		}
	}
	return strings.Join(parts, " ")
}

// protocol is the first protocol that the sentence names.
func (s *sentence) protocol() string {
	l := words()
	for _, c := range s.chunks {
		if c.kind != chunkPhrase {
			continue
		}
		for _, t := range s.tokens[c.np.from:c.np.to] {
			if _, ok := l.protocols[t.lower]; ok {
				return t.text
			}
		}
	}
	return ""
}

func (s *sentence) saysAsync() bool {
	for _, t := range s.tokens {
		if strings.HasPrefix(t.lower, "async") || t.lower == "background" || t.lower == "eventually" || t.lower == "periodically" {
			return true
		}
	}
	return false
}
