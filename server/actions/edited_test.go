package actions

import (
	"strings"
	"testing"
)

const design = "# Feed\n\nReaders follow authors.\n\n## Goals\n\n- 10 million users\n\n## Design\n\nWe chose a log rather than a queue, because it can be replayed.\n\n### Storage\n\nText.\n"

// edited is a document in which the author has changed the recap.
func edited(t *testing.T) string {
	t.Helper()
	content, _ := apply(t, "insert-recap", design)
	return strings.Replace(content, "What was decided:", "What we decided, in Ann's words:", 1)
}

func TestAnEditedBlockIsNotOverwrittenUnasked(t *testing.T) {
	content := edited(t)
	after, result := apply(t, "insert-recap", content)
	if after != content || result.Conflict == nil || result.Conflict.Block != "recap" || len(result.Conflict.Choices) != 2 {
		t.Errorf("got %+v", result)
	}
	if got := result.Conflict.Span.Of(content); !strings.HasPrefix(got, "<!-- designls:begin recap") {
		t.Errorf("the conflict is shown at %q", got)
	}
}

func TestAnEditedBlockIsReplacedOnRequest(t *testing.T) {
	after, result := apply(t, "insert-recap", edited(t), OptionOverwrite, OverwriteReplace)
	if strings.Contains(after, "Ann's words") || result.Conflict != nil {
		t.Errorf("got %s", after)
	}
}

func TestAnEditedBlockIsKeptWithTheNewOneBeside(t *testing.T) {
	content := edited(t)
	after, result := apply(t, "insert-recap", content, OptionOverwrite, OverwriteBeside)
	d := parse(after)
	if !strings.Contains(after, "Ann's words") || result.Block != "recap-2" || d.Block("recap-2") == nil {
		t.Fatalf("got %+v", result)
	}
	if d.Block("recap-2").Span.Start < d.Block("recap").Span.End {
		t.Error("the new block is not after the edited one")
	}
	if again, _ := apply(t, "insert-recap", after, OptionOverwrite, OverwriteBeside); again != after {
		t.Error("running again changes what was put beside")
	}
	changed := strings.Replace(after, "10 million", "20 million", 1)
	once, result := apply(t, "insert-recap", changed, OptionOverwrite, OverwriteBeside)
	if result.Block != "recap-2" || strings.Count(once, "designls:begin") != 2 {
		t.Errorf("the block beside is not renewed: %+v", result)
	}
	touched := strings.Replace(after, "### Complicating factors", "### My factors", 2)
	if _, result := apply(t, "insert-recap", touched, OptionOverwrite, OverwriteBeside); result.Block != "recap-3" {
		t.Errorf("got %q beside two edited blocks", result.Block)
	}
}

func TestWhatTheAuthorWroteAmongQuestionsIsKept(t *testing.T) {
	content, _ := apply(t, "ask-questions", "# Design Uber\n", OptionMode, ModeShort)
	edits := []struct{ old, new string }{
		{"## Clarifying questions\n", "## What Bob must tell us\n\nBob is back on Monday.\n"},
		{"**Q2.** How many drivers", "**Q2.** How many licensed drivers"},
		{"<!-- designls:end questions -->", "**Q9.** Who pays for tolls?\n\nAnswer:\n\n<!-- designls:end questions -->"},
	}
	for _, e := range edits {
		if !strings.Contains(content, e.old) {
			t.Fatalf("no %q in %s", e.old, content)
		}
		content = strings.Replace(content, e.old, e.new, 1)
	}
	after, result := apply(t, "ask-questions", content)
	for _, e := range edits {
		if !strings.Contains(after, strings.TrimSuffix(e.new, "<!-- designls:end questions -->")) {
			t.Errorf("lost %q", e.new)
		}
	}
	if result.Conflict != nil || !strings.Contains(after, "**Q10.**") || strings.Contains(after, "## Clarifying questions") {
		t.Errorf("got %+v\n%s", result, after)
	}
}

