package diagram

// local is what one section says by itself. All spans count from its start.
type local struct {
	mentions    []mention
	relations   []relation
	aliases     []alias
	frames      []localFrame
	standing    standing // by the section's own heading
	stories     int      // diagrams and tables so far
	headings    []string // keys of the names that the heading has beside other words
	title       int      // the mention that the heading is, or -1
	inventories []inventory
	entities    []*Entity
	endpoints   []*Endpoint
	deeds       []cellDeeds
	terms       []term
	termOf      []int // of each mention
}

// localFrame is a boundary that a diagram of the section draws.
type localFrame struct {
	frame
	mention int // of its name, -1 when that names no component
	source  Source
}

// alias says that two mentions are one thing, or that the second is an example
// of the first or what it is made of.
type alias struct {
	of, name int
	example  bool
	sure     bool // the author says so: "also known as"
}
