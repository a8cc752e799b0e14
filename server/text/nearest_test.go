package text

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"documents.include", "documents.exclude", "template", "rules", "questions.mode"}
	for word, want := range map[string]string{
		"template":          "template",
		"Template":          "template",
		"tempalte":          "template",
		"templates":         "template",
		"rule":              "rules",
		"document.exclude":  "documents.exclude",
		"documents.inlcude": "documents.include",
		"question-mode":     "questions.mode",
		"colour":            "",
		"r":                 "",
		"":                  "",
		"é":                 "",
	} {
		if got, ok := Nearest(word, names); got != want || ok != (want != "") {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}} {
		if got := distance([]rune(tt.a), []rune(tt.b), 99); got != tt.want {
			t.Errorf("from %q to %q: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
