//go:build race

package actions

// The race detector takes ten times as long, so that it gets shorter documents.
const (
	shortSample = 4 << 10
	longSample  = 6 << 10
	manyParts   = 60
)
