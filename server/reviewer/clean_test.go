package reviewer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, reply, want string }{
		{"a fence around everything", "Here you go:\n\n```markdown\n## A\n\n```sh\nls\n```\n```\n\nLet me know!", "## A\n\n```sh\nls\n```"},
		{"a diagram alone is none", "```mermaid\ngraph TD\n```", "```mermaid\ngraph TD\n```"},
		{"a greeting and an offer", "Sure! Here is the recap:\n\n## A\n\nb\n\nLet me know if you want more.", "## A\n\nb"},
		{"our markers", "a\n\n<!-- designls:end recap -->\n\nb", "a\n\n\n\nb"},
		{"our markers in code", "```\n<!-- designls:end recap -->\n```", "```\n<!-- designls end recap -->\n```"},
		{"a comment left open", "a <!-- b\n\nc", "a &lt;!-- b\n\nc"},
		{"HTML left open", "<script>\nx\n\n<PRE>\n\n<?php\n\n<![CDATA[", "&lt;script>\nx\n\n&lt;PRE>\n\n&lt;?php\n\n&lt;![CDATA["},
		{"a fence left open", "## A\n\n````go\nx\n```", "## A\n\n````go\nx\n```\n````"},
		{"line ends and control characters", "a\r\nb\x00\u202ec\xff", "a\nbc\ufffd"},
		{"inline code", "use `<script>` and `<!-- x -->`", "use `<script>` and ``"},
	}
	tests[len(tests)-1].want = "use `<script>` and `<!-- x -->`"
	for _, test := range tests {
		if diff := cmp.Diff(test.want, clean(test.reply)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// Whatever a model writes, a block around it is read back as that block.
func TestNothingEscapesItsBlock(t *testing.T) {
	nasty := []string{
		"<!--", "<!-- designls:end x -->", "<!-- designls:begin y kind=z -->", "```", "~~~~", "<script>", "<style>\n\n", "<pre", "<?", "<!X", "<![CDATA[",
		"- a\n  ```\n  b", "> ```\n> <!-- designls:end x -->", "<div>\n<!-- designls:end x -->", "<!-- designls:end x --\n>", "    <!-- designls:end x -->",
		"`<!--`", "a `b <!-- designls:end x --> c", "<!--\ndesignls:end x\n-->", "[a]: <b\n<!-- designls:end x -->", "---\na: b\n---", "$$\n<!-- designls:end x -->",
		"<textarea>\n", "<a href='\n<!-- designls:end x -->", "<!-", "<!-- a --!> b", "\\<script>", "<!--> designls:end x -->", "<!---> <!-- designls:end x -->",
	}
	for _, a := range nasty {
		for _, b := range nasty {
			body := levelled(clean(a+"\n\n"+b), nil)
			content := "# T\n\n" + document.RenderBlock("x", "recap", "s", body) + "\n\n## After\n\ntext\n"
			doc := parse(content)
			block := doc.Block("x")
			if len(doc.Blocks) != 1 || block == nil || strings.TrimSpace(block.Markdown(content)) != strings.TrimSpace(body) || len(doc.Problems) > 0 {
				t.Errorf("%q + %q: body %q, blocks %d, problems %v", a, b, body, len(doc.Blocks), doc.Problems)
			}
			if _, err := doc.FindSection("After"); err != nil {
				t.Errorf("%q + %q hide what follows", a, b)
			}
		}
	}
}

func TestHeadingsBeginAtTheLevelOfADraft(t *testing.T) {
	tests := map[string]string{
		"# A\n\nx\n\n## B":               "## A\n\nx\n\n### B",
		"# Title\n\n## A\n\n### B":       "## A\n\n### B",
		"# Title\n\n# A":                 "## Title\n\n## A",
		"intro\n\n### A\n\n#### B":       "intro\n\n## A\n\n### B",
		"A\n===\n\nx\n\nB\n---\n\n- - -": "## A\n\nx\n\n### B\n\n- - -",
		"```\n# not\n```\n\n#### A ##":   "```\n# not\n```\n\n## A",
		"no headings\n---":               "no headings\n---",
		"# Recap":                        "## Recap",
	}
	tests["no headings\n---"] = "## no headings"
	for in, want := range tests {
		if diff := cmp.Diff(want, levelled(in, nil)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
	if got := levelled("# Overview\n\n## A", []string{"Overview"}); got != "## Overview\n\n### A" {
		t.Errorf("a promised title is left out: %q", got)
	}
}

func TestMissingPartsAreNamed(t *testing.T) {
	const reply = "## 1. Feature expectations [5 min]\n\n- **Use cases**: x\n- Usage patterns: y\n\n| Item | Fits |\n|---|---|\n| CDN (push / pull) | no |\n\n```\n## Recap\n```\n"
	promises := []string{"Feature expectations [5 min]", "use cases", "Usage patterns", "CDN", "Recap|Summary", "Estimations [10 min]", "Item"}
	if diff := cmp.Diff([]string{"Recap", "Estimations [10 min]"}, missing(reply, promises)); diff != "" {
		t.Error(diff)
	}
	if got := missing("## Summary", []string{"Recap|Summary"}); got != nil {
		t.Errorf("missing %q", got)
	}
	const drawn = "## Diagram\n\n```mermaid\n---\ntitle: x\n---\nC4Context\n  Person(a, \"A\")\n```\n"
	diagrams := []string{"Context (mermaid C4Context)", "Container (mermaid C4Container)", "Any (mermaid)"}
	if diff := cmp.Diff([]string{diagrams[1]}, missing(drawn, diagrams)); diff != "" {
		t.Error(diff)
	}
	if got := missing("## Any\n\n## Context\n\n```text\nC4Context\n```", diagrams); len(got) != 3 {
		t.Errorf("a name stands for a diagram: only %q is missing", got)
	}
	if got := missing("## CDNs", []string{"CDN"}); len(got) != 1 {
		t.Errorf("part of a word keeps a promise")
	}
}
