package document

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/yuin/goldmark/ast"

	"github.com/designls/designls/server/text"
)

func parse(content string) *Document { return Parse(text.NewMapper(content), nil) }

// corpus calls the function with published design documents, where the checkout
// has them beside it, in both line endings.
func corpus(t *testing.T, f func(t *testing.T, content string)) {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/corpus/*/*.md")
	if len(files) == 0 {
		t.Skip("no corpus of published documents beside the checkout")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) { f(t, string(data)) })
		t.Run(filepath.Base(file)+"/crlf", func(t *testing.T) {
			f(t, strings.ReplaceAll(string(data), "\n", "\r\n"))
		})
	}
}

func TestSectionsCoverTheDocumentAndAgreeWithGoldmark(t *testing.T) {
	corpus(t, checkDocument)
}

var awkward = []string{
	"", "\n", "#", "# a", "# a\n", "a\n===\n", "a\n---\nb\n", "- a\n\n2. b\n---\n", "```\n# no\n", "```\n# no\n```\n# yes\n",
	"- x\n  ```\n  # no\n# yes\n", "<!--\n# no\n\n# no\n-->\n# yes\n", "<pre>\n\n# no\n</pre>\n\n# yes\n", "> # quoted\n# yes\n",
	"\ufeff---\ntitle: x\n---\n# yes\n", "+++\ntitle = \"x\"\n+++\ntext\n", "---\nno front matter\n", "---\ntitle: x\n",
	"[a]: <x y>\n# h\n[a] and [^1]\n\n[^1]: note\n# i\n[a][]\n", "# a \xff b\n\xfe\n", "# 漢字 😀\nça va\n\n😀\n===\n",
	"| a | b |\n|---|---|\n| `x|y` | **c** |\n# d\n", "  # indented\n # also\n# yes\n", "a\n# b\r\nc\r\n# d\n", "text\n\nHead *ing*\n===\nmore\n\nNext\n---\n",
	"~~~ {.mermaid}\ngraph TD\n~~~\n", "* a\n\n      code\n* b\n", "![img](a_(b).png \"t\") <http://x.y> https://z.w *e* **s** ~~d~~ `` c ` ``\n",
	"[x](<a b> 'q)') [y][] [z]\n\n[y]: /u\n[z]:\n  /v\n", "- [x] done\n- [ ] open\n", "a\\\nb  \nc\n", "<b>x</b>\n\n<br>\n", "1) a\n1) b\n",
	"[^1]: one\n\n# h\n\n[^2]: two\n\n    more\n\ntext[^1]\n", "- a\n-\n- \n", "#\n##\n# \n", "```\n\n```", "```", "    code\n\n    # no\n# yes",
	"- [ ]\n", "*a **b** c*\n", "x `a\nb` y\n", "[a\nb](c\n\"d\")\n", "\t# no\n", "***\n# a\n---\n===\n", "a\r# b\r\n# c",
}

func TestAwkwardDocuments(t *testing.T) {
	for i, content := range awkward {
		t.Run(fmt.Sprint(i), func(t *testing.T) { checkDocument(t, content) })
	}
}

func checkDocument(t *testing.T, content string) {
	d := parse(content)
	at := d.Sections[0].Span.Start
	for _, s := range d.Sections {
		if s.Span.Start != at || s.Content.Source != content[s.Span.Start:s.Span.End] {
			t.Fatalf("section %q spans %v, want it to start at %d and to hold its source", s.Title(), s.Span, at)
		}
		at = s.Span.End
		checkContent(t, s.Content)
	}
	if at != len(content) {
		t.Errorf("sections end at %d of %d", at, len(content))
	}
	if diff := cmp.Diff(goldmarkHeadings(content[d.Sections[0].Span.Start:]), headings(d)); diff != "" {
		t.Errorf("headings, -goldmark +document:\n%s", diff)
	}
}

func checkContent(t *testing.T, c *Content) {
	if len(c.Prose) != len(c.Source) {
		t.Fatalf("prose has %d bytes, source %d", len(c.Prose), len(c.Source))
	}
	for i, n := range c.Nodes {
		if n.Span.Start < 0 || n.Span.End > len(c.Source) || n.Span.Start > n.Span.End {
			t.Fatalf("node %d %+v is outside its section of %d bytes", i, n, len(c.Source))
		}
		if n.Parent >= 0 && !c.Nodes[n.Parent].Span.ContainsSpan(n.Span) {
			t.Errorf("node %+v %q is not inside its parent %+v %q", n, c.Text(n), c.Nodes[n.Parent], c.Text(c.Nodes[n.Parent]))
		}
	}
	for _, s := range c.Sentences {
		if strings.ContainsRune(c.Prose[s.Span.Start:s.Span.End], Break) {
			t.Errorf("sentence %q spans two blocks", c.Prose[s.Span.Start:s.Span.End])
		}
	}
	if utf8.ValidString(c.Source) && !utf8.ValidString(c.Prose) {
		t.Errorf("prose cuts a character: %q", c.Prose)
	}
}

func headings(d *Document) []string {
	found := []string{}
	for _, s := range d.Sections[1:] {
		found = append(found, fmt.Sprint(s.Heading.Level, s.Heading.Span.Start-d.Sections[0].Span.Start))
	}
	return found
}

// goldmarkHeadings parses the whole text at once.
func goldmarkHeadings(content string) []string {
	found := []string{}
	for n := parseMarkdown([]byte(content), nil).FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			found = append(found, fmt.Sprint(h.Level, h.Pos()))
		}
	}
	return found
}

// TestEditedDocumentEqualsNewOne types at random places, a hundred times a
// document, and compares what comes of the last version with a fresh parse.
func TestEditedDocumentEqualsNewOne(t *testing.T) {
	pieces := []string{"# h\n", "\n", "```\n", "x", "<!--", "-->", "[a]: b\n", "[a]", "---\n", "- ", "> ", "    ", "|", "\n===\n", "`", "*", "\r\n", "😀", "<!-- designls:begin a kind=recap -->\n", "\n<!-- designls:end a -->\n"}
	random := rand.New(rand.NewPCG(1, 2))
	for i, content := range awkward {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			content := content + "\n\n# tail\n\ntext\n\n## more\n\ntext\n"
			d := parse(content)
			for range 100 {
				at, cut := random.IntN(len(content)+1), 0
				if random.IntN(3) == 0 {
					cut = min(random.IntN(6), len(content)-at)
				}
				content = content[:at] + pieces[random.IntN(len(pieces))] + content[at+cut:]
				func() {
					defer func() {
						if p := recover(); p != nil {
							t.Fatalf("panic on %q: %v", content, p)
						}
					}()
					d = Parse(text.NewMapper(content), d)
				}()
			}
			fresh := parse(content)
			ignore := cmp.Options{cmpopts.IgnoreUnexported(Document{}), cmp.AllowUnexported(Section{}, Content{}, marker{}), cmpopts.IgnoreFields(Document{}, "Text"), cmpopts.EquateErrors()}
			if diff := cmp.Diff(fresh, d, ignore); diff != "" {
				t.Errorf("document after edits, -fresh +incremental, of %q:\n%s", content, diff)
			}
			checkDocument(t, content)
		})
	}
}

func TestKeystrokeParsesOneSection(t *testing.T) {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, "## Section %d\n\nSome *text* with a [link][l].\n\n", i)
	}
	b.WriteString("[l]: http://example.com\n")
	d := parse(b.String())
	before := d.ParseStats()
	d = Parse(text.NewMapper(strings.Replace(b.String(), "Section 50\n\nSome", "Section 50\n\nSome more", 1)), d)
	if got := d.ParseStats().Computed - before.Computed; got != 1 {
		t.Errorf("a keystroke parsed %d chunks, want 1", got)
	}
}
