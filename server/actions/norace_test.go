//go:build !race

package actions

// shortSample is the length of the documents for the tests that run every action
// several times, longSample that for the others. A document of manyParts components
// is more than anybody draws.
const (
	shortSample = 12 << 10
	longSample  = 1 << 20
	manyParts   = 500
)
