package diagram

import (
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

var (
	drawnTransition = text.Pattern(`^(\S+)\s*-->\s*([^\s:]+)\s*(?::\s*(.*))?$`)
	drawnState      = text.Pattern(`^state\s+"([^"]*)"\s+as\s+([^\s{]+)`)
	drawnAbout      = text.Pattern(`^([\p{L}\p{N}_]+)\s*:\s*(.+)$`)
)

// readFences reads the state diagrams of a section, a machine each, and the arrows in
// blocks of plain text, which belong to what the section tells.
func (r *sectionStates) readFences() []*StateMachine {
	var drawn []*StateMachine
	generated := generatedSpans(r.content.Source)
	for _, n := range r.content.Nodes {
		if n.Kind != document.KindFence && n.Kind != document.KindCode || coveredBy(generated, n.Span.Start) {
			continue
		}
		source := n.Inner.Of(r.content.Source)
		switch n.Language() {
		case "mermaid":
			if m := r.readStateDiagram(source, n.Span); m != nil {
				drawn = append(drawn, m)
			}
		case "", "text", "txt":
			r.readPlain(source, n.Span)
		}
	}
	return drawn
}

func (r *sectionStates) readPlain(source string, span text.Span) {
	speaks := r.section.Heading != nil && stateTitle().MatchString(r.section.Heading.Text)
	for line := range strings.Lines(source) {
		if line = strings.TrimSpace(line); hasArrow(line) && len(line) < mostSentence {
			r.readArrows(line, speaks, r.place(span, FromDiagram))
		}
	}
}

// readStateDiagram reads a mermaid state diagram; states within states are states.
func (r *sectionStates) readStateDiagram(source string, span text.Span) *StateMachine {
	lines := diagramLines(source)
	if len(lines) == 0 || !strings.HasPrefix(lines[0].text, "stateDiagram") {
		return nil
	}
	at := r.place(span, FromDiagram)
	m := &StateMachine{Title: r.section.Title(), Place: at}
	names := map[string]string{}
	name := func(id string) string {
		if id == "[*]" {
			return ""
		}
		id, _, _ = strings.Cut(id, ":::")
		if names[id] != "" {
			return names[id]
		}
		return strings.ReplaceAll(id, "_", " ")
	}
	for _, l := range lines[1:] {
		if d := drawnState().FindStringSubmatch(l.text); d != nil {
			names[d[2]] = plainLabel(d[1])
		}
	}
	for _, l := range lines[1:] {
		switch t := drawnTransition().FindStringSubmatch(l.text); {
		case t != nil && (t[1] != "[*]" || t[2] != "[*]"):
			m.connect(Transition{From: name(t[1]), To: name(t[2]), Cause: plainLabel(t[3]), Place: at})
		case t == nil:
			if a := drawnAbout().FindStringSubmatch(l.text); a != nil {
				m.add(name(a[1]), plainLabel(a[2]), at)
			}
		}
	}
	return m
}
