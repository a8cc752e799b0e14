package reviewer

import "testing"

func TestCompletedTakesWhatWasLackingOnly(t *testing.T) {
	promises := []string{"Recap", "Side branches"}
	for _, c := range []struct{ name, body, more, want string }{
		{"the part", "## Recap\n\nA.", "## Side branches\n\nB.", "## Recap\n\nA.\n\n## Side branches\n\nB."},
		{"all of it again", "## Recap\n\nA.", "## Recap\n\nA2.\n\n## Side branches\n\nB.", "## Recap\n\nA2.\n\n## Side branches\n\nB."},
		{"the same again", "## Recap\n\nA.", "## Recap\n\nA.", "## Recap\n\nA."},
		{"words without a heading", "Lorem ipsum.", "Lorem ipsum.", "Lorem ipsum."},
		{"every part, after an introduction", "In short.", "## Recap\n\nA.\n\n## Side branches\n\nB.", "In short.\n\n## Recap\n\nA.\n\n## Side branches\n\nB."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := completed(c.body, c.more, promises); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