func TestQuestionsThatTheTextAnswersMeanwhileGo(t *testing.T) {
	content, _ := apply(t, "ask-questions", "# Design Uber\n\nRiders are matched with drivers.\n")
	if !strings.Contains(content, "`facts/availability`") {
		t.Fatal("availability was not asked for")
	}
	content = strings.Replace(content, "with drivers.", "with drivers. The service is 99.95% available.", 1)
	after, _ := apply(t, "ask-questions", content)
	if strings.Contains(after, "`facts/availability`") {
		t.Error("asks for what the text states")
	}
}

func TestShortModeAsksTwoOrThree(t *testing.T) {
	for _, brief := range []string{"# Design Spotify\n", "# Design Uber\n", "# Design a parking lot\n"} {
		content, _ := apply(t, "ask-questions", brief, OptionMode, ModeShort)
		if n := strings.Count(content, "\nAnswer:"); n < 2 || n > 3 {
			t.Errorf("%q: asks %d questions", brief, n)
		}
		again, _ := apply(t, "ask-questions", content, OptionMode, ModeShort)
		if again != content {
			t.Errorf("%q: asks more while nothing is answered", brief)
		}
		full, _ := apply(t, "ask-questions", content)
		if strings.Count(full, "\nAnswer:") < 10 || !strings.Contains(full, "**Q1.**") {
			t.Errorf("%q: full mode does not build on the short one", brief)
		}
	}
}

func TestASectionGetsItsOwnBlockBelowItsText(t *testing.T) {
	for _, id := range []string{"ask-questions", "summarize"} {
		after, result := apply(t, id, design, "section", "Design")
		d := parse(after)
		block := d.Block(result.Block)
		if block == nil {
			if id == "ask-questions" && after == design {
				continue
			}
			t.Fatalf("%s: no block %q", id, result.Block)
		}
		section := d.SectionAt(block.Span.Start - 4)
		if section.Title() != "Design" || block.Attrs["section"] != "design" {
			t.Errorf("%s: stands under %q with %v", id, section.Title(), block.Attrs)
		}
		if block.Source != d.SourceHash(d.Anchor("design")) {
			t.Errorf("%s: its source is not that of the section", id)
		}
		for _, line := range strings.Split(block.Markdown(after), "\n") {
			if strings.HasPrefix(line, "## ") {
				t.Errorf("%s: heading %q is not below the section's", id, line)
			}
		}
	}
}

func TestFindNamesTheNearest(t *testing.T) {
	for id, want := range map[string]string{"ask-qestions": `did you mean "ask-questions"?`, "xyz": "there are ask-questions, summarize"} {
		if _, err := Find(id); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", id, err)
		}
	}
	for id, want := range map[string]string{"recap": "insert-recap", "insert-overview": "insert-overview"} {
		if a, err := Find(id); err != nil || a.ID != want {
			t.Errorf("%s: got %q, %v", id, a.ID, err)
		}
	}
}

func TestEveryActionIsComplete(t *testing.T) {
	for _, a := range Table() {
		if a.Title == "" || a.Summary == "" || a.Without == "" || !a.Takes("document") || a.Offline == nil {
			t.Errorf("incomplete: %+v", a)
		}
	}
	if len(Table()) != len(runs) {
		t.Errorf("%d of %d actions have a prompt", len(Table()), len(runs))
	}
}

func TestEditsAreNoLargerThanNeeded(t *testing.T) {
	content, _ := apply(t, "insert-recap", design)
	content = strings.Replace(content, "because it can be replayed", "because it can be read twice", 1)
	in := Input{Doc: parse(content)}
	action, _ := Find("insert-recap")
	result, err := action.Offline(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for _, e := range result.Edits {
		changed += e.Span.Len() + len(e.New)
	}
	if changed == 0 || changed > 600 {
		t.Errorf("%d bytes are changed in %d edits", changed, len(result.Edits))
	}
}
