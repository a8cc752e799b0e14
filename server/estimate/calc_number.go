package estimate

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/designls/designls/server/text"
)

var (
	calcNumber   = text.Pattern(`^(?:\d{1,3}(?:[,_]\d{2,3})*[,_]\d{3}|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,2}\b)?`)
	calcPower    = text.Pattern(`^ ?(?:\^ ?|\*\*|\\\^)\{?(\d{1,2})\}?`)
	goesOn       = text.Pattern(`^(?:[.,:_]\d+)+`) // of a version, a time, a number with a decimal comma
	ungrouped    = strings.NewReplacer(",", "", "_", "")
	superscripts = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
)

// numberAt reads a number with its power, "10^6" or "10⁶". What only looks like one
// (a date, a version, a price, a bound) is tokenOther.
func numberAt(s string, at int) token {
	written := digitsAt(s[at:])
	if strings.ContainsAny(next(s[at:], len(written)), ".,_eE") {
		written = calcNumber().FindString(s[at:])
	}
	if written == "" { // a digit of another script
		_, n := utf8.DecodeRuneInString(s[at:])
		return token{kind: tokenOther, span: text.Span{Start: at, End: at + n}}
	}
	end := at + len(written)
	t := token{kind: tokenNumber, text: written}
	t.value, _ = strconv.ParseFloat(ungrouped.Replace(written), 64)
	if power, n := powerAfter(s[end:]); n > 0 {
		if !powerBase[t.value] {
			t.kind = tokenOther
		}
		t.value, end = math.Pow(t.value, power), end+n
	}
	if !standsAlone(s, at) && !opensHere(s, at) || continues(s[end:]) {
		t.kind = tokenOther
		end += len(goesOn().FindString(s[end:]))
	}
	t.span = text.Span{Start: at, End: end}
	return t
}

// digitsAt is the run of digits at the start of a text.
func digitsAt(s string) string {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return s[:n]
}

// next is the byte at an offset; "" at the end.
func next(s string, at int) string {
	if at < len(s) {
		return s[at : at+1]
	}
	return ""
}

// powerBase are the bases whose powers people write: sizes, and alphabets.
var powerBase = map[float64]bool{2: true, 10: true, 16: true, 26: true, 32: true, 36: true, 58: true, 62: true, 64: true}

func powerAfter(s string) (power float64, n int) {
	if !strings.ContainsAny(s[:min(len(s), 3)], "^*⁰¹²³⁴⁵⁶⁷⁸⁹") {
		return 0, 0
	}
	if m := calcPower().FindStringSubmatch(s[:min(len(s), 8)]); m != nil {
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
			if after != "" && digit(after[0]) {
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
	return digit(next) && (rest[0] == '.' || rest[0] == ':' || rest[0] == ',' || rest[0] == '_') || rest[0] == '+' && !digit(next) && next != ' '
}
