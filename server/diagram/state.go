package diagram

import (
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// StateMachine is what a document says of the states of one thing.
type StateMachine struct {
	Title       string // of the section it stands in
	States      []*State
	Transitions []*Transition
	Place       Place
}

// State is one that the document names.
type State struct {
	Name  string // as the author writes it
	About string // what it means, may be empty
	Place Place
}

// Transition says that one state leads to another.
type Transition struct {
	From, To string // names of states; From is "" for the beginning, To for the end
	Cause    string // when it happens, in the words of the document; may be empty
	Place    Place
}

// States returns the state machines of a document in the order in which they are told:
// from lists of states, tables, sentences such as "moves from pending to paid when", and
// state diagrams. A machine may have no transitions.
func States(d *document.Document) []*StateMachine {
	names := &stateNames{known: map[string]string{}}
	var sections []*document.Section
	for _, s := range d.Sections {
		if !rejected(d, s) {
			names.collect(s)
			sections = append(sections, s)
		}
	}
	var all []*StateMachine
	for _, s := range sections {
		for _, m := range names.read(s) {
			all = unite(all, m)
		}
	}
	return all
}

// rejected says whether a section, or one that it is under, is about what was not chosen.
func rejected(d *document.Document, s *document.Section) bool {
	for {
		if s.Heading != nil && standingOf(s.Heading.Text) == standsAside {
			return true
		}
		if s.Parent < 0 {
			return false
		}
		s = d.Sections[s.Parent]
	}
}

// unite adds a machine, or joins it with the last one that has two of its states.
func unite(all []*StateMachine, m *StateMachine) []*StateMachine {
	for _, old := range slices.Backward(all) {
		common := 0
		for _, s := range m.States {
			if old.state(s.Name) != nil {
				common++
			}
		}
		if common < min(2, len(m.States)) {
			continue
		}
		for _, s := range m.States {
			old.add(s.Name, s.About, s.Place)
		}
		for _, t := range m.Transitions {
			old.connect(*t)
		}
		return all
	}
	return append(all, m)
}

func (m *StateMachine) state(name string) *State {
	key := stateKey(name)
	for _, s := range m.States {
		if stateKey(s.Name) == key {
			return s
		}
	}
	return nil
}

// add returns the state with a name, which is new or known.
func (m *StateMachine) add(name, about string, at Place) *State {
	s := m.state(name)
	if s == nil {
		s = &State{Name: name, Place: at}
		m.States = append(m.States, s)
	}
	if s.About == "" {
		s.About = about
	}
	return s
}

// connect adds a transition, or the cause of one that is known without.
func (m *StateMachine) connect(t Transition) {
	if t.From != "" {
		t.From = m.add(t.From, "", t.Place).Name
	}
	if t.To != "" {
		t.To = m.add(t.To, "", t.Place).Name
	}
	for _, old := range m.Transitions {
		if old.From != t.From || old.To != t.To {
			continue
		}
		if old.Cause == "" {
			old.Cause = t.Cause
		}
		if t.Cause == "" || stateKey(t.Cause) == stateKey(old.Cause) {
			return
		}
	}
	m.Transitions = append(m.Transitions, &t)
}

// stateKey is what names of states are compared by: "in progress" is IN_PROGRESS, and
// "the paid state" is paid.
func stateKey(name string) string {
	key := strings.ToLower(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" _-\t\n", r) }), " "))
	key = strings.TrimPrefix(key, "the ")
	for _, noun := range []string{" state", " status", " phase"} {
		key = strings.TrimSuffix(key, noun)
	}
	return key
}

// sectionStates reads one section.
type sectionStates struct {
	names   *stateNames
	section *document.Section
	content *document.Content
	machine *StateMachine
	current string // the state that the story is in
	block   int    // in which it is
}

// read returns the machines of a section: those of its diagrams, and one for the rest.
func (n *stateNames) read(s *document.Section) []*StateMachine {
	r := &sectionStates{names: n, section: s, content: s.Content, machine: &StateMachine{Title: s.Title(), Place: Place{Span: s.Span}}}
	for _, l := range n.lists[s] {
		r.machine.add(l.name, l.about, r.place(l.span, FromProse))
	}
	r.readTables()
	r.readSentences()
	drawn := r.readFences()
	if len(r.machine.States) > 0 {
		drawn = append(drawn, r.machine)
	}
	return drawn
}

func (r *sectionStates) place(span text.Span, source Source) Place {
	return place(r.section, span, source)
}
