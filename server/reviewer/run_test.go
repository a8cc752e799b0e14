package reviewer

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/designls/designls/prompts"
	"github.com/designls/designls/server/diagram/mermaid"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/llm"
	"github.com/designls/designls/server/llm/fake"
	"github.com/designls/designls/server/text"
)

// picky is a grammar that accepts diagrams with "-->".
type picky struct{}

func (picky) Check(_ context.Context, source string) (mermaid.Verdict, error) {
	if strings.Contains(source, "-->") {
		return mermaid.Verdict{OK: true}, nil
	}
	return mermaid.Verdict{Error: &mermaid.SyntaxError{Message: "an arrow is missing"}}, nil
}

func (picky) Explain(context.Context, mermaid.Verdict, string) (mermaid.Issue, error) {
	return mermaid.Issue{Message: "An arrow is missing."}, nil
}

func (picky) Repair(_ context.Context, source string) (string, []string, bool, error) {
	return source, nil, false, nil
}

func reviewing(m *fake.Model) *Reviewer {
	return New(Options{Model: m, Counter: quarter{}, Memory: &Memory{}, Grammar: picky{}})
}

func promptOf(t *testing.T, id string) prompts.Prompt {
	t.Helper()
	p, ok := prompts.ByID(id)
	if !ok {
		t.Fatalf("no prompt %q", id)
	}
	return p
}

func oneFinding(quote, message string) string {
	return fmt.Sprintf(`{"findings":[{"rule":"consistency","severity":"error","confidence":"likely","quote":%q,"subject":"","message":%q,"why":"w","options":[]}]}`, quote, message)
}

// twenty is a document of twenty sections of which each has a number of words.
func twenty(changed string) string {
	var b strings.Builder
	b.WriteString("# Store\n\nA store of orders.\n")
	for i := range 20 {
		fmt.Fprintf(&b, "\n## Part %c\n\n", 'A'+i)
		for j := range 40 {
			fmt.Fprintf(&b, "Sentence %d of it says that worker %d reads the orders of region %d and writes them to its own table. ", j, i, j)
		}
		b.WriteString("\n")
	}
	return strings.Replace(b.String(), "Sentence 7 of it says that worker 9 ", changed, 1)
}

func TestASecondReviewCostsASeventhAtMost(t *testing.T) {
	m := fake.Replies(oneFinding("worker 3 reads the orders of region 3", "It races."), `{"findings":[]}`)
	m.Limits = llm.Window{Context: 128_000} // all of it fits
	r := reviewing(m)
	task := Task{Prompt: promptOf(t, "critique"), Doc: parse(twenty("Sentence 7 of it says that worker 9 ")), Path: "store.md"}
	first, err := r.Findings(t.Context(), task, nil)
	if err != nil || first.New != 1 || first.Open[0].Severity != finding.Warning {
		t.Fatalf("%+v, %v", first, err)
	}
	task.Doc = parse(twenty("Sentence 7 now says that nobody "))
	again, err := r.Findings(t.Context(), task, nil)
	if err != nil || !again.Delta || again.Remaining != 1 || again.New != 0 || again.Resolved != 0 {
		t.Fatalf("%+v, %v", again, err)
	}
	size := func(q llm.Request) int { return quarter{}.Count(q.System) + quarter{}.Count(q.Messages[0].Content) }
	all, delta := size(m.Requests()[0]), size(m.Requests()[1])
	t.Logf("%d tokens, then %d: %.1f %%", all, delta, 100*float64(delta)/float64(all))
	if float64(delta) > 0.15*float64(all) {
		t.Errorf("the second review took %d tokens of %d", delta, all)
	}
}

