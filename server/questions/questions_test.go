package questions

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

func parse(t *testing.T, body string) (*document.Document, []Question) {
	t.Helper()
	content := "# Feed\n\n<!-- designls:begin questions kind=questions source=a body=b -->\n" + body + "\n<!-- designls:end questions -->\n\nAfter.\n"
	d := document.Parse(text.NewMapper(content), nil)
	return d, Parse(d)
}

func TestReadsWhatItRenders(t *testing.T) {
	want := Question{ID: "feed/fan-out", Number: 3, Ask: "How many followers?", Decides: "push or pull.", Assumed: "few.", Critical: true}
	for _, answer := range []string{"", "at most 5,000"} {
		want.Answer = answer
		_, got := parse(t, want.Render())
		if len(got) != 1 {
			t.Fatalf("got %d questions", len(got))
		}
		plain := got[0]
		plain.Block, plain.Source = "", ""
		plain.Span, plain.AskSpan, plain.AnswerSpan = text.Span{}, text.Span{}, text.Span{}
		if diff := cmp.Diff(want, plain); diff != "" {
			t.Error(diff)
		}
	}
}

func TestUnderstandsAnswersHoweverTheyAreWritten(t *testing.T) {
	const head, tail = "**Q1.** How many? (`a/b`)\n*Decides:* it.\n\n", "\n\n*Assumed if unanswered:* ten."
	tests := []struct{ name, body, answer string }{
		{"same line", head + "Answer: 12 million" + tail, "12 million"},
		{"emphasized label", head + "**Answer:** 12 million" + tail, "12 million"},
		{"next paragraph", head + "Answer:\n\n12 million\n\nand growing" + tail, "12 million\n\nand growing"},
		{"list", head + "Answer:\n- read: 3\n- write: 4" + tail, "- read: 3\n- write: 4"},
		{"code that looks like a label", head + "Answer:\n\n```\nAssumed if unanswered: x\n**Q2.** y\n```" + tail, "```\nAssumed if unanswered: x\n**Q2.** y\n```"},
		{"after the assumption", head + "Answer:" + tail + "\n\nIt is 12 million.", "It is 12 million."},
		{"assumption removed", head + "Answer: twelve", "twelve"},
		{"blank", head + "Answer:" + tail, ""},
		{"placeholder", head + "Answer: TBD" + tail, ""},
		{"question marks", head + "Answer: ???" + tail, ""},
		{"comment only", head + "Answer: <!-- ask Ann -->" + tail, ""},
		{"a no is an answer", head + "Answer: no" + tail, "no"},
		{"joined by a formatter", "**Q1.** How many? (`a/b`) *Decides:* it.\n\nAnswer: 7" + tail, "7"},
		{"list item", "1. **Q1.** How many? (`a/b`)\n   *Decides:* it.\n\n   Answer: 7" + tail, "7"},
		{"crlf", strings.ReplaceAll(head+"Answer: 7"+tail, "\n", "\r\n"), "7"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, got := parse(t, test.body)
			if len(got) != 1 {
				t.Fatalf("got %d questions, want 1", len(got))
			}
			q := got[0]
			if q.Answer != test.answer || q.ID != "a/b" || q.Ask != "How many?" || q.Decides != "it." {
				t.Errorf("got %+v", q)
			}
			if at := q.AnswerSpan.Of(d.Text.Content()); q.Answered() && at != test.answer {
				t.Errorf("answer span holds %q", at)
			}
		})
	}
}

func TestTheAnswerOfAnEmptyEntryGoesAfterItsLabel(t *testing.T) {
	d, got := parse(t, Question{ID: "a/b", Number: 1, Ask: "How many?", Decides: "it.", Assumed: "ten."}.Render())
	before := d.Text.Content()[:got[0].AnswerSpan.Start]
	if got[0].AnswerSpan.Len() != 0 || !strings.HasSuffix(before, "Answer:") {
		t.Errorf("answer would go after %q", before[len(before)-20:])
	}
}

func TestKeepsEntriesApart(t *testing.T) {
	d, got := parse(t, "My own words.\n\n**Q1.** One?\n\nAnswer: 1\n\n### **Q7** Seven? (`x/y`, critical)\n\nAnswer:\n\n**Q8: Bold through?**\n\nAnswer: 8")
	type short struct {
		Number       int
		Ask, ID, Ans string
		Critical     bool
	}
	var have []short
	for _, q := range got {
		have = append(have, short{q.Number, q.Ask, q.ID, q.Answer, q.Critical})
	}
	want := []short{{1, "One?", "", "1", false}, {7, "Seven?", "x/y", "", true}, {8, "Bold through?", "", "8", false}}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Error(diff)
	}
	if got := Preamble(d, d.Blocks[0]); got != "My own words." {
		t.Errorf("preamble %q", got)
	}
}

func TestOtherBlocksHoldNoQuestions(t *testing.T) {
	d := document.Parse(text.NewMapper("<!-- designls:begin r kind=recap source=a body=b -->\n**Q1.** One?\n<!-- designls:end r -->\n\n**Q2.** Two?\n"), nil)
	if got := Parse(d); len(got) != 0 {
		t.Errorf("got %d questions", len(got))
	}
}

func TestTheHashOfAnswersFollowsAnswersOnly(t *testing.T) {
	hash := func(body string) string {
		d, _ := parse(t, body)
		return AnswersHash(d)
	}
	const head, tail = "**Q1.** How many? (`a/b`)\n*Decides:* it.\n\nAnswer:", "\n\n*Assumed if unanswered:* ten."
	none, seven := hash(head+tail), hash(head+" 7"+tail)
	if none != hash("No question.") || none == seven || seven == hash(head+" 8"+tail) {
		t.Error("answers do not tell hashes apart")
	}
	if seven != hash(strings.ReplaceAll(head+"\n\n7"+tail, "\n", "\r\n")) || seven != hash(head+" 7"+strings.Replace(tail, "ten", "nine", 1)) {
		t.Error("layout or assumptions change the hash")
	}
}

func TestTheAssumptionIsWithoutItsReasons(t *testing.T) {
	for assumed, want := range map[string]string{"": "", "Ten.": "Ten.", "Ten\na day. *Why:* so. *If not:* else.": "Ten a day."} {
		if got := (Question{Assumed: assumed}).Assumption(); got != want {
			t.Errorf("%q: got %q", assumed, got)
		}
	}
}
