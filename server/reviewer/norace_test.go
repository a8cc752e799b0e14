//go:build !race

package reviewer

// manyRounds is how many random documents are tried, allActions whether a long one
// is tried with several actions.
const (
	manyRounds = 150
	allActions = true
)
