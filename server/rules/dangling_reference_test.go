package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/finding"
)

func files(there ...string) Environment {
	return Environment{Exists: func(path string) bool {
		for _, file := range there {
			if file == path || strings.HasPrefix(file, path+"/") || path == "." {
				return true
			}
		}
		return false
	}}
}

func TestDanglingAnchor(t *testing.T) {
	const doc = "# My design\n\n## Retry policy\n\n## A & B: *the* `code` path\n\n## 4.2 Numbers -- more\n\n<a id=\"Own\"></a>\n\n## Custom {#custom-id}\n\n"
	tests := map[string]string{
		"missing":              "«[x](#retry-polcy)»",
		"missing, no likeness": "«[x](#zzz)»",
		"image":                "«![x](#zzz)»",
		"HTML":                 "«<a href=\"#zzz\">»x</a>",
		"in a table":           "| a |\n|---|\n| «[x](#zzz)» |",
		"definition":           "«[x]: #zzz»",
		"two":                  "«[x](#zzz)» «[y](#yyy)»",

		"heading":                 "[x](#retry-policy)",
		"case":                    "[x](#Retry-Policy)",
		"punctuation":             "[x](#a--b-the-code-path)",
		"joined hyphens":          "[x](#a-b-the-code-path)",
		"dots as hyphens":         "[x](#4-2-numbers-more)",
		"without number":          "[x](#numbers-more)",
		"id":                      "[x](#Own)",
		"attribute":               "[x](#custom-id)",
		"top":                     "[x](#top) [y](#)",
		"other file":              "[x](other.md#zzz) [x](https://example.com/#zzz)",
		"underscores and colon":   "[x](#A_B:_the_code_path)",
		"second of its name":      "[x](#retry_policy_1)",
		"text fragment":           "[x](#:~:text=design)",
		"in code":                 "`[x](#zzz)`\n\n```\n[x](#zzz)\n```",
		"in a quotation":          "> [x](#zzz)",
		"a slot":                  "[x](#{{ .ID }})",
		"prefix of GitHub":        "[x](#user-content-retry-policy)",
		"percent-encoded heading": "[x](#retry%2Dpolicy)",
	}
	for name, marked := range tests {
		t.Run(name, func(t *testing.T) { checkMarked(t, danglingReference, doc+marked+"\n", Environment{}) })
	}
}

func TestDanglingFile(t *testing.T) {
	home := files("there.md", "img/flow.png", "guide.md", "my file.md", "../up.md")
	tests := map[string]struct {
		marked string
		env    Environment
	}{
		"missing":           {"[a](there.md) «[x](missing.md)»", home},
		"missing image":     {"[a](there.md) «![x](img/missing.png)»", home},
		"missing in HTML":   {"[a](there.md)\n\n«<img src=\"img/missing.png\">»", home},
		"missing fragment":  {"[a](there.md) «[x](missing.md#part)»", home},
		"the only link":     {"«[x](missing.md)»", home},
		"in missing folder": {"«[x](runbooks/failover.md)»", home},

		"there":                {"[x](there.md) [y](./there.md#a) ![z](img/flow.png) [u](../up.md)", home},
		"encoded":              {"[x](my%20file.md) [y](<my file.md>)", home},
		"folder":               {"[x](./img) [y](img/)", home},
		"made by a generator":  {"[x](guide.html) [y](./guide) [z](there.md)", home},
		"unknown files":        {"[x](missing.md)", Environment{}},
		"copied away":          {"[x](a.md) [y](b.md) [z](c.md)", home},
		"copied with one":      {"[a](there.md) [x](a.md) [y](b.md) [z](c.md) [u](d.md)", home},
		"copied without image": {"![x](figures/a.png)", home},
		"copied from deeper":   {"[x](../0012-other.md)", home},
		"site and addresses":   {"[a](there.md) [x](/docs/x.md) [y](https://example.com/x.md) [z](mailto:a@b.c) [u](example.com/x.md) [v](//h/x.md) [w](wiki-page)", home},
		"slots":                {"[a](there.md) [x]({{ base }}/x.md) [y](%v.md) [z](<NAME>.md) [u](.../x.md)", home},
		"in code":              {"[a](there.md) `[x](missing.md)`", home},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) { checkMarked(t, danglingReference, test.marked+"\n", test.env) })
	}
}

func TestDanglingLabels(t *testing.T) {
	tests := map[string]string{
		"footnote":           "Text«[^1]» and [^2].\n\n[^2]: There.\n",
		"reference link":     "See «[the guide][guide]».\n",
		"collapsed":          "See «[the guide][]».\n",
		"defined":            "See [the guide][GUIDE] and [guide].\n\n[guide]: https://example.com\n",
		"defined below":      "See [the guide][guide].\n\n# B\n\n[guide]: https://example.com\n",
		"footnote elsewhere": "Text[^note].\n\n# B\n\n[^note]: There.\n",
		"keys":               "Press [tab][tab].\n",
		"array":              "The cell matrix[row][column] and [i][j].\n",
		"expression":         "All of [^a-z] and [^/]+.\n",
		"task":               "- [ ] [x][y]\n",
		"code":               "`[the guide][guide]`\n",
		"followed by more":   "[the][guide][more]\n",
		"tags":               "- [dist][test] Run it.\n- [API][infra] Write «[the text][infra]».\n",
		"signature":          "**sum**([*values*][, *accessor*])\n",
	}
	for name, marked := range tests {
		t.Run(name, func(t *testing.T) { checkMarked(t, danglingReference, marked, Environment{}) })
	}
}

func TestDanglingFixes(t *testing.T) {
	const head = "# Design\n\n## 4. Retry policy\n\n"
	tests := []struct{ content, title, want string }{
		{head + "[x](#4-retry-polcy)\n", "Link to", head + "[x](#4-retry-policy)\n"},
		{head + "[x *y*](#zzz)\n", "Keep the words, drop the link", head + "x *y*\n"},
		{head + "See section 4.2.\n", "Refer to section 4", head + "See section 4.\n"},
		{head + "See the \"Retry limits\" section.\n", "Refer to", head + "See the \"4. Retry policy\" section.\n"},
		{head + "[a guide][g1]\n", "Keep the words", head + "a guide\n"},
		{head + "Text[^1].\n", "Drop the footnote", head + "Text.\n"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, applyFixes(t, test.content, test.title)); diff != "" {
			t.Errorf("%s in %q (-want +got):\n%s", test.title, test.content, diff)
		}
	}
}

func TestDeadLinkIsAHintWhereNoneWorks(t *testing.T) {
	for content, want := range map[string]finding.Severity{
		"[x](missing.md)\n":               finding.Hint,
		"[x](missing.md) [y](there.md)\n": finding.Warning,
	} {
		f := checkIn(t, content, files("there.md")).Findings
		if len(f) != 1 || f[0].Severity != want {
			t.Errorf("%q: got %+v, want one %s", content, f, want)
		}
	}
}
