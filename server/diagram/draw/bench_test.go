package draw

import "testing"

// BenchmarkContainer draws a graph that is tangled enough to be divided further and further.
func BenchmarkContainer(b *testing.B) {
	var names []string
	for i := range 25 {
		names = append(names, "Service "+itoa(i))
	}
	g := graphOf(names, len(names))
	for b.Loop() {
		if _, err := Container(g, "Orders"); err != nil {
			b.Fatal(err)
		}
	}
}
