package llm_test

import (
	"slices"
	"testing"

	"github.com/designls/designls/server/llm"
)

func TestWhatAnAttemptWithinAnotherKeepsIsDecidedByThatOne(t *testing.T) {
	for name, test := range map[string]struct {
		inner, outer bool
		want         []string
	}{
		"both of use":         {true, true, []string{"first kept", "second kept"}},
		"the inner one not":   {false, true, []string{"second dropped", "first kept"}},
		"the whole of no use": {true, false, []string{"first dropped", "second dropped"}},
		"neither of them":     {false, false, []string{"second dropped", "first dropped"}},
	} {
		var said []string
		verdict := func(reply string) func(bool) {
			return func(keep bool) { said = append(said, reply+map[bool]string{true: " kept", false: " dropped"}[keep]) }
		}
		ctx, outer := llm.Begin(t.Context())
		llm.Judge(ctx, verdict("first"))
		within, inner := llm.Begin(ctx)
		llm.Judge(within, verdict("second"))
		inner.End(test.inner)
		outer.End(test.outer)
		outer.End(!test.outer)
		if !slices.Equal(said, test.want) {
			t.Errorf("%s: %q", name, said)
		}
	}
	ctx, outer := llm.Begin(t.Context())
	within, inner := llm.Begin(ctx)
	kept := false
	llm.Judge(within, func(keep bool) { kept = keep })
	inner.Keep()
	inner.End(false)
	outer.End(false)
	if !kept {
		t.Error("what is of use by itself went with the attempt around it")
	}
	kept = false
	llm.Judge(t.Context(), func(keep bool) { kept = keep })
	if !kept {
		t.Error("without an attempt a reply is not kept")
	}
}
