package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const begin, end = "<!-- designls:begin a kind=recap source=s1 body=b1 -->\n", "<!-- designls:end a -->\n"

func TestManagedBlocks(t *testing.T) {
	d := parse("# T\n\n" + begin + "\n## In\n\ntext\n\n" + end + "\n# After\n")
	if len(d.Problems) != 0 || len(d.Blocks) != 1 {
		t.Fatalf("problems %v, %d blocks", d.Problems, len(d.Blocks))
	}
	b := d.Blocks[0]
	got := []string{b.ID, b.Kind, b.Source, b.Body, b.Markdown(d.Text.Content())}
	if diff := cmp.Diff([]string{"a", "recap", "s1", "b1", "\n## In\n\ntext\n\n"}, got); diff != "" {
		t.Error(diff)
	}
	var inside []string
	for _, s := range d.Sections {
		if s.Managed == b {
			inside = append(inside, s.Title())
		}
	}
	if diff := cmp.Diff([]string{"In"}, inside); diff != "" {
		t.Errorf("sections in the block: %s", diff)
	}
}

func TestRenderedBlockIsReadBackUnedited(t *testing.T) {
	for _, eol := range []string{"\n", "\r\n"} {
		content := strings.ReplaceAll("x\n\n"+RenderBlock("q", "questions", "s", "one  \n\ntwo", "mode=short")+"\n", "\n", eol)
		d := parse(content)
		b := d.Block("q")
		if b == nil || b.Edited(content) || b.Attrs["mode"] != "short" {
			t.Fatalf("block %+v of %q, problems %v", b, content, d.Problems)
		}
		changed := strings.Replace(content, "two", "too", 1)
		if !parse(changed).Block("q").Edited(changed) {
			t.Errorf("a changed word in %q is not noticed", changed)
		}
	}
}

func TestBrokenMarkersAreReportedAndReadAround(t *testing.T) {
	tests := map[string]struct {
		source   string
		blocks   int
		problems []string // a part of each message
	}{
		"unclosed":           {begin + "\ntext\n", 0, []string{`"a" has no end marker`}},
		"not begun":          {"text\n\n" + end, 0, []string{`"a", which was not begun`}},
		"nested":             {begin + "\n" + strings.ReplaceAll(begin, " a ", " b ") + "\n" + strings.ReplaceAll(end, " a ", " b ") + "\n" + end, 1, []string{`"a" has no end marker before block "b"`, `"a", which was not begun`}},
		"crossed":            {begin + "\nx\n\n<!-- designls:end b -->\n\n" + end, 1, []string{`ends block "b", but "a" is open`}},
		"two with one id":    {begin + "\n" + end + "\n" + begin + "\n" + end, 1, []string{`an earlier block "a"`}},
		"no id":              {"<!-- designls:begin -->\n\n<!-- designls:end -->\n", 0, []string{"names no block", "names no block"}},
		"in code":            {"```\n" + begin + "```\n", 0, nil},
		"in one html block":  {"<div>\n" + begin + end + "</div>\n", 1, nil},
		"closed by a parent": {"- x\n\n  " + begin + "\n  y\n\n  " + end, 1, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := parse(test.source)
			if len(d.Blocks) != test.blocks {
				t.Errorf("%d blocks, want %d", len(d.Blocks), test.blocks)
			}
			if len(d.Problems) != len(test.problems) {
				t.Fatalf("problems %+v, want %d", d.Problems, len(test.problems))
			}
			for i, want := range test.problems {
				if !strings.Contains(d.Problems[i].Message, want) || test.source[d.Problems[i].Span.Start:][:4] != "<!--" {
					t.Errorf("problem %+v does not say %q at a marker", d.Problems[i], want)
				}
			}
		})
	}
}

