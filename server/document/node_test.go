package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var kindNames = map[Kind]string{
	KindOther: "other", KindHeading: "heading", KindParagraph: "paragraph", KindList: "list", KindItem: "item", KindQuote: "quote",
	KindFence: "fence", KindCode: "code", KindHTML: "html", KindTable: "table", KindHeaderRow: "header", KindRow: "row", KindCell: "cell",
	KindBreak: "break", KindFootnote: "footnote", KindDefinition: "definition", KindText: "text", KindCodeSpan: "codespan",
	KindEmphasis: "emphasis", KindStrong: "strong", KindStrike: "strike", KindLink: "link", KindImage: "image",
	KindAutoLink: "autolink", KindInlineHTML: "inline", KindFootnoteRef: "footnoteref", KindTaskBox: "task",
}

func TestNodesHaveExactSpans(t *testing.T) {
	tests := map[string]struct {
		source string
		want   []string // kind and text of every node but plain text
	}{
		"atx heading":       {"## A *b* ##\n", []string{"heading|## A *b* ##", "emphasis|*b*"}},
		"setext heading":    {"A\nb\n---\n", []string{"heading|A\nb\n---"}},
		"empty heading":     {"#\n", []string{"heading|#"}},
		"fence":             {"```go {x=1}\na\n```\nb\n", []string{"fence|```go {x=1}\na\n```", "paragraph|b"}},
		"empty fence":       {"```\n```\nb\n", []string{"fence|```\n```", "paragraph|b"}},
		"tilde fence":       {"~~~~\n~~~\n~~~~\n", []string{"fence|~~~~\n~~~\n~~~~"}},
		"unclosed fence":    {"```\na\n", []string{"fence|```\na"}},
		"fence in a list":   {"- a\n  ```\n  b\n  ```\n", []string{"list|- a\n  ```\n  b\n  ```", "item|- a\n  ```\n  b\n  ```", "paragraph|a", "fence|```\n  b\n  ```"}},
		"fence in a quote":  {"> ```\n> b\n> ```\n", []string{"quote|> ```\n> b\n> ```", "fence|```\n> b\n> ```"}},
		"indented code":     {"a\n\n    b\n\n    c\n", []string{"paragraph|a", "code|b\n\n    c"}},
		"list":              {"- a\n- \n1. b\n", []string{"list|- a\n-", "item|- a", "paragraph|a", "item|-", "list|1. b", "item|1. b", "paragraph|b"}},
		"tasks":             {"- [x] a\n- [ ] b\n", []string{"list|- [x] a\n- [ ] b", "item|- [x] a", "paragraph|[x] a", "task|[x]", "item|- [ ] b", "paragraph|[ ] b", "task|[ ]"}},
		"html":              {"<!-- a\n\nb -->\nc\n", []string{"html|<!-- a\n\nb -->", "paragraph|c"}},
		"thematic break":    {"a\n\n* * *\n", []string{"paragraph|a", "break|* * *"}},
		"definition":        {"[a]: /b \"c\"\n", []string{"definition|[a]: /b \"c\""}},
		"footnote":          {"a[^1]\n\n[^1]: b\n\n    c\n", []string{"paragraph|a[^1]", "footnoteref|[^1]", "footnote|[^1]: b\n\n    c", "paragraph|b", "paragraph|c"}},
		"table":             {"| a | b |\n|---|:-:|\n| `x` | |\n| c |\n", []string{"table|| a | b |\n|---|:-:|\n| `x` | |\n| c |", "header|| a | b |", "cell|a", "cell|b", "row|| `x` | |", "cell|`x`", "codespan|`x`", "cell|", "row|| c |", "cell|c", "cell|"}},
		"code spans":        {"`a` `` b` `` ` c `\n", []string{"paragraph|`a` `` b` `` ` c `", "codespan|`a`", "codespan|`` b` ``", "codespan|` c `"}},
		"code over lines":   {"x `a\nb` y\n", []string{"paragraph|x `a\nb` y", "codespan|`a\nb`"}},
		"emphasis":          {"*a **b** c* ~~d~~ __e__\n", []string{"paragraph|*a **b** c* ~~d~~ __e__", "emphasis|*a **b** c*", "strong|**b**", "strike|~~d~~", "strong|__e__"}},
		"inline link":       {"[a *b*](/c_(d) \"e)\") f\n", []string{"paragraph|[a *b*](/c_(d) \"e)\") f", "link|[a *b*](/c_(d) \"e)\")", "emphasis|*b*"}},
		"angle destination": {"[a](<b c)> 'd') e\n", []string{"paragraph|[a](<b c)> 'd') e", "link|[a](<b c)> 'd')"}},
		"empty link":        {"[](/a) b\n", []string{"paragraph|[](/a) b", "link|[](/a)"}},
		"reference links":   {"[a][b] [b][] [b] c\n\n[b]: /d\n", []string{"paragraph|[a][b] [b][] [b] c", "link|[a][b]", "link|[b][]", "link|[b]", "definition|[b]: /d"}},
		"image in a link":   {"[![a](b)](c)\n", []string{"paragraph|[![a](b)](c)", "link|[![a](b)](c)", "image|![a](b)"}},
		"autolinks":         {"<http://a.b> https://c.d/e. x@y.zz\n", []string{"paragraph|<http://a.b> https://c.d/e. x@y.zz", "autolink|<http://a.b>", "autolink|https://c.d/e", "autolink|x@y.zz"}},
		"inline html":       {"a <b x=\">\">c</b>\n", []string{"paragraph|a <b x=\">\">c</b>", "inline|<b x=\">\">", "inline|</b>"}},
		"crlf":              {"# a\r\n\r\nb `c`\r\nd\r\n\r\n```\r\ne\r\n```\r\n", []string{"heading|# a", "paragraph|b `c`\r\nd", "codespan|`c`", "fence|```\r\ne\r\n```"}},
		"wide characters":   {"漢 **字😀** é\n", []string{"paragraph|漢 **字😀** é", "strong|**字😀**"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, s := range parse(test.source).Sections {
				for _, n := range s.Content.Nodes {
					if n.Kind != KindText {
						got = append(got, kindNames[n.Kind]+"|"+s.Content.Text(n))
					}
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("nodes of %q, -want +got:\n%s", test.source, diff)
			}
		})
	}
}

func TestFenceLanguage(t *testing.T) {
	for info, want := range map[string]string{"": "", "Go": "go", "mermaid {width=50}": "mermaid", "{.mermaid}": "mermaid", "mermaid,foo": "mermaid", "c++": "c++"} {
		if got := (Node{Words: &Words{Info: info}}).Language(); got != want {
			t.Errorf("language of %q is %q, want %q", info, got, want)
		}
	}
}

func TestProseKeepsOnlyWhatTheAuthorSays(t *testing.T) {
	source := "# Be *fast*\n\nUse `a|b` or [the **SQL** store](http://x.y/z), see https://x.y.\n![alt](i.png) <b>Now</b> ~~gone~~ ~5~\n\n" +
		"> quoted\n\n```\ncode\n```\n\n| a | `b` |\n|---|---|\n| c | d |\n\n<!-- designls:begin x kind=recap -->\n\ngenerated\n\n<!-- designls:end x -->\n\nlast\n"
	var words []string
	for _, s := range parse(source).Sections {
		for _, sentence := range s.Content.Sentences {
			words = append(words, strings.ReplaceAll(s.Content.Prose[sentence.Span.Start:sentence.Span.End], string(rune(Opaque)), "~"))
		}
	}
	want := []string{
		"Be  fast",
		"Use ~~~~~ or  the   SQL   store               , see ~~~~~~~~~~~.",
		"~~~~~~~~~~~~~    Now     ~~~~~~~~  5",
		"a", "~~~", "c", "d", "last",
	}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Errorf("sentences, -want +got:\n%s", diff)
	}
}

