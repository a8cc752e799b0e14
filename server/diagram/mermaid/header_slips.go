package mermaid

import (
	"strings"

	"github.com/designls/designls/server/text"
)

// kindNames are the names of kinds, for the nearest of them.
var kindNames = []string{
	"flowchart", "graph", "sequenceDiagram", "classDiagram", "stateDiagram-v2", "erDiagram", "C4Context", "C4Container", "C4Component", "C4Dynamic",
	"C4Deployment", "gantt", "pie", "mindmap", "timeline", "journey", "gitGraph", "block-beta", "architecture-beta", "sankey-beta", "xychart-beta",
	"quadrantChart", "requirementDiagram", "packet-beta", "kanban", "radar-beta", "treemap-beta",
}

// otherKinds are names that people give to kinds.
var otherKinds = map[string]string{
	"flow": "flowchart", "flowdiagram": "flowchart", "flow-chart": "flowchart", "sequence": "sequenceDiagram", "seq": "sequenceDiagram",
	"sequence-diagram": "sequenceDiagram", "class": "classDiagram", "class-diagram": "classDiagram", "state": "stateDiagram-v2",
	"statemachine": "stateDiagram-v2", "state-diagram": "stateDiagram-v2", "er": "erDiagram", "erd": "erDiagram", "entity": "erDiagram",
	"entityrelationshipdiagram": "erDiagram", "er-diagram": "erDiagram", "c4": "C4Context", "c4diagram": "C4Context", "git": "gitGraph",
	"piechart": "pie", "pie-chart": "pie", "ganttchart": "gantt", "quadrant": "quadrantChart", "architecture-diagram": "architecture-beta",
}

var firstWord = lazily(`^[\w-]+`)

// nearestKind writes the kind that was meant, if the word that stands there is
// like one.
func nearestKind(s *scene) (text.Span, []text.Edit) {
	said := s.source[s.header.Start:s.header.End]
	word := firstWord().FindString(said)
	if s.kind != Unknown || word == "" {
		return text.Span{}, nil
	}
	name, ok := otherKinds[strings.ToLower(word)]
	if !ok {
		name, ok = text.Nearest(word, kindNames)
	}
	if !ok {
		return text.Span{}, nil
	}
	span := text.Span{Start: s.header.Start, End: s.header.Start + len(word)}
	return span, []text.Edit{{Span: span, New: name}}
}

// evidence is what a line of a diagram of a kind looks like.
var evidence = []struct {
	kind string
	line pattern
}{
	{"sequenceDiagram", lazily(`(?m)^\s*(?:participant|actor)\s|^\s*[^\s\["]+\s*--?>>?[+-]?\s*[^\s\["]+\s*:`)},
	{"erDiagram", lazily(`(?m)[|}][|o](?:--|\.\.)[|o][|{]`)},
	{"C4Context", lazily(`(?m)^\s*(?:Person|System|Container|Rel)(?:_\w+)?\(`)},
	{"classDiagram", lazily(`(?m)<\|--|--\|>|^\s*class\s+\w+\s*\{`)},
	{"stateDiagram-v2", lazily(`(?m)\[\*\]\s*-->|-->\s*\[\*\]`)},
	{"flowchart TD", lazily(`(?m)-->|---|==>|-\.->|->`)},
}

// addKind writes the first line, by what the others look like.
func addKind(s *scene) (text.Span, []text.Edit) {
	if s.kind != Unknown {
		return text.Span{}, nil
	}
	for _, e := range evidence {
		if e.line().MatchString(s.source) {
			at := text.Span{Start: s.header.Start, End: s.header.Start}
			if said := s.header.Of(s.source); firstWord().FindString(said) == said && len(said) > 2 && strings.Count(s.source, said) == 1 {
				return s.header, []text.Edit{{Span: s.header, New: e.kind}} // a kind that there is not
			}
			return s.header, []text.Edit{{Span: at, New: e.kind + text.EOL(s.source)}}
		}
	}
	return text.Span{}, nil
}

// dropBeforeKind removes lines before one that names a kind.
func dropBeforeKind(s *scene) (text.Span, []text.Edit) {
	if s.kind != Unknown {
		return text.Span{}, nil
	}
	for _, l := range s.lines {
		if headers().MatchString(l.text) {
			return s.header, []text.Edit{{Span: text.Span{Start: s.header.Start, End: l.span.Start}}}
		}
	}
	return text.Span{}, nil
}

// closeFrontMatter closes it before the line that names the kind.
func closeFrontMatter(s *scene) (text.Span, []text.Edit) {
	if !strings.HasPrefix(strings.TrimSpace(s.source), "---") || frontMatter().MatchString(s.source) {
		return text.Span{}, nil
	}
	for _, l := range s.lines {
		if headers().MatchString(l.text) {
			at := text.Span{Start: l.span.Start, End: l.span.Start}
			return s.header, []text.Edit{{Span: at, New: "---" + text.EOL(s.source)}}
		}
	}
	return text.Span{}, nil
}

// dropBraces removes a brace after the kind and the last one.
func dropBraces(s *scene) (text.Span, []text.Edit) {
	if len(s.lines) == 0 || !strings.HasSuffix(s.header.Of(s.source), "{") {
		return text.Span{}, nil
	}
	last := s.lines[len(s.lines)-1]
	if last.text != "}" {
		return text.Span{}, nil
	}
	brace := text.Span{Start: s.header.End - 1, End: s.header.End}
	gap := len(strings.TrimRight(s.source[:brace.Start], " \t"))
	return brace, []text.Edit{{Span: text.Span{Start: gap, End: brace.End}}, {Span: s.wholeLine(last)}}
}
