package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/text"
)

func TestVagueRequirement(t *testing.T) {
	tests := map[string]string{
		"predicate":               "# A\n\n«The search service must be highly available».\n",
		"adverb":                  "# A\n\n## Requirements\n\n- «Search results should be returned quickly».\n",
		"amount":                  "# A\n\n## Non-functional requirements\n\n- Scalability: «the system should scale to a large number of» users.\n",
		"chain":                   "# A\n\n«The new service must be fast and reliable» so that merchants trust it.\n",
		"chain with a comma":      "# A\n\n## Design goals\n\n- «The system must be scalable, reliable and easy to maintain».\n",
		"noun":                    "# A\n\n## Goals\n\n- «Low latency» for reads.\n- «**High availability**»\n",
		"in bold":                 "# A\n\n## Goals\n\n* «**Service** has high availability»\n",
		"need":                    "# A\n\n«We need a scalable» solution that works everywhere.\n",
		"a goal in a sentence":    "# A\n\n«The goal is to provide a highly available» and scalable messaging platform.\n",
		"wish of others":          "# A\n\n«Leadership wants the platform to be robust and performant».\n",
		"demand":                  "# A\n\n«Our users demand that search be fast», so we will rebuild it.\n",
		"proposal":                "# A\n\n«We propose a service that must be fast, secure and easy to use».\n",
		"time":                    "# A\n\n## Requirements\n\n- «Failover must happen as soon as possible».\n",
		"freshness":               "# A\n\n## Requirements\n\n- «The dashboard must show data in near real-time».\n",
		"low":                     "# A\n\n## Requirements\n\n- «Response times should be kept low».\n",
		"little":                  "# A\n\n## Rate limiter\n\n«The limiter must add very little latency» to each request.\n",
		"nothing noticeable":      "# A\n\n## Goals\n\n- «The rate limiter must not add noticeable latency».\n",
		"label":                   "# A\n\n## Requirements\n\n- «Latency: low»\n- Uptime: 99.9%\n",
		"row":                     "# A\n\n## Requirements\n\n| quality | requirement |\n|---|---|\n| «latency | must be low» |\n| availability | 99.9% |\n",
		"load":                    "# A\n\n## Requirements\n\n- «The system should cope with sudden spikes» in traffic.\n",
		"other figure beside it":  "# A\n\n«The API must serve 5,000 requests per second and be highly available».\n",
		"after a condition":       "# A\n\nBecause payments are critical, «the ledger must be always available».\n",
		"goals among non-goals":   "# A\n\n## Goals and non-goals\n\nGoals:\n\n- «High throughput»\n\nNon-goals:\n\n- High availability\n",
		"figure in another item":  "# A\n\n## Goals\n\n- «Searching should be fast»\n- 30 million users\n",
		"adjective before a noun": "# A\n\n## Goals\n\n- «Fast» search\n- «A scalable» storage layer\n",

		"crowd at once":          "# A\n\n## Goals\n\n- «Must be able to handle lots of» concurrent uploads\n",
		"harm":                   "# A\n\n«The new check must not noticeably slow down» orders. It runs in the API.\n",
		"harm to something":      "# A\n\n## Requirements\n\n- «This feature should not put significant load» on the API server.\n",
		"effort":                 "# A\n\n«The cluster has to be operated with minimal effort».\n",
		"promptly":               "# A\n\n## Requirements\n\n- R2: «The operator gets informed about faults immediately».\n",
		"retention":              "# A\n\n«Logs shall be kept for a sufficiently long period».\n",
		"growth":                 "# A\n\n## Goals\n\n* «Scales horizontally» to very large customers.\n",
		"nearly nothing":         "# A\n\n## Goals\n\n- «The migration is transparent for merchants, with almost no interruption».\n",
		"labels in a paragraph":  "# A\n\n## Requirements\n\nR1. 300 qps.\nR5. «Fault tolerant».\n",
		"users can":              "# A\n\n## Goals\n\n- «Providers can be swapped out easily».\n- «Operators see positions in near real time».\n",
		"during something":       "# A\n\n«The service must be responsive» during presales.\n",
		"enough for what":        "# A\n\n## Requirements\n\n- «The engine SHOULD be flexible enough» for future needs.\n",
		"too long":               "# A\n\n## Requirements\n\n- «Checkout must not take too long».\n- «Users shouldn't have to wait long» for results.\n",
		"what a gauge measures":  "# A\n\n«The cost of storage must be kept low».\n",
		"next to no":             "# A\n\n«Writing an entry must add next to no latency».\n",
		"after a negation":       "# A\n\n## Goals\n\n- «no single point of failure, the system is always up»\n",
		"peaks":                  "# A\n\n«The gateway must deal with huge spikes» on New Year's Eve.\n",
		"numbered lines":         "# A\n\n## Goals\n\n2.1 All orders are executed by 06:00 of a day.\n2.2 After a failure, «processing shall resume promptly».\n2.3 12 workers suffice.\n",
		"a trait with an adverb": "# A\n\n## Goals\n\n- «Easily scalable»\n",
		"times of a kind":        "# A\n\n## Goals\n\n- «short queueing times»\n- «Retries don't put too much load» on the provider.\n",
		"row with a number":      "# A\n\n## Quality goals\n\n| prio | goal | scenario |\n|---|---|---|\n| 2 | use | «patients can book easily» |\n",
		"product of words":       "# A\n\n## Goals\n\n- «The portal is always reachable» during the day.\n- «Serves a considerable number of» simultaneous users.\n",
		"keep":                   "# A\n\n«The cache must keep the service responsive» during deploys.\n",
		"numbered and alone":     "# A\n\n## Goals\n\n2.3 «The engine shall have sufficient capacity» for growth.\n",
		"without much":           "# A\n\n## Goals\n\n- «A price change reaches all shops without much delay».\n- «very few false positives»\n- «It must be available always».\n",
		"reference-level":        "# A\n\n## Reference-level explanation\n\n«Clean-up shall happen in a timely manner».\n",

		"figure in the sentence":     "# A\n\n## Goals\n\n- The system must be highly available: 99.95% of requests succeed each month.\n",
		"figure in brackets":         "# A\n\nSearch results should be returned quickly (p95 under 200 ms at 2,000 QPS).\n",
		"figure in the next one":     "# A\n\nReads must be fast. The p99 at the gateway stays below 20 ms.\n",
		"times":                      "# A\n\n## Goals\n\n- It is retried several times, at all times of day.\n- Make the common case easy to find.\n",
		"a name":                     "# A\n\n## Requirements\n\n- The fast lane must be bookable only by staff.\n- The quick search and the fast checkout must both be tested.\n",
		"too long for something":     "# A\n\nA name that is too long must be rejected. The old job took too long.\n",
		"steps below":                "# A\n\nThe scheduler must handle failures efficiently.\n\n1. It rejects the group.\n2. It waits.\n",
		"returns at once":            "# A\n\nThe call must return immediately. It must immediately be closed. The key must be stable.\n",
		"harm by something else":     "# A\n\nA lock would significantly slow down writes, so we must shard. The increase must be significant.\n",
		"figure below":               "# A\n\n## Requirements\n\n- The system must be available at all times.\n  - 99.9% per month\n",
		"figure in the row":          "# A\n\n## Requirements\n\n| quality | requirement | target |\n|---|---|---|\n| latency | must be low | p99 < 80 ms |\n",
		"figure in words":            "# A\n\nThe new service must be fast: a page within half a second.\n",
		"number of users":            "# A\n\nThe system should scale to 40 million users.\n",
		"figure two sentences on":    "# A\n\nPages need to be crawled regularly. Each has a timestamp. After one week it is due.\n",
		"figure beside it":           "# A\n\n## Goals\n\n- Crawl a billion links\n  - Pages need to be crawled regularly\n  - Refresh about once per week\n",
		"details in a list":          "# A\n\nThe service must be highly available and fast:\n\n- 99.9% a month\n- p99 20 ms\n",
		"pointer":                    "# A\n\nThe service must be highly available (see [targets](https://example.com)).\n",
		"fault named":                "# A\n\nWorkers must be robust against duplicate messages and resilient to the loss of a zone.\n",
		"negated before an adverb":   "# A\n\nThe local copy doesn't necessarily need to be highly durable.\n",
		"what comes of it":           "# A\n\n## Goals\n\n- GC will still wake up all regions and cause high latency.\n",
		"takes long":                 "# A\n\nThe drop needs to be processed for a long time.\n",
		"background":                 "# A\n\n## Background\n\nThe old system had to be fast.\n",
		"alternatives":               "# A\n\n## Alternatives considered\n\nA single node would have to be highly available.\n",
		"non-goals":                  "# A\n\n## Non-goals\n\n- High availability\n",
		"risk":                       "# A\n\n## Risks\n\nThe queue must be highly available, else orders are lost.\n",
		"negated":                    "# A\n\nThe import need not be fast. It does not have to be scalable.\n",
		"condition":                  "# A\n\nIf the cache must be highly available, run it in pairs.\n",
		"relative clause":            "# A\n\nNodes that need to be fast use local disks.\n",
		"question":                   "# A\n\nMust the import be fast?\n",
		"comparison":                 "# A\n\nThe API must be fast compared to the old one, and never slower than it.\n",
		"attribute":                  "# A\n\nIt must run on a highly available etcd cluster. The high availability setup must be configured.\n",
		"product":                    "# A\n\nRedis is fast and reliable. Lookups are fast because the index fits in RAM.\n",
		"other word":                 "# A\n\nThe branch MUST be fast-forwarded. The retry should be quick to implement.\n",
		"people who answer":          "# A\n\nThe maintainers of the tool must remain responsive. The objector should be quick.\n",
		"answer of a call":           "# A\n\n## Constraints\n\n- All keys hash to one slot. Else it returns `ErrSlot` immediately.\n",
		"ease of an interface":       "# A\n\n## Goals\n\n- Easy-to-use API\n",
		"quoted":                     "# A\n\n> The system must be highly available.\n",
		"code":                       "# A\n\nThe flag must be `fast`.\n",
		"files":                      "# A\n\nWe should be able to serve many small files from one segment.\n",
		"people":                     "# A\n\nWe should be careful and quick here. This should be safe and simple.\n",
		"level":                      "# A\n\nThe water mark should be high. The cost must be low enough to amortize.\n",
		"tests":                      "# A\n\n## Test plan\n\nUnit tests should be fast and reliable.\n",
		"reason for an expectation":  "# A\n\nThe scan should be fast, because it touches one page.\n",
		"what is listed under goals": "# A\n\n## Goals\n\n- Put a load balancer in front\n  - it is highly available\n",
	}
	for name, marked := range tests {
		t.Run(name, func(t *testing.T) { checkMarked(t, vagueRequirement, marked, Environment{}) })
	}
}

