package rules

import (
	"strings"
	"sync"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// statementCues are words without which no sentence is looked at.
var statementCues = sync.OnceValue(func() *lexicon {
	return newLexicon(strings.Split("single,one,lone,sole,standalone,standby,standbys,replica,replicas,replicated,unreplicated,replication,failover,redundancy,redundant,backup,backups,backed up,clustered,"+
		"all writes,all updates,all inserts,every write,single-node,single-instance,single-server,single-machine,single-host,single-process,single-replica,single-az,fallback", ",")...)
})

// statementReader reads one sentence.
type statementReader struct {
	scope    *Scope
	lower    string
	sentence int
	ws       tokens // of the sentence
}

// statementForms read a statement that has its first telling word at an index.
var statementForms = []func(*statementReader, int) (statement, bool){
	(*statementReader).oneOf, (*statementReader).runsOnOne, (*statementReader).lacks, (*statementReader).called, (*statementReader).leader,
}

func (r *statementReader) read() (statement, bool) {
	c := r.scope.Content()
	sentence := c.Sentences[r.sentence]
	if kind := c.Nodes[sentence.Block].Kind; kind == document.KindHeading || kind == document.KindCell {
		return statement{}, false
	}
	r.ws = tokensIn(r.lower, sentence.Span)
	if r.ws.at(len(r.ws)-1) == "?" || r.ws.at(len(r.ws)-1) == ":" {
		return statement{}, false
	}
	for i := range r.ws {
		for _, read := range statementForms {
			if st, ok := read(r, i); ok && len(st.keys) > 0 && r.settled(st.said) {
				return st, true
			}
		}
	}
	return statement{}, false
}

// settled says whether the clause tells of the design as it is meant to be.
func (r *statementReader) settled(said text.Span) bool {
	first, last := r.ws.index(said.Start), r.ws.index(said.End)
	from := first
	for from > 0 && !cuts[r.ws[from-1].text] {
		from--
	}
	to := last
	for to < len(r.ws) && !cuts[r.ws[to].text] && !goesOn[r.ws[to].text] {
		to++
	}
	if r.ws.has(from, first, unsettled) || r.ws.has(last, to, unsettled) {
		return false
	}
	if r.ws.has(last, len(r.ws), contrasts) {
		return false
	}
	opening := r.ws.at(0)
	return !unsettled[opening] && opening != "for" && !strings.Contains(r.lower[r.ws[from].span.Start:said.Start], "no longer")
}

var contrasts = setOf("while whereas")

// goesOn are words after which a clause says more than that there is one.
var goesOn = setOf(", and which so because since with but where while")

// whole is a statement's words with the article or the verb before them.
func (r *statementReader) whole(from, last int) text.Span {
	if before := r.ws.at(from - 1); indefinite[before] || before == "only" || before == "just" || (before == "is" || before == "are") && !deniers[r.ws.at(from)] {
		from--
	}
	return text.Span{Start: r.ws[from].span.Start, End: r.ws[last].span.End}
}

// oneOf reads "a single Redis instance", "one PostgreSQL server", "a single
// scheduler", "a single-node Kafka".
func (r *statementReader) oneOf(i int) (st statement, ok bool) {
	ws := r.ws
	adjective := unitWords[ws[i].text]
	switch {
	case adjective, oneWords[ws[i].text]:
	case ws[i].text == "one" && (ws.at(i-1) == ":" || ws.at(i-1) == "(" || onlys[ws.at(i-1)] || leadIns[ws.at(i-1)]):
	default:
		return st, false
	}
	if st, ok := r.appended(i); ok {
		return st, true
	}
	part, end := r.part(i+1, adjective)
	if of, ok := products[ws.at(i+3)]; ok && runUnits[ws.at(i+1)] && ws.at(i+2) == "of" {
		part, end = namedPart{ws[i+3].span, productKeys(of)}, i+4
	}
	if end < 0 || !(endings[ws.at(end)] || doing[ws.at(end)] || end == len(ws)) || !r.introduced(i, end) {
		return st, false
	}
	st.said = r.whole(i, end-1)
	st.name, st.keys = part.name, part.keys
	return st, true
}

// appended reads "Redis (single instance)" and "Redis: one node, 16 GB".
func (r *statementReader) appended(i int) (st statement, ok bool) {
	ws := r.ws
	if sign := ws.at(i - 1); i < 2 || sign != ":" && sign != "(" && sign != "—" && sign != "–" || !runUnits[ws.at(i+1)] || !endings[ws.at(i+2)] && i+2 < len(ws) {
		return st, false
	}
	st.said = text.Span{Start: ws[i].span.Start, End: ws[i+1].span.End}
	st.name, st.keys = r.partEndingAt(i - 2)
	return st, len(st.keys) > 0
}

// introduced says whether the words before and after tell that the one thing is in
// use. What one machine can do is told of any machine.
func (r *statementReader) introduced(i, end int) bool {
	ws := r.ws
	before := i - 1
	for before >= 0 && (indefinite[ws[before].text] || onlys[ws[before].text] || ws[before].text == "the" || ws[before].text == "our" || ws[before].text == "one") {
		before--
	}
	if before >= 0 {
		return leadIns[ws[before].text] && !strings.HasSuffix(ws.at(before-1), "in") || ws[before].text == "to" && before > 0
	}
	return indefinite[ws.at(i-1)] && doing[ws.at(end)] && !strings.ContainsAny(joined(ws[end:]), "0123456789")
}

// doing are verbs by which a sentence that begins with the one thing tells what it
// is there for.
var doing = setOf("holds stores keeps serves polls assigns hands dispatches distributes picks reads writes publishes receives accepts routes owns drives coordinates runs sits")

// runsOnOne reads "the scheduler runs on a single VM", "everything lives on one box".
func (r *statementReader) runsOnOne(i int) (st statement, ok bool) {
	ws := r.ws
	if !runVerbs[ws[i].text] {
		return st, false
	}
	k := i + 1
	for onlys[ws.at(k)] || ws.at(k) == "on" || ws.at(k) == "as" || ws.at(k) == "in" || indefinite[ws.at(k)] || ws.at(k) == "inside" {
		k++
	}
	if k == i+1 || !oneWords[ws.at(k)] && ws.at(k) != "one" {
		return st, false
	}
	end := k + 1
	for end < len(ws) && end < k+4 && !runUnits[ws[end].text] && !zoneUnits[ws[end].text] && isWord(ws[end].text[0]) && !endings[ws[end].text] {
		end++
	}
	if ws.follow(end, "data", "center") || ws.follow(end-1, "data", "center") {
		end, st.zone = end+1, true
	}
	unit := ws.at(end)
	if st.zone = st.zone || zoneUnits[unit]; !st.zone && !runUnits[unit] || !endings[ws.at(end+1)] && end+1 < len(ws) || ws.at(end+1) == "at" {
		return st, false
	}
	st.said = r.whole(i, min(end, len(ws)-1))
	if st.name, st.keys = r.subject(i); st.keys != nil {
		st.keys = append(st.keys, "="+unit) // "the VM is restarted" is said of what runs on it
	}
	return st, true
}
