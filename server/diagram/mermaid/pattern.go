package mermaid

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used. There
// are some two hundred of them here, and a program that never sees a diagram
// starts faster without.
type pattern func() *regexp.Regexp

func lazily(expression string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
