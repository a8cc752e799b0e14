package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// token is a word, a piece of inline code or a punctuation mark.
type token struct {
	text  string // as written, without markup
	lower string
	span  text.Span // in the section
	tag   tag
	verb  *verb
	form  verbForm
	bold  int  // number of the bold phrase that it stands in, from 1; 0 for none
	code  bool // a whole piece of inline code
	name  bool // a word in small letters that the document writes as a name
	head  head // see headOf
	known headState
}

// headState says whether a token's head has been looked up, and found.
type headState uint8

const (
	headUnknown headState = iota
	headFound
	headMissing
)

// headOf is what the token says about a name that ends with it.
func (t *token) headOf() (head, bool) {
	if t.known == headUnknown {
		t.known = headMissing
		if h, ok := headOf(withoutLetter(trimPossessive(t.text))); ok {
			t.head, t.known = h, headFound
		}
	}
	return t.head, t.known == headFound
}

// tokenizer cuts the sentences of a section, in order.
type tokenizer struct {
	content *document.Content
	styles  []style // bold phrases and inline code, in order of their start
	scratch *scratch
	next    int // first of the styles that may reach into the sentence
	coined  map[string]bool
}

type style struct {
	kind  document.Kind
	span  text.Span // what the markers enclose
	outer text.Span
}

func newTokenizer(c *document.Content, coined map[string]bool, s *scratch) *tokenizer {
	t := &tokenizer{content: c, coined: coined, scratch: s}
	for _, n := range c.Nodes {
		switch n.Kind {
		case document.KindStrong, document.KindCodeSpan:
			t.styles = append(t.styles, style{n.Kind, n.Inner, n.Span})
		}
	}
	return t
}

// tokens cuts one sentence. The sentences must be given in document order; the
// tokens are valid until the next call.
func (t *tokenizer) tokens(s text.Span) []token {
	out := t.scratch.tokens[:0]
	for t.next < len(t.styles) && t.styles[t.next].outer.End <= s.Start {
		t.next++
	}
	prose := t.content.Prose
	for at := s.Start; at < s.End; {
		end := tokenEnd(prose, at, s.End)
		if prose[at] == document.Opaque {
			out = t.appendCode(out, text.Span{Start: at, End: end})
		} else if !isSpace(prose[at]) && prose[at] != document.Break {
			if k := slashIn(prose[at:end]); k > 0 {
				end = at + k // "Cortex/Loki"
			}
			if two := appendContracted(out, prose[at:end], at); len(two) > len(out) && !t.isBold(at) {
				out, at = two, end
				continue
			}
			k := newToken(prose[at:end], at)
			k.name = len(t.coined) > 0 && (t.coined[k.lower] || t.coined[trimPossessive(k.lower)] || t.coined[k.text] || t.coined[trimPossessive(k.text)])
			out = append(out, k)
		}
		at = end
	}
	t.mark(out, s)
	t.scratch.tokens = out
	return joinQuoted(withoutBrackets(joinPlurals(joinParty(joinEnds(joinBoth(out))))), t.coined)
}

func newToken(s string, at int) token {
	return token{text: s, lower: strings.ToLower(s), span: text.Span{Start: at, End: at + len(s)}}
}

// appendCode appends inline code as one token. What is opaque and not code, an
// address or an image, has no name.
func (t *tokenizer) appendCode(out []token, s text.Span) []token {
	for _, st := range t.styles[t.next:] {
		if st.outer.Start >= s.End {
			break
		}
		if st.kind == document.KindCodeSpan && st.outer.Start >= s.Start {
			code := t.content.Source[st.span.Start:st.span.End]
			k := newToken(code[:toolEnd(code)], st.span.Start)
			k.code, k.name = true, t.coined[k.text]
			out = append(out, k)
		}
	}
	return out
}

// mark notes which tokens are bold.
func (t *tokenizer) mark(out []token, s text.Span) {
	for i, st := range t.styles[t.next:] {
		if st.outer.Start >= s.End {
			break
		}
		for k := range out {
			if st.kind != document.KindStrong || !st.outer.ContainsSpan(out[k].span) {
				continue
			}
			out[k].bold = t.next + i + 1
		}
	}
}

// isBold says whether what stands at an offset is in bold, and so a name's.
func (t *tokenizer) isBold(at int) bool {
	for _, st := range t.styles[t.next:] {
		if st.outer.Start > at {
			break
		}
		if st.kind == document.KindStrong && at < st.outer.End {
			return true
		}
	}
	return false
}
