//go:build !race

package rules

const slowGrammar = false
