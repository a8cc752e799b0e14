package knowledge

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/estimate"
	"github.com/designls/designls/server/text"
)

func extract(markdown string) (*document.Document, []Known) {
	d := document.Parse(text.NewMapper(markdown), nil)
	return d, Extract(d)
}

func show(found []Known) string {
	var all []string
	for _, k := range found {
		s := k.Fact
		if k.Value != nil {
			s += fmt.Sprintf(" %.4g", k.Value.Value)
		}
		if k.Peak {
			s += " peak"
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

func TestExtractsFactsWithTheirValues(t *testing.T) {
	tests := []struct{ text, want string }{
		{"We have 10 million users.", "users 1e+07"},
		{"Design Twitter for 100 million users.", "users 1e+08"},
		{"The system needs to handle 500 million users.", "users 5e+08"},
		{"500M DAU", "users 5e+08"},
		{"**10 million** registered users", "users 1e+07"},
		{"It takes 5k writes per second.", "write-qps 5000"},
		{"100 million paste reads per month", "read-qps 38.05"},
		{"40 read requests per second on average", "read-qps 40"},
		{"Reads: 9,200 a second", "read-qps 9200"},
		{"Reads are served in under 200 ms at p99.", "read-latency 0.2"},
		{"A write commits within 50 ms at p99.", "write-latency 0.05"},
		{"p99 < 200 ms", "latency 0.2"},
		{"10:1 read to write ratio", "ratio 10"},
		{"1.27 KB per paste", "object-size 1270"},
		{"12.7 GB of new paste content per month", "storage 4833"},
		{"~450 GB of new content in 3 years", "storage 4.5e+11"},
		{"Memory: the hottest links take 12 GB.", "memory 1.2e+10"},
		{"The API is 99.95% available.", "availability 99.95"},
		{"Messages are kept for 30 days.", "retention 2.592e+06"},
		{"Traffic grows by 40% a year.", "growth 40"},
		{"Reads are eventually consistent.", "consistency"},
		{"The load is bursty.", "usage-pattern"},
		{"It must run in several regions.", "regions"},
		{"It stores personal data.", "security"},
		{"| load | value |\n|---|---|\n| daily active users | 60 million |\n| feed reads, peak | 16,700 a second |", "users 6e+07, read-qps 1.67e+04 peak"},
		{"- Size per tweet:\n    - id: 8 bytes\n    - total: ~10 KB\n- 500 million tweets per day", "object-size 1e+04, write-qps 5787"},
		{"Out of scope: billing, analytics.", "out-of-scope"},
		{"## Use cases\n\n- A user posts\n- A user reads\n", "use-cases, use-cases"},
	}
	for _, test := range tests {
		if _, found := extract("# Design\n\n" + test.text + "\n"); show(found) != test.want {
			t.Errorf("%q: got %s, want %s", test.text, show(found), test.want)
		}
	}
}

func TestANumberIsNeverReportedAsWhatItIsNot(t *testing.T) {
	for _, s := range []string{
		"Each node sustains 60,000 writes per second.", "Requests are limited to 50 requests a second.", "A shard of 2.5 million users is rebuilt.", "Each node must handle 2 million users.",
		"It held while Lumen had two million users.", "400 requests per second = 1 billion requests per month", "Reading 1 MB from memory takes 250 microseconds.",
		"(15 billion tweets per month * 400 requests per second)", "The timeout is 30 s at p99.", "The cluster has 48 nodes.", "See section 9.4 and RFC 2119.",
		"We compared with 5,000 reads per second per node.", "```\n10 million users\n```", "> We have 10 million users.", "`10 million users`",
		"For example, 1,000 writes per second would be fine.", "CPU stays under 99.5% of the cores.", "The binary grows by 4 MB.", "In 2021 we moved.",
		"Heap regions are evacuated in 5 ms.", "24 nodes with 96 GB usable each",
	} {
		if _, found := extract("# Design\n\n" + s + "\n"); len(found) > 0 {
			t.Errorf("%q: got %s", s, show(found))
		}
	}
	for _, heading := range []string{"Alternatives considered", "Benchmarks", "Appendix A", "Prior art"} {
		if _, found := extract("# Design\n\n## " + heading + "\n\nWe have 10 million users.\n"); len(found) > 0 {
			t.Errorf("under %q: got %s", heading, show(found))
		}
	}
}

func TestGeneratedTextStatesNothing(t *testing.T) {
	_, found := extract("# Design\n\n<!-- designls:begin summary kind=summary source=a body=b -->\n\n## Estimations\n\n10 million users\n\n<!-- designls:end summary -->\n\n20 million users\n")
	if show(found) != "users 2e+07" {
		t.Errorf("got %s", show(found))
	}
}

func TestWhatIsStatedAsARequirementGoesFirst(t *testing.T) {
	_, found := extract("# Design\n\n## Requirements\n\n- 10 million users\n\n## Storage engine\n\nWith 3 million users it also works.\n")
	if show(found) != "users 1e+07" {
		t.Errorf("got %s", show(found))
	}
}

func TestSpansAndQuotesAreThoseOfTheText(t *testing.T) {
	d, found := extract("# Größe 🚀\r\n\r\nWe expect **10 million users** and [40 reads per second](x) soon.\r\n")
	if len(found) != 2 {
		t.Fatalf("got %s", show(found))
	}
	content := d.Text.Content()
	if diff := cmp.Diff("10 million users", found[0].Value.Span.Of(content)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("We expect 10 million users and 40 reads per second soon.", found[0].Quote); diff != "" {
		t.Error(diff)
	}
	if found[0].Value.Dimension != estimate.Count || !found[0].Span.ContainsSpan(found[1].Value.Span) {
		t.Errorf("got %+v", found)
	}
}

func TestExtractsFromPublishedAnswersWhatTheyState(t *testing.T) {
	documents := corpusDocuments(t)
	for name, want := range map[string]string{
		"system-design-primer/pastebin.md": "users 1e+07, write-qps 3.805, read-qps 38.05, ratio 10, object-size 1000, object-size 1270, storage 4833, storage 4.5e+11, write-qps 4, read-qps 40",
		"system-design-primer/twitter.md":  "users 1e+08, write-qps 5787, write-qps 5708, throughput 5.787e+04, throughput 5.708e+04, read-qps 9.513e+04, read-qps 3805, object-size 1e+04, storage 5.708e+07, storage 5.4e+15, read-qps 1e+05, write-qps 6000, throughput 6e+04, read-qps 4000",
	} {
		_, found := extract(documents[name])
		var numbers []Known
		for _, k := range found {
			if k.Value != nil {
				numbers = append(numbers, k)
			}
		}
		if diff := cmp.Diff(want, show(numbers)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
