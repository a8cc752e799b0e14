package knowledge

import (
	"strings"
	"sync"
)

// Component is an item of the checklist that a design is held against.
type Component struct {
	Group    string   `yaml:"group"`
	Name     string   `yaml:"name"`
	Helps    string   `yaml:"helps"`    // what it would help
	Fits     string   `yaml:"fits"`     // when it does
	Asks     string   `yaml:"asks"`     // what a design that has it must say
	Facts    []string `yaml:"facts"`    // ids of the facts that decide it
	Kinds    []string `yaml:"kinds"`    // of parts of a diagram that are such a component
	Mentions string   `yaml:"mentions"` // finds it in a text in lower case
}

var components = sync.OnceValue(func() []Component {
	var file struct {
		Components []Component `yaml:"components"`
	}
	decode("components.yaml", &file)
	return file.Components
})

// Components returns the checklist in its order. The result is shared: read only.
func Components() []Component { return components() }

// Title names the component with its group, as in a sentence.
func (c Component) Title() string {
	if strings.HasPrefix(c.Name, c.Group) {
		return c.Name
	}
	return c.Group + ": " + c.Name
}

// In says whether a text, in lower case, speaks of the component.
func (c Component) In(text string) bool { return hits(c.Mentions, text) }
