package diagram

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used, so that
// a program which reads no diagrams starts without it.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