func TestFirmRequirementsWeighMore(t *testing.T) {
	tests := map[string]finding.Severity{
		"The service must be highly available.":     finding.Information,
		"The service should be highly available.":   finding.Hint,
		"The editor must be easy to use.":           finding.Hint,
		"The service must be fast and easy to use.": finding.Information,
	}
	for content, want := range tests {
		if found := check(t, "# A\n\n## Goals\n\n"+content+"\n").Findings; len(found) != 1 || found[0].Severity != want {
			t.Errorf("%s: got %+v, want %s", content, found, want)
		}
	}
}

func TestVagueRequirementFixLeavesBlanksAfterThePhrase(t *testing.T) {
	tests := map[string]string{
		"Reads must be **fast**.":               "Reads must be **fast** (p99 < ___ ms at ___ requests/s).",
		"Reads must be [fast](https://x.test).": "Reads must be [fast](https://x.test) (p99 < ___ ms at ___ requests/s).",
		"Reads must be fast and reliable, too.": "Reads must be fast (p99 < ___ ms at ___ requests/s) and reliable (___ % of requests succeed over ___ days), too.",
	}
	for content, want := range tests {
		before := "# A\n\n" + content + "\n"
		found := check(t, before).Findings
		if len(found) != 1 {
			t.Fatalf("%s: got %+v", content, found)
		}
		after, err := text.ApplyEdits(before, found[0].Fixes[0].Edits)
		if err != nil || after != "# A\n\n"+want+"\n" {
			t.Errorf("got %q, %v", after, err)
		}
	}
}

