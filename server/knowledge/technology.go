package knowledge

import (
	"slices"
	"sync"
)

// Technology is a product that designs are built with: what one has to say to
// justify it. Limits are those that follow from how it works; the defaults of a
// version are none.
type Technology struct {
	ID           string        `yaml:"id"`
	Name         string        `yaml:"name"`         // as it is spelled by those who make it
	Kind         string        `yaml:"kind"`         // as in "Redis, an in-memory data store"
	Names        []string      `yaml:"names"`        // as authors write it; see Mentions
	With         []string      `yaml:"with"`         // beginnings of words, one of which must stand nearby, for a name that means other things
	Is           string        `yaml:"is"`           // one sentence
	Concepts     []string      `yaml:"concepts"`     // what it implements, each with what that means
	Patterns     []string      `yaml:"patterns"`     // ids of the patterns among them that have a card
	Favors       string        `yaml:"favors"`       // the tradeoff that it takes, in a sentence
	Fits         []string      `yaml:"fits"`         // each completes "fits when"
	Poor         []string      `yaml:"poor"`         // each completes "a poor fit when"
	Failover     string        `yaml:"failover"`     // what happens when a part of it fails
	Limits       []string      `yaml:"limits"`       //
	Facts        []string      `yaml:"facts"`        // ids of the facts that decide about it
	Alternatives []Alternative `yaml:"alternatives"` // the nearest first
}

// Alternative is what else would do the work of a technology.
type Alternative struct {
	Name   string `yaml:"name"`
	Differ string `yaml:"differ"` // one sentence: what would be different
}

var technologies = sync.OnceValue(func() []Technology {
	var all []Technology
	for _, file := range decodeAll[struct {
		Technologies []Technology `yaml:"technologies"`
	}]("technologies/*.yaml") {
		all = append(all, file.Technologies...)
	}
	return all
})

// Technologies returns every technology with a card. The result is shared: read only.
func Technologies() []Technology { return technologies() }

// TechnologyByID finds a technology.
func TechnologyByID(id string) (Technology, bool) {
	at := slices.IndexFunc(technologies(), func(t Technology) bool { return t.ID == id })
	if at < 0 {
		return Technology{}, false
	}
	return technologies()[at], true
}