func TestFindingsAreMergedWithThoseOfTheRulesAndTheDecisions(t *testing.T) {
	doc := parse("# Store\n\nThe primary is the only copy.\n\nReads are fast.\n")
	at := text.Span{Start: strings.Index(doc.Text.Content(), "The primary"), End: strings.Index(doc.Text.Content(), "\n\nReads")}
	reply := oneFinding("The primary is the only copy", "Losing it loses all.")
	decided := []finding.Decided{{Entry: finding.Entry{Rule: "consistency", Quote: "only copy", Decision: finding.Dismissed}, Finding: finding.Finding{Rule: "consistency", Quote: "only copy"}}}
	for name, task := range map[string]Task{
		"open":    {},
		"decided": {Decided: decided},
	} {
		task.Prompt, task.Doc = promptOf(t, "critique"), doc
		f, err := reviewing(fake.Replies(reply)).Findings(t.Context(), task, nil)
		if err != nil || (len(f.Open) == 1) != (name == "open") {
			t.Errorf("%s: %+v, %v", name, f, err)
		}
	}
	known := []finding.Finding{{Rule: "consistency", Span: at}}
	if got := (&survey{task: Task{Doc: doc}}).distinct(append(known, known...), &Dropped{}); len(got) != 1 {
		t.Errorf("said twice: %+v", got)
	}
}

// TestWhatAModelIsNotSureOfIsNotShown: and only what it is certain of is an error.
func TestWhatAModelIsNotSureOfIsNotShown(t *testing.T) {
	for _, c := range []struct {
		severity, confidence string
		shown                finding.Severity // Off for not at all
	}{
		{"error", "certain", finding.Error}, {"error", "likely", finding.Warning}, {"error", "possible", finding.Off},
		{"hint", "certain", finding.Hint}, {"information", "possible", finding.Off},
	} {
		reply := strings.NewReplacer(`"error"`, fmt.Sprintf("%q", c.severity), `"likely"`, fmt.Sprintf("%q", c.confidence)).Replace(oneFinding("Reads are fast", "How fast?"))
		f, err := reviewing(fake.Replies(reply)).Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: parse("# Store\n\nReads are fast.\n")}, nil)
		switch {
		case err != nil:
			t.Errorf("%v: %v", c, err)
		case c.shown == finding.Off && (len(f.Open) != 0 || f.Dropped.Unsure != 1), c.shown != finding.Off && (len(f.Open) != 1 || f.Open[0].Severity != c.shown):
			t.Errorf("%v: %+v", c, f)
		}
	}
}

func TestTheModelTakesBackWhatDoesNotHold(t *testing.T) {
	m := fake.Replies(oneFinding("Reads are fast", "How fast?"), `{"verdicts":[{"number":1,"verdict":"refute","reason":"r"}]}`)
	r := New(Options{Model: m, Counter: quarter{}, SecondLook: true})
	f, err := r.Findings(t.Context(), Task{Prompt: promptOf(t, "critique"), Doc: parse("# Store\n\nReads are fast.\n")}, nil)
	if err != nil || len(f.Open) != 0 || f.Dropped.Refuted != 1 {
		t.Errorf("%+v, %v", f, err)
	}
}

func TestMissingPartsAreAskedForOnceByName(t *testing.T) {
	m := fake.Replies("## Recap\n\na\n\n## Side branches\n\nc\n", "## Complicating factors still open\n\nb\n")
	p, err := reviewing(m).Prose(t.Context(), Task{Prompt: promptOf(t, "insert-recap"), Doc: parse("# S\n\nText.\n")}, nil)
	if err != nil || len(p.Lacks) > 0 {
		t.Fatalf("%+v, %v", p, err)
	}
	if want := "## Recap\n\na\n\n## Complicating factors still open\n\nb\n\n## Side branches\n\nc"; p.Markdown != want {
		t.Errorf("got %q", p.Markdown)
	}
	if asked := m.Requests()[1].Messages; !strings.Contains(asked[len(asked)-1].Content, "Complicating factors") {
		t.Errorf("asked %q", asked[len(asked)-1].Content)
	}
}

