package diagram

import (
	"slices"
	"strings"
	"testing"
)

// TestWhatIsAComponent holds what speaks for and against a name in a short document.
func TestWhatIsAComponent(t *testing.T) {
	for name, c := range map[string]struct{ prose, want, not string }{
		"roles in stories":        {"As a platform engineer, I want to see the quota. The quota service stores it.", "platform engineer|quota service", ""},
		"products":                {"Metrics go to CloudWatch. The scaler runs on Fargate and keeps its state in Amazon Aurora.", "cloudwatch|fargate|aurora", ""},
		"nouns for what acts":     {"The lease sweeper asks the token issuer. The snapshotter calls the rule enforcer.", "lease sweeper|token issuer|snapshotter|rule enforcer", ""},
		"nouns for what does not": {"The ticket service has an indicator. The former is a remainder. The ticket service sends a selector to the fare service.", "ticket service|fare service", "indicator|former|remainder|selector"},
		"bylines":                 {"**Author**: A. Writer\n\nReviewers: B. Reader\n\nThe ticket service asks the fare service.", "ticket service|fare service", "author|reviewers"},
		"comparisons":             {"Unlike Cassandra, the trip service replicates its log. The matcher calls the trip service.", "trip service|matcher", "cassandra"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, n := range graph("# Design\n\n" + c.prose + "\n").Nodes {
				got = append(got, strings.ToLower(n.Name))
			}
			for _, w := range strings.Split(c.want, "|") {
				if !slices.Contains(got, w) {
					t.Errorf("%s: no %q in %q", c.prose, w, got)
				}
			}
			for _, w := range strings.Split(c.not, "|") {
				if slices.Contains(got, w) {
					t.Errorf("%s: %q is no component", c.prose, w)
				}
			}
		})
	}
}
