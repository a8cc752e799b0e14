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

func TestARateOfOneIsMultipliedOrLeftOut(t *testing.T) {
	after, _ := apply(t, "check-estimates", "# Chat\n\n50 million daily active users, each sends 40 messages per day: 2 billion messages/day, about 230,000 messages/s on average.\n")
	for _, want := range []string{
		"| 230,000 messages/s | about 23,100 messages/s | 2 billion messages/day | **no**: 9.94 times too large |",
		"| 2 billion messages/day | 2 billion messages/day | 50 million daily active users, each sends 40 messages per day | yes |",
		"| – | about 23,148 a second | 50 million x 40 a day / 86,400 seconds | – |",
	} {
		if !strings.Contains(after, want) {
			t.Errorf("no\n%s\nin\n%s", want, after)
		}
	}
	if strings.Contains(after, "0.000") || strings.Contains(after, "What does not hold") {
		t.Errorf("the rate of one user is taken for that of all, or a row is said twice:\n%s", after)
	}
	after, _ = apply(t, "check-estimates", "# Chat\n\nEach user sends 40 messages per day. 3 million posts are written a day.\n")
	if strings.Contains(after, "40 a day") {
		t.Errorf("nobody says how many users there are:\n%s", after)
	}
}

func TestCalculationsOfTheTextAreRows(t *testing.T) {
	after, _ := apply(t, "check-estimates", "# Media\n\n- 1 million users x 2 KB = 20 GB\n- 80 billion / 86,400 s = 1.2 million/s\n- 10 Gb/s = 10 GB/s\n- 3 copies: 100 GB x 5 = 1.5 TB\n")
	for _, want := range []string{
		"| 20 GB | 2 GB | 1 million users x 2 KB | **no**: 10 times too large |",
		"| 1.2 million/s | about 0.926 million/s | 80 billion / 86,400 s | roughly: off by 29.6% |",
		"| 10 GB/s | 1.25 GB/s | 10 Gb/s | **no**: bits taken for bytes |",
		"| 1.5 TB | 500 GB | 100 GB x 5 | not by these figures alone: 3 times as large |",
	} {
		if !strings.Contains(after, want) {
			t.Errorf("no\n%s\nin\n%s", want, after)
		}
	}
}