func TestSourceHashKeepsOutWhatIsGenerated(t *testing.T) {
	plain := parse("# T\n\nOne.\n\n## B\n\nTwo.\n")
	want := plain.SourceHash(nil)
	same := []string{
		"# T\r\n\r\nOne.  \r\n## B\r\n\r\n\r\nTwo.",
		"---\nx: 1\n---\n# T\n\nOne.\n\n" + begin + "\n## In\n\ntext\n\n" + end + "\n## B\n\nTwo.\n",
		"# T\n\nOne.\n\n## B\n\nTwo.\n\n" + begin + end,
	}
	for _, source := range same {
		if got := parse(source).SourceHash(nil); got != want {
			t.Errorf("hash of %q is %s, want %s", source, got, want)
		}
	}
	if parse("# T\n\nOne!\n\n## B\n\nTwo.\n").SourceHash(nil) == want {
		t.Error("a changed word does not change the hash")
	}
	if a, b := plain.SourceHash(plain.Sections[1]), plain.SourceHash(plain.Sections[2]); a != want || b == want {
		t.Errorf("title section hashes to %s and B to %s, the document to %s", a, b, want)
	}
}

func TestFrontMatter(t *testing.T) {
	tests := map[string]struct {
		source, title, problem string
		present                bool
	}{
		"yaml":             {"---\ntitle: A\n---\n# b\n", "A", "", true},
		"yaml, dots":       {"---\ntitle: A\n...\n# b\n", "A", "", true},
		"toml":             {"+++\ntitle = \"A\"\n+++\n# b\n", "A", "", true},
		"crlf":             {"---\r\ntitle: A\r\n---\r\n# b\r\n", "A", "", true},
		"byte order mark":  {"\ufeff---\ntitle: A\n---\n# b\n", "A", "", true},
		"empty":            {"---\n---\n# b\n", "b", "", true},
		"at end of file":   {"---\ntitle: A\n---", "A", "", true},
		"malformed yaml":   {"---\ntitle: [A\n---\n# b\n", "b", "not valid YAML", true},
		"malformed toml":   {"+++\ntitle = \n+++\n# b\n", "b", "not valid TOML", true},
		"a list":           {"---\n- a\n---\n# b\n", "b", "not valid YAML", true},
		"unclosed":         {"---\ntitle: A\n\n# b\n", "b", "not closed", false},
		"a thematic break": {"---\n\nThis is text.\n\n# b\n", "b", "", false},
		"later":            {"\n---\ntitle: A\n---\n# b\n", "b", "", false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := parse(test.source)
			if got := d.Title(); got != test.title || (d.FrontMatter != nil) != test.present {
				t.Errorf("title %q, front matter %+v, want %q, %v", got, d.FrontMatter, test.title, test.present)
			}
			if test.problem == "" && len(d.Problems) > 0 || test.problem != "" && (len(d.Problems) != 1 || !strings.Contains(d.Problems[0].Message, test.problem)) {
				t.Errorf("problems %+v, want %q", d.Problems, test.problem)
			}
		})
	}
}

func TestFindSection(t *testing.T) {
	d := parse("# Design\n\n## Data `model`\n\n<a name=\"here\"></a>\n\n## Data model {#custom}\n")
	for _, name := range []string{"data model", "Design > Data model", "#data-model", "## Data Model"} {
		if s, err := d.FindSection(name); err != nil || s.Index != 2 {
			t.Errorf("FindSection(%q) = %v, %v", name, s, err)
		}
	}
	if _, err := d.FindSection("Storage"); err == nil || !strings.Contains(err.Error(), `"Design"`) {
		t.Errorf("error %v does not list the headings", err)
	}
	for name, want := range map[string]int{"here": 2, "custom": 3, "Data-Model": 2, "data-model-custom": 3} {
		if s := d.Anchor(name); s == nil || s.Index != want {
			t.Errorf("Anchor(%q) = %v, want section %d", name, s, want)
		}
	}
	if s := d.Anchor("nowhere"); s != nil {
		t.Errorf("Anchor(nowhere) = %v", s)
	}
	for offset, want := range map[int]int{0: 1, 9: 1, 10: 2, 1000: 3} {
		if s := d.SectionAt(offset); s.Index != want {
			t.Errorf("SectionAt(%d) = %d, want %d", offset, s.Index, want)
		}
	}
}
