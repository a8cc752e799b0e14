package reviewer

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/text"
)

// changed is a document after a model has replaced a passage, or said something after
// it.
func changed(t *testing.T, content, passage, fresh string, insert bool) (string, Changes) {
	t.Helper()
	reply, err := json.Marshal(map[string]any{
		"edits":      []map[string]any{{"section": "", "replace": passage, "insert": insert, "text": fresh, "reason": "r"}},
		"unaffected": []string{}, "summary": "s", "open": []string{},
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := reviewing(fake.Replies(string(reply))).Changes(t.Context(), Task{
		Prompt: promptOf(t, "apply-change"), Doc: parse(content), Options: map[string]string{prompts.OptionChange: "x"},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var edits []text.Edit
	for _, one := range c.List {
		edits = append(edits, one.Edit)
	}
	after, err := text.ApplyEdits(content, edits)
	if err != nil {
		t.Fatal(err)
	}
	return after, c
}

func TestAChangeTakesTheMarkupOfItsPassageAlong(t *testing.T) {
	for name, test := range map[string]struct {
		content, passage, fresh string
		insert                  bool
		want                    string // "" when it is left out
	}{
		"bold words within it":     {"We serve **20 million** users.", "We serve 20 million users.", "We serve **50 million** users.", false, "We serve **50 million** users."},
		"it begins in bold words":  {"Now **20 million** daily users.", "20 million daily users", "50 million daily users", false, "Now 50 million daily users."},
		"it ends in bold words":    {"We have **20 million**, daily.", "We have 20 million", "We have 50 million", false, "We have 50 million, daily."},
		"half of the bold words":   {"We have **20 million users** daily.", "We have 20 million", "We have 50 million", false, ""},
		"code":                     {"It is `GET /feed` today.", "It is GET /feed", "It is `GET /v2/feed`", false, "It is `GET /v2/feed` today."},
		"a link":                   {"See [the plan](#plan) first.", "See the plan first.", "See the plan last.", false, ""},
		"the name of a link":       {"See [the plan](#plan) first.", "the plan", "our plan", false, "See [our plan](#plan) first."},
		"something left out of it": {"We serve 20 million users, from four machines.", "We serve ... machines.", "We serve 50 million users.", false, ""},
		"another stop":             {"Peak is 7,000 a second; then it drops.", "Peak is 7,000 a second.", "Peak is 9,000 a second.", false, "Peak is 9,000 a second; then it drops."},
		"quotation marks":          {"Peak is 7,000 a second.", "“Peak is 7,000 a second.”", "Peak is 9,000 a second.", false, "Peak is 9,000 a second."},
		"a cell of a table":        {"| load | peak |\n|---|---|\n| 10 | 20 |\n", "| 10 | 20 |", "| 25 | 50 |", false, "| load | peak |\n|---|---|\n| 25 | 50 |\n"},
		"lines in a cell":          {"| load | peak |\n|---|---|\n| ten of them | 20 |\n", "ten of them", "twenty\n\nof them", false, ""},
		"a bar in a cell":          {"| load | peak |\n|---|---|\n| ten of them | 20 |\n", "ten of them", "twenty | thirty", false, ""},
		"a row after it":           {"| load | peak |\n|---|---|\n| ten of them | 20 |\n", "ten of them", "| 25 | 50 |", true, "| load | peak |\n|---|---|\n| ten of them | 20 |\n| 25 | 50 |\n"},
		"a list in a sentence":     {"It takes 20 ms. It is fast.", "It takes 20 ms.", "It takes:\n\n- 20 ms\n- 30 ms", false, ""},
		"a list instead of all":    {"It takes 20 ms. It is fast.\n\nEnd.", "It takes 20 ms. It is fast.", "It takes:\n\n- 20 ms\n- 30 ms", false, "It takes:\n\n- 20 ms\n- 30 ms\n\nEnd."},
		"a line of code":           {"```\nrate = 20 per second\n```\n", "rate = 20 per second", "rate = 50 per second", false, "```\nrate = 50 per second\n```\n"},
		"a fence in code":          {"```\nrate = 20 per second\n```\n", "rate = 20 per second", "```\nrate = 50\n```", false, ""},
		"lines in a heading":       {"## Peak of 20\n\nText.\n", "Peak of 20", "Peak of 50\n\nAnd more.", false, ""},
		"what has items below it":  {"- outer reader\n  - inner\n- two\n", "outer reader", "- writer", true, "- outer reader\n  - inner\n- writer\n- two\n"},
		"an item after a sentence": {"It has a reader. It has a writer.\n\nEnd.", "It has a reader.", "- one more", true, "It has a reader. It has a writer.\n\n- one more\n\nEnd."},
		"after a heading":          {"## Peak of 20\n\nText.\n", "Peak of 20", "It grows.", true, "## Peak of 20\n\nIt grows.\n\nText.\n"},
		"a footnote is lost":       {"Peak is 7,000 a second[^1].\n\n[^1]: Measured.\n", "Peak is 7,000 a second[^1].", "Peak is 9,000 a second.", false, ""},
		"more left out of it":      {"We serve 20 million users, from four machines in Bern.", "We serve 20 million users... four machines in Bern.", "We serve 50 million users.", false, ""},
		"two paragraphs":           {"One is here.\n\nTwo is there.\n\nEnd.", "One is here.\n\nTwo is there.", "Both are here.", false, "Both are here.\n\nEnd."},
		"parts of two paragraphs":  {"One is here.\n\nTwo is there. More.", "is here.\n\nTwo is there.", "Both are here.", false, ""},
		"items that get more":      {"- one reader\n- one writer\n", "- one reader\n- one writer", "- one reader\n- two writers\n- a clerk", false, "- one reader\n- two writers\n- a clerk\n"},
		"an item in a quotation":   {"> - one reader\n> - two\n", "one reader", "- one writer", true, "> - one reader\n> - one writer\n> - two\n"},
		"in a mermaid diagram":     {"```mermaid\ngraph TD\n  reader --> writer\n```\n", "reader --> writer", "reader --> clerk", false, ""},
		"an item after an item":    {"- one reader\n- one writer\n", "one reader", "- two readers", true, "- one reader\n- two readers\n- one writer\n"},
		"an item of a nested list": {"- one\n  - inner reader\n- two\n", "inner reader", "- inner writer", true, "- one\n  - inner reader\n  - inner writer\n- two\n"},
	} {
		t.Run(name, func(t *testing.T) {
			content := "# Store\n\n" + test.content
			got, c := changed(t, content, test.passage, test.fresh, test.insert)
			switch {
			case test.want == "" && (got != content || len(c.Left) != 1):
				t.Errorf("changed to %q, left %q", got[9:], c.Left)
			case test.want != "" && got != "# Store\n\n"+test.want:
				t.Errorf("got %q, want %q, left %q", got[9:], test.want, c.Left)
			}
		})
	}
}

// TestChangesKeepOffGeneratedTextAndEachOther: what is not done is told.
func TestChangesKeepOffGeneratedTextAndEachOther(t *testing.T) {
	const own = "# S\n\nIt holds 20 million posts.\n\n"
	doc := parse(own + document.RenderBlock("recap", "recap", "s", "## Recap\n\nIt keeps them for a year.") + "\n\n" +
		document.RenderBlock("questions", "questions", "s", "## Questions\n\n**Q1.** How many regions are there? (`regions`)\n\nAnswer: a single one") + "\n")
	reply := `{"edits":[
		{"section":"S","replace":"holds 20 million posts","insert":false,"text":"holds 50 million posts","reason":"r1"},
		{"section":"S","replace":"20 million","insert":false,"text":"60 million","reason":"r2"},
		{"section":"Recap","replace":"keeps them for a year","insert":false,"text":"keeps them for two","reason":"r3"},
		{"section":"Recap","replace":"It keeps them for a year.","insert":true,"text":"And longer.","reason":"r4"},
		{"section":"Questions","replace":"a single one","insert":false,"text":"two","reason":"r5"}],
		"unaffected":[],"summary":"s","open":[]}`
	c, err := reviewing(fake.Replies(reply)).Changes(t.Context(), Task{
		Prompt: promptOf(t, "apply-change"), Doc: doc, Options: map[string]string{prompts.OptionChange: "x"},
	}, nil)
	if err != nil || len(c.List) != 1 || c.List[0].Edit.New != "holds 50 million posts" {
		t.Fatalf("%+v, %v", c, err)
	}
	for i, why := range []string{"another one changes it, too: r2", "designls has written it: r3", "designls has written it: r4", "only you change an answer: r5"} {
		if i >= len(c.Left) || !strings.Contains(c.Left[i], why) {
			t.Errorf("left %q, which lacks %q", c.Left, why)
		}
	}
}
