package document

import (
	"fmt"
	"strings"
)

// What metadata may be. The memory that a parser of YAML takes grows with the
// square of how deep its input nests, so that some kilobytes of brackets would
// end the process.
const (
	maxMetadata      = 16 << 10 // bytes
	maxMetadataDepth = 100
)

// CheckMetadata says whether a parser can be trusted with YAML or TOML from a
// stranger. The error completes a sentence.
func CheckMetadata(source string) error {
	if len(source) > maxMetadata {
		return fmt.Errorf("it has %d KB, and %d KB are allowed", len(source)>>10, maxMetadata>>10)
	}
	if depth(source) > maxMetadataDepth {
		return fmt.Errorf("it nests deeper than %d levels", maxMetadataDepth)
	}
	return nil
}

// depth estimates how deep the brackets nest, and the lists that begin on one
// line. It takes text in quotes for what it looks like.
func depth(source string) int {
	open, deepest := 0, 0
	for line := range strings.Lines(source) {
		for i := range len(line) {
			switch line[i] {
			case '[', '{':
				open++
			case ']', '}':
				open = max(open-1, 0)
			}
			deepest = max(deepest, open)
		}
		deepest = max(deepest, strings.Count(line, "- "))
	}
	return deepest
}
