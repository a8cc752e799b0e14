//go:build race

package actions

// longSample is shorter under the race detector, which takes ten times as long.
const longSample = 24 << 10
