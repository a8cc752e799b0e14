package rules

import (
	"strconv"
	"strings"

	"github.com/designls/designls/server/document"
)

// index is what the sections of a document offer together.
type index struct {
	names    map[string]bool
	files    map[string]bool // local files that are linked to
	anchors  map[string]bool // and places in the document
	leads    []string
	tables   int
	figures  int
	headings int
	numbered int // headings with a number of their own
}

func newIndex(sections []*document.Section, offersOf func(*document.Section) *offers) *index {
	x := &index{names: map[string]bool{}, files: map[string]bool{}, anchors: map[string]bool{}}
	for _, s := range sections {
		o := offersOf(s)
		for _, name := range o.names {
			x.names[name] = true
			if strings.HasPrefix(name, "section ") {
				x.numbered++
			}
		}
		x.leads = append(x.leads, o.leads...)
		for _, path := range o.files {
			x.files[path] = true
		}
		for _, anchor := range o.anchors {
			x.anchors[anchor] = true
		}
		if s.Heading != nil {
			x.headings++
		}
		x.tables += o.tables
		x.figures += o.figures
	}
	return x
}

func newSlugs(sections []*document.Section, offersOf func(*document.Section) *offers) map[string]bool {
	slugs := map[string]bool{}
	for _, s := range sections {
		for _, slug := range offersOf(s).slugs {
			slugs[slug] = true
		}
	}
	return slugs
}

// autoNumbers are the numbers that a renderer which numbers headings would give
// them, with the title counted and without.
func autoNumbers(sections []*document.Section) map[string]bool {
	numbers := map[string]bool{}
	for _, base := range []int{1, 2} {
		var counts [7]int
		for _, s := range sections {
			if s.Level() < base {
				continue
			}
			counts[s.Level()]++
			clear(counts[s.Level()+1:])
			numbers[dotted(counts[base:s.Level()+1])] = true
		}
	}
	return numbers
}

func dotted(counts []int) string {
	parts := make([]string, len(counts))
	for i, n := range counts {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, ".")
}
