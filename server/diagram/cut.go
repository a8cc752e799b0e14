package diagram

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/designls/designls/server/document"
)

// tokenEnd returns where the token at an offset ends.
func tokenEnd(s string, at, limit int) int {
	if s[at] == document.Opaque {
		for at < limit && s[at] == document.Opaque {
			at++
		}
		return at
	}
	for _, arrow := range [...]string{"-->", "->", "=>", "→", "⇒", "—", "–", "--"} {
		if strings.HasPrefix(s[at:limit], arrow) {
			return at + len(arrow)
		}
	}
	r, size := utf8.DecodeRuneInString(s[at:limit])
	if !isWordRune(r) {
		return at + size
	}
	return wordEnd(s, at, limit)
}

// wordEnd returns where a word ends. Hyphens, full stops, slashes, "@" and
// apostrophes between letters or digits belong to it: "kube-apiserver", "I/O".
func wordEnd(s string, at, limit int) int {
	for at < limit {
		r, size := utf8.DecodeRuneInString(s[at:limit])
		if !isWordRune(r) && !joins(s, r, at+size, limit) {
			break
		}
		at += size
	}
	return at
}

func isWordRune(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.So, r) && r > 0x2fff
}

// joins says whether r, before an offset, joins two parts of a word.
func joins(s string, r rune, at, limit int) bool {
	if r != '-' && r != '.' && r != '\'' && r != '’' && r != '/' && r != '+' && r != '#' {
		return false
	}
	if at >= limit {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[at:limit])
	return isWordRune(next)
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }
