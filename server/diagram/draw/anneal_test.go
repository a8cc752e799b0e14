package draw

import "testing"

// TestTheSearchForAnOrderIsBounded holds that large pictures do not take longer than small ones:
// measured, more exchanges hardly find a better order.
func TestTheSearchForAnOrderIsBounded(t *testing.T) {
	for links, want := range map[int]int{1: 7_500, 10: 7_500, 21: 5_000, 54: 2_000} {
		if got := exchangesFor(links); got != want {
			t.Errorf("%d arrows: %d exchanges, want %d", links, got, want)
		}
	}
}
