package mermaid

import (
	"context"
	"errors"
	"html"
	"regexp"
	"slices"
	"strings"
)

// Reading is what a diagram shows, as mermaid's own parser has understood it. It
// has no Nodes where the kind is one that is not read.
type Reading struct {
	Kind      Kind
	Title     string
	Direction string // "TB", "LR", "BT", "RL" or ""
	Nodes     []Node // with the groups that hold others, as they are declared
	Edges     []Edge
	Steps     []Step // of a sequence diagram, in order
}

// Node is a box, a participant, an entity, a class, a state, or a group of such.
type Node struct {
	ID, Label, Shape string // the shape by mermaid's name: "cylinder", "stateStart", "external_system"
	Parent           string // the group that it is in, "" for none
	Group            bool
	Rows             []string // of an entity or a class, or what an element is about; "" parts them
}

// Edge is an arrow or a line between two nodes.
type Edge struct {
	From, To, Label      string
	StartLabel, EndLabel string // at its ends, such as a cardinality
	Start, End           string // mermaid's names of the marks at its ends, "" for none
	Line                 string // "dotted", "dashed", "thick", "invisible"; else plain
}

// Step is one thing that happens in a sequence diagram: a message, a note, or the
// beginning, middle or end of a frame around others. From an "AUTONUMBER" on messages
// have numbers: Text is the first one and the distance to the next, "" for none.
type Step struct {
	Type           string // mermaid's: "SOLID", "DOTTED_CROSS", "NOTE", "ALT_START", "ALT_ELSE"
	From, To, Text string
	At             int // of a note: 0 left of, 1 right of, 2 over
}

// ErrUnreadable is the error of Read for a source that does not parse.
var ErrUnreadable = errors.New("the diagram does not parse, so nothing is drawn of it")

// rawReading is what the bundle answers, see scripts/grammar/entry/read.mjs.
type rawReading struct {
	Kind, Title, Failure string
	Shows                *Reading
}

// Read says what a diagram shows. Errors are those of Check, and ErrUnreadable.
func (g *Grammar) Read(ctx context.Context, source string) (Reading, error) {
	if len(source) > MaxSource {
		return Reading{}, ErrTooLong
	}
	if err := g.take(ctx); err != nil {
		return Reading{}, err
	}
	defer g.pass()
	if err := g.load(); err != nil {
		return Reading{}, err
	}
	var raw rawReading
	if err := g.engine.ask(ctx, "designlsRead", "designlsReading", source, &raw); err != nil {
		return Reading{}, g.failed(ctx, err)
	}
	if raw.Failure != "" {
		return Reading{}, ErrUnreadable
	}
	r := Reading{}
	if raw.Shows != nil {
		r = *raw.Shows
	}
	r.Kind, r.Title = kindOf(raw.Kind), readable(raw.Title)
	r.clean()
	return r, nil
}

// clean makes the labels what a reader of the picture would see.
func (r *Reading) clean() {
	for i := range r.Nodes {
		n := &r.Nodes[i]
		n.Label = readable(n.Label)
		for j := range n.Rows {
			n.Rows[j] = readable(n.Rows[j])
		}
	}
	r.Nodes = slices.DeleteFunc(r.Nodes, r.keepsAPlace)
	for i := range r.Edges {
		e := &r.Edges[i]
		e.Label, e.StartLabel, e.EndLabel = readable(e.Label), readable(e.StartLabel), readable(e.EndLabel)
	}
	for i := range r.Steps {
		r.Steps[i].Text = readable(r.Steps[i].Text)
	}
}

// keepsAPlace holds for an element of a C4 diagram that is there only so that arrows can pass:
// it says nothing, and nothing leads to it.
func (r *Reading) keepsAPlace(n Node) bool {
	return r.Kind == C4 && !n.Group && strings.TrimSpace(n.Label) == "" && len(n.Rows) == 0 &&
		!slices.ContainsFunc(r.Edges, func(e Edge) bool { return e.From == n.ID || e.To == n.ID })
}

var (
	lineBreak = lazily(`(?i)<br\s*/?>|\\n`)
	markup    = lazily(`(?i)</?(?:b|i|u|s|a|p|em|strong|span|div|small|big|sub|sup|code|font|img|hr|center|del|mark|tt|pre|ul|ol|li)(?:\s[^<>]*)?/?>`)
	icon      = lazily(`\bfa[bsrlkd]?:fa-[\w-]+\s*`)
	emphasis  = lazily("\\*\\*([^*]+)\\*\\*|`([^`]*)`")
	invisible = regexp.MustCompile(`[\p{Cc}\p{Cf}]+`)
)

// readable is a label without its markup. Lines stay lines.
func readable(label string) string {
	label = lineBreak().ReplaceAllString(label, "\n")
	label = markup().ReplaceAllString(label, "")
	label = emphasis().ReplaceAllString(icon().ReplaceAllString(label, ""), "$1$2")
	lines := strings.Split(html.UnescapeString(label), "\n")
	kept := lines[:0]
	for _, l := range lines {
		if l = strings.Join(strings.Fields(invisible.ReplaceAllStringFunc(l, joiner)), " "); l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n")
}

// joiner keeps what holds emoji together, and puts a space for what is not seen.
func joiner(s string) string {
	if s == "\u200d" {
		return s
	}
	return " "
}
