package actions

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/questions"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

// theGrammar is shared by the tests, since it takes a while to load. It is as
// useful as the one that was built.
var theGrammar = mermaid.New(mermaid.Embedded)

func parse(content string) *document.Document { return document.Parse(text.NewMapper(content), nil) }

// apply runs an action and returns the document that comes of it.
func apply(t *testing.T, id, content string, options ...string) (string, Result) {
	t.Helper()
	in := Input{Doc: parse(content), Path: "docs/design.md", Options: map[string]string{}}
	for i := 0; i+1 < len(options); i += 2 {
		if options[i] == "section" {
			s, err := in.Doc.FindSection(options[i+1])
			if err != nil {
				t.Fatal(err)
			}
			in.Section = s
			continue
		}
		in.Options[options[i]] = options[i+1]
	}
	in.Report = rules.NewChecker(rules.Table()).Check(in.Doc, rules.Environment{Path: in.Path})
	action, err := Find(id)
	if err != nil {
		t.Fatal(err)
	}
	in.Grammar = theGrammar
	result, err := action.Offline(t.Context(), in)
	if refusal := (*Refusal)(nil); errors.As(err, &refusal) {
		return content, Result{Summary: refusal.Reason}
	}
	if err != nil {
		t.Fatal(err)
	}
	return withEdits(t, content, result), result
}

// carriedOut runs an action and returns the document that comes of it.
func carriedOut(t *testing.T, id, content string, in Input) (string, Result) {
	t.Helper()
	in.Doc = parse(content)
	action, err := Find(id)
	if err != nil {
		t.Fatal(err)
	}
	result, err := action.Run(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return withEdits(t, content, result), result
}

// withEdits is a document with the edits of a result made.
func withEdits(t *testing.T, content string, result Result) string {
	t.Helper()
	after, err := text.ApplyEdits(content, result.Edits)
	if err != nil {
		t.Fatal(err)
	}
	return after
}

// samples are documents of all kinds: the published ones beside the repository
// where they are, the examples, and briefs.
func samples(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{
		"empty":          "",
		"blank":          "\n\n",
		"bare brief":     "# Design Spotify\n",
		"no newline":     "# Design Uber",
		"one line":       "Design a rate limiter",
		"bom":            "\ufeff# Design a chat system\n\nFor 10 million users.\n",
		"front matter":   "---\ntitle: Design Dropbox\n---\n\nSync files.\n",
		"front only":     "---\ntitle: Design Dropbox\n---\n",
		"setext":         "Feed\n====\n\nGoals\n-----\n\n- fast\n\nOverview\n--------\n\nSee [the recap](#recap).\n\nRecap\n-----\n\nx\n",
		"all level one":  "# Summary\n\nWe use a log.\n\n# Motivation\n\nIt is slow.\n\n# Detailed design\n\nA log.\n",
		"same headings":  "# Design Uber\n\n## Goals\n\nFast.\n\n## Implementation\n\nSee [below](#clarifying-questions).\n\n## Clarifying questions\n\nNone.\n\n## Estimations [10 min]\n\nNone.\n",
		"deep":           "###### Deep\n\ntext\n",
		"not utf-8":      "# Design \xff\xfe YouTube\n\n10 million users \xff.\n",
		"foreign":        "# 設計：動画配信\n\n一億人の利用者。\n\n## 目標\n\n速い 🚀。\n",
		"broken markers": "# Design S3\n\n<!-- designls:begin questions kind=questions -->\n\nno end\n",
		"two ids":        "# X\n\n<!-- designls:begin recap kind=recap source=a body=b -->\na\n<!-- designls:end recap -->\n\n<!-- designls:begin recap kind=recap source=a body=b -->\nb\n<!-- designls:end recap -->\n",
	}
	for _, pattern := range []string{"../../../shared/corpus/*/*.md", "../../examples/*.md", "../../examples/*/*.md"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			found[filepath.ToSlash(file)] = string(content)
		}
	}
	return found
}

func eachSample(t *testing.T, most int, check func(t *testing.T, content string)) {
	for name, content := range samples(t) {
		if len(content) > most {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			check(t, content)
		})
	}
}

