package reviewer

import (
	"strings"
	"unicode"

	"github.com/designls/designls/server/text"
)

// clean makes markdown that came from a model fit to stand in a document: nothing
// in it can end the block that it is put into, hide what follows, or be taken for
// text of the program's own.
func clean(reply string) string {
	s := strings.ToValidUTF8(strings.ReplaceAll(reply, "\r\n", "\n"), "\ufffd")
	s = strings.Map(printable, s)
	s = unwrap(strings.TrimSpace(s))
	s = withoutComments(s)
	s = ownMarker().ReplaceAllString(s, "$1 ")
	s = eachText(s, func(t string) string { return swallowing().ReplaceAllString(t, "$1&lt;$2") })
	if _, open := linesOf(s); open != "" {
		s = strings.TrimRight(s, "\n") + "\n" + open
	}
	return strings.TrimSpace(s)
}

// printable drops what no text has.
func printable(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r == '\r':
		return '\n'
	case unicode.IsControl(r) || r == '\ufeff' || unicode.Is(unicode.Bidi_Control, r):
		return -1
	}
	return r
}

// ownMarker is what a comment of ours begins with. It means nothing without the colon.
var ownMarker = text.Pattern(`(?i)(<!--\s*designls[\w-]*):`)

// swallowing is HTML that takes everything after it until it is closed, or fetches
// something unasked.
var swallowing = text.Pattern(`(?i)(^|[^\\])<(/?(?:script|style|pre|textarea|title|iframe|xmp|noembed|noframes|plaintext|img|image|picture|source|video|audio|svg|object|embed|link|meta|base|form)\b|[?!])`)

var comment = text.Pattern(`(?s)<!--.*?-->`)

// withoutComments drops comments, which nobody would see. One that is not closed
// becomes visible, and hides nothing.
func withoutComments(s string) string {
	lines, _ := linesOf(s)
	var b strings.Builder
	var text []string
	flush := func() {
		if text != nil {
			b.WriteString(outsideCode(strings.Join(text, "\n"), func(s string) string { return comment().ReplaceAllString(s, "") }) + "\n")
			text = nil
		}
	}
	for _, l := range lines {
		if !l.code {
			text = append(text, l.text)
			continue
		}
		flush()
		b.WriteString(l.text + "\n")
	}
	flush()
	return strings.TrimSuffix(b.String(), "\n")
}

var (
	wrapped  = text.Pattern("(?is)^(.{0,300}?)(?:^|\n)[ ]{0,3}(`{3,}|~{3,})(?:markdown|md)[ \t]*\n(.*)\n[ ]{0,3}(`{3,}|~{3,})[ \t]*\n?(.{0,300})$")
	greeting = text.Pattern(`(?i)^(?:sure|certainly|of course|absolutely|here(?:'s| is| are)|below (?:is|are)|okay|ok\b|great)[^\n]{0,200}[:!.]\n+`)
	goodbye  = text.Pattern(`(?i)\n\n(?:let me know|feel free|i hope this|please let me|would you like)[^\n]{0,200}$`)
)

// unwrap takes off what a model says around its answer: a fence around all of it,
// a greeting, an offer of more.
func unwrap(s string) string {
	if m := wrapped().FindStringSubmatch(s); m != nil && !strings.Contains(m[1], "#") && !strings.Contains(m[5], "#") && m[2][0] == m[4][0] {
		s = strings.TrimSpace(m[3])
	}
	s = greeting().ReplaceAllString(s, "")
	return goodbye().ReplaceAllString(s, "")
}
