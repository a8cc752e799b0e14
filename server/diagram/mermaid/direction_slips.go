package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// directions are those of a flowchart.
var directions = map[string]bool{"TB": true, "TD": true, "BT": true, "LR": true, "RL": true}

var (
	saidDirection = lazily(`(?i)\b(TB|TD|BT|LR|RL)\b`)
	aStatement    = lazily(`\w\s*(?:-->|---|->|==>)`)
	spelledOut    = lazily(`(?i)(left)|(right)|(top|down|vertical)|(bottom|up)|(horizontal)`)
)

// mendDirection writes a direction that mermaid knows, the one that was meant if
// that can be seen.
func mendDirection(s *scene) (text.Span, []text.Edit) {
	rest := text.Span{Start: s.keyword.End, End: s.header.End}
	if s.kind != Flowchart || rest.Len() == 0 {
		return text.Span{}, nil
	}
	said := rest.Of(s.source)
	way, statement := meantDirection(said), ""
	if aStatement().MatchString(said) {
		statement = text.EOL(s.source) + "  " + strings.TrimLeft(saidDirection().ReplaceAllString(said, ""), " :;-")
	}
	return s.header, []text.Edit{{Span: rest, New: " " + way + statement}}
}

func meantDirection(said string) string {
	if m := saidDirection().FindString(said); m != "" {
		return strings.ToUpper(m)
	}
	m := spelledOut().FindStringSubmatch(said)
	switch {
	case m == nil, m[3] != "":
		return "TD"
	case m[4] != "":
		return "BT"
	case m[2] != "":
		return "RL"
	}
	return "LR"
}

// mendHeader removes what stands after the kind.
func mendHeader(s *scene) (text.Span, []text.Edit) {
	rest := text.Span{Start: s.keyword.End, End: s.header.End}
	if s.keyword.Len() == 0 || rest.Len() == 0 || s.kind == Flowchart || s.kind == Pie {
		return text.Span{}, nil
	}
	said := strings.Trim(rest.Of(s.source), " :;{")
	if said == "" || directions[strings.ToUpper(said)] {
		return s.header, []text.Edit{{Span: rest}}
	}
	return s.header, []text.Edit{{Span: rest, New: text.EOL(s.source) + "  title " + said}}
}
