package mermaidtest

import (
	"runtime/debug"
	"strings"
)

// Exempt is the flag of go test that leaves the script engine out of what the race
// detector watches. Nothing in the engine is concurrent, and watched it is forty
// times slower.
const Exempt = "-gcflags=modernc.org/...=-race=false"

// Slow reports whether the race detector watches the script engine in this
// binary, so that tests with a grammar would take minutes.
func Slow() bool {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return false
	}
	race, exempt := false, false
	for _, s := range info.Settings {
		race = race || s.Key == "-race" && s.Value == "true"
		exempt = exempt || s.Key == "-gcflags" && strings.Contains(s.Value, "modernc.org/...=-race=false")
	}
	return race && !exempt
}