func TestDiagramsAreCorrectedAtMostTwice(t *testing.T) {
	const bad, good = "```mermaid\ngraph TD\n  a b\n```", "```mermaid\ngraph TD\n  a --> b\n```"
	prompt := prompts.Prompt{ID: "x", Result: prompts.Block, Reads: []string{prompts.ReadDocument}, Body: "Draw."}
	for name, test := range map[string]struct {
		replies []string
		ok      bool
	}{
		"at once":       {[]string{good}, true},
		"after two":     {[]string{bad, bad, good}, true},
		"not after two": {[]string{bad, bad, bad}, false},
	} {
		m := fake.Replies(test.replies...)
		p, err := reviewing(m).Prose(t.Context(), Task{Prompt: prompt, Doc: parse("# S\n\nText.\n")}, nil)
		if (err == nil) != test.ok || m.Left() != 0 || test.ok && !strings.Contains(p.Markdown, "-->") {
			t.Errorf("%s: %q, %v, %d left", name, p.Markdown, err, m.Left())
		}
	}
}

func TestChangesAreMadeWhereTheirPassageStandsOnce(t *testing.T) {
	doc := parse("# S\n\n## Goals\n\nIt is 99.9% available.\n\n- one\n- two\n\n## Other\n\nSame. Same.\n")
	reply := `{"edits":[
		{"section":"Goals","replace":"99.9% available","insert":false,"text":"99.99% available","reason":"r1"},
		{"section":"Goals","replace":"- two","insert":true,"text":"- three","reason":"r2"},
		{"section":"Other","replace":"Same.","insert":false,"text":"x","reason":"r3"},
		{"section":"Goals","replace":"nowhere at all","insert":false,"text":"x","reason":"r4"}],
		"unaffected":[],"summary":"s","open":[]}`
	c, err := reviewing(fake.Replies(reply)).Changes(t.Context(), Task{Prompt: promptOf(t, "apply-change"), Doc: doc, Options: map[string]string{"change": "c"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var edits []text.Edit
	for _, change := range c.List {
		edits = append(edits, change.Edit)
	}
	after, err := text.ApplyEdits(doc.Text.Content(), edits)
	want := "# S\n\n## Goals\n\nIt is 99.99% available.\n\n- one\n- two\n- three\n\n## Other\n\nSame. Same.\n"
	if err != nil || after != want || len(c.Left) != 2 {
		t.Errorf("%q, left %q, %v", after, c.Left, err)
	}
}

func TestAGraphIsTakenOverWithWhatIsAssumed(t *testing.T) {
	reply := `{"people":[{"name":"Reader","description":""}],"systems":[],"containers":[{"name":"API","kind":"service","technology":"Go","description":"","boundary":"Core","replicated":true}],
		"stores":[{"name":"Ghost DB","technology":"","description":"","boundary":"Core","replicated":false}],"queues":[],
		"flows":[{"from":"Reader","to":"API","label":"reads","protocol":"HTTPS","sync":true,"access":"read","reply":false},{"from":"api","to":"ghost db","label":"reads","protocol":"","sync":true,"access":"read","reply":false}],
		"boundaries":[{"name":"Core","parent":"Core"}],"entities":[],"title":"t","story":"The reader asks.","bottlenecks":[{"part":"API","note":"n"}],"assumed":[]}`
	g, err := reviewing(fake.Replies(reply)).Graph(t.Context(), Task{Prompt: promptOf(t, "diagram-container"), Doc: parse("# S\n\nThe reader calls the API.\n")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Nodes) != 3 || len(g.Flows) != 2 || g.Boundaries[0].Parent != "" || len(g.Node(g.Flows[0].To).Redundant) != 1 {
		t.Errorf("%+v", g.Graph)
	}
	if len(g.Assumed) != 1 || !strings.Contains(g.Assumed[0], "Ghost DB") {
		t.Errorf("assumed %q", g.Assumed)
	}
}
