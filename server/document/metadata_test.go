package document

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/text"
)

func TestMetadataThatWouldExhaustAParserIsRefused(t *testing.T) {
	for name, source := range map[string]string{
		"KB are allowed":     "a: " + strings.Repeat("x", maxMetadata),
		"nests deeper":       "a: " + strings.Repeat("[", 2000),
		"deeper than":        "a: " + strings.Repeat("{b: ", 2000),
		"deeper than 100":    strings.Repeat("- ", 2000),
		"deeper than 100 le": "a: [[[]]]\nb: " + strings.Repeat("[\n", 2000),
	} {
		if err := CheckMetadata(source); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if err := CheckMetadata(strings.Repeat("a: [b, {c: d}]\n- e\n", 200)); err != nil {
		t.Errorf("metadata as people write it: %v", err)
	}
}

func TestFrontMatterOfBracketsIsAProblem(t *testing.T) {
	doc := Parse(text.NewMapper("---\na: "+strings.Repeat("[", 10000)+"\n---\n\n# Title\n"), nil)
	if len(doc.Problems) != 1 || !strings.Contains(doc.Problems[0].Message, "nests deeper") || doc.Title() != "Title" {
		t.Errorf("problems %v, title %q", doc.Problems, doc.Title())
	}
}