func TestVagueRequirementNamesWhatToState(t *testing.T) {
	message := check(t, "# A\n\nThe service must be fast and highly available.\n").Findings[0].Message
	for _, part := range []string{`"fast"`, "percentile", `"highly available"`, "share of requests"} {
		if !strings.Contains(message, part) {
			t.Errorf("%q lacks %q", message, part)
		}
	}
}

func TestOneFigureAnswersPhrasesThatAskForTheSame(t *testing.T) {
	for sentence, want := range map[string]string{
		"Latency should be fast.":                       `"Latency should be fast" needs which percentile`,
		"It must be fast, and low latency is required.": `"fast" and "low latency" need which percentile`,
	} {
		f := check(t, "# A\n\n## Requirements\n\n"+sentence+"\n").Findings[0]
		if !strings.Contains(f.Message, want) || strings.Count(f.Message, "percentile") != 1 {
			t.Errorf("%s says %q", sentence, f.Message)
		}
		if len(f.Options) != 2 || len(f.Fixes[0].Edits) != 1 {
			t.Errorf("%s: options %q, edits %v", sentence, f.Options, f.Fixes[0].Edits)
		}
	}
}

func TestRoleOfSections(t *testing.T) {
	tests := map[string]role{
		"":                                   plainText,
		"Design > Storage":                   plainText,
		"Goals":                              requirements,
		"Requirements > Performance":         requirements,
		"Step 1: Use cases and constraints":  requirements,
		"Non-goals":                          noRequirements,
		"Goals > Out of scope":               noRequirements,
		"Goals and non-goals":                plainText,
		"Alternatives considered > Postgres": noRequirements,
		"Latest design":                      plainText,
		"Consistency":                        plainText,
	}
	for path, want := range tests {
		if got := roleOf(path); got != want {
			t.Errorf("%q: got %d, want %d", path, got, want)
		}
	}
}

