package diagram

// Kind says what a node is.
type Kind uint8

// The kinds of nodes.
const (
	Component Kind = iota // a part of the system of which no more is known
	Person
	System    // the system that is designed, or a whole one beside it
	Container // something that runs: a service, a server, a worker
	Client    // what people hold in hand: a browser, an app
	Store     // keeps data
	Queue     // keeps messages until they are taken
	Cache     // keeps copies
	External  // runs under somebody else's care
)

var kindNames = [...]string{"component", "person", "system", "container", "client", "store", "queue", "cache", "external"}

func (k Kind) String() string { return kindNames[k] }

// parseKind is the inverse of String, for the word lists.
func parseKind(name string) Kind {
	for k, n := range kindNames {
		if n == name {
			return Kind(k)
		}
	}
	return Component
}

// Holds says whether losing a node of this kind can lose or hide data.
func (k Kind) Holds() bool { return k == Store || k == Queue || k == Cache }
