package reviewer

import (
	"cmp"
	"math"
	"slices"

	"github.com/designls/designls/server/document"
)

// piece is something of the material that can be sent in several lengths.
type piece struct {
	name     string
	section  *document.Section // of which it is, or nil
	note     string            // such as "focus"
	weight   float64           // how much it helps, beside others of its length
	must     bool
	variants []variant // ever longer; the last is the whole
	chosen   int       // how many of the variants were tried and fit; 0 for none
}

type variant struct {
	form   Form
	text   string
	tokens int
}

func (p *piece) variant() (variant, bool) {
	if p.chosen == 0 {
		return variant{}, false
	}
	return p.variants[p.chosen-1], true
}

// whole is how many tokens all of it has.
func (p *piece) whole() int { return p.variants[len(p.variants)-1].tokens }

func (p *piece) label(f Form) string {
	name := p.name
	if p.section != nil {
		name = "document"
		if path := p.section.Path(); path != "" && (p.note != "" || f != Whole) {
			name = "section \"" + path + "\""
		}
	}
	if p.note != "" {
		name += ", " + p.note
	}
	if f == Excerpt {
		name += ", excerpt"
	}
	return name
}

// step makes a piece one variant longer.
type step struct {
	piece *piece
	to    int // index of the variant
	cost  int
	worth float64 // value for each token
}

// share is how much of the value of a piece its variants have together.
var shares = [][]float64{{1}, {0.6, 1}, {0.4, 0.7, 1}}

func (p *piece) steps() []step {
	var steps []step
	// A longer piece tells more, yet not in proportion.
	value := p.weight * math.Sqrt(float64(p.whole()+1))
	share, tokens := 0.0, 0
	for i, v := range p.variants {
		cost := max(v.tokens-tokens, 1)
		steps = append(steps, step{p, i, cost, value * (shares[len(p.variants)-1][i] - share) / float64(cost)})
		share, tokens = shares[len(p.variants)-1][i], v.tokens
	}
	return steps
}

// fit chooses from the pieces what fits into a number of tokens: what must be
// there first, then whatever tells most for its length.
func (b *builder) fit(room int) {
	var steps []step
	for _, p := range b.pieces {
		switch {
		case p.must:
			room -= b.force(p, room)
		case p.weight > 0:
			steps = append(steps, p.steps()...)
		}
	}
	slices.SortStableFunc(steps, func(x, y step) int { return cmp.Compare(y.worth, x.worth) })
	for _, s := range steps {
		if s.piece.chosen == s.to && s.cost <= room {
			s.piece.chosen++
			room -= s.cost
		}
	}
}

// force takes the longest variant of a piece that leaves something for others,
// and of a section that is too long what fits of it.
func (b *builder) force(p *piece, room int) int {
	most := room * 9 / 10
	for i := len(p.variants) - 1; i >= 0; i-- {
		if p.variants[i].tokens <= most {
			p.chosen = i + 1
			return p.variants[i].tokens
		}
	}
	cut, ok := b.cut(p, most)
	if !ok {
		return 0
	}
	p.variants = append([]variant{cut}, p.variants[len(p.variants)-1])
	p.chosen = 1
	return cut.tokens
}

// drop takes away what is worth least of what was chosen, or a bit of what must
// be there when nothing else is left.
func (b *builder) drop() bool {
	var worst *piece
	least := math.Inf(1)
	for _, p := range b.pieces {
		if p.chosen == 0 {
			continue
		}
		worth := math.MaxFloat64
		if !p.must {
			worth = p.steps()[p.chosen-1].worth
		}
		if worth < least {
			worst, least = p, worth
		}
	}
	if worst == nil {
		return false
	}
	if worst.must {
		worst.chosen = 0
		return true
	}
	worst.chosen--
	return true
}

// partial says whether not all of the document is sent.
func (b *builder) partial() bool {
	return slices.ContainsFunc(b.pieces, func(p *piece) bool { return p.section != nil && p.chosen < len(p.variants) })
}
