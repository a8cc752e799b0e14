package rules

import (
	"sync"
	"sync/atomic"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/memo"
)

// Checker runs rules over the versions of one document, and remembers what they
// found. It is safe for concurrent use, on different versions too.
type Checker struct {
	rules    []Rule
	sections memo.Table[document.Hash, []variant]
	whole    memo.Table[int, []result] // by index of the rule
	offers   memo.Table[document.Hash, *offers]
	words    memo.Table[document.Hash, words]
	savings  memo.Table[document.Hash, []savedText]

	computed, reused atomic.Int64
	panicked         sync.Map // ids of the rules that did
}

// Stats counts, over the life of a Checker, how often a rule was run on a section
// (or on the outline), and how often what it found before still held.
type Stats struct{ Computed, Reused int }

// result is what a rule found, and what that depends on beside the text.
type result struct {
	ran   bool
	found []Placed
	asked []asked
}

// variant holds the results of all section rules for one text, by index of the
// rule. The same text may stand in a document twice, and its surroundings may
// change and change back; so there can be several.
type variant []result

// maxVariants bounds what is kept for one text.
const maxVariants = 4

// NewChecker makes a checker that runs the rules, which normally are Table.
func NewChecker(rules []Rule) *Checker { return &Checker{rules: rules} }

// Stats returns the counts so far.
func (c *Checker) Stats() Stats {
	return Stats{Computed: int(c.computed.Load()), Reused: int(c.reused.Load())}
}

// Check reviews one version of the document. It does no I/O but through
// Environment.Exists, and neither keeps nor changes what it is given.
func (c *Checker) Check(doc *document.Document, env Environment) *Report {
	r := newReporter(c.rules, newView(doc, env, c.offersOf, c.wordsOf, c.savingsOf))
	for _, s := range doc.Sections {
		if s.Managed == nil && s.Span.Len() > 0 {
			c.checkSection(r, s)
		}
	}
	for i, rule := range c.rules {
		if rule.Document != nil && r.levels.enabled(i) {
			for _, p := range c.checkWhole(r.view, i).found {
				r.add(i, p)
			}
		}
	}
	c.sections.Sweep()
	c.whole.Sweep()
	c.offers.Sweep()
	c.words.Sweep()
	c.savings.Sweep()
	return r.finish()
}

func (c *Checker) offersOf(s *document.Section) *offers {
	return c.offers.Get(s.Content.Hash, func() *offers { return findOffers(s) })
}

func (c *Checker) wordsOf(s *document.Section) words {
	return c.words.Get(s.Content.Hash, func() words { return wordsOf(s.Content.Source) })
}

func (c *Checker) savingsOf(s *document.Section) []savedText {
	return c.savings.Get(s.Content.Hash, func() []savedText { return savings(s) })
}

func (c *Checker) checkSection(r *reporter, s *document.Section) {
	known, _ := c.sections.Lookup(s.Content.Hash)
	v, fresh := c.variant(r, s, known)
	if fresh {
		c.sections.Put(s.Content.Hash, prepend(v, known))
	}
	for i := range v {
		for _, p := range v[i].found {
			if r.levels.enabled(i) {
				r.addInSection(i, s, p)
			}
		}
	}
}

// variant returns the results of the section's rules, from those known where
// they still hold. It is fresh when it isn't one of the known.
func (c *Checker) variant(r *reporter, s *document.Section, known []variant) (v variant, fresh bool) {
	for _, k := range known {
		if n, ok := c.holds(r, s, k); ok {
			c.reused.Add(int64(n))
			return k, false
		}
	}
	v = make(variant, len(c.rules))
	var shared sectionText
	for i, rule := range c.rules {
		if rule.Section == nil || !r.levels.enabled(i) {
			continue
		}
		if k, ok := reusable(r.view, s, i, known); ok {
			v[i] = k
			c.reused.Add(1)
			continue
		}
		v[i] = c.run(rule, &Scope{view: r.view, section: s, shared: &shared})
	}
	return v, true
}

// holds says whether all results of a variant that are wanted hold, and how many
// they are.
func (c *Checker) holds(r *reporter, s *document.Section, v variant) (n int, ok bool) {
	for i := range v {
		if c.rules[i].Section == nil || !r.levels.enabled(i) {
			continue
		}
		if !v[i].holds(r.view, s) {
			return 0, false
		}
		n++
	}
	return n, true
}

func reusable(v *view, s *document.Section, rule int, known []variant) (result, bool) {
	for _, k := range known {
		if k[rule].holds(v, s) {
			return k[rule], true
		}
	}
	return result{}, false
}

// holds says whether the rule would find the same: it ran on this text, and all
// it asked has the same answer.
func (r *result) holds(v *view, s *document.Section) bool {
	if !r.ran {
		return false
	}
	for _, a := range r.asked {
		if v.answer(s, a.question) != a.answer {
			return false
		}
	}
	return true
}

func (c *Checker) checkWhole(v *view, rule int) result {
	known, _ := c.whole.Lookup(rule)
	for _, k := range known {
		if k.holds(v, nil) {
			c.reused.Add(1)
			return k
		}
	}
	fresh := c.run(c.rules[rule], &Scope{view: v})
	c.whole.Put(rule, prepend(fresh, known))
	return fresh
}

func prepend[T any](first T, rest []T) []T {
	return append([]T{first}, rest[:min(len(rest), maxVariants-1)]...)
}
