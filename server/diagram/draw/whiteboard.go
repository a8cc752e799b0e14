package draw

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
)

// Whiteboard draws the system so that it can be redrawn by hand: a few boxes and
// labelled arrows, as a flowchart, with likely bottlenecks and the points at which
// it scales marked.
//
// The system as a whole is not one of its own parts. Title is the document's.
func Whiteboard(g *diagram.Graph, title string) (Drawing, error) {
	if len(g.Nodes) == 0 {
		return Drawing{}, errNoParts
	}
	if len(newPlan(g).links) == 0 {
		return Drawing{}, noFlows(g)
	}
	parts, outer := withoutWhole(g, title)
	p := newPlan(parts)
	p.mergeTo(mostSketched)
	p.label()
	legend := p.mark()
	path, story := p.criticalPath()
	switch {
	case story != "":
		legend = append(legend, "Thick arrows: the path of “"+Markdown(story)+"”.")
	case len(path) > 0:
		legend = append(legend, "Thick arrows: the first path that the document tells.")
	}
	if slices.ContainsFunc(p.links, func(l *link) bool { return !path[l] && !path[p.reverse(l)] && l.dotted(p.reverse(l)) }) {
		legend = append(legend, "Dotted arrows: the sender does not wait.")
	}
	if slices.ContainsFunc(p.links, p.bothWays) {
		legend = append(legend, "⇄ stands between what goes there and what comes back.")
	}
	d := Drawing{Pictures: []Picture{{Source: p.printWhiteboard(path)}}}
	d.Legend = append(legend, p.merged()...)
	if d = p.drawing(d); outer != "" {
		d.LeftOut = append(d.LeftOut, outer)
	}
	return d, nil
}

// readable gives the texts at arrows a ground that is as far from their color as can be
// without looking odd: on that of mermaid's dark theme their contrast is below 4.5.
const readable = `"themeCSS": ".edgeLabel p { background-color: hsl(from currentColor h s calc(110 - l)); }"`

// dagre asks for the layout that all versions of mermaid have, so that a picture looks the
// same on all hosts. With the other one the texts of neighboring arrows touch.
const dagre = `%%{init: {"layout": "dagre", "flowchart": {"nodeSpacing": 80}, ` + readable + `}}%%`

func (p *plan) printWhiteboard(path map[*link]bool) string {
	s := &script{}
	s.line("flowchart TB")
	ordered := layered(p.boxes, p.links)
	for _, b := range ordered {
		s.line(`  %s["%s"]`, b.id, strings.TrimSpace(escape(b.label)+" "+b.marks))
	}
	for i, l := range p.links {
		back := p.reverse(l)
		if k := slices.Index(p.links, back); k < 0 || k > i {
			s.arrow(l, back, path[l] || path[back])
		}
	}
	s.classes(ordered)
	for _, b := range ordered {
		s.line("  class %s %s", b.id, paintOf(b.kind).class)
	}
	s.line("  linkStyle default stroke:%s", gray)
	s.line("%s", dagre)
	return s.String()
}

// reverse is the link from the target of a link to its start, or nil.
func (p *plan) reverse(l *link) *link {
	for _, o := range p.links {
		if o.from == l.to && o.to == l.from {
			return o
		}
	}
	return nil
}

// bothWays says whether words for both ways stand at the arrow of a link.
func (p *plan) bothWays(l *link) bool {
	back := p.reverse(l)
	return back != nil && l.words() != "" && back.words() != ""
}

// dotted says whether nobody waits at the arrow that a link shares with the one back.
func (l *link) dotted(back *link) bool { return l.async() && (back == nil || back.async()) }

// arrow draws a link and the one back as one, since their texts would lie on each other:
// thick on the critical path, dotted where nobody waits.
func (s *script) arrow(l, back *link, critical bool) {
	shape := "-->"
	switch {
	case critical:
		shape = "==>"
	case l.dotted(back):
		shape = "-.->"
	}
	text := l.words()
	if back != nil {
		shape = "<" + shape
		text = strings.Trim(text+" ⇄ "+back.words(), " ⇄")
	}
	if text == "" {
		s.line("  %s %s %s", l.from.id, shape, l.to.id)
		return
	}
	s.line(`  %s %s|"%s"| %s`, l.from.id, shape, escape(text), l.to.id)
}

// words are what the document says at an arrow, or what is done there.
func (l *link) words() string {
	if s := l.label(); s != "" {
		return s
	}
	return l.access()
}

// criticalPath is the first story that a person or a client begins, and what it is
// called.
func (p *plan) criticalPath() (map[*link]bool, string) {
	for _, story := range p.graph.Scenarios {
		if len(story.Steps) < 2 {
			continue
		}
		first := p.graph.Node(story.Steps[0].From)
		if first == nil || first.Kind != diagram.Person && first.Kind != diagram.Client {
			continue
		}
		if path := p.linksOf(story); len(path) > 1 && len(path) < len(p.links) {
			title, _ := shorten(StoryTitle(story.Title), 12, 80)
			return path, title
		}
	}
	return nil, ""
}

func (p *plan) linksOf(story *diagram.Scenario) map[*link]bool {
	path := map[*link]bool{}
	for _, step := range story.Steps {
		for _, l := range p.links {
			if p.of[step.From] == l.from && p.of[step.To] == l.to && !step.Reply {
				path[l] = true
			}
		}
	}
	return path
}
