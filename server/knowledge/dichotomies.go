package knowledge

import (
	_ "embed" // for the data
	"fmt"
	"sync"

	"github.com/goccy/go-yaml"
)

// Dichotomy is a choice of system design that is often put as one or the other
// although a blend or something else is known to work.
type Dichotomy struct {
	ID      string      `yaml:"id"`
	Poles   []Pole      `yaml:"poles"` // two
	About   []string    `yaml:"about"` // beginnings of words, one of which must stand nearby; empty when the poles speak for themselves
	Why     string      `yaml:"why"`   // one sentence: why it is not one or the other
	Options []WayBeyond `yaml:"options"`
}

// Pole is one side of a Dichotomy.
type Pole struct {
	Name  string   `yaml:"name"`  // as it reads in a sentence
	Terms []string `yaml:"terms"` // as authors write it; see the head of dichotomies.yaml
}

// WayBeyond is an option that the two poles leave out.
type WayBeyond struct {
	Name  string   `yaml:"name"`
	Terms []string `yaml:"terms"` // beginnings of what an author writes who considers it
	Fits  string   `yaml:"fits"`  // when it is right: completes "fits when ..."
	Costs string   `yaml:"costs"` // what it gives up
}

//go:embed dichotomies.yaml
var dichotomyData []byte

var dichotomies = sync.OnceValue(func() []Dichotomy {
	var all []Dichotomy
	if err := yaml.UnmarshalWithOptions(dichotomyData, &all, yaml.Strict()); err != nil {
		panic(fmt.Sprintf("bug: embedded dichotomies.yaml: %v", err))
	}
	return all
})

// Dichotomies returns the choices that are often put as one or the other. The
// result is shared: read only.
func Dichotomies() []Dichotomy { return dichotomies() }
