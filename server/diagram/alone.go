package diagram

// uniteAlone joins a bare noun like "server" with the one component that ends
// so. Where there are several, the bare noun names none of them, unless it is
// what the document calls them nearly always.
func (m *merger) uniteAlone() {
	for _, c := range m.candidates {
		if c.parent != nil || !c.isAlone() || c.compound || c.total == 0 || 2*c.bold > c.total {
			continue
		}
		full, rare := m.endingWith(c)
		if p := m.onlyProduct(c); p != nil && len(full)+len(rare) == 0 && c.drawn == 0 && 2*c.definite >= c.total {
			p.absorb(c)
			continue
		}
		if c.drawn > 0 {
			if len(full) == 1 && full[0].drawn == 0 {
				c.absorb(full[0])
			}
			continue
		}
		most := 0
		for _, o := range full {
			most = max(most, o.total)
		}
		switch {
		case len(full) == 1 && c.kind == Client && c.total > 2*full[0].total: // any client, and one of them
		case len(full) == 1 && (2*c.definite >= c.total || !vagueNouns[c.words[0]]):
			full[0].absorb(c)
		case len(full) > 1 && c.total >= 3*most && !vagueNouns[c.words[0]]:
			for _, o := range append(full, rare...) {
				if o.drawn == 0 && (o.agent == 0 || !isCapital(o.name)) {
					join(c, o)
				}
			}
		case len(full) > 1:
			c.vague = true
		case len(rare) == 1 && c.accepted && !vagueNouns[c.words[0]]:
			join(c, rare[0])
		}
	}
}

// endingWith returns the things that go by a name which ends with a bare noun:
// those that are likely components, and those that are rarely named.
func (m *merger) endingWith(c *candidate) (full, rare []*candidate) {
	noun, place := c.words[0], isPlace(c.words[0])
	seen := map[*candidate]bool{}
	for _, o := range m.candidates {
		if len(o.words) < 2 || o.words[len(o.words)-1] != noun && !(place && o.words[0] == noun) {
			continue
		}
		root := o.root()
		if root == c || o.total == 0 || seen[root] || m.areApart(o, c) {
			continue
		}
		if len(o.words) == 2 && o.order > c.order && classifying[o.words[0]] {
			continue // "the scheduler", and then "a custom scheduler"
		}
		if root.accepted {
			full, seen[root] = append(full, root), true
		} else if root.bold+root.drawn+root.titles+root.named == 0 && root.total <= 4 {
			rare, seen[root] = append(rare, root), true
		}
	}
	return full, rare
}

// onlyProduct returns the one product of the kind that a bare noun names, or nil:
// "the database" is PostgreSQL where there is no other store.
func (m *merger) onlyProduct(c *candidate) *candidate {
	if !c.kind.Holds() || c.marks&markStrong == 0 {
		return nil
	}
	var found *candidate
	for _, o := range m.candidates {
		if o.parent != nil || o == c || o.kind != c.kind || !o.accepted {
			continue
		}
		if _, noun := headOf(o.words[len(o.words)-1]); found != nil || o.marks&markTech == 0 || noun {
			return nil // "object storage" is no product
		}
		found = o
	}
	return found
}
