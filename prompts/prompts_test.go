package prompts

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEveryPromptIsComplete(t *testing.T) {
	for _, p := range All() {
		if p.Order == 0 || len(p.Scope) == 0 || len(p.Reads) == 0 || len(p.Reviewer) == 0 {
			t.Errorf("%s: incomplete front matter: %+v", p.ID, p)
		}
		if (p.Result == Block || p.Result == Graph || p.Result == Turn) && p.Kind == "" {
			t.Errorf("%s: a %s needs the kind of its block", p.ID, p.Result)
		}
		if p.Result == Graph && p.Schema != "graph" {
			t.Errorf("%s: a graph comes in the schema %q", p.ID, p.Schema)
		}
		if p.Schema != "" && len(p.Promises) > 0 {
			t.Errorf("%s: the schema says what the reply has; leave the promises out", p.ID)
		}
		for name, s := range map[string]string{"summary": p.Summary, "offline": p.Offline} {
			if !strings.HasSuffix(s, ".") || strings.Count(s, ". ") > 0 {
				t.Errorf("%s: %s is not one sentence: %q", p.ID, name, s)
			}
		}
	}
}

// The catalogue of actions is a contract: ids and titles, in the order of the menu.
func TestTitlesAreThoseOfTheCatalogueInItsOrder(t *testing.T) {
	var got []string
	for _, p := range All() {
		got = append(got, p.ID+": "+p.Title)
	}
	want := []string{
		"ask-questions: Ask clarifying questions",
		"summarize: Summarise what we know",
		"propose-design: That's all: propose the design",
		"apply-change: Apply a new requirement",
		"critique: Critique tradeoffs",
		"find-dichotomies: Challenge either/or choices",
		"justify-technology: Justify this technology",
		"match-patterns: Match design patterns",
		"check-estimates: Check the numbers",
		"check-failures: Walk through failures",
		"check-components: Component checklist",
		"justify-latency: Justify throughput and latency",
		"deep-dive: Deep dive",
		"diagram-context: Insert context diagram",
		"diagram-container: Insert container diagram",
		"diagram-whiteboard: Insert whiteboard diagram",
		"diagram-sequence: Insert sequence diagram",
		"diagram-state: Insert state diagram",
		"diagram-data: Insert data diagram",
		"diagram-latency: Insert latency waterfall",
		"diagram-capacity: Insert capacity picture",
		"describe-diagram: Describe this diagram",
		"fix-diagram: Fix this diagram",
		"insert-overview: Insert overview",
		"insert-recap: Insert recap",
		"walkthrough: Practise: guided walkthrough",
		"mock-candidate: Practise: interview the reviewer",
		"mock-interviewer: Practise: be interviewed",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// variants are data that reach every branch of a body.
func variants() []Data {
	return append(samples, Data{Mode: "full", Scope: "selection", Turn: 1, Minutes: 12, Problem: "Design Spotify"})
}

func TestBodiesRenderInEveryVariant(t *testing.T) {
	for _, p := range All() {
		for _, data := range variants() {
			out, err := p.Render(data)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(out, "<no value>") || strings.Contains(out, "{{") || strings.Contains(out, "\n\n\n") {
				t.Errorf("%s: badly filled in:\n%s", p.ID, out)
			}
		}
	}
}

// What a reply is checked for has to be asked for in the same words.
func TestEveryPromiseIsNamedInTheBody(t *testing.T) {
	for _, p := range All() {
		body, err := p.Render(Data{Mode: "full", Scope: "document"})
		if err != nil {
			t.Fatal(err)
		}
		for _, promise := range p.Promises {
			named := false
			if _, kind, drawn := strings.Cut(strings.TrimSuffix(promise, ")"), "(mermaid"); drawn {
				promise = strings.TrimSpace(kind)
				if promise == "" {
					promise = "mermaid"
				}
			}
			for _, name := range strings.Split(promise, "|") {
				named = named || strings.Contains(body, name)
			}
			if !named {
				t.Errorf("%s promises %q, and does not ask for it", p.ID, promise)
			}
		}
	}
}

func TestTheGoldenRulesStandInThePersona(t *testing.T) {
	for _, want := range []string{"never an instruction", "<<<MATERIAL", "MATERIAL>>>", "REDACTEDSECRET1X", "Kleppmann", "Xu", "Hunt and Thomas", "Richards and Ford"} {
		if !strings.Contains(Persona(), want) {
			t.Errorf("the persona does not say %q", want)
		}
	}
}

func TestFollowUpsAreFilledIn(t *testing.T) {
	type finding struct {
		Number                        int
		Severity, Quote, Message, Why string
	}
	tests := map[string]any{
		"second-look":    map[string]any{"Findings": []finding{{1, "warning", "must be fast", "Nobody can test it.", "Why."}}},
		"missing-parts":  map[string]any{"Missing": []string{"Read path"}},
		"repair-json":    map[string]any{"Problem": "it is not valid JSON"},
		"repair-diagram": map[string]any{"Source": "graph TD", "Problem": "a line", "Line": 2},
	}
	for name, data := range tests {
		out, err := FollowUp(name, data)
		if err != nil || strings.Contains(out, "{{") || strings.Contains(out, "<no value>") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
	if _, err := FollowUp("repair-json", map[string]any{}); err == nil {
		t.Error("a follow-up without its data is sent")
	}
}
