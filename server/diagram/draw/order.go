package draw

import "slices"

// layered orders boxes so that who calls comes before who is called, and boxes
// that talk are near each other.
func layered(boxes []*box, links []*link) []*box {
	rank := map[*box]int{}
	for range boxes {
		changed := false
		for _, l := range links {
			if r := rank[l.from] + 1; r > rank[l.to] && r < len(boxes) && !reaches(l.to, l.from) {
				rank[l.to], changed = r, true
			}
		}
		if !changed {
			break
		}
	}
	ordered := slices.Clone(boxes)
	slices.SortStableFunc(ordered, func(a, b *box) int {
		if rank[a] != rank[b] {
			return rank[a] - rank[b]
		}
		return a.place - b.place
	})
	return ordered
}

// reaches says whether links lead from one box to another.
func reaches(from, to *box) bool {
	seen := map[*box]bool{}
	next := []*box{from}
	for len(next) > 0 {
		b := next[0]
		next = next[1:]
		if b == to {
			return true
		}
		if seen[b] {
			continue
		}
		seen[b] = true
		for o := range b.out {
			next = append(next, o)
		}
	}
	return false
}
