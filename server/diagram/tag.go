package diagram

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tag is the grammatical task of a token in its sentence.
type tag uint8

const (
	tagNoun tag = iota
	tagGeneric
	tagNumber
	tagDet
	tagPrep
	tagConj
	tagPron
	tagAux
	tagModal
	tagNeg
	tagSub
	tagRel
	tagAdv
	tagTo // before a verb: "to send"
	tagVerb
	tagComma
	tagColon
	tagStop
	tagOpen
	tagClose
	tagArrow
	tagQuote
)

type verbForm uint8

const (
	formBase   verbForm = iota
	formThird           // sends
	formPast            // sent, stored: past or participle
	formGerund          // sending
)

var punctuation = map[string]tag{
	",": tagComma, ":": tagColon, ";": tagStop, ".": tagStop, "!": tagStop, "?": tagStop, "—": tagStop, "–": tagStop, "--": tagStop,
	"(": tagOpen, "[": tagOpen, ")": tagClose, "]": tagClose,
	"→": tagArrow, "⇒": tagArrow, "←": tagArrow, "↔": tagArrow, "⇔": tagArrow, "⇄": tagArrow, "⟶": tagArrow, "⟷": tagArrow, "&": tagConj, "+": tagConj, "/": tagConj,
}

// tagTokens gives each token of a sentence its task. It knows the closed classes
// and the verbs of the word lists; everything else names something. A trained
// tagger in its place (prose v2, a perceptron) found no more components and fewer
// flows on the labelled documents, in ten times the time.
func tagTokens(tokens []token) {
	l := words()
	for i := range tokens {
		tokens[i].tag = l.firstTag(tokens, i)
	}
	for i := range tokens {
		t := &tokens[i]
		if t.tag == tagGeneric && isParticiple(tokens, i) {
			t.verb, t.form = l.lemma(t.lower)
			t.tag = tagVerb
		}
		if t.tag != tagNoun || t.code {
			continue
		}
		if isFormerly(tokens, i) {
			t.tag = tagModal // "used to send"
			continue
		}
		if t.verb == nil && t.text == t.lower && t.bold == 0 && !t.name {
			guessVerb(tokens, i)
		}
		if t.verb != nil && isVerbHere(tokens, i) {
			t.tag = tagVerb
		}
	}
}

// firstTag is what a token is by itself, or by the words beside it.
func (l *lexicon) firstTag(tokens []token, i int) tag {
	t := &tokens[i]
	if t.code || t.name {
		return tagNoun
	}
	if inAdverbs[t.lower] && i > 0 && tokens[i-1].tag == tagAdv && tokens[i-1].lower == "in" {
		return tagAdv
	}
	if isDash(t.text) && endsTerm(tokens, i) {
		return tagColon
	}
	if p, ok := punctuationOf(t.text); ok {
		return p
	}
	if r, size := utf8.DecodeRuneInString(t.text); size == len(t.text) && !isWordRune(r) {
		return tagQuote
	}
	if isNumber(t.lower) || isVersion(t.lower) {
		return tagNumber
	}
	if t.bold == 0 || isFunctionWord(t) {
		if c := l.closed[t.lower]; c != 0 && !isNamePart(tokens, i) {
			return l.closedTag(c, tokens, i)
		}
	}
	if t.bold == 0 || boldStartsClause(tokens, i) {
		t.verb, t.form = l.lemma(t.lower)
	}
	if t.verb == nil && t.bold == 0 && strings.HasSuffix(t.lower, "ly") && len(t.lower) > 4 && !standsInName(tokens, i) {
		return tagAdv
	}
	return tagNoun
}

// punctuationOf looks only at what can be punctuation.
func punctuationOf(s string) (tag, bool) {
	if s[0] < utf8.RuneSelf && isASCIIWord(s[0]) {
		return 0, false
	}
	if len(s) > 1 && lineArrow(s) == len(s) {
		return tagArrow, true
	}
	if len(s) > 4 {
		return 0, false
	}
	p, ok := punctuation[s]
	return p, ok
}

// isFunctionWord holds for short words in lower case, which mean the same in bold.
func isFunctionWord(t *token) bool { return t.text == t.lower }

// boldStartsClause says whether the bold phrase at i is a sentence rather than a
// name: it has more words than a name.
func boldStartsClause(tokens []token, i int) bool {
	n := 0
	for _, t := range tokens {
		if t.bold == tokens[i].bold {
			n++
		}
	}
	return n > 5
}

// isNamePart says whether a word of a closed class is written as a part of a
// name: "Single Sign On".
func isNamePart(tokens []token, i int) bool {
	if isLetter(tokens, i) {
		return true
	}
	if i == 0 || !isCapital(tokens[i].text) || tokens[i].lower == "i" {
		return false
	}
	return tokens[i-1].tag == tagNoun && isCapital(tokens[i-1].text) && !tokens[i-1].code && i-1 > 0
}

func isNumber(s string) bool {
	c := s[0]
	return '0' <= c && c <= '9' || c == '~' || c == '<' || c == '>' || c == '='
}

func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// standsInName says whether a word stands between an article and a noun for components,
// as adverbs do not: "a nightly job".
func standsInName(tokens []token, i int) bool {
	if i == 0 || tokens[i-1].tag != tagDet || i+1 == len(tokens) {
		return false
	}
	_, ok := headOf(tokens[i+1].lower)
	return ok
}
