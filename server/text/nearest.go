package text

import "strings"

// Nearest returns the candidate that is most like word, in any case, if one is
// so much like it that word may be a slip of it: at most a third of the letters
// differ. Among equals the first wins.
func Nearest(word string, candidates []string) (string, bool) {
	x := []rune(strings.ToLower(word))
	best, least := "", len(x)/3+1
	if len(x) == 1 {
		least = 1 // any letter would be near any other
	}
	for _, c := range candidates {
		if d := distance(x, []rune(strings.ToLower(c)), least); d < least {
			best, least = c, d
		}
	}
	return best, best != ""
}

// distance counts the letters to insert, drop, replace or swap to get from a to
// b. It may stop at limit, beyond which nobody asks.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	var before []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, row = row, nextRow(a, b, i, before, row)
	}
	return row[len(b)]
}

// nextRow is the row after row, the i-th, of the table of distances between the
// beginnings of a and b; before is the one above row.
func nextRow(a, b []rune, i int, before, row []int) []int {
	next := make([]int, len(row))
	next[0] = i + 1
	for j := range b {
		replaced := row[j]
		if a[i] != b[j] {
			replaced++
		}
		next[j+1] = min(row[j+1]+1, next[j]+1, replaced)
		if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
			next[j+1] = min(next[j+1], before[j-1]+1)
		}
	}
	return next
}
