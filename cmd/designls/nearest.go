package main

import (
	"fmt"
	"strings"

	"github.com/designls/designls/server/text"
)

// unknown says that a name is not among those there are, and which of them it
// may have been meant for.
func unknown(kind, name string, known []string) string {
	if near, ok := text.Nearest(name, known); ok {
		return fmt.Sprintf("there is no %s %q; did you mean %q?", kind, name, near)
	}
	return fmt.Sprintf("there is no %s %q; choose one of %s", kind, name, strings.Join(known, ", "))
}
