package rules

import "unicode/utf8"

// nearest returns the candidate that is most like s, if one is so much like it
// that s may be a slip of it: at most a third of its letters differ.
func nearest(s string, candidates []string) (best string, ok bool) {
	least := utf8.RuneCountInString(s)/3 + 1
	for _, c := range candidates {
		if d := distance(s, c, least); d < least {
			best, least, ok = c, d, true
		}
	}
	return best, ok
}

// distance counts the letters to insert, drop, replace or swap to get from a to
// b; it may stop at limit.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= limit || len(y)-len(x) >= limit {
		return limit
	}
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			differs := 1
			if x[i-1] == y[j-1] {
				differs = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+differs)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(x)][len(y)]
}
