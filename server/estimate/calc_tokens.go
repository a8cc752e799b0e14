package estimate

import (
	"math"
	"strconv"
	"strings"
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
	var all []token
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

var signs = []struct {
	written string
	kind    tokenKind
	sign    string
}{
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
	for _, sign := range signs {
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
	if end < len(s) && s[end] >= '0' && s[end] <= '9' { // "p99"
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
	return word == "x" && at > 0 && s[at-1] >= '0' && s[at-1] <= '9' && at+1 < len(s) && s[at+1] >= '0' && s[at+1] <= '9'
}

func wordRune(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_'
}

var (
	calcNumber   = text.Pattern(`^(?:\d{1,3}(?:[,_]\d{2,3})*[,_]\d{3}|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,2}\b)?`)
	calcPower    = text.Pattern(`^ ?(?:\^ ?|\*\*|\\\^)\{?(\d{1,2})\}?`)
	superscripts = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
)

// numberAt reads a number with its power, "10^6" or "10⁶". What only looks like one
// (a date, a version, a price, a bound) is tokenOther.
func numberAt(s string, at int) token {
	written := calcNumber().FindString(s[at:])
	if written == "" { // a digit of another script
		_, n := utf8.DecodeRuneInString(s[at:])
		return token{kind: tokenOther, span: text.Span{Start: at, End: at + n}}
	}
	end := at + len(written)
	t := token{kind: tokenNumber, text: written}
	t.value, _ = strconv.ParseFloat(strings.NewReplacer(",", "", "_", "").Replace(written), 64)
	if power, n := powerAfter(s[end:]); n > 0 {
		if !powerBase[t.value] {
			t.kind = tokenOther
		}
		t.value, end = math.Pow(t.value, power), end+n
	}
	if !standsAlone(s, at) && !opensHere(s, at) || continues(s[end:]) {
		t.kind = tokenOther
	}
	t.span = text.Span{Start: at, End: end}
	return t
}

// powerBase are the bases whose powers people write: sizes, and alphabets.
var powerBase = map[float64]bool{2: true, 10: true, 16: true, 26: true, 32: true, 36: true, 58: true, 62: true, 64: true}

func powerAfter(s string) (power float64, n int) {
	if m := calcPower().FindStringSubmatch(s); m != nil {
		power, _ = strconv.ParseFloat(m[1], 64)
		return power, len(m[0])
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r) {
			break
		}
		n += size
	}
	if n > 0 {
		power, _ = strconv.ParseFloat(superscripts.Replace(s[:n]), 64)
	}
	return power, n
}

// opensHere holds for a number right after an operator: "5*10", "500M/86400", "=5".
func opensHere(s string, at int) bool {
	before := s[:at]
	if at == 0 || strings.HasSuffix(before, "<=") || strings.HasSuffix(before, ">=") {
		return at == 0
	}
	if strings.HasSuffix(before, "->") || strings.HasSuffix(before, "=>") {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune("/*=x×÷~≈+", r) && !strings.HasSuffix(before, "//")
}

// continues holds for what makes a number part of a range, a time or a version.
func continues(rest string) bool {
	trimmed := strings.TrimLeft(rest, " ")
	for _, dash := range []string{"-", "–", "—", "…", "..", "to "} {
		if after, ok := strings.CutPrefix(trimmed, dash); ok {
			after = strings.TrimLeft(after, " ~")
			if after != "" && after[0] >= '0' && after[0] <= '9' {
				return true
			}
		}
	}
	if rest == "" {
		return false
	}
	next := byte(0)
	if len(rest) > 1 {
		next = rest[1]
	}
	digit := next >= '0' && next <= '9'
	return digit && (rest[0] == '.' || rest[0] == ':' || rest[0] == ',' || rest[0] == '_') || rest[0] == '+' && !digit && next != ' '
}
