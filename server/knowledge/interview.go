package knowledge

import "sync"

// Box is a time-box of a system design interview. From and To are minutes from its
// beginning.
type Box struct {
	Title     string         `yaml:"title"`
	From      int            `yaml:"from"`
	To        int            `yaml:"to"`
	Questions []BoxQuestion  `yaml:"questions"`
	Parts     []AnsweredPart `yaml:"parts"`
}

// BoxQuestion is asked in a time-box.
type BoxQuestion struct {
	ID     string `yaml:"id"`
	Ask    string `yaml:"ask"`
	Number bool   `yaml:"number"` // an answer without a number is asked for one
}

// AnsweredPart is something that a candidate should have covered.
type AnsweredPart struct {
	Name  string   `yaml:"name"`
	Facts []string `yaml:"facts"` // ids of facts, any of which covers it when stated
	Said  string   `yaml:"said"`  // finds it in an answer, in lower case
}

var interview = sync.OnceValue(func() []Box {
	var file struct {
		Boxes []Box `yaml:"boxes"`
	}
	decode("interview.yaml", &file)
	return file.Boxes
})

// Interview returns the time-boxes in their order. The result is shared: read only.
func Interview() []Box { return interview() }

// In says whether an answer, in lower case, speaks of the part.
func (p AnsweredPart) In(answer string) bool { return hits(p.Said, answer) }
