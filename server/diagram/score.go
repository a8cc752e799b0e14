package diagram

// The score of a name is the logarithm of the odds that it is a component's: the sum
// of what speaks for and against it.
const (
	certain = 0.0  // more likely than not
	likely  = -1.0 // enough to be worth asking whom it talks to
)

// evidence is something that speaks for or against a name's being a component's.
type evidence int

const (
	always evidence = iota // how rare components are among names

	// how it ends
	product     // ends with a known product
	productOnly // is one
	strongHead  // several words that end with a strong noun; see heads.txt
	strongOnly  // nothing but such a noun
	weakHead
	weakOnly
	faintHead
	faintOnly
	roleHead // what a person does: "cluster operator"
	roleOnly
	coinedWord
	initialCapital // spelled like a name only for standing first
	properName     // spelled like a name, and nothing else is known
	holder         // a store, a queue, a cache
	vagueNoun      // names nothing by itself, or several things

	// how it is spelled
	capitalHead // begins with a capital
	camelCase
	underscored
	gerundFirst // "making TTL controller"
	closedFirst // "unlike KV DB"

	// how it is stressed
	boldHead
	titled        // the whole of a heading
	headed        // in a heading
	toldComponent // "X is a service"
	inList        // in a list of components
	opensItem     // what a list item begins with
	pictured      // drawn by the author

	// how it is used
	doing // does something
	doingShare
	inside         // in a phrase about something else
	frequency      // how often it stands
	share          // the same beside the name that stands most often
	ranked         // the same beside the last of the frequent names
	once           // in a document that repeats names
	onlyTitled     // in headings and nowhere else
	indefiniteOnly // "a controller" is a class, not a component
	notPlain       // only in passing, as an example or an option
	reached        // behind "to", "from", "by"
	reachedShare
	inStory // "as a cluster administrator"

	// names like it
	kinFirst  // how many names begin with the same word
	kinLast   // how many end so
	kinOf     // how many begin with this word
	kinEnds   // how many end with it
	moreThan  // a name and one word more
	rarerRole // another role stands more often
	madeOf    // a product is said to be behind it

	// whom it talks to
	speaks        // who does it in statements of flows
	spokenTo      // whom it is done to
	talkingNoun   // a noun for parts says more than capitals
	talkingClass  // "then a worker reads from Kafka"
	talkingProper // "pulls forecasts from NOAA"

	evidences
)

// logOdds are what each evidence adds to the score: weights of a logistic regression
// over the names of labelled documents, rounded.
var logOdds = [evidences]float64{
	always: -0.2,

	product:        1.3,
	productOnly:    2.1,
	strongHead:     1.4,
	strongOnly:     0.7,
	weakHead:       0.6,
	weakOnly:       -0.04,
	faintHead:      -0.4,
	faintOnly:      -0.7,
	roleHead:       1.2,
	roleOnly:       1.2,
	coinedWord:     -0.4,
	initialCapital: -2.2,
	properName:     -1.5,
	holder:         -0.3,
	vagueNoun:      -2.7,

	capitalHead: 0.5,
	camelCase:   -0.2,
	underscored: -0.5,
	gerundFirst: -0.4,
	closedFirst: -1.0,

	boldHead:      1.2,
	titled:        0.4,
	headed:        0.14,
	toldComponent: 1.7,
	inList:        1.4,
	opensItem:     0.5,
	pictured:      4.0,

	doing:          0.7,
	doingShare:     0.2,
	inside:         -0.3,
	frequency:      -0.7,
	share:          0.3,
	ranked:         0.7,
	once:           -0.7,
	onlyTitled:     -0.6,
	indefiniteOnly: -0.3,
	notPlain:       -1.1,
	reached:        0.6,
	reachedShare:   0.6,
	inStory:        2.6,

	kinFirst:  -0.2,
	kinLast:   -0.3,
	kinOf:     -1.1,
	kinEnds:   -0.7,
	moreThan:  0.7,
	rarerRole: -1.3,
	madeOf:    -0.6,

	speaks:        0.5,
	spokenTo:      0.7,
	talkingNoun:   0.3,
	talkingClass:  1.1,
	talkingProper: 0.8,
}

// features say how much of each evidence there is for a name, mostly 0 or 1.
type features [evidences]float64

func (w *features) noteIf(holds bool, e evidence) {
	if holds {
		w[e] = 1
	}
}

func (w *features) sum() float64 {
	s := 0.0
	for e, n := range w {
		s += n * logOdds[e]
	}
	return s
}

// oddsOf is the score of a name without whom it talks to.
func (m *merger) oddsOf(c *candidate) float64 {
	if c.total == 0 {
		return -10
	}
	w := m.weigh(c)
	return w.sum()
}

// score is the score of a name, which has to be weighed before.
func (c *candidate) score() float64 {
	if c.total == 0 || c.talks == 0 {
		return c.odds
	}
	var w features
	c.weighTalk(&w)
	return c.odds + w.sum()
}
