package finding

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// idLength is the length of an identity in hexadecimal digits. 64 bits keep the
// chance of a collision in a team's documents below one in a billion.
const idLength = 16

// ID is the identity by which a finding is known again in a later version of the
// document: it stays when text around the quote changes, when the quote is set
// in bold or wrapped differently, and when the finding moves inside its section.
// It changes with the words of the quote, the rule, the subject or the section.
func (f Finding) ID() string {
	h := sha256.New()
	for _, part := range []string{f.Rule, fold(f.Quote), fold(f.Subject), fold(f.Section)} {
		h.Write([]byte(part))
		h.Write([]byte{0}) // fold leaves no zero byte, so parts cannot run together
	}
	return hex.EncodeToString(h.Sum(nil))[:idLength]
}

// fold takes from a text what does not change its meaning: case, markup and how
// white space is laid out.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case isMarkup(r):
			continue
		case space && b.Len() > 0:
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func isMarkup(r rune) bool {
	return strings.ContainsRune("*_`~#|\\[]", r) || unicode.IsControl(r) || r == '\ufeff'
}
