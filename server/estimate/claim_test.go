package estimate

import (
	"strings"
	"testing"
)

// wrong says what is found in a text to be certainly wrong: "GIVEN = FOLLOWS", and
// " (bits)" behind those that are off by eight.
func wrong(s string) string {
	var all []string
	for _, c := range Claims(s, Around{Section: NewSection(s)}) {
		if c.Certain {
			line := c.Given + " = " + c.Follows
			if c.Bits {
				line += " (bits)"
			}
			all = append(all, line)
		}
	}
	return strings.Join(all, "; ")
}

func TestFindsResultsThatDoNotFollow(t *testing.T) {
	for s, want := range map[string]string{
		// calculations
		"1 million users x 2 KB = 20 GB":                              "1 million users x 2 KB = 2 GB",
		"100 QPS * 86,400 s = 86.4 million requests/day":              "100 QPS * 86,400 s = 8.64 million requests/day",
		"200M users × 5KB = 1GB":                                      "200M users × 5KB = 1TB",
		"250M * 10% * 300KB = 75GB":                                   "250M * 10% * 300KB = 7.5TB",
		"500K × 1536 × 4 bytes ≈ 30 GB":                               "500K × 1536 × 4 bytes = about 3.07 GB",
		"500M / (24 * 3600) = 58k writes/s":                           "500M / (24 * 3600) = about 5.79k writes/s",
		"500M / 24 / 3600 = 58k writes/s":                             "500M / 24 / 3600 = about 5.79k writes/s",
		"100 GB/day x 365 = 365 TB":                                   "100 GB/day x 365 = 36.5 TB",
		"2 KB times 3 million is 60 GB":                               "2 KB times 3 million = 6 GB",
		"2 TB divided by 100 equals 200 GB":                           "2 TB divided by 100 = 20 GB",
		"10^9 × 1 KB => 10 TB":                                        "10^9 × 1 KB = 1 TB",
		"1e9 * 1 KB = 10 TB":                                          "1e9 * 1 KB = 1 TB",
		"10⁹ · 1 KB = 10 TB":                                          "10⁹ · 1 KB = 1 TB",
		"30% of 100M = 3M users":                                      "30% of 100M = 30M users",
		"Ünïcödé: 1 million × 4 KiB = 41 GB":                          "1 million × 4 KiB = about 4.1 GB",
		"1 KB x 1 billion = 1 GB":                                     "1 KB x 1 billion = 1 TB",
		"20 users × 3 KB = 60 KB = 6 MB":                              "60 KB = 60 KB",
		"Writes: 500M/86400 = 5,800/s\nReads: 900M/86400 = 104,000/s": "900M/86400 = about 10,400/s",
		"50 million daily active users, each sends 40 messages per day: 20 billion messages/day":    "50 million daily active users, each sends 40 messages per day = 2 billion messages/day",
		"50 million users x 40 a day = 2 billion messages/day, about 230,000 messages/s on average": "2 billion messages/day = about 23,100 messages/s",

		"100M × 5MB = 500M MB = 500,000 GB ≈ 500 GB": "500,000 GB = 500 TB",

		// the same in other words
		"500M tweets/day -> 58k writes/s":                               "500M tweets/day = about 5.79k writes/s",
		"10 TB per day (about 1.15 GB/s)":                               "10 TB per day = about 0.116 GB/s",
		"We take 300 writes per second, or 260 million a day.":          "300 writes per second = about 25.9 million a day",
		"100 million links are created a day, about 120 a second.":      "100 million links a day = about 1,160 a second",
		"1 billion requests per day, i.e. 1,157 requests per second":    "1 billion requests per day = about 11,570 requests per second",
		"1 billion requests per day, which is roughly 1,157 per second": "1 billion requests per day = about 11,570 per second",

		"2,000 users a day, about 10 a second":                   "2,000 users a day = about 0.0231 a second",
		"10 kQPS x 1 KB = 100 MB/s":                              "10 kQPS x 1 KB = 10 MB/s",
		"2 crore users x 1 KB = 2 GB":                            "2 crore users x 1 KB = 20 GB",
		"100 million links a day, about 120 a second on average": "100 million links a day = about 1,160 a second",

		// other units of time on both sides
		"5 s × 10 = 500 ms":         "5 s × 10 = 50,000 ms",
		"10/s × 5 = 200 per minute": "10/s × 5 = 3,000 per minute",

		// bits and bytes
		"The link of 10 Gb/s = 10 GB/s":       "10 Gb/s = 1.25 GB/s (bits)",
		"1 Gbps = 1 GB/s":                     "1 Gbps = 0.125 GB/s (bits)",
		"2TB / 100K sec = 20 Mbps":            "2TB / 100K sec = 160 Mbps (bits)",
		"5 MB × 10,000 users/s = 50,000 Mbps": "5 MB × 10,000 users/s = 400,000 Mbps (bits)",
	} {
		if got := wrong(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestLeavesAloneWhatHoldsOrMayBeExplained(t *testing.T) {
	for _, s := range []string{
		// right, with the roundings that people do
		"80B / 86,400s ≈ 1M messages/s average",
		"2.5 million requests per month = 1 request per second",
		"10 million \\* 2 uploads/ 24 hours / 3600 seconds = ~240",
		"8.4 GB blocks every 10 minutes = 50.4 GB/hour",
		"1 million × 1 KB = 1 GiB",
		"100B x 20B = 2TB/day",
		"1M * 100Bps = 800 Mbps",
		"500M * 1K = 500GB",
		"1000 RPS × 20ms = 20 CPU cores",
		"(0.2 × 100 KB) + (0.6 × 0.5 MB) + (0.2 × 20 MB) = 4.32 MB",
		"500M / 24 * 3600 = 5.8k/s", // what people mean
		"100 million × 12 months × 10 years = 12 billion URLs",
		"4,000 RPS × 0.5 KB × 86,400 sec ≈ 172 GB/day",
		"86.400 s x 100/s = 8.6 million", // as some write 86,400
		"62^7 = 3.5 trillion", "10 ^ 10 / 86400 = 10 ^ 5",

		"500,000 HTTP requests per day (about 5 or 6 per second)",
		"200GB of content per day (about 18 megabits/second)",
		"3 liters per minute, or about 47 gallons per hour",
		"10 million orders per day, which is about 1,150 items per second",
		"we cannot exceed 100k requests per day (about 10% of the limit by minute)",

		// a condition, under which a rate is another one
		"2,000 users a day, about 10 a second in the evening", "1 million requests a day, about 100 a second on Black Friday.", "40 million rides a month = 50 a second at 6 pm",
		"1 million orders a day is 200 a second when everybody orders lunch", "10 GB/day = 1 MB/s over three hours", "10k writes a second = 100 million a day for the fleet",
		"10M / 86400 = 1,000/s during a sale", "10 million a day, which means 1,000 a second across the morning",

		// round figures, of which any two look like a slip
		"Clients may send 10 requests per second or 1,000 requests per day.", "100M requests/day → 10k requests/s", "10 a second (10,000 a day)",

		"Up to 10,000 requests/s × 1 KB = 5 MB/s on average", "99.9% × 3 = 99.7%",

		// numbers that lead to the unit of the result
		"25 MB/s x 8 = 200 Mb/s", "100 Mbps / 8 = 12.5 MB/s", "5000 MB / 1000 = 5 GB", "1 TB x 1024 = 1,024 GB", "10,000 GB / 1024 / 1024 = 0.01 PB", "500 GB/day × 1000 / 86400 = 5.8 MB/s",

		"1,5 MB × 2 = 3 MB", "2,5 million × 4 = 10 million", // a decimal comma

		// prefixes of units and numbers of other countries
		"24 bit x 1 Mpixel = 3 MB", "12 Mpx x 3 bytes = 36 MB", "10 kQPS x 1 KB = 10 MB/s", "2 MHz x 8 bit = 16 Mbps", "1 crore requests per day = 115/s", "2 lakhs x 1 KB = 200 MB",

		"1e99 x 1e99 = 62^99 x 62^99 = 1e9", // larger than anything

		// something that explains the difference
		"500M / 86400 = 17k writes/s at peak", "500M / 86400 = 58k writes/s at peak", "Including retries, 1M × 1 KB = 10 GB",
		"100 GB x 5 = 1.5 TB with three copies",
		"1M × 1 MB = 100 GB (10% have media)",
		"Keeping 10 days: 1M × 1 KB = 10 GB",
		"1M × 1 KB = 365 GB", // a year
		"avg 200 KB × 5% events ≈ 10 TB attachments",
		"100 GB × 5 = 5 GB per shard",

		// no calculation, or one that cannot be read
		"500GB ~ 5TB", "500GB → 5TB", "Sampling takes less (2.5GB/day → 25MB/day)", "100 req/s → 1,000 req/s", "We run 3 × 5 nodes, so 2 can fail", "2 x 8 cores = 1 server",
		"100 requests per minute, or 5 per second", "2 x 3-5 KB = 100 KB", "users × 5 × 100 bytes = 5 TB",
		"100 GB × $0.10 = $5,000", "p99 × 2 = 400 ms", "1 day = 8 hours", "1000 requests for 10 users × 5 KB = 50 MB",
		"40M frames/day = 2M billed requests/day", "10^10 uploads * 1Mb = 10PB videos", "v1.2 * 3 = 4.5.6",
		"1000 videos / second * 1 Mb (10Mbits) = 10Gbits ingress", "3.000 x 5 = 15.000", "Peak ≈ 3× average ≈ 3M messages/s",
	} {
		if got := wrong(s); got != "" {
			t.Errorf("%q: got %q", s, got)
		}
	}
}

func TestAFigureIsReplacedInTheAuthorsStyle(t *testing.T) {
	for s, want := range map[string]string{
		"1 million users x 2 KB = 20 GB":                                 "1 million users x 2 KB = 2 GB",
		"2 billion messages/day, about 230,000 messages/s":               "2 billion messages/day, about 23,100 messages/s",
		"500M tweets/day -> 58k writes/s":                                "500M tweets/day -> 5.79k writes/s",
		"100 QPS * 86,400 s = 86.4 million requests/day":                 "100 QPS * 86,400 s = 8.64 million requests/day",
		"200M users × 5KB = 1GB":                                         "200M users × 5KB = 1TB",
		"100 million links are created a day, about 120 a second.\r\nOk": "100 million links are created a day, about 1,160 a second.\r\nOk",
		"10 Gb/s = 10 GB/s":                                              "10 Gb/s = 1.25 GB/s",
	} {
		claims := Claims(s, Around{})
		c := claims[len(claims)-1]
		if got := s[:c.Number.Start] + c.Figure + s[c.Number.End:]; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestPairsACalculationWithAResultBesideIt(t *testing.T) {
	for _, c := range []struct {
		work, result, want string
		certain            bool
	}{
		{"500M / 86,400", "~58k/s", "about 5.79k/s", true},
		{"500M / 86,400", "~5.8k/s", "about 5.79k/s", false},
		{"100M × 10KB", "**1 TB**", "", false}, // markup is blanked before
		{"100K active", "Peak hour assumption", "", false},
		{"users × 50", "5M/day", "", false},
		{"3 KB", "5 MB", "", false},
	} {
		got, ok := Pair(c.work, c.result, Around{})
		if ok != (c.want != "") || got.Follows != c.want || got.Certain != c.certain {
			t.Errorf("%s | %s: got %+v, %v", c.work, c.result, got, ok)
		}
		if ok && got.Stated.Of(c.result) != strings.TrimLeft(c.result, "~") {
			t.Errorf("stated is %q", got.Stated.Of(c.result))
		}
	}
}

func TestReadsTextOfAnyShape(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("(", 50_000) + "1 = 2", strings.Repeat("1 x ", 50_000) + "1 = 2", strings.Repeat("24 / ", 50_000) + "7 = 3/s",
		strings.Repeat("1 = ", 50_000), strings.Repeat("100 a day, about ", 20_000), strings.Repeat("= ", 50_000) + "1 2", "1 = ", "1 x = 2", "1 KB per = 3 KB", "5% of = 5", "\xff 1 \xff = 2 x 3", "1, 2 = ",
	} {
		if got := wrong(s); len(got) > 200 {
			t.Errorf("%.40q: got %.200q", s, got)
		}
	}
}

func TestCalculationsInABlockOfLines(t *testing.T) {
	log := strings.Repeat("12:00:01 worker=7 begins\n\n", 40)
	for name, c := range map[string]string{
		"one line": log + "1 million users × 2 KB = 20 GB\n" + log, "two lines": log + "1 million users × 2 KB\n= 20 GB\n" + log,
		"the last line": log + "1 million users × 2 KB = 20 GB",
	} {
		if found := Claims(c, Around{}); len(found) != 1 {
			t.Errorf("%s: %d calculations are read", name, len(found))
		}
	}
}