func TestSentencesEndWhereTheyDo(t *testing.T) {
	tests := map[string][]string{
		"One. Two! Three?":                         {"One.", "Two!", "Three?"},
		"Author: Jane  \nStatus: Draft\nand so on": {"Author: Jane", "Status: Draft\nand so on"},
		"It is broken  \nwithin the sentence.":     {"It is broken  \nwithin the sentence."},
		"About 1.5 ms, e.g. Redis. Then (v. 2.0).": {"About 1.5 ms, e.g. Redis.", "Then (v. 2.0)."},
		"Say \"stop.\" Then go on.":                {"Say \"stop.\"", "Then go on."},
		"It runs on k8s.io etc. and so on.":        {"It runs on k8s.io etc. and so on."},
		"Over\ntwo lines. Next":                    {"Over\ntwo lines.", "Next"},
		"By J. Doe vs. Redis":                      {"By J. Doe vs. Redis"},
		"So... it goes. 漢字. Ende.":                 {"So... it goes.", "漢字.", "Ende."},
	}
	for source, want := range tests {
		var got []string
		c := parse(source).Sections[0].Content
		for _, s := range c.Sentences {
			got = append(got, c.Source[s.Span.Start:s.Span.End])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("sentences of %q, -want +got:\n%s", source, diff)
		}
	}
}