func TestActionsWriteBlocksAndNothingElse(t *testing.T) {
	eachSample(t, longSample, func(t *testing.T, content string) {
		before := parse(content)
		for _, action := range Table() {
			after, result := apply(t, action.ID, content, OptionOverwrite, OverwriteReplace)
			d := parse(after)
			if result.Block == "" && after == content {
				continue // there was nothing to write
			}
			if action.Kind == "" {
				continue // it changes the author's text
			}
			block := d.Block(result.Block)
			if block == nil || block.Kind != action.Kind {
				t.Fatalf("%s: no block %q of kind %q", action.ID, result.Block, action.Kind)
			}
			if block.Edited(after) {
				t.Errorf("%s: its own text counts as edited", action.ID)
			}
			if before.SourceHash(nil) != d.SourceHash(nil) {
				t.Errorf("%s: the author's text has changed:\n%s", action.ID, cmp.Diff(before.AuthorText(nil), d.AuthorText(nil)))
			}
			if len(d.Problems) > len(before.Problems) {
				t.Errorf("%s: makes problems: %v", action.ID, d.Problems)
			}
			if result.Summary == "" {
				t.Errorf("%s: says nothing about what it did", action.ID)
			}
			checkLinks(t, action.ID, before, d, block)
		}
	})
}

var anchorLink = regexp.MustCompile(`\]\(#([^)]+)\)`)

// checkLinks follows the links of a block, and sees that no heading of the
// author's has lost its anchor to it.
func checkLinks(t *testing.T, id string, before, after *document.Document, block *document.Block) {
	t.Helper()
	for _, m := range anchorLink.FindAllStringSubmatch(block.Markdown(after.Text.Content()), -1) {
		if after.Anchor(m[1]) == nil {
			t.Errorf("%s: links to #%s, which leads nowhere", id, m[1])
		}
	}
	for _, s := range before.Sections {
		if s.Heading == nil || s.Managed != nil {
			continue
		}
		if now := after.Anchor(s.Heading.Slug); now == nil || now.Title() != s.Title() || now.Managed != nil {
			t.Errorf("%s: #%s leads elsewhere now", id, s.Heading.Slug)
		}
	}
}

func TestRunningAgainChangesNothing(t *testing.T) {
	eachSample(t, shortSample, func(t *testing.T, content string) {
		content, _ = apply(t, "fix-diagram", content) // first, since it changes what the others read
		for _, action := range Table() {
			content, _ = apply(t, action.ID, content, OptionOverwrite, OverwriteReplace)
		}
		for _, action := range Table() {
			after, _ := apply(t, action.ID, content)
			if diff := cmp.Diff(content, after); diff != "" {
				t.Errorf("%s: %s", action.ID, diff)
			}
		}
	})
}

func TestLineEndingsAreThoseOfTheDocument(t *testing.T) {
	eachSample(t, shortSample, func(t *testing.T, content string) {
		unix := strings.ReplaceAll(content, "\r\n", "\n")
		if !strings.Contains(unix, "\n") {
			t.Skip("has one line")
		}
		for _, action := range Table() {
			want, _ := apply(t, action.ID, unix, OptionOverwrite, OverwriteReplace)
			got, _ := apply(t, action.ID, strings.ReplaceAll(unix, "\n", "\r\n"), OptionOverwrite, OverwriteReplace)
			if diff := cmp.Diff(strings.ReplaceAll(want, "\n", "\r\n"), got); diff != "" {
				t.Errorf("%s: %s", action.ID, diff)
			}
		}
	})
}

func TestAnswersSurvive(t *testing.T) {
	eachSample(t, shortSample, func(t *testing.T, content string) {
		content, _ = apply(t, "ask-questions", content, OptionMode, ModeShort)
		d := parse(content)
		var edits []text.Edit
		var sources []string
		for i, q := range questions.Parse(d) {
			answer := []string{" about 3 million\n\nand\n\n- growing\n", "\n\n```\nAnswer: in code\n# no heading\n```", " ### not a heading"}[i%3]
			edits = append(edits, text.Edit{Span: text.Span{Start: q.AnswerSpan.Start, End: q.AnswerSpan.Start}, New: answer})
			sources = append(sources, answer)
		}
		answered, err := text.ApplyEdits(content, edits)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			answered, _ = apply(t, "ask-questions", answered)
			for _, source := range sources {
				if !strings.Contains(strings.ReplaceAll(answered, "\r\n", "\n"), source) {
					t.Fatalf("lost the answer %q", source)
				}
			}
		}
	})
}

func TestNothingIsPutIntoWhatIsLeftOpen(t *testing.T) {
	action, _ := Find("insert-recap")
	_, err := action.Offline(t.Context(), Input{Doc: parse("# Design Netflix\n\n```\ncode")})
	if err == nil || !strings.Contains(err.Error(), "unchanged") {
		t.Errorf("got %v", err)
	}
}
