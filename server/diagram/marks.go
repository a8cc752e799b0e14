package diagram

import (
	"github.com/designls/designls/server/text"
)

// marks are what the text around a name says for its being a component.
type marks uint32

const (
	markBold       marks = 1 << iota
	markProper           // spelled like a name
	markInitial          // spelled like a name only for standing first
	markHead             // ends with a noun that can name components
	markWeak             // one that often does
	markStrong           // one that nearly always does
	markTech             // a known product
	markDefinite         // "the", "its", "our"
	markIndefinite       // "a", "any", "some"
	markAlone            // nothing but a noun like "server"
	markInner            // inside a phrase about something else: "the API server's logs"
	markNamed            // told to be a component: "X is a service", "a component called X"
	markExample          // "such as X"
	markTitle            // the whole heading or the whole cell
	markOption           // in a sentence about what one could take
	markRedundant        // "two web servers", "the replicated database"
	markPlural
	markDrawn   // a node of a diagram
	markTabled  // in a table of components
	markCoined  // a word in small letters that the document writes as a name
	markLeads   // what a list item begins with
	markReached // behind "to", "from", "by" and the like, as what can be reached
	markStory   // in "as a cluster administrator"
)

// mention is a name in a section that may be a component's.
type mention struct {
	name        string
	key         string
	span        text.Span
	kind        Kind
	marks       marks
	agent       int // how often it does something
	source      Source
	frame       int // index in local.frames of the boundary around it, -1 for none
	tech, about string
	passing     bool // named in passing, which does not count
	refers      int  // one more than the mention that "the service" may stand for, 0 for none
}
