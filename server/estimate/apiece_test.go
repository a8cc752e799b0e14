package estimate

import "testing"

func TestTellsTheFiguresOfOneOfMany(t *testing.T) {
	for sentence, want := range map[string]float64{ // 0: of all; -1: of one of many that are not counted
		"50 million daily active users, each sends 40 messages per day": 50e6,
		"Each user reads 100 messages per day.":                         -1,
		"An average user posts 2 tweets a day.":                         -1,
		"We expect 40 messages per day per user.":                       -1,
		"We expect 40 messages per user per day.":                       -1,
		"1 million devices send 40 events a minute each.":               1e6,
		"Nodes send 40 heartbeats per minute from every node.":          -1,
		"40 messages per day are sent by users.":                        0,
		"Users send 400 million messages per day.":                      0,
		"On each day 40 million messages per day arrive.":               0,
		"Each region is small. 40 million messages per day arrive.":     0,
		"The 2 million users send 40 million messages per day.":         0,
	} {
		found := Find(sentence)
		q := found[len(found)-1]
		got := 0.0
		if Apiece(sentence, q) {
			got = -1
			if many, ok := Population(sentence, q.Span.Start); ok {
				got = many.Value
			}
		}
		if got != want {
			t.Errorf("%q: got %v, want %v (%+v)", sentence, got, want, q)
		}
	}
}
