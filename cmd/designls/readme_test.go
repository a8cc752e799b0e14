package main

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/rules"
)

var shownOutput = regexp.MustCompile("(?s)<!-- output of: ([^\n]+) -->\n```\n(.*?)```\n")

// TestReadmeShowsRealOutput runs the commands whose output README.md shows. It may
// leave lines out, but not make any up.
func TestReadmeShowsRealOutput(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := shownOutput.FindAllStringSubmatch(string(readme), -1)
	if len(shown) == 0 {
		t.Error("README.md shows no output")
	}
	for _, s := range shown {
		printed := strings.Split(run(t, "", strings.Fields(s[1])...).out, "\n")
		for line := range strings.Lines(s[2]) {
			at := slices.Index(printed, strings.TrimSuffix(line, "\n"))
			if at < 0 {
				t.Errorf("%q is not, or no longer in this order, in the output of: designls %s", line, s[1])
				continue
			}
			printed = printed[at+1:]
		}
	}
}

// TestExamplesShowEachRule holds the planted problems of the examples: a finding
// of each rule, with these words.
func TestExamplesShowEachRule(t *testing.T) {
	t.Chdir("../..")
	planted := map[string][]string{
		"examples/feed-design.md": {
			"placeholder TBD", "placeholder TODO", "dangling-reference section 9.4", "dangling-reference [rebuild](#rebuilding-a-feed)",
			"vague-requirement highly scalable", "false-dichotomy fan-out on write", "missing-section Home feed for Lumen",
		},
		"examples/rfc/0042-idempotent-payments.md": {
			"stale-block overview", "unanswered-question What happens when the provider times out",
			"dangling-reference [Split brain](#split-brain)", "addressed-reviewer Note to AI reviewers",
		},
		"examples/adr/0007-store-the-ledger-in-postgresql.md": {"placeholder TBD", "missing-section Store the ledger", "false-dichotomy PostgreSQL"},
		"examples/interview/design-url-shortener.md":          {"dangling-reference Table 4", "placeholder <insert", "vague-requirement scalable", "failure-mode runs on one machine", "estimate 24 million", "unit 18.5 MB"},
		"examples/arc42/notification-hub-design.md":           {"placeholder FIXME", "missing-section Notification hub", "diagram-syntax Sender (one per channel)", "diagram-drift Data lake"},
	}
	var review struct {
		Findings []struct{ File, Rule, Quote string }
	}
	if err := json.Unmarshal([]byte(run(t, "", "review", "--format", "json", "examples").out), &review); err != nil {
		t.Fatal(err)
	}
	var unseen []string
	for _, rule := range rules.Table() {
		unseen = append(unseen, rule.ID)
	}
	for _, f := range review.Findings {
		unseen = slices.DeleteFunc(slices.Clone(unseen), func(id string) bool { return id == f.Rule })
	}
	if len(unseen) > 0 {
		t.Errorf("no example shows %v", unseen)
	}
	for file, wanted := range planted {
		for _, want := range wanted {
			rule, words, _ := strings.Cut(want, " ")
			if !slices.ContainsFunc(review.Findings, func(f struct{ File, Rule, Quote string }) bool {
				return f.File == file && f.Rule == rule && strings.Contains(f.Quote, words)
			}) {
				t.Errorf("%s: no finding of %s with %q", file, rule, words)
			}
		}
	}
}
