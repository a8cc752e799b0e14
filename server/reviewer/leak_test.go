package reviewer

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/rules"
	"github.com/designls/designls/server/text"
)

var githubToken = "ghp_" + strings.Repeat("aB3", 12)

// A section is named by its heading wherever it is told which part it is.
func TestASecretInAHeadingIsNotSent(t *testing.T) {
	d := parsed("# D\n\nText.\n\n## Token " + githubToken + "\n\n" + strings.Repeat("It opens the door. ", 400) + "\n\n### Below\n\nMore.\n")
	for _, window := range []int{8000, 64000} {
		for _, section := range d.Sections {
			task := taskOf(t, "critique", d)
			task.Section = section
			b := briefOf(t, task, window)
			all := b.Request.System
			for _, m := range b.Request.Messages {
				all += m.Content
			}
			if strings.Contains(all, githubToken) || !strings.Contains(all, "Token ") {
				t.Errorf("window %d, section %q: the secret is sent, or the heading is not", window, section.Path())
			}
		}
	}
}

// What is quoted is cut to a length, which must not cut a secret so that it is not
// known for one any more.
func TestASecretThatIsCutIsNotSent(t *testing.T) {
	quote := strings.Repeat("x", 99) + " " + githubToken + " opens the door"
	d := parsed("# D\n\n" + quote + "\n")
	task := taskOf(t, "critique", d)
	at := strings.Index(d.Text.Content(), quote)
	task.Report = &rules.Report{Findings: []finding.Finding{{
		Rule: "placeholder", Severity: finding.Warning, Quote: quote, Message: "It is open.", Span: text.Span{Start: at, End: at + len(quote)},
	}}}
	b := briefOf(t, task, 32000)
	for _, m := range b.Request.Messages {
		if strings.Contains(m.Content, githubToken[:12]) || !strings.Contains(m.Content, "It is open.") {
			t.Errorf("a part of the secret is sent, or the finding is not:\n%s", m.Content)
		}
	}
}

func TestTheNoticeNamesOtherFiles(t *testing.T) {
	var notice Notice
	r := New(Options{Model: fake.Replies("x"), Counter: quarter{}, Consent: func(_ context.Context, n Notice) error {
		notice = n
		return context.Canceled
	}})
	task := taskOf(t, "ask-questions", parsed("# D\n\nText.\n"))
	task.Extra = []Extra{{Name: "brief.md", Text: "The brief."}}
	if _, err := r.begin(t.Context(), task, nil); err == nil || !slices.Equal(notice.Files, []string{"brief.md"}) {
		t.Errorf("the notice names %q, %v", notice.Files, err)
	}
}

// What is wrong with a reply is told without a secret of the document, and without a
// part of one: neither to the model, nor to the user, whose log keeps it.
func TestASecretIsInNoComplaint(t *testing.T) {
	doc := parsed("# D\n\nThe token is " + githubToken + " and opens the door.\n")
	word := "REDACTEDSECRET1X"
	long := strings.Repeat("x", 40) + " " + word + " " + strings.Repeat("y", 40)
	for name, run := range map[string]struct {
		prompt, reply string
		by            func(*Reviewer, Task) error
	}{
		"a word that the schema does not have": {"critique", `{"findings":[{"rule":"` + long + `"}]}`, func(r *Reviewer, task Task) error {
			_, err := r.Findings(t.Context(), task, nil)
			return err
		}},
		"a value of another type": {"critique", `{"findings":"` + long + `"}`, func(r *Reviewer, task Task) error {
			_, err := r.Findings(t.Context(), task, nil)
			return err
		}},
		"a flow to what is no part": {"diagram-container", `{"people":[],"systems":[],"containers":[],"stores":[],"queues":[],"flows":[{"from":"` + long + `","to":"b"}]}`, func(r *Reviewer, task Task) error {
			_, err := r.Graph(t.Context(), task, nil)
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			m := fake.Replies(run.reply, run.reply)
			err := run.by(reviewing(m), taskOf(t, run.prompt, doc))
			if err == nil || len(m.Requests()) != 2 {
				t.Fatalf("%v after %d requests", err, len(m.Requests()))
			}
			messages := m.Requests()[1].Messages
			for _, said := range []string{err.Error(), messages[len(messages)-1].Content} {
				if strings.Contains(said, githubToken[:6]) {
					t.Errorf("told: %s", said)
				}
			}
		})
	}
}

func TestASecretIsNotCutInWhatIsLeftOut(t *testing.T) {
	doc := parsed("# D\n\nThe token is " + githubToken + " and opens the door.\n")
	m := fake.Replies(`{"edits":[{"section":"D","replace":"` + strings.Repeat("x", 45) + ` REDACTEDSECRET1X is nowhere","insert":false,"text":"t","reason":"r"}],"unaffected":[],"summary":"s","open":[]}`)
	c, err := reviewing(m).Changes(t.Context(), taskOf(t, "apply-change", doc), nil)
	if err != nil || len(c.Left) != 1 || strings.Contains(c.Left[0], githubToken[:6]) {
		t.Errorf("%q, %v", c.Left, err)
	}
}
