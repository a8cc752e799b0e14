package estimate

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/text"
)

type tokenKind uint8

const (
	tokenWord tokenKind = iota
	tokenNumber
	tokenOp    // "*", "/", "+"
	tokenEqual // "=", "≈", "->"
	tokenAbout // "~"
	tokenOpen
	tokenClose
	tokenComma
	tokenColon
	tokenStop  // the end of a clause
	tokenLine  // the end of a line
	tokenOther // what no calculation has
)

// token is a piece of a text in which calculations are looked for.
type token struct {
	kind  tokenKind
	text  string // of a word as written, of an operator its sign
	span  text.Span
	value float64
	glued bool // no blank before it
}

// tokensOf cuts a text. Markup has to be blanks in it already.
func tokensOf(s string) []token {
	all := make([]token, 0, 4+len(s)/6) // a word and a blank
	for at := 0; at < len(s); {
		t := tokenAt(s, at)
		if t.span.End == at { // a blank
			_, n := utf8.DecodeRuneInString(s[at:])
			at += n
			continue
		}
		t.glued = len(all) > 0 && all[len(all)-1].span.End == at
		if opensLine(all) && (t.kind == tokenOther || t.kind == tokenOp) {
			t.kind = tokenStop // the mark of a list, a frame
		}
		all = append(all, t)
		at = t.span.End
	}
	return all
}

func opensLine(before []token) bool {
	return len(before) == 0 || before[len(before)-1].kind == tokenLine
}

// sign is a mark and what it stands for.
type sign struct {
	written string
	kind    tokenKind
	sign    string
}

// signsOf lists the signs by their first byte, the longer before those that begin them.
var signsOf = sync.OnceValue(func() [][]sign {
	byFirst := make([][]sign, 256)
	for _, s := range signs {
		byFirst[s.written[0]] = append(byFirst[s.written[0]], s)
	}
	return byFirst
})

var signs = []sign{
	{"==", tokenOther, ""}, {"=>", tokenEqual, "→"}, {"=", tokenEqual, "="}, {"->", tokenEqual, "→"}, {"→", tokenEqual, "→"}, {"⇒", tokenEqual, "→"}, {"⟹", tokenEqual, "→"},
	{"~=", tokenEqual, "≈"}, {"≈", tokenEqual, "≈"}, {"≅", tokenEqual, "≈"}, {"≃", tokenEqual, "≈"}, {"\\approx", tokenEqual, "≈"},
	{"×", tokenOp, "*"}, {"\\times", tokenOp, "*"}, {"\\cdot", tokenOp, "*"}, {"\\*", tokenOp, "*"}, {"**", tokenOther, ""}, {"*", tokenOp, "*"}, {"·", tokenOp, "*"}, {"⋅", tokenOp, "*"}, {"✕", tokenOp, "*"},
	{"÷", tokenOp, "/"}, {"\\div", tokenOp, "/"}, {"//", tokenOther, ""}, {"/", tokenOp, "/"}, {"+", tokenOp, "+"},
	{"\\~", tokenAbout, "~"}, {"~", tokenAbout, "~"}, {"(", tokenOpen, ""}, {")", tokenClose, ""}, {"[", tokenOpen, ""}, {"]", tokenClose, ""},
	{",", tokenComma, ""}, {":", tokenColon, ""}, {";", tokenStop, ""}, {"!", tokenStop, ""}, {"?", tokenStop, ""}, {".", tokenStop, ""},
	{"\n", tokenLine, ""}, {"\x00", tokenStop, ""}, {"|", tokenStop, ""}, {"—", tokenStop, ""}, {"–", tokenOther, ""}, {"\\", tokenOther, ""},
}

func tokenAt(s string, at int) token {
	r, n := utf8.DecodeRuneInString(s[at:])
	switch {
	case unicode.IsDigit(r):
		return numberAt(s, at)
	case r != '\n' && unicode.IsSpace(r):
		return token{span: text.Span{Start: at, End: at}}
	case unicode.IsLetter(r):
		return wordAt(s, at)
	}
	for _, sign := range signsOf()[s[at]] {
		if strings.HasPrefix(s[at:], sign.written) {
			return token{kind: sign.kind, text: sign.sign, span: text.Span{Start: at, End: at + len(sign.written)}}
		}
	}
	if strings.ContainsRune(frames, r) {
		return token{kind: tokenStop, span: text.Span{Start: at, End: at + n}}
	}
	return token{kind: tokenOther, span: text.Span{Start: at, End: at + n}}
}

// frames are drawn around text, or open its lines.
const frames = "│║┃|•●▪‣└├─▶►✓✔✅➜…\"“”"

func wordAt(s string, at int) token {
	end := at
	for i, r := range s[at:] {
		if !unicode.IsLetter(r) && r != '\'' && r != '’' && !(r == '-' && i > 0) && !(r == '_' && i > 0) {
			break
		}
		end = at + i + utf8.RuneLen(r)
	}
	word := strings.TrimRight(s[at:end], "-_'’")
	end = at + len(word)
	if (word == "x" || word == "X") && (end == len(s) || !wordRune(s[end:])) || crossBetween(s, at, word) {
		return token{kind: tokenOp, text: "*", span: text.Span{Start: at, End: at + 1}}
	}
	if end < len(s) && digit(s[end]) { // "p99"
		for end < len(s) && (wordRune(s[end:]) || s[end] == '.' || s[end] == '-') {
			_, n := utf8.DecodeRuneInString(s[end:])
			end += n
		}
		return token{kind: tokenOther, text: s[at:end], span: text.Span{Start: at, End: end}}
	}
	return token{kind: tokenWord, text: word, span: text.Span{Start: at, End: end}}
}

// crossBetween holds for the x of "5x10".
func crossBetween(s string, at int, word string) bool {
	return word == "x" && at > 0 && digit(s[at-1]) && at+1 < len(s) && digit(s[at+1])
}

func wordRune(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_'
}
