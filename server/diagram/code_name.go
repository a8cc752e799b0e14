package diagram

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/document"
)

// codeDeeds returns, once for each time, the inline code that takes part in what the
// sentences of a section tell: "to `RootCoord`" behind a verb for sending, "from
// `SDK`", "uses `Proxy`". It is marked as what takes two of those.
func codeDeeds(c *document.Content) (out []string) {
	next := 0
	for _, n := range c.Nodes {
		if n.Kind != document.KindCodeSpan {
			continue
		}
		w := n.Inner.Of(c.Source)
		w = w[:toolEnd(w)]
		command := isCommand(w)
		path := isCodePath(w)
		program := isCoinable(w) && isLowerWord(w)
		if !command && !path && !program && !isCodeName(w) {
			continue
		}
		for next < len(c.Sentences) && c.Sentences[next].Span.End <= n.Span.Start {
			next++
		}
		if next == len(c.Sentences) {
			break
		}
		s := c.Sentences[next]
		if k := c.Nodes[s.Block].Kind; s.Span.Start > n.Span.Start || k == document.KindCell || k == document.KindHeading {
			continue
		}
		switch rest := c.Prose[min(n.Span.End, s.Span.End):s.Span.End]; {
		case command && isTool(rest), program && isInvoked(c.Prose[s.Span.Start:n.Span.Start]):
			out = append(out, w)
		case isRecord(rest):
			out = append(out, "!"+w)
		case !path && takesPart(c.Prose[s.Span.Start:n.Span.Start]):
			out = append(out, "`"+w)
		case isDeed(rest) && (path || command || isCamel(w)), path && isInvoked(c.Prose[s.Span.Start:n.Span.Start]):
			out = append(out, "`"+w, "`"+w)
		}
	}
	return out
}

// isRecord says whether a text goes on with a noun for data or a procedure: "the
// `PodGroup` object".
func isRecord(rest string) bool {
	word, after, _ := strings.Cut(strings.TrimLeft(rest, " \x1a`"), " ")
	object, _, _ := strings.Cut(after, " ")
	return recordNouns[Singular(strings.Trim(word, ".,;:)"))] && words().closed[object]&classDet == 0 // "`Billing` calls the"
}

var recordNouns = map[string]bool{
	"object": true, "resource": true, "cr": true, "crd": true, "field": true, "spec": true, "status": true, "kind": true, "type": true, "struct": true, "message": true, "request": true, "response": true,
	"event": true, "flag": true, "parameter": true, "option": true, "annotation": true, "label": true, "method": true, "function": true, "rpc": true, "call": true, "interface": true, "class": true,
}

// isMethod says whether one of the words that make a name is a verb: "NodeGetStats".
func isMethod(w string) bool {
	return slices.ContainsFunc(camelWords(w), func(part string) bool {
		v, form := words().lemma(part)
		return v != nil && form == formBase && !v.nounish
	})
}

// isCodeName says whether inline code is spelled as parts of systems are: "MsgStream",
// "SDK", "gitlab-kas".
func isCodeName(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if len(w) < 3 || len(w) > 30 || !unicode.IsUpper(r) && !(unicode.IsLower(r) && strings.Contains(w, "-")) || isAbstract(w) || isMethod(w) {
		return false
	}
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) < 0 && words().nouns[strings.ToLower(w)] == ""
}

// takesPart says whether what stands behind some words is an end of a flow.
func takesPart(before string) bool {
	fields := strings.Fields(strings.ToLower(before))
	n := len(fields) - 1
	l := words()
	for n > 0 && l.closed[fields[n]]&(classDet|classGeneric) != 0 {
		n--
	}
	if n < 0 {
		return false
	}
	if v, _ := l.lemma(fields[n]); v != nil && isContact[v.lemma] {
		return true
	}
	if !isEndOfFlow[fields[n]] {
		return false
	}
	for i := n - 1; i >= 0; i-- {
		if v, _ := l.lemma(fields[i]); v != nil && (v.transfers || v.acts) {
			return v.transfers && (len(v.to)+len(v.from)+len(v.back) > 0)
		}
	}
	return false
}

// isContact are the verbs whose object is a part of a system.
var isContact = map[string]bool{"use": true, "query": true, "contact": true, "notify": true, "connect": true, "poll": true, "ask": true, "inform": true}

// isEndOfFlow are the prepositions before the ends of a flow.
var isEndOfFlow = map[string]bool{"to": true, "from": true, "into": true, "by": true, "via": true, "through": true}
