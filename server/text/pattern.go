package text

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression that is compiled when it is first used. There are
// hundreds of them, and a program that needs few starts faster without the others.
func Pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
