package rules

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// namedPart is a component as the words name it.
type namedPart struct {
	name text.Span
	keys []string
}

// part reads the name after "single": up to three words and what it is. The end is
// that of the words, -1 when they name no component of which one is one machine.
func (r *statementReader) part(from int, adjective bool) (namedPart, int) {
	ws := r.ws
	var p namedPart
	var words []string
	firm := adjective
	at := from
	for ; at < len(ws) && at < from+5; at++ {
		w := ws[at].text
		prod, isProduct := products[w]
		switch {
		case isProduct:
			p.keys, firm = productKeys(prod), true
			p.name = text.Span{Start: ws[at].span.Start, End: ws[at].span.End}
		case runUnits[w], soleParts[w]:
			firm = true
		case !isWord(w[0]) || endings[w] || leadIns[w] || unsettled[w] || determiners[w]:
			return r.finish(p, words, from, at, firm)
		}
		if words = append(words, w); firm && !names(ws.at(at+1)) {
			return r.finish(p, words, from, at+1, firm)
		}
	}
	return r.finish(p, words, from, at, firm)
}

// names says whether a word can go on with a component's name.
func names(word string) bool {
	_, isProduct := products[word]
	return isProduct || runUnits[word] || soleParts[word] || partHeads[word]
}

func (r *statementReader) finish(p namedPart, words []string, from, at int, firm bool) (namedPart, int) {
	if !firm || len(words) == 0 {
		return p, -1
	}
	last := words[len(words)-1]
	_, isProduct := products[last]
	if !isProduct && !runUnits[last] && !soleParts[last] && !(partHeads[last] && p.keys == nil && unitWords[r.ws.at(from-1)]) {
		return p, -1 // "a single Redis key"
	}
	if p.keys == nil {
		p.keys = keysOf(words)
		p.name = text.Span{Start: r.ws[from].span.Start, End: r.ws[at-1].span.End}
		if !soleParts[last] && !r.namesOne(p.name, words) {
			return p, -1 // "one build host"
		}
	}
	return p, at
}

// namesOne says whether a name tells which part it is: "cache node", "Jenkins
// server", and not "physical server".
func (r *statementReader) namesOne(name text.Span, words []string) bool {
	for _, w := range words[:len(words)-1] {
		if partHeads[w] || soleParts[w] {
			return true
		}
	}
	first := name.Of(r.scope.Content().Source)
	return len(words) > 1 && 'A' <= first[0] && first[0] <= 'Z'
}

// productKeys are the beginning of a product's names, and other words as a whole.
func productKeys(p product) []string {
	keys := []string{p.key}
	for _, also := range strings.Fields(p.also) {
		keys = append(keys, "="+also)
	}
	return keys
}

// keysOf are the telling words of a name; none for "server" alone.
func keysOf(words []string) (keys []string) {
	for _, w := range words {
		if len(w) >= stemLength && !runUnits[w] && !general[w[:stemLength]] && !endings[w] {
			keys = append(keys, strings.TrimSuffix(w, "s"))
		}
	}
	if len(keys) == 0 {
		for _, w := range words {
			if partHeads[w] || soleParts[w] {
				keys = append(keys, w)
			}
		}
	}
	return keys
}

// subject is what the words before a verb name, if that is a component.
func (r *statementReader) subject(verb int) (text.Span, []string) {
	ws := r.ws
	end := verb
	for end > 0 && (beVerbs[ws[end-1].text] || ws[end-1].text == "has" || ws[end-1].text == "both") {
		end--
	}
	from := end
	for from > 0 && from > end-6 && !cuts[ws[from-1].text] && ws[from-1].text != "," {
		from--
	}
	general := ws.at(from)
	for from < end && determiners[ws[from].text] {
		from++
	}
	if from == end || indefinite[general] || oneWords[ws[from].text] {
		return text.Span{}, nil
	}
	span := text.Span{Start: ws[from].span.Start, End: ws[end-1].span.End}
	last := ws[end-1].text
	if p, ok := products[last]; ok {
		return span, productKeys(p)
	}
	if !partHeads[last] || end-from > 5 {
		return text.Span{}, nil
	}
	var words []string
	for _, w := range ws[from:end] {
		words = append(words, w.text)
	}
	return span, keysOf(words)
}

var determiners = setOf("the a an our this its all whole entire then so and")
