package diagram

import "testing"

// candidateNames are parts by what the words of their names are.
var candidateNames = []struct{ name, prose, want string }{
	{"one of a kind", "The scheduler polls the trip service. A tenant runs a custom scheduler, which calls the matcher.", "custom scheduler -> matcher|scheduler -> trip service"},
	{"an adjective inside", "The gateway asks the public key cache. The public key cache polls the trip service.", "gateway -> public key cache|public key cache -> trip service"},
	{"which one is meant", "The new matcher calls the existing trip service.", "matcher -> trip service"},
}

func TestCandidateNames(t *testing.T) {
	for _, n := range candidateNames {
		t.Run(n.name, func(t *testing.T) { statement{n.prose, n.want}.check(t) })
	}
}
