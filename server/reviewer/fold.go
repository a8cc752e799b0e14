package reviewer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// folded is a text without what a quotation of it may leave out or write in
// another way: markup, targets of links, the layout of white space, case, and
// typographic marks. It knows where each of its bytes comes from.
type folded struct {
	text string
	at   []int // offset in the original of each byte of text; the last is the end
}

// fold folds a text.
func fold(s string) folded {
	f := folder{source: s}
	for f.i < len(s) {
		f.step()
	}
	return folded{text: f.b.String(), at: append(f.at, len(s))}
}

type folder struct {
	source string
	i      int
	b      strings.Builder
	at     []int
	space  bool // white space was read that has not been written
}

// step reads one character, or more where they belong together.
func (f *folder) step() {
	if skip := f.markup(); skip > 0 {
		f.i += skip
		return
	}
	r, size := utf8.DecodeRuneInString(f.source[f.i:])
	if unicode.IsSpace(r) || r == '|' || unicode.IsControl(r) || r == '\ufeff' {
		f.space = true
		f.i += size
		return
	}
	if f.space && f.b.Len() > 0 {
		f.put(" ")
	}
	f.space = false
	if plain, ok := typographic[r]; ok {
		f.put(plain)
	} else {
		f.put(string(unicode.ToLower(r)))
	}
	f.i += size
}

// put writes what stands for the character at hand.
func (f *folder) put(s string) {
	f.b.WriteString(s)
	for range len(s) {
		f.at = append(f.at, f.i)
	}
}

// typographic marks as they are typed.
var typographic = map[rune]string{
	'‘': "'", '’': "'", '“': `"`, '”': `"`, '–': "-", '—': "-", '‑': "-", '−': "-", '…': "...", '×': "x",
}

// markup is the length of the markup at hand, 0 for none.
func (f *folder) markup() int {
	rest := f.source[f.i:]
	if f.i == 0 || f.source[f.i-1] == '\n' {
		if n := lineMarkup(rest); n > 0 {
			f.space = true
			return n
		}
	}
	switch rest[0] {
	case '*', '`', '~', '[', '\\', '#':
		return 1
	case '_':
		if f.insideWord() {
			return 0
		}
		return 1
	case '!':
		if strings.HasPrefix(rest, "![") {
			return 2
		}
	case ']':
		return 1 + target(rest[1:])
	}
	return 0
}

// insideWord says whether the character at hand joins a word, as in "user_id".
func (f *folder) insideWord() bool {
	before, _ := utf8.DecodeLastRuneInString(f.source[:f.i])
	after, _ := utf8.DecodeRuneInString(f.source[f.i+1:])
	return wordRune(before) && wordRune(after)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// target is the length of what follows the text of a link: "(address)" or "[label]".
func target(rest string) int {
	ends := map[byte]string{'(': ")", '[': "]"}
	if rest == "" || ends[rest[0]] == "" {
		return 0
	}
	line, _, _ := strings.Cut(rest, "\n")
	return strings.Index(line, ends[rest[0]]) + 1
}

// lineMarkup is the length of what makes a line an item, a quotation or a heading.
func lineMarkup(line string) int {
	n := len(line) - len(strings.TrimLeft(line, " \t>"))
	rest := line[n:]
	for _, mark := range []string{"- ", "* ", "+ "} {
		if strings.HasPrefix(rest, mark) {
			return n + len(mark)
		}
	}
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if digits > 0 && digits < 4 && (strings.HasPrefix(rest[digits:], ". ") || strings.HasPrefix(rest[digits:], ") ")) {
		return n + digits + 2
	}
	return n
}
