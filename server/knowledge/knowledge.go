// Package knowledge is what the reviewer knows before it reads a document:
// the facts that a design must state, question banks per kind of system, and
// the house styles that documents follow. The knowledge itself is data
// (YAML beside this file, checked against JSON schemas in the tests); the code
// recognizes in a text what the data describes. Nothing here does I/O: the
// data is embedded, and decoded on first use so that start-up pays nothing.
package knowledge

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/goccy/go-yaml"
)

//go:embed facts.yaml change.yaml decision.yaml components.yaml books.yaml interview.yaml styles/*.yaml systems/*.yaml technologies/*.yaml patterns/*.yaml
var data embed.FS

// decode reads one embedded file. The files are part of the program, so a
// file that does not decode is a bug that no input can cause.
func decode(name string, into any) {
	content, err := data.ReadFile(name)
	if err == nil {
		err = yaml.UnmarshalWithOptions(content, into, yaml.Strict())
	}
	if err != nil {
		panic(fmt.Sprintf("bug: embedded %s: %v", name, err))
	}
}

// decodeAll reads every file of an embedded folder, in the order of their names.
func decodeAll[T any](pattern string) []T {
	names, err := fs.Glob(data, pattern)
	if err != nil {
		panic(fmt.Sprintf("bug: embedded %s: %v", pattern, err))
	}
	all := make([]T, len(names))
	for i, name := range names {
		decode(name, &all[i])
	}
	return all
}
