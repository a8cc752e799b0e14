package actions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/diagram/draw"
	"github.com/designls/designls/server/document"
)

// describeDiagram tells below a diagram what it shows.
func describeDiagram(ctx context.Context, m *material) (draft, error) {
	f, err := m.chosenBlock()
	if err != nil {
		return draft{}, err
	}
	told, of := "", ""
	if g, ok := diagram.ReadDiagram(f.source); ok && len(g.Nodes)+len(g.Entities) > 0 {
		told, of = draw.Describe(g), described(g)
	}
	kind, steps := diagram.ReadSteps(f.source)
	if arrows := describeSteps(f.source); arrows != "" && (told == "" || kind == "er") {
		told = strings.TrimSpace(told + "\n\n" + arrows)
		if of == "" {
			of = count(len(steps), "arrow")
		}
	}
	if told == "" {
		line := m.doc.Text.LineOf(f.span.Start) + 1
		return draft{}, &Refusal{Reason: fmt.Sprintf("the diagram at line %d shows nothing that talks, follows or hangs together, so there is nothing to tell of it without a model", line)}
	}
	d := draft{body: "**What the diagram shows.** " + m.caveat(ctx, f) + told, summary: "Described the diagram of " + of + "."}
	return m.captioned(f, d), nil
}

// caveat says that a diagram is not drawn as it stands, in which case it was read
// only as far as it goes.
func (m *material) caveat(ctx context.Context, f mermaidBlock) string {
	if m.in.Grammar == nil {
		return ""
	}
	if v, err := m.in.Grammar.Check(ctx, f.source); err != nil || v.OK {
		return ""
	}
	return "Mermaid does not draw it as it stands (" + strings.TrimRight(m.complaint(ctx, f.source), ".") + "), so this is what can be read of it. "
}

func described(g *diagram.Graph) string {
	if len(g.Nodes) == 0 {
		return count(len(g.Entities), "table")
	}
	return count(len(g.Nodes), "part") + " and " + count(len(g.Flows), "flow")
}

const descriptionKind = "description"

// captioned puts a description below its diagram: one block for each diagram.
func (m *material) captioned(f mermaidBlock, d draft) draft {
	d.placed, d.at, d.id = true, f.span.End, descriptionKind
	if f.nested {
		d.at = f.section.Span.End
	}
	block := slices.IndexFunc(m.doc.Blocks, func(b *document.Block) bool { return b.Span.ContainsSpan(f.span) })
	switch {
	case block >= 0: // drawn from the document as a whole, so that is what it can be older than
		d.at = m.doc.Blocks[block].Span.End
		d.id += "-" + m.doc.Blocks[block].ID
		d.whole = true
	case f.section.Heading != nil:
		d.section = f.section
		d.id += "-" + f.section.Heading.Slug
	default:
		d.whole = true
	}
	if f.number > 1 {
		d.id += fmt.Sprintf("-figure-%d", f.number)
	}
	return d
}
