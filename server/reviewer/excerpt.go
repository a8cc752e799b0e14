package reviewer

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

var (
	weighty  = text.Pattern(`(?i)\b(because|trade-?offs?|instead of|must|should|decid\w+|chose\w*|choose|risk\w*|fail\w*|latency|throughput|availab\w+|consisten\w+|replica\w*|shard\w*|partition\w*|quorum|idempoten\w+|\d[\d,.]* ?(?:k|m|ms|s|gb|tb|mb|%|qps|rps|million|billion))\b`)
	newBlock = text.Pattern(`\n[ \t]*\r?\n`)
)

// lengths are an excerpt of a section, where that saves something, and all of it.
func (b *builder) lengths(s *document.Section, source string, wanted bool) []variant {
	whole := variant{Whole, source, b.count(source)}
	if !wanted || whole.tokens < 160 {
		return []variant{whole}
	}
	short := excerpt(source, max(len(source)*35/100, 400))
	if len(short) > len(source)*3/4 {
		return []variant{whole}
	}
	return []variant{{Excerpt, short, b.count(short)}, whole}
}

// cut is as much of a piece as fits, by lines.
func (b *builder) cut(p *piece, room int) (variant, bool) {
	source := p.variants[len(p.variants)-1].text
	for size := len(source); size > 200; size = size * 2 / 3 {
		short := excerpt(source, size)
		if len(short) > size+100 {
			short = strings.ToValidUTF8(short[:size], "") + "\n" + leftOut
		}
		if n := b.count(short); n <= room {
			return variant{Excerpt, short, n}, true
		}
	}
	return variant{}, false
}

const leftOut = "[...]"

// excerpt keeps the opening of a section and those of its paragraphs that say
// most, up to about so many bytes, and marks where something was left out.
func excerpt(source string, size int) string {
	paragraphs := newBlock().Split(source, -1)
	keep := make([]bool, len(paragraphs))
	order := make([]int, len(paragraphs))
	worth := make([]int, len(paragraphs))
	for i, p := range paragraphs {
		order[i] = i
		worth[i] = len(weighty().FindAllStringIndex(p, 9)) * 1000 / (len(p) + 100)
		if i < 2 {
			worth[i] += 1000 // the heading, and what it opens with
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return worth[y] - worth[x] })
	for _, i := range order {
		if len(paragraphs[i]) <= size {
			keep[i] = true
			size -= len(paragraphs[i])
		}
	}
	var kept []string
	for i, p := range paragraphs {
		switch {
		case keep[i]:
			kept = append(kept, p)
		case len(kept) == 0 || kept[len(kept)-1] != leftOut:
			kept = append(kept, leftOut)
		}
	}
	if !slices.Contains(keep, true) {
		return paragraphs[0]
	}
	return strings.Join(kept, "\n\n")
}
