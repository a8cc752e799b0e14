package diagram

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
)

// actors counts, by noun, how often a document tells of one as of what works.
type actors map[string]struct{ acts, takes int }

func (a actors) count(w string) {
	target, takes := strings.CutPrefix(w, "@")
	n := a[target]
	if takes {
		n.takes++
	} else {
		n.acts++
	}
	a[target] = n
}

// name adds the nouns of what does things again and again.
func (a actors) name(names map[string]bool) {
	for w, n := range a {
		if n.acts > 1 && n.acts+n.takes > 2 {
			names[w], names[w+"s"] = true, true
		}
	}
}

// actorsIn returns, once for each time and marked with a tilde, the nouns in small letters
// that a section tells of as of what works: "the witness replicates", and with an "@" before
// where something is sent to one or done by it. No word list has them, but what does
// things again and again in a document is a part of its system.
func actorsIn(c *document.Content) (out []string) {
	for _, s := range c.Sentences {
		if k := c.Nodes[s.Block].Kind; k == document.KindCell || k == document.KindHeading {
			continue
		}
		prose := c.Prose[s.Span.Start:s.Span.End]
		at, definite := 0, true
		for at < len(prose) {
			if isSpace(prose[at]) {
				at++
				continue
			}
			end := at
			for end < len(prose) && !isSpace(prose[end]) {
				end++
			}
			word := strings.TrimRight(prose[at:end], ".,;:)")
			if definite && isActorName(word, at == 0) {
				lower := strings.ToLower(word)
				if isDoing(prose[at+len(word):], isPlural(lower)) {
					out = append(out, "~"+Singular(lower))
				} else if at > 0 && takesPart(prose[:at]) {
					out = append(out, "~@"+Singular(lower))
				}
			}
			definite = len(word) <= len("every") && isArticle[word]
			at = end
		}
	}
	return out
}

// isArticle are the words before a noun that stands for a thing by itself.
var isArticle = map[string]bool{"the": true, "The": true, "a": true, "A": true, "an": true, "An": true, "each": true, "Each": true, "every": true, "Every": true, "this": true, "This": true, "that": true, "its": true, "all": true, "All": true}

// isDoing says whether a text goes on with what something, or several things, do.
func isDoing(rest string, plural bool) bool {
	if isDeed(rest) {
		return true
	}
	if !plural {
		return false
	}
	word, _, _ := strings.Cut(strings.TrimLeft(rest, " \n"), " ")
	v, form := words().lemma(word)
	return v != nil && form == formBase && v.acts && !v.nounish
}

// isActorName says whether a word may be what the document calls one of its parts.
func isActorName(w string, first bool) bool {
	if len(w) < 4 || len(w) > 20 || first != isCapital(w) && !first {
		return false
	}
	lower := strings.ToLower(w)
	for i := range len(lower) {
		if lower[i] < 'a' || lower[i] > 'z' {
			return false
		}
	}
	l := words()
	one := Singular(lower)
	if l.closed[lower] != 0 || l.closed[one] != 0 || l.nouns[lower] != "" || l.nouns[one] != "" || isAbstract(one) || talkOf[one] || isTechnology(one) {
		return false
	}
	if _, ok := headOf(lower); ok {
		return false
	}
	if v, _ := l.lemma(one); v != nil {
		return false
	}
	return !slices.ContainsFunc([]string{"ly", "ed", "ing", "est", "al", "ic", "ive", "able", "ible", "ful", "less", "ous"}, func(end string) bool { return strings.HasSuffix(one, end) })
}

// talkOf are nouns that do things in any text and are no part of a system.
var talkOf = map[string]bool{
	"project": true, "document": true, "author": true, "entity": true, "hierarchy": true, "setup": true, "property": true, "technique": true, "method": true, "idea": true,
	"standard": true, "specification": true, "scheme": true, "product": true, "industry": true, "family": true, "difference": true, "fact": true, "rest": true, "result": true, "outcome": true,
	"variant": true, "majority": true, "ecosystem": true, "diagram": true, "figure": true, "picture": true, "side": true, "subset": true, "plan": true, "release": true,
	"constraint": true, "invariant": true, "business": true, "victim": true, "rule": true, "paper": true, "chart": true, "formula": true, "variety": true, "bunch": true, "kind": true,
}
