package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// unmark takes «» out of a text, and returns what stood between them.
func unmark(marked string) (content string, want []string) {
	for i, part := range strings.Split(marked, "«") {
		if i > 0 {
			quote, _, _ := strings.Cut(part, "»")
			want = append(want, quote)
		}
		content += strings.Replace(part, "»", "", 1)
	}
	return content, want
}

// checkMarked runs one rule over a text in which «» marks what it is to find, as
// it stands, with CRLF, and with what is not ASCII before it.
func checkMarked(t *testing.T, rule Rule, marked string, env Environment) {
	t.Helper()
	variants := map[string]string{
		"plain":     marked,
		"CRLF":      strings.ReplaceAll(marked, "\n", "\r\n"),
		"non-ASCII": "Größe 😀 ñ\u0301.\n\n" + marked,
	}
	for name, variant := range variants {
		content, want := unmark(variant)
		if strings.HasPrefix(marked, "---") && name == "non-ASCII" {
			continue
		}
		var found []string
		for _, f := range NewChecker([]Rule{rule}).Check(document.Parse(text.NewMapper(content), nil), env).Findings {
			found = append(found, f.Span.Of(content))
			checkFinding(t, content, f)
		}
		if diff := cmp.Diff(want, found); diff != "" {
			t.Errorf("%s, in %q (-want +found):\n%s", name, content, diff)
		}
	}
}
