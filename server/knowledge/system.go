package knowledge

import (
	"strings"
	"sync"

	"github.com/designls/designls/server/text"
)

// System is a kind of system that has been designed many times, and what is
// critical about it.
type System struct {
	ID        string         `yaml:"id"`
	Name      string         `yaml:"name"` // as in "a rate limiter"
	Signals   signals        `yaml:"signals"`
	Parts     []Part         `yaml:"parts"`     // what such a system is usually made of
	Questions []BankQuestion `yaml:"questions"` // most decisive first within a rank
}

// Part is a component that most systems of a kind have.
type Part struct {
	Name string `yaml:"name"`
	Does string `yaml:"does"`
}

// BankQuestion is a question about a kind of system.
type BankQuestion struct {
	ID         string `yaml:"id"` // within the system
	Question   `yaml:",inline"`
	Covers     []string `yaml:"covers"`     // ids of the facts that need not be asked for beside it
	AnsweredBy []string `yaml:"answeredBy"` // what a text says that has answered it
}

type signals struct {
	Titles []string        `yaml:"titles"`
	Text   []weightedMatch `yaml:"text"`
}

var (
	systems  = sync.OnceValue(func() []System { return decodeAll[System]("systems/*.yaml") })
	change   = sync.OnceValue(func() System { return decodeSystem("change.yaml") })
	decision = sync.OnceValue(func() System { return decodeSystem("decision.yaml") })
)

func decodeSystem(name string) (s System) {
	decode(name, &s)
	return s
}

// Systems returns every kind of system, ordered by id. The result is shared: read only.
func Systems() []System { return systems() }

// Change is the bank for proposals that change an existing system, where the
// facts of a service do not apply.
func Change() System { return change() }

// Decision is the bank for records of a single decision.
func Decision() System { return decision() }

// The evidence that it takes. A title that names the kind is worth three marks
// in the text; a text that does not announce its subject in the title must
// speak of it in many ways.
const (
	titleWeight    = 6
	textNeeded     = 2 // beside the title, in a text that has more than a few words
	silentNeeded   = 8 // without the title
	briefWords     = 150
	mentionsNeeded = 2        // of one mark, in a text longer than a brief
	openingBytes   = 24 << 10 // a document says what it is about in its beginning
)

// assignment is a title that sets the task, as briefs and interview answers do.
var assignment = text.Pattern(`(?i)^\s*(system )?(design|build)\b`)

// RecognizeSystem tells which kind of system a document designs, from its title
// and its prose. It answers false unless it is fairly certain.
func RecognizeSystem(title, text string) (System, bool) {
	title, text = strings.ToLower(title), strings.ToLower(opening(text))
	brief := len(strings.Fields(text)) <= briefWords
	var found System
	best, second := 0, 0
	for _, s := range systems() {
		score, enough := s.Signals.score(title, text, brief)
		switch {
		case !enough:
		case score > best:
			found, best, second = s, score, best
		default:
			second = max(second, score)
		}
	}
	return found, best > second
}

func opening(text string) string { return text[:min(len(text), openingBytes)] }

func (s signals) score(title, text string, brief bool) (score int, enough bool) {
	named := 0
	for _, name := range s.Titles {
		if compiled(name).MatchString(title) {
			named++
		}
	}
	marks := s.marks(text, brief, named > 0)
	if named > 0 {
		return titleWeight + named + marks, brief || marks >= textNeeded || assignment().MatchString(title)
	}
	return marks, marks >= silentNeeded || brief && marks >= titleWeight
}

// marks adds up the marks in a text. Without the title it stops when what is left
// cannot be enough any more.
func (s signals) marks(text string, brief, named bool) int {
	needed, left := mentionsNeeded, 0
	if brief {
		needed = 1
	}
	for _, m := range s.Text {
		left += m.Weight
	}
	found := 0
	for _, m := range s.Text {
		if !named && !brief && found+left < silentNeeded {
			return 0
		}
		left -= m.Weight
		if len(compiled(m.Match).FindAllStringIndex(text, needed)) >= needed {
			found += m.Weight
		}
	}
	return found
}

// AnsweredIn says whether a text, in lower case, speaks of what is asked.
func (q BankQuestion) AnsweredIn(text string) bool {
	return len(q.AnsweredBy) > 0 && compiled(anyOf(q.AnsweredBy)).MatchString(text)
}

func anyOf(expressions []string) string { return "(?:" + strings.Join(expressions, ")|(?:") + ")" }

var serving = text.Pattern(`(?i)\b(requests?|traffic|users?|clients?|qps|rps|api|service|database|cache|load balancer|throughput|latency|availability|replicas?)\b`)

// ServesTraffic says whether a text designs something that serves requests, so
// that the facts of a service apply to it: a brief always does, a longer text
// when such words make up a good part of it.
func ServesTraffic(text string) bool {
	text = opening(text)
	words := len(strings.Fields(text))
	return words <= briefWords || len(serving().FindAllStringIndex(text, -1))*1000 >= words*14
}
