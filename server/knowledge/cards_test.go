package knowledge

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCardsLeadSomewhere checks what the schemas cannot say.
func TestCardsLeadSomewhere(t *testing.T) {
	if len(Technologies()) < 60 || len(Patterns()) < 35 {
		t.Errorf("only %d technologies and %d patterns", len(Technologies()), len(Patterns()))
	}
	ids := map[string]bool{}
	unique := func(id string) {
		if ids[id] {
			t.Errorf("%s is there twice", id)
		}
		ids[id] = true
	}
	for _, tech := range Technologies() {
		unique(tech.ID)
		for _, id := range tech.Patterns {
			if _, ok := PatternByID(id); !ok {
				t.Errorf("%s: there is no pattern %q", tech.ID, id)
			}
		}
		for _, id := range tech.Facts {
			if _, ok := FactByID(id); !ok {
				t.Errorf("%s: there is no fact %q", tech.ID, id)
			}
		}
	}
	for _, p := range Patterns() {
		unique(p.ID)
		if p.Recurring && (len(p.Signals) == 0 || len(p.Answers) == 0) {
			t.Errorf("%s cannot be looked for", p.ID)
		}
		for _, s := range p.Sources {
			if !slices.ContainsFunc(books(), func(b book) bool { return b.ID == s.Book }) {
				t.Errorf("%s: there is no book %q", p.ID, s.Book)
			}
		}
	}
}

// TestEveryNameIsFoundByItself sees that no card hides behind another.
func TestEveryNameIsFoundByItself(t *testing.T) {
	try := func(id, name string, with []string) {
		found := Mentions("We use " + name + " here, " + strings.Join(with, " ") + ".")
		if len(found) == 0 || found[0].id() != id {
			t.Errorf("%q is not found as %s: %v", name, id, found)
		}
	}
	for _, tech := range Technologies() {
		for _, name := range tech.Names {
			try(tech.ID, name, tech.With)
		}
	}
	for _, p := range Patterns() {
		for _, name := range p.Names {
			try(p.ID, name, p.With)
		}
	}
}

func (m Mention) id() string {
	if m.Technology != nil {
		return m.Technology.ID
	}
	return m.Pattern.ID
}

func TestMentions(t *testing.T) {
	tests := []struct {
		prose string
		want  []string // "id: words"
	}{
		{"Postgres behind pgbouncer, then KAFKA.", []string{"postgresql: Postgres", "kafka: KAFKA"}},
		{"a write-ahead log, write ahead logs, the WAL", []string{"write-ahead-log: write-ahead log", "write-ahead-log: write ahead logs", "write-ahead-log: WAL"}},
		{"two-phase\ncommit", []string{"two-phase-commit: two-phase\ncommit"}},
		{"pub/sub over Amazon SNS", []string{"message-queue: pub/sub", "sns: Amazon SNS"}},
		{"Redis's keys and websockets", []string{"redis: Redis", "websocket: websockets"}},
		{"temporal locality, a spark, an envoy, the druid, walking a wal", nil},
		{"Temporal locality matters.", nil},
		{"Temporal runs the workflows.", []string{"temporal: Temporal"}},
		{"Snowflake IDs sort by time.", []string{"unique-ids: Snowflake IDs"}},
		{"\x1a\x1a\x1a \x00 postgresqlish kafkaesque", nil},
		{"read. Model the cache, aside from that", nil},
		{"", nil},
		{"s", nil},
		{"S3s S3", []string{"s3: S3s", "s3: S3"}},
	}
	for _, test := range tests {
		var got []string
		for _, m := range Mentions(test.prose) {
			got = append(got, m.id()+": "+m.Span.Of(test.prose))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q: %s", test.prose, diff)
		}
	}
}

func TestRecurringPatternsAreStatedAndAnswered(t *testing.T) {
	tests := []struct{ id, states, answers, neither string }{
		{"contending-updates", "two users may buy the same seat", "the row has a version column", "two users follow each other"},
		{"change-data-capture", "products are copied to the search index", "debezium reads the binlog", "the index is sorted"},
		{"fan-out", "the timeline is computed on every read", "timelines are precomputed", "the timeline shows 20 posts"},
		{"location-search", "find the nearest driver", "drivers are indexed by geohash", "the nearest replica answers"},
		{"job-scheduling", "a nightly job removes expired links", "workers claim due jobs with a lease", "60 million daily active users"},
		{"idempotent-writes", "the client retries after a timeout", "each request has an idempotency key", "the table has two copies"},
		{"durable-data", "an order must never be lost", "writes are acknowledged only after a quorum has them", "we lose the old design"},
	}
	for _, test := range tests {
		p, ok := PatternByID(test.id)
		if !ok || !p.Recurring {
			t.Fatalf("%s is not recurring", test.id)
		}
		if !p.StatedIn(test.states) || !p.AnsweredIn(test.answers) {
			t.Errorf("%s: problem or answer not seen", test.id)
		}
		if p.StatedIn(test.neither) || p.AnsweredIn(test.neither) {
			t.Errorf("%s: seen in %q", test.id, test.neither)
		}
	}
}
