package actions

import (
	"strings"
	"testing"
)

func TestWhatIsStatedIsNotAssumed(t *testing.T) {
	for name, c := range map[string]struct{ stated, has, lacks string }{
		"users of a day":   {"- Scalability: handle 10M DAU", "For the stated 10 million users of a day", "if all are active"},
		"users":            {"- 10 million registered users", "For the stated 10 million users, if all are active", "users of a day"},
		"a rate":           {"- 10 million rides per day", "10 million rides per day", "writes per active user"},
		"a derived figure": {"- 6 million drivers, one update every 5 s => 1.2 million location updates/s", "1.2 million location updates/s", "writes per active user"},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := apply(t, "summarize", "# Design a ride hailing service\n\n## Requirements\n\nRiders request a ride and drivers accept it.\n\n"+c.stated+"\n")
			if !strings.Contains(got, c.has) || strings.Contains(got, c.lacks) {
				t.Errorf("want %q and not %q in\n%s", c.has, c.lacks, got)
			}
		})
	}
}

func TestWhatIsStatedIsNotAskedFor(t *testing.T) {
	got, _ := apply(t, "ask-questions", "# Design a rate limiter\n\n## Requirements\n\n- Throughput: 1 million requests/sec across all clients\n- Consistency in counting: no client gets more than its limit\n")
	for _, fact := range []string{"facts/write-qps", "facts/read-qps", "facts/consistency"} {
		if strings.Contains(got, fact) {
			t.Errorf("it asks for %s:\n%s", fact, got)
		}
	}
}

func TestARecapQuotesTheLineThatIsLeftToBeWritten(t *testing.T) {
	got, _ := apply(t, "insert-recap", "# Prefs\n\nAuthor: Jane\nReviewers: TBD\nUpdated: today\n\n## Open questions\n\n- Who is on call? (TBD)\n")
	if !strings.Contains(got, "- Reviewers: TBD (") || strings.Contains(got, "- (TBD)") {
		t.Errorf("got\n%s", got)
	}
}

func TestARecapNamesWhatIsOpenOnce(t *testing.T) {
	got, _ := apply(t, "insert-recap", "# Prefs\n\nText.\n\n## Impacts & Risks\n\n- To be investigated\n\n## Steps\n\nTODO: this is about the log, maybe move it to\nanother document.\n")
	if strings.Count(got, "- To be investigated") != 2 || !strings.Contains(got, "move it to another document") { // the author's own, and one in the recap
		t.Errorf("got\n%s", got)
	}
}
