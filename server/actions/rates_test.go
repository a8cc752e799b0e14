package actions

import (
	"strings"
	"testing"
)

func TestARateThatIsGivenInOtherWordsIsHeldAgainstItself(t *testing.T) {
	tests := map[string]string{
		"10 million orders per day, which is about 1,150 orders per second": "| 1,150 orders per second | about 116 a second | 10 million a day / 86,400 seconds | **no**: off by 894% |",
		"1 million orders per day, which is about 10 orders per second":     "| 10 orders per second | about 11.6 a second | 1 million a day / 86,400 seconds | yes, with 100,000 seconds a day |",
		"10 million orders per day (≈ 116 orders per second)":               "| 116 orders per second | about 116 a second | 10 million a day / 86,400 seconds | yes |",
		"10 million orders per day and 1,150 orders per second in sales":    "| – | about 116 a second | 10 million a day / 86,400 seconds | – |", // may be about other days
		"10 million orders per day, which is about 1,150 items per second":  "| – | about 116 a second | 10 million a day / 86,400 seconds | – |",
	}
	for said, want := range tests {
		after, _ := apply(t, "check-estimates", "# Orders\n\nWe expect "+said+".\n")
		if !strings.Contains(after, want) {
			t.Errorf("%s: no\n%s\nin\n%s", said, want, after)
		}
	}
}
