package reviewer

import (
	"fmt"
	"strings"
)

// String says what has come of it, for the user.
func (f Findings) String() string {
	said := count(len(f.Open), "finding")
	if f.Delta {
		said += fmt.Sprintf(": %d resolved, %d remaining, %d new", f.Resolved, f.Remaining, f.New)
		if f.Sent == 0 {
			said += "; nothing has changed since the last review, so nothing was sent"
		}
	}
	if f.Portions > 1 {
		said += fmt.Sprintf("; the document was read in %d portions, as the model does not take all of it at once", f.Portions)
	}
	if left := f.Dropped.String(); left != "" {
		said += "; " + left
	}
	return said + "."
}

// String says what was left out and why, or nothing.
func (d Dropped) String() string {
	var said []string
	for _, reason := range []struct {
		n         int
		one, many string
	}{
		{d.NoQuote, "the document does not say what it quotes", "the document does not say what they quote"},
		{d.Malformed, "it did not have the form that was asked for", "they did not have the form that was asked for"},
		{d.Unsure, "the model was not sure of it", "the model was not sure of them"},
		{d.Known, "it was known, or you have decided about it", "they were known, or you have decided about them"},
		{d.Refuted, "it did not stand a second look", "they did not stand a second look"},
		{d.Beyond, "there are graver ones", "there are graver ones"},
	} {
		switch {
		case reason.n == 1:
			said = append(said, "1 was left out because "+reason.one)
		case reason.n > 1:
			said = append(said, fmt.Sprintf("%d were left out because %s", reason.n, reason.many))
		}
	}
	return strings.Join(said, "; ")
}

// Add returns the sums.
func (d Dropped) Add(e Dropped) Dropped {
	return Dropped{
		Malformed: d.Malformed + e.Malformed, NoQuote: d.NoQuote + e.NoQuote, Unsure: d.Unsure + e.Unsure,
		Known: d.Known + e.Known, Refuted: d.Refuted + e.Refuted, Beyond: d.Beyond + e.Beyond,
	}
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
