package rules

import (
	"strings"
	"testing"

	"github.com/designls/designls/server/text"
)

func arithmetic(t *testing.T, content string) (messages []string, fixed string) {
	t.Helper()
	fixed = content
	for _, f := range check(t, content).Findings {
		if f.Rule != "estimate" && f.Rule != "unit" {
			continue
		}
		messages = append(messages, f.Rule+": "+f.Message)
		checkFinding(t, content, f)
		if len(f.Fixes) > 0 && fixed == content {
			fixed, _ = text.ApplyEdits(content, f.Fixes[0].Edits)
		}
	}
	return messages, fixed
}

func TestFindsFiguresThatDoNotFollow(t *testing.T) {
	const title = "# Chat\n\n"
	for content, want := range map[string]string{
		title + "50 million daily active users, each sends 40 messages per day: **2 billion** messages/day, about **230,000** messages/s on average.\n": "estimate: 2 billion messages/day is about 23,100 messages/s; the text says 230,000 messages/s.",
		title + "- 1 million users x 2 KB = 20 GB\n- 1 million users x 2 KB = 2 GB\n":                                                                   "estimate: 1 million users x 2 KB is 2 GB; the text says 20 GB.",
		title + "20 users × 3 KB = 60 KB = 6 MB\n":                                                                                                      "estimate: 60 KB is not 6 MB.",
		title + "1 million × 2 KB\n= 20 GB\n":                                                                                                           "estimate: 1 million × 2 KB is 2 GB; the text says 20 GB.",
		title + "The link of 10 Gb/s = 10 GB/s is shared.\n":                                                                                            "unit: 10 Gb/s is 1.25 GB/s; the text says 10 GB/s.",
		title + "```text\nWrites = 500M / 86400 = 58k/s\nReads  = 500M / 86400 = 5.8k/s\n```\n":                                                         "estimate: 500M / 86400 is about 5.79k/s; the text says 58k/s.",
		title + "```\n│ 500M / 86400 = 58k/s │\n```\n":                                                                                                  "estimate: 500M / 86400 is about 5.79k/s; the text says 58k/s.",
		title + "| what | calculation |\n|---|---|\n| writes | 500M / 86400 = **58k**/s |\n":                                                            "estimate: 500M / 86400 is about 5.79k/s; the text says 58k/s.",
		title + "| what | calculation | result |\n|---|---|---|\n| writes | 500M / 86,400 | ~58k/s |\n":                                                 "estimate: 500M / 86,400 is about 5.79k/s; the text says 58k/s.",
		title + "| what | value | how |\n|---|---|---|\n| writes | 58k/s | 500M / 86,400 |\n":                                                           "estimate: 500M / 86,400 is about 5.79k/s; the text says 58k/s.",
		title + "| what | 2024 | 2025 |\n|---|---|---|\n| writes | 500M / 86,400 | ~58k/s |\n":                                                          "",
		title + "| peak | calculation | result |\n|---|---|---|\n| writes | 500M / 86,400 | ~58k/s |\n":                                                 "",
		title + "```go\nx := 500M / 86400 = 58k/s\n```\n":                                                                                               "",
		title + "`1 million x 2 KB = 20 GB`\n":                                                                                                          "",
		title + "> 1 million users x 2 KB = 20 GB\n":                                                                                                    "",
		title + "<!-- designls-ignore estimate: known -->\n1 million users x 2 KB = 20 GB\n":                                                            "",
		"# Peak load\n\n500M / 86400 = 58k/s\n":                                                                                                         "",
		title + "We keep three replicas.\n\n100 GB × 5 = 1.5 TB\n":                                                                                      "",
		title + "QPS = 100M / 100k = 1,000\nStorage = 100M × 1 KB = 100 GB\n":                                                                           "",
	} {
		messages, _ := arithmetic(t, content)
		if got := strings.Join(messages, "\n"); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", content, got, want)
		}
		crlf, _ := arithmetic(t, strings.ReplaceAll(content, "\n", "\r\n"))
		if got := strings.Join(crlf, "\n"); got != want {
			t.Errorf("with CRLF:\n%s\ngot  %s\nwant %s", content, got, want)
		}
	}
}

func TestTheFixWritesTheRightFigure(t *testing.T) {
	for content, want := range map[string]string{
		"# É\n\n| what | calculation | result |\n|---|---|---|\n| écrits | 500M / 86,400 | **58k**/s |\n": "| écrits | 500M / 86,400 | **5.79k**/s |",
		"# A\n\n2 billion messages/day, about **230,000** messages/s.\n":                                  "about **23,100** messages/s.",
		"# A\n\n250M * 300KB = 75GB\n": "250M * 300KB = 75TB",
	} {
		_, fixed := arithmetic(t, content)
		if !strings.Contains(fixed, want) {
			t.Errorf("got\n%s\nwant %s", fixed, want)
		}
		if messages, _ := arithmetic(t, fixed); len(messages) > 0 {
			t.Errorf("after the fix there is %q", messages)
		}
	}
}
