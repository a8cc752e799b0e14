package mermaid

import (
	"context"
	"fmt"
	"strings"

	"github.com/designls/designls/server/text"
)

const (
	maxSteps     = 40  // changes in one repair
	repairTries  = 300 // parses in one repair, and in one explanation
	explainTries = 60
	// leastTries is how many there are for a long source, too; it gets as many as
	// there are triesBytes of it in those of a short one.
	leastTries = 8
	triesBytes = 4 << 10
)

// search looks for changes after which a source parses, or gets further.
type search struct {
	grammar *Grammar
	tries   int
}

func newSearch(g *Grammar, source string, tries int) *search {
	return &search{grammar: g, tries: max(leastTries, tries*triesBytes/max(len(source), triesBytes))}
}

// attempt is a remedy that was tried.
type attempt struct {
	remedy
	fixed   string
	verdict Verdict
}

// try applies a remedy and parses. Not ok means that it cannot be applied.
func (s *search) try(ctx context.Context, source string, r remedy) (a attempt, ok bool, err error) {
	fixed, err := text.ApplyEdits(source, r.edits)
	if err != nil || fixed == source || s.tries == 0 {
		return attempt{}, false, nil
	}
	s.tries--
	v, err := s.grammar.Check(ctx, fixed)
	return attempt{r, fixed, v}, err == nil, err
}

// all tries the remedies for a source. It returns those after which the source
// parses, at most limit of them; where there is none, the one that gets furthest.
func (s *search) all(ctx context.Context, v Verdict, source string, limit int) (good []attempt, further *attempt, err error) {
	scene := newScene(v, source)
	tried := map[string]bool{}
	least := left(v, source)
	for _, r := range append(scene.remedies(slipsOf(scene.kind)), scene.remedies(generalSlips)...) {
		a, ok, err := s.try(ctx, source, r)
		if err != nil {
			return nil, nil, err
		}
		if !ok || tried[a.fixed] {
			continue
		}
		tried[a.fixed] = true
		if a.verdict.OK {
			if good = append(good, a); len(good) == limit {
				break
			}
			continue
		}
		if rest := left(a.verdict, a.fixed); rest < least {
			least, further = rest, &a
		}
	}
	return good, further, nil
}

// left is how much of a source, without white space, the parser had not yet read
// when it gave up.
func left(v Verdict, source string) int {
	return len(strings.Join(strings.Fields(source[v.Error.Span.Start:]), ""))
}

func newScene(v Verdict, source string) *scene {
	s := &scene{outline: survey(source), err: v.Error}
	if v.Kind != Unknown {
		s.kind = v.Kind
	}
	return s
}

// Repair mends a source by changes that keep what the author meant, and says what
// it did, a sentence for each. A line that cannot be mended is turned into a
// comment. Not ok means that the source cannot be mended; fixed is then the source
// as it was. A source that parses is returned as it is, without notes.
func (g *Grammar) Repair(ctx context.Context, source string) (fixed string, notes []string, ok bool, err error) {
	if otherLanguage(source) {
		return source, nil, false, nil
	}
	s := newSearch(g, source, repairTries)
	fixed, notes, ok, err = s.repair(ctx, source, true)
	if err != nil || !ok {
		return source, nil, false, err
	}
	return fixed, notes, true, nil
}

func (s *search) repair(ctx context.Context, source string, comment bool) (fixed string, notes []string, ok bool, err error) {
	v, err := s.grammar.Check(ctx, source)
	for range maxSteps {
		if err != nil || v.OK {
			return source, notes, v.OK, err
		}
		next, note, err := s.step(ctx, v, source, comment)
		if err != nil || next == nil {
			return source, notes, false, err
		}
		source, v = next.fixed, next.verdict
		notes = append(notes, note)
	}
	return source, notes, v.OK, err
}

// step is the best single change.
func (s *search) step(ctx context.Context, v Verdict, source string, comment bool) (*attempt, string, error) {
	good, further, err := s.all(ctx, v, source, 1)
	switch {
	case err != nil:
		return nil, "", err
	case len(good) > 0:
		return &good[0], good[0].title + ".", nil
	case further != nil:
		return further, further.title + ".", nil
	case !comment:
		return nil, "", nil
	}
	a, err := s.comment(ctx, v, source)
	if a == nil {
		return nil, "", err
	}
	return a, fmt.Sprintf("Turned into a comment, because it could not be mended: %s", a.span.Of(source)), nil
}

// comment turns the line of the error into a comment, if that gets further.
func (s *search) comment(ctx context.Context, v Verdict, source string) (*attempt, error) {
	scene := newScene(v, source)
	for _, l := range scene.lines {
		if !scene.near(l) || scene.parts(l) {
			continue
		}
		r := remedy{span: l.span, title: "Turn the line into a comment", edits: []text.Edit{l.replace(0, 0, "%% ")}}
		a, ok, err := s.try(ctx, source, r)
		if err != nil {
			return nil, err
		}
		if ok && (a.verdict.OK || left(a.verdict, a.fixed) < left(v, source)) {
			return &a, nil
		}
	}
	return nil, nil
}
