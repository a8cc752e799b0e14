package actions

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/llm/fake"
)

// An author notes in the account of a change what was decided; the next change must
// not take that away.
func TestTheAccountOfAChangeThatTheAuthorHasEditedStays(t *testing.T) {
	edit := func(from, to string) string {
		return `{"edits":[{"section":"Store","replace":"` + from + `","insert":false,"text":"` + to + `","reason":"from ` + from + `"}],"unaffected":[],"summary":"s","open":["Who pays?"]}`
	}
	model := fake.Replies(edit("20 million users", "50 million users"), edit("50 million users", "70 million users"), edit("70 million users", "90 million users"))
	content, _ := send(t, model, "apply-change", "# Store\n\nWe serve 20 million users.\n", "change", "More users.")
	content = strings.Replace(content, "Who pays?", "Who pays? We do.", 1)
	content, result := send(t, model, "apply-change", content, "change", "More users.")
	if !strings.Contains(content, "70 million users") || !strings.Contains(content, "Who pays? We do.") || !strings.Contains(content, "from 50 million") || result.Block != "change-2" {
		t.Errorf("block %s in\n%s", result.Block, content)
	}
	content, _ = send(t, model, "apply-change", content, "change", "More users.")
	if !strings.Contains(content, "Who pays? We do.") || strings.Contains(content, "from 50 million") || strings.Count(content, "designls:begin change") != 2 {
		t.Errorf("the third time:\n%s", content)
	}
}
