package questions

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func turnsOf(t *testing.T, body string) (*document.Document, []Turn) {
	t.Helper()
	d := document.Parse(text.NewMapper("# X\n\n<!-- designls:begin talk kind=mock-interviewer source=a body=b -->\n"+body+"\n<!-- designls:end talk -->\n\n**You:** after\n"), nil)
	return d, Turns(d, d.Blocks[0])
}

func TestTurnsAreReadAsTheyAreRendered(t *testing.T) {
	want := []Turn{
		{Speaker: Reviewer, Note: "estimations, minutes 5-15", Text: "How many?"},
		{Speaker: You, Text: "Two million.\n\n- and growing\n\n```\n**You:** in code\n```"},
		{Speaker: Reviewer, Text: "Why?"},
		{Speaker: You},
	}
	var parts []string
	for _, turn := range want {
		parts = append(parts, turn.Render())
	}
	for _, eol := range []string{"\n", "\r\n"} {
		body := strings.ReplaceAll("## Interview\n\n"+strings.Join(parts, "\n\n"), "\n", eol)
		d, got := turnsOf(t, body)
		for i := range got {
			if got[i].TextSpan.Of(d.Text.Content()) != got[i].Text {
				t.Errorf("turn %d: span holds %q", i, got[i].TextSpan.Of(d.Text.Content()))
			}
			got[i].Text = strings.ReplaceAll(got[i].Text, "\r\n", "\n")
			got[i].Span, got[i].TextSpan = text.Span{}, text.Span{}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestTheOpenTurnIsTheAuthors(t *testing.T) {
	tests := []struct {
		body string
		open bool
		said string
	}{
		{"", false, ""},
		{"**Reviewer:** How many?", false, ""},
		{"**Reviewer:** How many?\n\n**You:**", true, ""},
		{"**Reviewer:** How many?\n\n**You:** ...", true, ""},
		{"**Reviewer:** How many?\n\n- __You__: two\n", true, "two"},
		{"**Reviewer:** How many?\n\n**You:** two\n\n**Reviewer:** Why?", false, ""},
	}
	for _, test := range tests {
		d, _ := turnsOf(t, test.body)
		turn, open := OpenTurn(d, d.Blocks[0])
		if open != test.open || turn.Text != test.said {
			t.Errorf("%q: got %v %q", test.body, open, turn.Text)
		}
		if open && test.said == "" && turn.TextSpan.Len() > 0 && turn.TextSpan.Of(d.Text.Content()) != "..." {
			t.Errorf("%q: the text goes to %v", test.body, turn.TextSpan)
		}
	}
}

func TestOnlyOneTurnIsTakenFromAReply(t *testing.T) {
	for said, want := range map[string]string{
		"":                 "",
		"How many?":        "How many?",
		"**Reviewer:** Hi": "Hi",
		"\n**Reviewer** (estimations): Hi\n\n- a\n": "Hi\n\n- a",
		"Hi\n\n**You:** two\n\n**Reviewer:** Why?":  "Hi",
		"```\n**You:** code\n```\n":                 "```\n**You:** code\n```",
		"**You:** two":                              "",
	} {
		if got := OneTurn(said); got != want {
			t.Errorf("%q: got %q", said, got)
		}
	}
}
