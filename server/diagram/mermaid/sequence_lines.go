package mermaid

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/text"
)

// keepSemicolons writes the semicolons in a text so that they do not end it. One
// that ends a numeric or named character stays.
func keepSemicolons(_ *scene, l line) []text.Edit {
	said := saidFrom().FindStringIndex(l.text)
	if said == nil {
		return nil
	}
	var edits []text.Edit
	for i := said[1]; i < len(l.text)-1; i++ {
		if l.text[i] == ';' && !endsCharacter(l.text[:i]) {
			edits = append(edits, l.replace(i, i+1, "#59;"))
		}
	}
	return edits
}

// saidFrom is what stands before the part of a line that is only read by people.
var saidFrom = lazily(`(?i)^[^:;]*?(?::|\sas\s)|^(?:loop|alt|else|opt|par|and|critical|option|break|box)\s`)

func endsCharacter(s string) bool {
	i := strings.LastIndexAny(s, "#& ;")
	return i >= 0 && (s[i] == '#' || s[i] == '&') && i < len(s)-1
}

// introduceEach parts "participants A, B" into lines.
func introduceEach(s *scene, l line) []text.Edit {
	names, ok := strings.CutPrefix(strings.ToLower(l.text), "participant")
	if !ok || !strings.Contains(names, ",") {
		return nil
	}
	said := strings.TrimLeft(l.text[len("participant"):], "s: ")
	between := text.EOL(s.source) + s.indent(l) + "participant "
	parts := strings.FieldsFunc(said, func(r rune) bool { return r == ',' })
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
	}
	return []text.Edit{l.replace(0, len(l.text), "participant "+strings.Join(parts, between))}
}

// sendToEach parts a message to several into one message to each.
func sendToEach(s *scene, l line) []text.Edit {
	m := toSeveral().FindStringSubmatch(l.text)
	if m == nil {
		return nil
	}
	var lines []string
	for _, to := range strings.Split(m[2], ",") {
		lines = append(lines, m[1]+strings.TrimSpace(to)+m[3])
	}
	return []text.Edit{l.replace(0, len(l.text), strings.Join(lines, text.EOL(s.source)+s.indent(l)))}
}

var noStatement = lazily(`-{1,2}[>x)]|^(?:participant|actor|create|destroy|activate|deactivate|note|links?|autonumber|title|box|rect|loop|alt|else|opt|par|and|critical|option|break)\b|^end\b`)

// joinLines appends the line of the error, and those after it that are no
// statements either, to the message or note before them. An "end note" goes.
func joinLines(s *scene) (text.Span, []text.Edit) {
	i := slices.IndexFunc(s.lines, s.near)
	for i >= 0 && i < len(s.lines) && !loose(s.lines[i]) {
		i++ // the error may stand at the end of the line before
	}
	if i <= 0 || i >= len(s.lines) || !strings.Contains(s.lines[i-1].text, ":") {
		return text.Span{}, nil
	}
	var edits []text.Edit
	at, joint := s.lines[i].span, "<br/>"
	for before := s.lines[i-1]; i < len(s.lines); before, i = s.lines[i], i+1 {
		if strings.HasSuffix(before.text, ":") {
			joint = " "
		}
		switch l := s.lines[i]; {
		case loose(l):
			edits = append(edits, text.Edit{Span: text.Span{Start: before.span.End, End: l.span.Start}, New: joint})
		case strings.EqualFold(l.text, "end note"):
			return at, append(edits, text.Edit{Span: text.Span{Start: before.span.End, End: l.span.End}})
		default:
			return at, edits
		}
		joint = "<br/>"
	}
	return at, edits
}

// loose reports whether a line is not a statement of a sequence diagram.
func loose(l line) bool { return !noStatement().MatchString(strings.ToLower(l.text)) }

// dropDeactivation removes what deactivates: a line, or the sign behind an arrow.
func dropDeactivation(s *scene, l line) []text.Edit {
	if strings.HasPrefix(l.text, "deactivate") {
		return []text.Edit{{Span: s.wholeLine(l)}}
	}
	return rewrite(`(-{1,2}(?:>{1,2}|x|\)))-`, "$1")(s, l)
}

var toSeveral = lazily(`^([^:,]+?-{1,2}(?:>{1,2}|x|\)))\s*([^:,]+(?:,[^:,]+)+)(:.*)$`)
