package draw

import "slices"

// mergeTo makes one box of several until there are at most so many: first of those
// that talk to the same others, then of those that share some, and at last of the least
// connected and whom they talk to. What is in one boundary goes together first.
func (p *plan) mergeTo(most int) {
	for len(p.boxes) > mostConsidered {
		p.absorb()
	}
	for len(p.boxes) > most {
		if a, b := p.mostAlike(); a != nil {
			p.merge(a, b)
		} else if !p.absorb() {
			p.keep(most)
		}
	}
}

// absorb merges the smallest and least connected box with one that it talks to: a small
// one, of its boundary and kind where there is one. Nothing is left out that way.
func (p *plan) absorb() bool {
	least := slices.MinFunc(p.boxes, func(a, b *box) int {
		if x, y := 4*len(a.nodes)+a.degree(), 4*len(b.nodes)+b.degree(); x != y {
			return x - y
		}
		return b.place - a.place
	})
	var best *box
	for _, b := range p.boxes {
		if (least.out[b] || least.in[b]) && (best == nil || distance(least, b) < distance(least, best)) {
			best = b
		}
	}
	if best == nil {
		p.drop(least)
		p.connect()
		return len(p.boxes) > 0
	}
	if best.degree() < least.degree() || best.place < least.place && best.degree() == least.degree() {
		p.merge(best, least)
	} else {
		p.merge(least, best)
	}
	return true
}

// distance is how odd it would be to find two boxes as one.
func distance(a, b *box) int {
	d := len(a.nodes) + len(b.nodes)
	if a.inside != b.inside {
		d += 12
	}
	if a.kind != b.kind {
		d += 6
	}
	return d
}

func (p *plan) merge(a, b *box) {
	a.nodes = append(a.nodes, b.nodes...)
	for _, n := range b.nodes {
		p.of[n.ID] = a
	}
	p.boxes = slices.DeleteFunc(p.boxes, func(o *box) bool { return o == b })
	p.connect()
}

// mostAlike are two boxes of a kind that share the largest part of those whom they
// talk to; nil when none share any.
func (p *plan) mostAlike() (a, b *box) {
	best := 0.0
	for i, x := range p.boxes {
		for _, y := range p.boxes[i+1:] {
			if x.kind != y.kind {
				continue
			}
			if s := likeness(x, y); s > best {
				best, a, b = s, x, y
			}
		}
	}
	return a, b
}

// likeness is the share of the neighbors that two boxes have in common, less for
// boxes that are many already.
func likeness(x, y *box) float64 {
	common := shared(x.in, y.in) + shared(x.out, y.out)
	all := x.degree() + y.degree() - common
	if all == 0 {
		return 0
	}
	return float64(common) / float64(all) / float64(len(x.nodes)+len(y.nodes))
}

func shared(a, b map[*box]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}
