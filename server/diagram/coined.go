package diagram

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/document"
)

// coinedIn returns the words in small letters that a section writes as names:
// "vtgate" of the heading "### vtgate", of "**vtgate** is a proxy" and of a
// sentence that begins with "vtgate routes", which any other word would begin with
// a capital. Elsewhere in the document they are names too. Inline code that does
// something, "`tsh` sends", is returned with its backquote: it takes two of those.
func coinedIn(c *document.Content) []string {
	bold, code := map[int]bool{}, map[int]document.Node{}
	for _, n := range c.Nodes {
		switch n.Kind {
		case document.KindStrong:
			bold[n.Inner.Start] = true
		case document.KindCodeSpan:
			code[n.Span.Start] = n
		}
	}
	var out []string
	out = shownIn(c)
	last, announced := -1, false
	out = append(out, calledIn(c, code)...)
	out = append(out, camelIn(c)...)
	out = append(out, codeDeeds(c)...)
	out = append(out, linkedIn(c)...)
	out = append(out, quotedCommands(c)...)
	out = append(out, actorsIn(c)...)
	for _, s := range c.Sentences {
		kind, first := c.Nodes[s.Block].Kind, s.Block != last
		last = s.Block
		at := s.Span.Start
		for at < s.Span.End && (isSpace(c.Prose[at]) || c.Prose[at] == document.Break) {
			at++
		}
		if at == s.Span.End || kind == document.KindCell {
			continue
		}
		end := tokenEnd(c.Prose, at, s.Span.End)
		word, rest := c.Prose[at:end], c.Prose[end:s.Span.End]
		item := c.Ancestor(s.Block, document.KindItem) >= 0
		if !item {
			announced = announcesComponents(c.Prose[at:s.Span.End])
		}
		switch n, ok := code[at]; {
		case ok:
			if w := n.Inner.Of(c.Source); isCoinable(w) && !strings.ContainsAny(w, " (){}=<>\\$:;,*\"@#%&|[]_") && isDeed(rest) {
				out = append(out, "`"+w)
			} else if ok && isCoinable(w) && first && isExplained(rest) {
				out = append(out, w)
			}
		case isCapital(word) && words().closed[strings.ToLower(word)] == 0 && kind != document.KindHeading && isDefinedAsPart(rest):
			out = append(out, word)
		case !isCoinable(word):
		case item && announced && strings.Trim(rest, " \t\n\x1a.,;") == "":
			out = append(out, word)
		case kind == document.KindHeading && strings.TrimSpace(rest) == "",
			kind != document.KindHeading && (bold[at] || !first || c.Ancestor(s.Block, document.KindItem) < 0) && isPredicate(rest, bold[at]):
			out = append(out, word)
		}
	}
	return out
}

// isExplained says whether a text goes on with a colon or a dash and a deed, as an
// item of a list of components does: "`matchd`: reads jobs".
func isExplained(rest string) bool {
	rest = strings.TrimLeft(rest, " \x1a`")
	for _, mark := range [...]string{":", "- ", "– ", "— "} {
		if after, ok := strings.CutPrefix(rest, mark); ok {
			fields := strings.Fields(strings.ToLower(after[:min(len(after), 60)]))
			if len(fields) == 0 {
				return false
			}
			if len(fields) > 1 && (fields[0] == "a" || fields[0] == "the" || fields[0] == "an") {
				_, ok := headOf(strings.Trim(fields[1], ".,;"))
				return ok && len(fields) < 3
			}
			return isDeed(strings.Join(fields, " "))
		}
	}
	return false
}

// isDeed says whether a text goes on with a verb for what only something that
// works does: "sends", "will send".
func isDeed(rest string) bool {
	fields := strings.Fields(strings.TrimLeft(rest[:min(len(rest), 60)], " \x1a`"))
	l := words()
	if len(fields) > 2 && strings.HasSuffix(fields[1], "ly") {
		fields = slices.Delete(fields, 1, 2) // "will periodically send"
	}
	if len(fields) > 1 && l.closed[fields[0]]&classModal != 0 {
		v, form := l.lemma(fields[1])
		return v != nil && form == formBase && v.acts
	}
	if len(fields) == 0 {
		return false
	}
	v, form := l.lemma(fields[0])
	return v != nil && form == formThird && v.acts
}

// isPredicate says whether a text goes on with a verb in the third person, or
// where the word before is in bold with an explanation.
func isPredicate(rest string, bold bool) bool {
	rest = strings.TrimLeft(rest, " \t\r\n\x1a")
	if bold && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—")) {
		return true
	}
	word, _, _ := strings.Cut(rest, " ")
	l := words()
	if l.closed[word]&(classAux|classModal) != 0 {
		return true
	}
	v, form := l.lemma(word)
	return v != nil && form == formThird
}

// isCoinable says whether a word in small letters is none that the word lists, or
// its ending, show to be English.
func isCoinable(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if len(w) < 2 || !unicode.IsLower(r) || strings.ContainsAny(w, "./'’") {
		return false
	}
	lower := strings.ToLower(w)
	l := words()
	if l.closed[lower] != 0 || l.nouns[lower] != "" || l.nouns[Singular(lower)] != "" || isAbstract(lower) {
		return false
	}
	if _, ok := headOf(lower); ok {
		return false
	}
	if v, _ := l.lemma(lower); v != nil {
		return false
	}
	return !slices.ContainsFunc([]string{"ly", "ed", "ing", "est", "al", "ic", "ive", "able", "ible", "ful", "less", "ous", "ent", "ant", "ary", "ory"}, func(end string) bool { return strings.HasSuffix(lower, end) })
}
