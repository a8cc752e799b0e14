package actions

import (
	"strings"
	"testing"
)

func TestTheNumbersOfAReplyAreChecked(t *testing.T) {
	const reply = "# Orders\n\n## Estimations\n\nThe shop takes 10 million orders per day, which is about RATE.\n\n| step | p99 |\n|---|---|\n| gateway | 60 ms |\n| store | STORE |\n\nReads answer within 100 ms at p99.\n"
	for _, test := range []struct{ rate, store, want string }{
		{"116 orders per second", "30 ms", ""},
		{"1,150 orders per second", "30 ms", "it says 1,150 orders per second, and about 116 a second follows"},
		{"116 orders per second", "80 ms", "Latency of the steps: it says goal 100 ms, and 140 ms follows"},
		{"a lot", "30 ms", ""},
	} {
		got := strings.Join(doubtful(strings.NewReplacer("RATE", test.rate, "STORE", test.store).Replace(reply)), " ")
		if (got == "") != (test.want == "") || !strings.Contains(got, test.want) {
			t.Errorf("%+v: %q", test, got)
		}
	}
}
