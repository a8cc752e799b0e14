package estimate

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFindsQuantitiesAsPeopleWriteThem(t *testing.T) {
	tests := []struct{ text, want string }{
		{"10 million users", "count 1e+07 users"},
		{"500M DAU and growing", "count 5e+08 dau"},
		{"5k rps at most", "rate 5000/second requests"},
		{"40 read requests per second on average", "rate 40/second read requests"},
		{"10 million paste writes per month", "rate 3.805/month paste writes"},
		{"p99 < 200 ms", "duration 0.2 under"},
		{"10:1 read to write ratio", "ratio 10"},
		{"reads outnumber posts by 32 to 1.", "ratio 32"},
		{"~450 GB in 3 years", "bytes 4.5e+11 about; duration 9.461e+07"},
		{"99.95% available", "percent 99.95"},
		{"38 a second, say 200 at the peak", "rate 38/second "},
		{"1.27 KB per paste", "bytes 1270 each paste"},
		{"12.7 GB of new paste content per month", "byte-rate 4833/month new paste content"},
		{"5 billion total tweets delivered on fanout per day", "rate 5.787e+04/day total tweets delivered on fanout"},
		{"two million users", "count 2e+06 users"},
		{"800 entries per active user", "count 800 entries each active user"},
		{"18.5 MB a second", "byte-rate 1.85e+07/second"},
		{"5-10 ms", "duration 0.01"},
		{"10 Gbps links", "byte-rate 1.25e+09/second"},
		{"2.5 million users", "count 2.5e+06 users"},
		{"1,600 write requests per second", "rate 1600/second write requests"},
		{"5B requests per day", "rate 5.787e+04/day requests"},
		{"4 KiB pages", "bytes 4096"},
		{"30 days", "duration 2.592e+06"},
		{"p99 and v1.2.3 of issue #45, $5, KEP-1040, Sunday 20:00 UTC", ""},
		{"on 2021-04-22 at 10:30", "ratio 0.3333"},
		{"5 B", "bytes 5"},
		{"60 million", "count 6e+07"},
		{"1,200 or 7", "count 1200"},
	}
	for _, test := range tests {
		var got []string
		for _, q := range Find(test.text) {
			got = append(got, describe(q))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q: %s", test.text, diff)
		}
	}
}

func describe(q Quantity) string {
	s := fmt.Sprintf("%v %.4g", q.Dimension, q.Value)
	if q.Period != "" {
		s += "/" + q.Period
	}
	if q.Noun != "" || q.Dimension == Rate {
		s += " " + q.Noun
	}
	if q.Each != "" {
		s += " each " + q.Each
	}
	if q.Bound != "" {
		s += " " + q.Bound
	}
	return s
}

func TestSpansHoldTheQuantity(t *testing.T) {
	s := "We expect about 40 read requests per second on average."
	q := Find(s)[0]
	if got := q.Span.Of(s); got != "40 read requests per second" {
		t.Errorf("span holds %q", got)
	}
	if math.Abs(q.Value-40) > 1e-9 || q.Bound != "about" {
		t.Errorf("got %+v", q)
	}
}
