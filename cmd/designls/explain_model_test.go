package main

import (
	"strings"
	"testing"
)

func TestWhatOnlyAModelReportsIsExplainedListedAndConfigured(t *testing.T) {
	inFolder(t, map[string]string{".designls.yaml": "rules:\n  consistency: off\n", "docs/design/feed.md": feed})
	if got := run(t, "", "explain", "consistency"); got.code != exitClean || !strings.Contains(got.out, "## How to silence it") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	if got := run(t, "", "rules"); !strings.Contains(got.out, "with a model") || !strings.Contains(got.out, "missing-pattern") {
		t.Errorf("listed:\n%s", got.out)
	}
	withModel(t, reviewed)
	if got := run(t, "", "review", "--engine", "openai", "docs"); got.code != exitClean || strings.Contains(got.out, "consistency") || strings.Contains(got.err, ".designls.yaml") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}
