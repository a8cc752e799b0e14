package diagram

import (
	"strconv"
	"strings"

	"github.com/designls/designls/server/text"
)

// addPicture takes over what a diagram shows, at its place in the section.
func (l *local) addPicture(p *picture, at int) {
	if p == nil {
		return
	}
	for _, e := range p.entities {
		e.Place.Span = e.Place.Shift(at)
		l.entities = append(l.entities, e)
	}
	if !p.showsParts() {
		return
	}
	frames := len(l.frames)
	for _, f := range p.boundaries {
		l.addFrame(f, frames, at)
	}
	p.tellApart()
	first := len(l.mentions)
	for i, n := range p.nodes {
		m := newDrawn(n.title(i), n.span.Shift(at), n.kind)
		m.marks |= markDrawn
		m.tech, m.about = n.tech, n.about
		if m.frame = n.frame; n.frame >= 0 {
			m.frame += frames
		}
		l.mentions = append(l.mentions, m)
	}
	l.addEdges(p, first, frames, at)
}

// addFrame takes over a boundary, of a diagram whose first boundary gets the
// index given. A boundary can be a component itself: the one that its parts make.
func (l *local) addFrame(f frame, first, at int) {
	g := localFrame{frame: f, mention: -1, source: FromDiagram}
	g.span = f.span.Shift(at)
	if g.parent >= 0 {
		g.parent += first
	}
	if m := newDrawn(f.name, g.span, Component); m.marks&(markHead|markTech|markProper) != 0 {
		m.frame = g.parent
		g.mention = len(l.mentions)
		l.mentions = append(l.mentions, m)
	}
	l.frames = append(l.frames, g)
}

// tellApart gives nodes whose labels begin with the same line their whole label for
// their name: "Shard<br>RPC handler" and "Shard<br>Queue".
func (p *picture) tellApart() {
	times := map[string]int{}
	for _, n := range p.nodes {
		times[nameKey(n.name)]++
	}
	for i := range p.nodes {
		if n := &p.nodes[i]; n.tech != "" && times[nameKey(n.name)] > 1 {
			n.name, n.tech = n.name+" "+n.tech, ""
		}
	}
}

// title is the node's name, or what else can stand for it where its label has no
// letters.
func (n shape) title(i int) string {
	switch {
	case nameKey(n.name) != "":
		return n.name
	case nameKey(n.id) != "":
		return n.id
	}
	return "Node " + strconv.Itoa(i+1)
}

// addEdges takes over the arrows. An arrow can end at a boundary.
func (l *local) addEdges(p *picture, first, frames, at int) {
	l.stories++
	end := func(n int) int {
		for i, f := range p.boundaries {
			if f.id == p.nodes[n].id {
				l.mentions[first+n].marks &^= markDrawn
				return l.frames[frames+i].mention
			}
		}
		return first + n
	}
	for i, e := range p.edges {
		from, to := end(e.from), end(e.to)
		if from < 0 || to < 0 {
			continue
		}
		r := relation{subjects: []int{from}, targets: []target{{mentions: []int{to}}}, label: e.label, protocol: e.tech, reply: e.reply, span: e.span.Shift(at), source: FromDiagram}
		r.async = p.kind == "flowchart" && e.dashed
		if l.mentions[to].kind.Holds() {
			r.targets[0].access = labelAccess(e.label)
		}
		if p.kind == "sequence" {
			r.list, r.step = -l.stories, i+1
		}
		l.relations = append(l.relations, r)
	}
}

// labelAccess is what the verbs on an arrow to a store do there: "range read".
func labelAccess(label string) Access {
	var a Access
	for _, w := range strings.Fields(strings.ToLower(label)) {
		if v, _ := words().lemma(w); v != nil && v.access != Read|Write {
			a |= v.access
		}
	}
	return a
}

// newDrawn makes a mention of a name that stands in a diagram or a table.
func newDrawn(name string, span text.Span, kind Kind) mention {
	m := mention{name: name, key: nameKey(name), span: span, kind: kind, source: FromDiagram, frame: -1}
	l := words()
	if t, ok := l.tech[strings.ToLower(name)]; ok {
		m.marks |= markTech
		if m.kind == Component {
			m.kind = t
		}
	}
	w := nameWords(name)
	if len(w) == 0 {
		return m
	}
	last := lastNamed(name)
	if h, ok := headOf(last); ok {
		m.marks |= h.marks()
		if len(w) == 1 {
			m.marks |= markAlone
		}
		if m.kind == Component || m.kind == Store && h.kind.Holds() {
			m.kind = h.kind // a cylinder that is called a cache is one
		}
	}
	if t := newToken(last, 0); isProper(&t, true) {
		m.marks |= markProper
	}
	return m
}

// lastNamed is the last word of a name that is no number or letter: "Worker 12" and
// "Worker B" are workers.
func lastNamed(name string) string {
	if n := len(name) - 2; n > 0 && name[n] == ' ' && isCapital(name[n+1:]) {
		name = name[:n]
	}
	unnumbered := strings.TrimRight(name, "0123456789")
	if rest := strings.TrimRight(unnumbered, " -_#"); rest != unnumbered && rest != "" {
		name = rest
	}
	return name[strings.LastIndexAny(name, " -_")+1:]
}

// ReadDiagram returns what one mermaid diagram shows, and whether it is of a kind
// that shows components, flows or entities. All places count from its start.
func ReadDiagram(source string) (*Graph, bool) {
	p := readPicture(source)
	if p == nil {
		return nil, false
	}
	l := &local{title: -1}
	l.addPicture(p, 0)
	return graphOf(l), true
}