func TestMeasures(t *testing.T) {
	tests := map[string]measure{
		"200 ms":                       measureTime,
		"200ms":                        measureTime,
		"within a second":              measureTime,
		"1.5 s":                        measureTime,
		"99.9%":                        measureShare,
		"four nines":                   measureShare | measureCount,
		"p99":                          measureTarget,
		"an slo":                       measureTarget,
		"5,000 requests per second":    measureLoad,
		"10k rps":                      measureLoad,
		"millions of users":            measureLoad,
		"three zones":                  measureCount,
		"once per week":                measureTime,
		"every day":                    measureTime,
		"section 3.2 and #12":          0,
		"version 2":                    0,
		"as fast as possible":          0,
		"a user and an order":          0,
		"the second time, per second":  0,
		"http2 and utf-8, v1 of phase": 0,
	}
	for content, want := range tests {
		if got := measuresIn(tokensIn(content, text.Span{End: len(content)})); got != want {
			t.Errorf("%q: got %b, want %b", content, got, want)
		}
	}
}

func TestPhrasesMeanOneThing(t *testing.T) {
	for i, class := range vagueClasses {
		if class.ask == "" || class.blank == "" || class.measured == 0 {
			t.Errorf("%s lacks a part", class.name)
		}
		for _, other := range vagueClasses[i+1:] {
			for _, phrase := range strings.Split(class.qualities, ", ") {
				if phrase != "" && slices.Contains(strings.Split(other.qualities, ", "), phrase) {
					t.Errorf("%q is both %s and %s", phrase, class.name, other.name)
				}
			}
		}
	}
}
