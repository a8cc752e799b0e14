//go:build !race

package actions

const longSample = 1 << 20
