package reviewer

import (
	"strings"
	"testing"
)

func TestNoProse(t *testing.T) {
	for reply, want := range map[string]string{
		"I'm sorry, but I can't help with that.":                       "turns the request down",
		"I’m unable to assist with this request.":                      "turns the request down",
		"I cannot help with that request, as it is against the rules.": "turns the request down",
		`{"answer": 42}`:       "JSON",
		"```json\n[1, 2]\n```": "JSON",
		"I cannot help thinking of the cache first.\n\nIt is small.":    "",
		"I'd first ask how many users there are.":                       "",
		"{ this is no JSON }":                                           "",
		"```json\n{}\n```\n\nis what the API returns.":                  "",
		"I can't help with that. " + strings.Repeat("It is long. ", 40): "",
	} {
		if got := noProse(reply); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", reply, got, want)
		}
	}
}

func TestReadsEnglish(t *testing.T) {
	german := strings.Repeat("Der Dienst liest den Cache, und schreibt in die Datenbank, die in Berlin steht. ", 8)
	dutch := strings.Repeat("De dienst is snel en leest uit de cache in een van de zones, of uit de database. ", 8)
	for s, want := range map[string]bool{
		strings.Repeat("The service reads the cache, and writes to the database that is in Berlin. ", 8): true,
		german:          false,
		dutch:           false,
		"The database.": false, // too little to tell
	} {
		if got := readsEnglish(s); got != want {
			t.Errorf("%.40q: %v", s, got)
		}
	}
}

func TestAReplyToSomethingElse(t *testing.T) {
	promises := []string{"Recap", "Side branches"}
	for name, c := range map[string]struct {
		reply    string
		promises []string
		english  bool
		want     bool
	}{
		"one part":               {"## Recap\n\na", promises, true, false},
		"none":                   {"a", promises, false, true},
		"translated":             {"## Fazit\n\na", promises, false, false},
		"other parts, English":   {"## Lorem\n\na", promises, true, true},
		"no diagram":             {"## Zustand\n\na", []string{"State (mermaid stateDiagram)"}, false, true},
		"another kind of that":   {"```mermaid\nflowchart TD\n a --> b\n```", []string{"State (mermaid stateDiagram)"}, false, true},
		"a diagram of that kind": {"```mermaid\nstateDiagram-v2\n a --> b\n```", []string{"State (mermaid stateDiagram)"}, false, false},
	} {
		if got := elsewhere(c.reply, c.promises, c.english); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
