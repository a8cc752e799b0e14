package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

var (
	transition = lazily(`^(.+?)(\s*-->\s*)(.+?)(\s*:.*)?$`)
	stateBody  = lazily(`^state\s+("?)([^"{]+?)"?\s*\{$`)
	stateName  = lazily(`^(?:[\pL\pN_.]+(?::::?\w+)?|\[\s*\*\s*\]|\[H\*?\])$`)
)

// nameStates introduces states whose name is more than a word, and uses the short
// name everywhere.
func nameStates(s *scene, l line) []text.Edit {
	if m := stateBody().FindStringSubmatch(l.text); m != nil && !stateName().MatchString(m[2]) {
		return []text.Edit{l.replace(0, len(l.text), `state "`+m[2]+`" as `+identifier(m[2])+" {")}
	}
	m := transition().FindStringSubmatchIndex(l.text)
	if m == nil {
		return nil
	}
	var edits []text.Edit
	introduced := ""
	for _, at := range [][2]int{{m[2], m[3]}, {m[6], m[7]}} {
		said := strings.Trim(l.text[at[0]:at[1]], ` "`)
		if stateName().MatchString(said) || said == "" {
			continue
		}
		edits = append(edits, l.replace(at[0], at[1], identifier(said)))
		if s.firstUse(said, l) {
			introduced += `state "` + said + `" as ` + identifier(said) + text.EOL(s.source) + s.indent(l)
		}
	}
	if introduced != "" {
		edits = append([]text.Edit{l.replace(0, 0, introduced)}, edits...)
	}
	return edits
}

// firstUse reports whether no line before this one speaks of the state.
func (o *outline) firstUse(said string, l line) bool {
	for _, before := range o.lines {
		if before.span.Start >= l.span.Start {
			break
		}
		if m := stateBody().FindStringSubmatch(before.text); m != nil && m[2] == said {
			return false
		}
		if m := transition().FindStringSubmatch(before.text); m != nil &&
			(strings.Trim(m[1], ` "`) == said || strings.Trim(m[3], ` "`) == said) {
			return false
		}
	}
	return true
}

// closeNote ends a note of several lines: with its first line after which
// statements follow again, or at the end.
func closeNote(s *scene) (text.Span, []text.Edit) {
	for i, l := range s.lines {
		if !noteHead().MatchString(l.text) {
			continue
		}
		last := l
		for _, in := range s.lines[i+1:] {
			if in.text == "end note" {
				return text.Span{}, nil
			}
			if strings.Contains(in.text, "-->") || in.text == "}" {
				break
			}
			last = in
		}
		at := text.Span{Start: last.span.End, End: last.span.End}
		return l.span, []text.Edit{{Span: at, New: text.EOL(s.source) + s.indent(l) + "end note"}}
	}
	return text.Span{}, nil
}

var noteHead = lazily(`(?i)^note\s+(?:left|right)\s+of\s+[^:]+$`)

var bracketed = lazily(`([\pL\pN_.]+)\[([^\]*]+)\]`)

// bracketedState introduces states with labels in brackets as mermaid wants them.
func bracketedState(s *scene, l line) []text.Edit {
	if !strings.Contains(l.text, "-->") {
		return nil
	}
	said, _, _ := strings.Cut(l.text, ":")
	var edits []text.Edit
	introduced := ""
	for _, m := range bracketed().FindAllStringSubmatchIndex(said, -1) {
		introduced += `state "` + strings.Trim(said[m[4]:m[5]], `" `) + `" as ` + said[m[2]:m[3]] + text.EOL(s.source) + s.indent(l)
		edits = append(edits, l.replace(m[3], m[1], ""))
	}
	if introduced == "" {
		return nil
	}
	return append([]text.Edit{l.replace(0, 0, introduced)}, edits...)
}
