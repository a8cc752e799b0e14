//go:build race

package rules

// slowGrammar leaves out tests of mermaid's own parsers: the race detector makes
// their script engine a hundred times slower, and nothing in it is concurrent.
const slowGrammar = true
