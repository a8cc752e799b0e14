package reviewer

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram/mermaid"
)

// Grammar checks and mends diagrams; *mermaid.Grammar does.
type Grammar interface {
	Check(ctx context.Context, source string) (mermaid.Verdict, error)
	Explain(ctx context.Context, v mermaid.Verdict, source string) (mermaid.Issue, error)
	Repair(ctx context.Context, source string) (fixed string, notes []string, ok bool, err error)
}

// repairs is how often a diagram goes back to the model.
const repairs = 2

// drawable returns the source of a diagram that mermaid accepts: as it is, with
// small slips mended, or as the model mends it when it is told what is wrong. The
// error says why there is none.
func (t *talk) drawable(ctx context.Context, source string) (string, error) {
	for n := 0; ; n++ {
		fixed, wrong, err := t.accept(ctx, source)
		if err != nil || wrong.text == "" {
			return fixed, err
		}
		if n == repairs {
			return "", t.bad(fmt.Sprintf("a diagram in the reply is not valid mermaid, and was not after %d corrections: %s", repairs, strings.TrimRight(wrong.text, ".")))
		}
		t.tell.doing("Correcting a diagram")
		question, err := prompts.FollowUp("repair-diagram", map[string]any{"Source": source, "Problem": wrong.text, "Line": wrong.line})
		if err != nil {
			return "", err
		}
		reply, err := t.ask(ctx, question)
		if err != nil {
			return "", err
		}
		source = diagramIn(reply)
	}
}

// complaint is what is wrong with a diagram, in which of its lines; 0 for none.
type complaint struct {
	text string
	line int
}

// accept checks a source, and mends small slips.
func (t *talk) accept(ctx context.Context, source string) (fixed string, wrong complaint, err error) {
	if strings.TrimSpace(source) == "" {
		return "", complaint{text: "There is no diagram in your reply."}, nil
	}
	if t.grammar == nil {
		return "", complaint{}, t.unchecked(mermaid.ErrNoGrammar)
	}
	v, err := t.grammar.Check(ctx, source)
	if err == nil && !v.OK {
		var mended bool
		if fixed, _, mended, err = t.grammar.Repair(ctx, source); err == nil && mended && remarks(fixed) == remarks(source) {
			source, v.OK = fixed, true
		}
	}
	switch {
	case err != nil:
		return "", complaint{}, t.unchecked(err)
	case !v.OK:
		return "", t.explain(ctx, v, source), nil
	}
	if issues := mermaid.Lint(source); len(issues) > 0 {
		return "", complaint{issues[0].Message, lineOf(source, issues[0].Span.Start)}, nil
	}
	return source, complaint{}, nil
}

// remarks counts the comments of a diagram. A repair that makes one of what cannot
// be read helps an author, who sees it; the model had better write it again.
func remarks(source string) int { return strings.Count(source, "%%") }

func (t *talk) explain(ctx context.Context, v mermaid.Verdict, source string) complaint {
	wrong := complaint{v.Error.Message, lineOf(source, v.Error.Span.Start)}
	if issue, err := t.grammar.Explain(ctx, v, source); err == nil && issue.Message != "" {
		wrong.text = issue.Message
	}
	return wrong
}

func lineOf(source string, offset int) int {
	return 1 + strings.Count(source[:min(max(offset, 0), len(source))], "\n")
}

// unchecked says that a diagram could not be checked, and so is not inserted.
func (t *talk) unchecked(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("the reply has a diagram that cannot be checked, so the document is unchanged: %w", err)
}

// diagramIn is the source of the first mermaid block of a reply, or of all of it
// when it has no blocks.
func diagramIn(reply string) string {
	reply = clean(reply)
	fences := fencesOf(reply)
	for _, f := range fences {
		if f.language == "mermaid" || f.language == "" {
			return f.inner.Of(reply)
		}
	}
	if len(fences) > 0 {
		return ""
	}
	return reply
}
