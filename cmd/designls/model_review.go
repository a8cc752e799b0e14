package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/finding"
	persona "github.com/designls/designls/server/reviewer"
)

// critique is the prompt by which documents are reviewed.
const critique = "critique"

// byModel adds what a model finds in a document to what the rules have found.
func (r *reviewer) byModel(ctx context.Context, in input, c checked) ([]finding.Finding, error) {
	who, err := r.model.of(in.place)
	if err != nil {
		return nil, err
	}
	prompt, _ := prompts.ByID(critique)
	found, err := who.Findings(ctx, persona.Task{
		Prompt: prompt, Doc: c.doc, Path: in.display, Report: c.report, Decided: decidedOf(in, c),
		Graph: func() *diagram.Graph { return diagram.Extract(c.doc) },
	}, nil)
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("%s was reviewed by the rules only: %w", in.display, err)
	}
	r.tally.add(who.Name(), found)
	return found.Open, nil
}

// conclude says what the model has done, and what an interrupted review has left.
func (r *reviewer) conclude(ctx context.Context, inputs int) {
	if said := r.tally.String(); said != "" {
		r.note(errors.New(said))
	}
	if ctx.Err() == nil || r.left == 0 {
		return
	}
	r.fault(fmt.Errorf("interrupted: %d of %d documents were not reviewed; run the same command again to go on, and what a model has answered is not paid for again", r.left, inputs))
}

// decidedOf are the decisions about findings of a document.
func decidedOf(in input, c checked) []finding.Decided {
	var all []finding.Decided
	for _, e := range in.place.ledger.Of(c.rel) {
		if e.Decision != finding.Open {
			all = append(all, finding.Decided{Entry: e, Finding: finding.Finding{Rule: e.Rule, Quote: e.Quote, Subject: e.Subject, Section: e.Section}})
		}
	}
	return all
}

// progress counts the documents that are done, on a terminal.
type progress struct {
	mu         sync.Mutex
	done, all  int
	out        streams
	onTerminal bool
}

func newProgress(s streams, all int) *progress {
	return &progress{all: all, out: s, onTerminal: isTerminal(s.err)}
}

func (p *progress) step(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if !p.onTerminal {
		return
	}
	end := "\r"
	if p.done == p.all {
		end = "\n"
	}
	// Progress that cannot be told does not matter.
	_, _ = fmt.Fprintf(p.out.err, "\x1b[2K%d of %d reviewed: %s%s", p.done, p.all, name, end)
}
