package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm"
	persona "github.com/designls/designls/server/reviewer"
)

// critique is the prompt by which documents are reviewed.
const critique = "critique"

// byModel adds what a model finds in a document to what the rules have found.
func (r *reviewer) byModel(ctx context.Context, in input, c checked) ([]finding.Finding, error) {
	who, err := r.model.of(in.place)
	if err == nil {
		err = r.model.gaveUp(in.place.Root)
	}
	if err != nil {
		return nil, err
	}
	prompt, _ := prompts.ByID(critique)
	found, err := who.Findings(ctx, persona.Task{
		Prompt: prompt, Doc: c.doc, Path: in.display, Report: c.report, Decided: decidedOf(in, c),
		Graph: func() *diagram.Graph { return diagram.Extract(c.doc) },
	}, nil)
	if err != nil {
		r.tally.spend(who.Name(), found.Usage)
	}
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		r.model.giveUp(in.place.Root, err)
		return nil, err
	}
	r.tally.add(who.Name(), found)
	return found.Open, nil
}

// rulesOnly says of which documents a model has found nothing, once for each reason:
// with a wrong key it is the same for all of them.
func (r *reviewer) rulesOnly(outcomes []outcome) {
	var reasons []error
	documents := map[string][]string{}
	for _, o := range outcomes {
		if o.part == nil {
			continue
		}
		kind := kindOf(o.part)
		if documents[kind] == nil {
			reasons = append(reasons, o.part)
		}
		documents[kind] = append(documents[kind], o.file.Path)
	}
	for _, why := range reasons {
		some := documents[kindOf(why)]
		if len(some) == 1 {
			r.fault(fmt.Errorf("%s was reviewed by the rules only: %w", some[0], why))
			continue
		}
		r.fault(fmt.Errorf("%d documents, such as %s, were reviewed by the rules only: %w", len(some), some[0], why))
	}
}

// kindOf tells failures apart as far as they are told apart: details such as the size
// of a request do not matter.
func kindOf(err error) string { return cmp.Or(string(llm.KindOf(err)), err.Error()) }

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
