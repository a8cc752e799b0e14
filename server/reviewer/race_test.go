//go:build race

package reviewer

// The race detector takes twenty times as long, so that it gets fewer documents.
const (
	manyRounds = 20
	allActions = false
)
