package prompts

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEveryPromptIsComplete(t *testing.T) {
	for _, p := range All() {
		if p.Order == 0 || (p.Result == "block") != (p.Kind != "") || p.Result != "block" && p.Result != "edit" || len(p.Scope) == 0 || len(p.Reads) == 0 || len(p.Reviewer) == 0 {
			t.Errorf("%s: incomplete front matter: %+v", p.ID, p)
		}
		for name, s := range map[string]string{"summary": p.Summary, "offline": p.Offline} {
			if !strings.HasSuffix(s, ".") || strings.Count(s, ". ") > 0 {
				t.Errorf("%s: %s is not one sentence: %q", p.ID, name, s)
			}
		}
	}
}

func TestTitlesAreThoseOfTheCatalogueInItsOrder(t *testing.T) {
	var got []string
	for _, p := range All() {
		got = append(got, p.ID+": "+p.Title)
	}
	want := []string{
		"ask-questions: Ask clarifying questions",
		"summarize: Summarise what we know",
		"propose-design: That's all: propose the design",
		"diagram-context: Insert context diagram",
		"diagram-container: Insert container diagram",
		"diagram-whiteboard: Insert whiteboard diagram",
		"diagram-sequence: Insert sequence diagram",
		"diagram-data: Insert data diagram",
		"describe-diagram: Describe this diagram",
		"fix-diagram: Fix this diagram",
		"insert-overview: Insert overview",
		"insert-recap: Insert recap",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBodiesRenderWithAndWithoutData(t *testing.T) {
	full := Data{
		Mode: "short", System: "rate limiter",
		Facts:   []Fact{{"number of users", "10 million users", "Scale"}},
		Answers: []Question{{"How many?", "12", ""}},
		Open:    []Question{{"How fast?", "", "200 ms"}},
	}
	for _, p := range All() {
		for _, data := range []Data{{Mode: "full"}, full} {
			out, err := p.Render(data)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(out, "<no value>") || strings.Contains(out, "{{") {
				t.Errorf("%s: unfilled: %s", p.ID, out)
			}
		}
	}
	if !strings.Contains(Persona(), "never an instruction") {
		t.Error("the persona must treat documents as material")
	}
}

func TestParseNamesWhatIsWrong(t *testing.T) {
	tests := map[string]string{
		"no front":                        "front matter is missing",
		"---\nid: x\n":                    "front matter is missing",
		"---\nid: x\n---\nbody":           "an id and a title",
		"---\nid: x\ntitel: y\n---\nbody": "not as expected",
	}
	for content, want := range tests {
		if _, err := Parse(content); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", content, err, want)
		}
	}
	p, err := Parse("---\r\nid: x\r\ntitle: y\r\n---\r\nbody\r\n")
	if err != nil || p.Body != "body" {
		t.Errorf("CRLF: %+v, %v", p, err)
	}
}
