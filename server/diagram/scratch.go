package diagram

import "sync"

// scratch is the memory that reading one sentence takes, to be used again for the
// next one and in the next section.
type scratch struct {
	tokens   []token
	chunks   []chunk
	outer    []chunk
	subjects [][]int
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// subjectsFor returns an empty entry for each chunk.
func (s *scratch) subjectsFor(chunks int) [][]int {
	if cap(s.subjects) < chunks {
		s.subjects = make([][]int, 2*chunks)
	}
	s.subjects = s.subjects[:chunks]
	clear(s.subjects)
	return s.subjects
}
