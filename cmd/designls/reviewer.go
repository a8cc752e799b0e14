package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/designls/designls/cmd/designls/report"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	persona "github.com/designls/designls/server/reviewer"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
	"github.com/designls/designls/server/workspace"
)

// reviewer reviews documents, several at a time, and counts what went wrong.
type reviewer struct {
	streams streams
	changed *changedLines
	places  *places
	grammar *diagramChecks
	model   *modelReviewer // nil for the builtin engine

	progress *progress
	tally    tally

	left int // documents that an interrupted review did not come to

	mu     sync.Mutex // guards stderr too
	faults int
}

func newReviewer(s streams, since string) *reviewer {
	r := &reviewer{streams: s, changed: &changedLines{revision: since}}
	r.places = newPlaces(r.note)
	r.grammar = newDiagramChecks(r.note)
	return r
}

// note prints what the user should know. The review goes on as if nothing was.
func (r *reviewer) note(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.progress.aside(func() { complain(r.streams.err, err) })
}

// fault prints why something was not reviewed. The rest still is.
func (r *reviewer) fault(err error) {
	r.note(err)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.faults++
}

func (r *reviewer) failed() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.faults > 0
}

// outcome is what became of one input.
type outcome struct {
	file  report.File
	notes []error
	err   error // why it was not reviewed
	part  error // why only the rules have reviewed it
	left  bool  // the review was interrupted before it was done
}

// reviewAll reviews the inputs on all processors. Results and complaints are in
// the order of the inputs.
func (r *reviewer) reviewAll(ctx context.Context, inputs []input) []report.File {
	outcomes := make([]outcome, len(inputs))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(r.workers(), len(inputs)) {
		workers.Go(func() {
			for i := range next {
				outcomes[i] = r.review(ctx, inputs[i])
			}
		})
	}
	for i := range inputs {
		next <- i
	}
	close(next)
	workers.Wait()
	var files []report.File
	for _, o := range outcomes {
		for _, note := range o.notes {
			r.note(note)
		}
		if o.left {
			r.left++
			continue
		}
		if o.err != nil {
			r.fault(o.err)
			continue
		}
		files = append(files, o.file)
	}
	r.rulesOnly(outcomes)
	return files
}

// atATime is how many documents wait for a model at a time.
const atATime = 4

func (r *reviewer) workers() int {
	if r.model != nil {
		return atATime
	}
	return runtime.GOMAXPROCS(0) + 1 // one may be waiting for the diagram grammar
}

// tell shows how far a model is, on a terminal.
func (r *reviewer) tell(message string) {
	if isTerminal(r.streams.err) {
		r.note(errors.New(message))
	}
}

func (r *reviewer) review(ctx context.Context, in input) outcome {
	if ctx.Err() != nil {
		return outcome{left: true}
	}
	content, err := in.read(r.streams.in)
	if err != nil {
		return outcome{err: err}
	}
	c, err := r.check(ctx, in, content)
	if err != nil {
		return outcome{err: err}
	}
	o := outcome{file: report.File{Path: in.display, Text: c.doc.Text}, notes: c.notes}
	found := c.report.Findings
	if r.model != nil {
		more, err := r.byModel(ctx, in, c)
		if ctx.Err() != nil {
			return outcome{left: true}
		}
		o.part = err
		found = append(slices.Clone(found), more...)
		slices.SortStableFunc(found, finding.Compare)
		r.progress.step(in.display)
	}
	o.file.Findings, o.file.Decided = in.place.ledger.Split(c.rel, found)
	if in.path != stdinName {
		o.file.Findings, o.err = r.changed.keep(ctx, in.path, c.doc.Text, o.file.Findings)
	}
	return o
}

// checked is a parsed document with what the rules say of it.
type checked struct {
	doc    *document.Document
	rel    string // path in its workspace folder
	report *rules.Report
	notes  []error
	extra  []persona.Extra // the brief, for an action
}

// check parses a document and runs the rules.
func (r *reviewer) check(ctx context.Context, in input, content string) (checked, error) {
	absolute, err := in.absolute()
	if err != nil {
		return checked{}, err
	}
	c := checked{doc: document.Parse(text.NewMapper(content), nil)}
	if rel, inside := in.place.Rel(absolute); inside {
		c.rel = rel
	}
	c.report = rules.NewChecker(rules.Table()).Check(c.doc, rules.Environment{
		Path:       c.rel,
		Exists:     func(target string) bool { return in.place.Exists(absolute, target) },
		Severities: in.place.Config.Rules,
		Style:      in.place.Config.Template,
		Diagrams:   r.grammar.during(ctx),
		OnPanic:    func(rule string, value any, _ []byte) { c.notes = append(c.notes, ruleFailed(in, rule, value)) },
	})
	problems := append(workspace.FrontMatterProblems(c.doc, known()), c.report.Problems...)
	for _, p := range problems {
		place := c.doc.Text.OffsetPosition(p.Span.Start, text.UTF32)
		c.notes = append(c.notes, fmt.Errorf("%s:%s: %s", in.display, place, p.Message))
	}
	return c, nil
}

func ruleFailed(in input, rule string, value any) error {
	return fmt.Errorf("%s: the rule %s failed, so its findings are missing; this is a bug in designls: %v", in.display, rule, value)
}
