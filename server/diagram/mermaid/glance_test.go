package mermaid

import "testing"

// TestAGlanceSaysWhatTheGrammarSays holds that a finding keeps its words when the
// verdict comes, and that the pages of rules say what programs with a grammar say.
func TestAGlanceSaysWhatTheGrammarSays(t *testing.T) {
	g := grammar(t)
	for _, source := range []string{
		"flowchart LR\n  web[Web (React)] --> api[Feed API]\n",
		"flowchart LR\n  web -> api\n",
		"sequenceDiagram\n  web=>api: ask\n",
	} {
		glanced := Glance(source)
		full, err := g.Explain(t.Context(), check(t, g, source), source)
		if err != nil {
			t.Fatal(err)
		}
		if len(glanced) != 1 || glanced[0].Message != full.Message {
			t.Errorf("%s\n at a glance %+v\n with the grammar %q", source, glanced, full.Message)
		}
	}
}
