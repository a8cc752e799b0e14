package draw

import "slices"

// mergeTo makes one box of several until there are at most so many: first of those
// that talk to the same others, then of those that share some. What is like
// nothing else is left out, the least connected first.
func (p *plan) mergeTo(most int) {
	for len(p.boxes) > most {
		a, b := p.mostAlike()
		if a == nil {
			p.keep(most)
			return
		}
		p.merge(a, b)
	}
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
