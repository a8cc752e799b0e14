package server

import (
	"context"

	"go.lsp.dev/protocol"

	"github.com/designls/designls/server/actions"
	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
)

// aboutDocument makes a command that answers a question about a document as it is
// when the command comes. It changes nothing and asks no model.
func aboutDocument[R any](tell func(*session, *review, *document.Section) R) command {
	return withArgument(func(s *session, a *sectionArguments) (answer, error) {
		v := s.now()
		return func(ctx context.Context) (any, error) {
			r, err := s.review(ctx, v, a.URI)
			if err != nil {
				return nil, err
			}
			var section *document.Section
			if a.Section != "" {
				if section, err = r.doc.FindSection(a.Section); err != nil {
					return nil, invalid("%s", sentence(err))
				}
			}
			return tell(s, r, section), nil
		}, nil
	})
}

// sectionArguments are the argument of commands about a document or a part of it.
type sectionArguments struct {
	URI     string `json:"uri"`
	Section string `json:"section,omitempty"` // heading, path or anchor; "" for the whole document
}

// answersVersion is raised when a name in an answer changes its meaning. Names are
// only ever added.
const answersVersion = 1

// findingsAnswer is the answer to designls.findings.
type findingsAnswer struct {
	Version  int             `json:"version"`
	Design   bool            `json:"design"` // whether it is a design document; nothing is found in others
	Phase    string          `json:"phase,omitempty"`
	Findings []answerFinding `json:"findings"`
	Decided  int             `json:"decided"` // findings about which somebody has decided, which are left out
}

// answerFinding has the names of "designls review --format json".
type answerFinding struct {
	ID       string         `json:"id"`
	Rule     string         `json:"rule"`
	Severity string         `json:"severity"`
	Message  string         `json:"message"`
	Quote    string         `json:"quote"`
	Range    protocol.Range `json:"range"`
	Section  string         `json:"section,omitempty"`
	Source   string         `json:"source"`
	Why      string         `json:"why,omitempty"`
	Options  []string       `json:"options,omitempty"`
	Fixes    []string       `json:"fixes,omitempty"`
}

func (r *review) answerFinding(f finding.Finding) answerFinding {
	var titles []string
	for _, fix := range f.Fixes {
		titles = append(titles, fix.Title)
	}
	return answerFinding{
		ID: f.ID(), Rule: f.Rule, Severity: f.Severity.String(), Message: f.Message, Quote: f.Quote, Range: r.rangeOf(f.Span),
		Section: f.Section, Source: f.Source, Why: f.Why, Options: f.Options, Fixes: titles,
	}
}

func tellFindings(s *session, r *review, section *document.Section) findingsAnswer {
	told := findingsAnswer{Version: answersVersion, Design: r.design, Findings: []answerFinding{}, Decided: len(r.decided)}
	if r.design {
		told.Phase = s.stageOf(r)
	}
	for _, f := range r.findings {
		if section == nil || section.Deep.ContainsSpan(f.Span) {
			told.Findings = append(told.Findings, r.answerFinding(f))
		}
	}
	return told
}

// graphAnswer is the answer to designls.graph: what "designls graph" prints, with
// the place of each part. The ends of an edge are names of components.
type graphAnswer struct {
	Version    int               `json:"version"`
	Components []answerComponent `json:"components"`
	Edges      []answerEdge      `json:"edges"`
}

type answerComponent struct {
	Name      string          `json:"name"`
	Kind      string          `json:"kind"`
	Aliases   []string        `json:"aliases"`
	Redundant bool            `json:"redundant,omitzero"` // the document says that there is more than one of it
	Stops     string          `json:"stops,omitempty"`    // what stops without it, in words
	Range     *protocol.Range `json:"range,omitempty"`    // where it is named first
}

type answerEdge struct {
	From     string         `json:"from"`
	To       string         `json:"to"`
	Label    string         `json:"label"`
	Protocol string         `json:"protocol,omitempty"`
	Async    bool           `json:"async,omitzero"`
	Range    protocol.Range `json:"range"` // where it is stated first
}

func tellGraph(_ *session, r *review, section *document.Section) graphAnswer {
	g := r.graph()
	told := graphAnswer{Version: answersVersion, Components: []answerComponent{}, Edges: []answerEdge{}}
	names := map[string]string{}
	within := func(p diagram.Place) bool { return section == nil || section.Deep.ContainsSpan(p.Span) }
	for _, n := range g.Nodes {
		names[n.ID] = n.Name
		if c, ok := r.answerComponent(g, n, within); ok {
			told.Components = append(told.Components, c)
		}
	}
	for _, f := range g.Flows {
		if within(f.Place) {
			told.Edges = append(told.Edges, answerEdge{names[f.From], names[f.To], f.Label, f.Protocol, f.Async, r.rangeOf(f.Place.Span)})
		}
	}
	return told
}

func (r *review) answerComponent(g *diagram.Graph, n *diagram.Node, within func(diagram.Place) bool) (answerComponent, bool) {
	c := answerComponent{Name: n.Name, Kind: n.Kind.String(), Aliases: append([]string{}, n.Aliases...), Redundant: len(n.Redundant) > 0}
	if b := g.Blast(n.ID); n.Kind != diagram.Person && len(b.Down)+len(b.Degraded)+len(b.Stale) > 0 {
		c.Stops = b.String()
	}
	for _, p := range n.Places {
		if within(p) {
			c.Range = ref(r.rangeOf(p.Span))
			return c, true
		}
	}
	return c, len(n.Places) == 0 && within(diagram.Place{})
}

// estimatesAnswer is the answer to designls.estimates.
type estimatesAnswer struct {
	Version int             `json:"version"`
	Stated  []answerStated  `json:"stated"`
	Derived []answerDerived `json:"derived"`
}

type answerStated struct {
	Fact  string         `json:"fact"`
	Title string         `json:"title"`
	Quote string         `json:"quote"`
	Weak  bool           `json:"weak,omitzero"` // without the number that would settle it
	Range protocol.Range `json:"range"`
}

type answerDerived struct {
	Name    string          `json:"name"`
	Stated  string          `json:"stated,omitempty"`
	Follows string          `json:"follows"`
	How     string          `json:"how"`
	Holds   string          `json:"holds,omitempty"`
	Wrong   bool            `json:"wrong,omitzero"`
	Range   *protocol.Range `json:"range,omitempty"`
}

func tellEstimates(_ *session, r *review, section *document.Section) estimatesAnswer {
	told := estimatesAnswer{Version: answersVersion, Stated: []answerStated{}, Derived: []answerDerived{}}
	stated, derived := actions.Numbers(actions.Input{Doc: r.doc, Path: r.path, Section: section, Report: r.report})
	for _, f := range stated {
		told.Stated = append(told.Stated, answerStated{f.Fact, f.Title, f.Quote, f.Weak, r.rangeOf(f.Span)})
	}
	for _, d := range derived {
		a := answerDerived{Name: d.Name, Stated: d.Stated, Follows: d.Follows, How: d.How, Holds: d.Holds, Wrong: d.Wrong}
		if d.Span.Len() > 0 {
			a.Range = ref(r.rangeOf(d.Span))
		}
		told.Derived = append(told.Derived, a)
	}
	return told
}
