package diagram

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isEmoji holds for pictures in the text, and for what is put behind one to tell how it
// looks. They belong to no name: "🌐 Web App" is the web app.
func isEmoji(r rune) bool {
	return r >= 0x1f000 && r < 0x1fb00 || r >= 0x2600 && r < 0x2800 || r >= 0x2b00 && r < 0x2c00 || r == 0x200d || r >= 0xfe00 && r <= 0xfe0f || r >= 0x2300 && r < 0x2400 || r == 0x20e3
}

// withoutEmoji is a label without the pictures around it, unless it is nothing else.
func withoutEmoji(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			rest := strings.TrimFunc(s, func(r rune) bool { return isEmoji(r) || r == ' ' })
			if strings.ContainsFunc(rest, unicode.IsLetter) {
				return rest
			}
			return s
		}
	}
	return s
}