func TestDirectivesCoverTheirBlock(t *testing.T) {
	tests := map[string]struct{ source, target, reason string }{
		"standing alone":    {"a\n\n<!-- designls-ignore placeholder: soon -->\n\nTBD\nmore\n\nb\n", "TBD\nmore", "soon"},
		"in a paragraph":    {"a TBD <!-- designls-ignore placeholder -->\nmore\n\nb\n", "a TBD <!-- designls-ignore placeholder -->\nmore", ""},
		"in a row":          {"| a |\n|---|\n| TBD <!-- designls-ignore placeholder: x: y --> |\n", "| TBD <!-- designls-ignore placeholder: x: y --> |", "x: y"},
		"before a heading":  {"a\n\n<!-- designls-ignore placeholder: r -->\n# b\n\nTBD\n\n# c\n", "# b\n\nTBD\n\n", "r"},
		"before a list":     {"<!-- designls-ignore placeholder: r -->\n- a\n- b\n", "- a\n- b", "r"},
		"inside a list":     {"- a\n\n  <!-- designls-ignore placeholder: r -->\n\n  b\n- c\n", "b", "r"},
		"at the end":        {"a\n\n<!-- designls-ignore placeholder: r -->\n", "", "r"},
		"several rules":     {"<!-- designls-ignore unit , placeholder: r -->\na\n", "a", "r"},
		"in code: no":       {"```\n<!-- designls-ignore placeholder -->\n```\na\n", "none", ""},
		"not a directive":   {"<!-- designls-ignored placeholder -->\na\n", "none", ""},
		"without any rules": {"<!-- designls-ignore : r -->\na\n", "none", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := parse(test.source)
			if test.target == "none" {
				if len(d.Directives) != 0 {
					t.Errorf("found %+v, want none", d.Directives)
				}
				return
			}
			if len(d.Directives) != 1 {
				t.Fatalf("found %d directives, want 1", len(d.Directives))
			}
			got := d.Directives[0]
			if covered := test.source[got.Target.Start:got.Target.End]; covered != test.target || got.Reason != test.reason || got.Rules[len(got.Rules)-1] != "placeholder" {
				t.Errorf("%v for %q covers %q, want placeholder for %q covering %q", got.Rules, got.Reason, covered, test.reason, test.target)
			}
		})
	}
}

func TestOutline(t *testing.T) {
	d := parse("intro\n# A\n## B `c`\ntext\n#### C\n## B c\n# [D](x) \\*e\\* ![i](j)\n")
	var got []string
	for _, s := range d.Sections {
		got = append(got, fmt.Sprintf("%d %s #%s deep=%d", s.Level(), s.Path(), slugOf(s), s.Deep.Len()))
	}
	want := []string{
		"0  # deep=6",
		"1 A #a deep=32",
		"2 A > B c #b-c deep=21",
		"4 A > B c > C #c deep=7",
		"2 A > B c #b-c-1 deep=7",
		"1 D *e* #d-e deep=23",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("outline, -want +got:\n%s", diff)
	}
}

func slugOf(s *Section) string {
	if s.Heading == nil {
		return ""
	}
	return s.Heading.Slug
}

// An embedded image must neither cost a review nor be read as words, and the
// places after it stay right.
func TestOverlongLinesAreNotReadAsMarkdown(t *testing.T) {
	long := "![a](data:image/png;base64," + strings.Repeat("[", maxLine) + ")"
	for _, eol := range []string{"\n", "\r\n"} {
		source := strings.ReplaceAll("# T\n\n"+long+"\n\nAfter `it`.\n", "\n", eol)
		c := parse(source).Sections[1].Content
		if c.Source != source || strings.Contains(c.Prose, "data") {
			t.Errorf("source is changed or data is prose: %q", c.Prose[:40])
		}
		last := c.Sentences[len(c.Sentences)-1].Span
		if got := c.Source[last.Start:last.End]; got != "After `it`." {
			t.Errorf("the last sentence is %q", got)
		}
	}
}
