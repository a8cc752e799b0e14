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
	if c := s[at]; c < utf8.RuneSelf && isASCIIWord(c) {
		return wordEnd(s, at, limit)
	}
	if n := lineArrow(s[at:limit]); n > 0 {
		return at + n
	}
	for _, arrow := range [...]string{"→", "⇒", "←", "↔", "⇔", "⇄", "⟶", "⟷", "—", "–", "--"} {
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

// lineArrow returns the length of the arrow of hyphens or equals signs that a text
// begins with: "->", "==>", "<-->"; 0 for none and for "<=", which compares.
func lineArrow(s string) int {
	i := 0
	if s[0] == '<' {
		i++
	}
	start := i
	for i < len(s) && (s[i] == '-' || s[i] == '=') {
		i++
	}
	switch {
	case i == start || i > 16:
		return 0
	case i < len(s) && s[i] == '>':
		return i + 1
	case start == 1 && i-start >= 2:
		return i // "<--"
	}
	return 0
}

// wordEnd returns where a word ends. Hyphens, full stops, slashes, "@" and
// apostrophes between letters or digits belong to it: "kube-apiserver", "I/O".
func wordEnd(s string, at, limit int) int {
	for at < limit {
		if c := s[at]; c < utf8.RuneSelf && isASCIIWord(c) {
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:limit])
		if !isWordRune(r) && !joins(s, r, at+size, limit) {
			break
		}
		at += size
	}
	return at
}

func isASCIIWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIIWord(byte(r))
	}
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) && !isEmoji(r) || unicode.Is(unicode.So, r) && r > 0x2fff && !isEmoji(r)
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
