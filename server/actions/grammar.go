package actions

import (
	"context"
	"errors"
	"fmt"

	"github.com/designls/designls/server/diagram/draw"
	"github.com/designls/designls/server/diagram/mermaid"
)

// Grammar checks and mends diagrams; *mermaid.Grammar does. Its errors say why
// there is no verdict; mermaid.ErrNoGrammar, that there never will be.
type Grammar interface {
	Check(ctx context.Context, source string) (mermaid.Verdict, error)
	Explain(ctx context.Context, v mermaid.Verdict, source string) (mermaid.Issue, error)
	Repair(ctx context.Context, source string) (fixed string, notes []string, ok bool, err error)
}

// accept sees that every picture is one that mermaid draws, as far as there is a
// grammar to tell. A picture that is not is a bug of ours, and is not inserted.
func (in Input) accept(ctx context.Context, pictures []draw.Picture) error {
	for _, p := range pictures {
		if issues := mermaid.Lint(p.Source); len(issues) > 0 {
			return fmt.Errorf("the diagram would not be drawn as it was meant, so the document is unchanged; this is a bug, please report it: %s", issues[0].Message)
		}
		if in.Grammar == nil {
			continue
		}
		switch v, err := in.Grammar.Check(ctx, p.Source); {
		case errors.Is(err, mermaid.ErrNoGrammar):
			return nil
		case err != nil:
			return err
		case !v.OK:
			return fmt.Errorf("mermaid does not accept the diagram, so the document is unchanged; this is a bug, please report it: %s", v.Error.Message)
		}
	}
	return nil
}
