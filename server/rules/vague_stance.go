package rules

import "strings"

var (
	beVerbs    = setOf("be is are remain remains stay stays feel feels become becomes keep keeps being it them")
	intensify  = setOf("very extremely highly as both reasonably sufficiently really always also quite fairly relatively super incredibly more-or-less generally consistently equally and or , mostly still completely fully perceptibly pretty only too")
	joins      = setOf("and or , & /")
	indefinite = setOf("a an")
	provides   = setOf("be provide provides offer offers build deliver need want require have need use is")
	inert      = setOf("mode cluster clusters setup setups deployment deployments configuration environment environments workload workloads application applications apps network networks link links client clients pair pairs proxy feature features group nodes node option options etcd database databases team teams zone zones case cases scenario scenarios path paths window windows priority service services storage")
	capacity   = setOf("handle handles handling support supports supporting serve serves serving scale scales scaling process processes processing store stores storing accommodate accommodates cope ingest ingests sustain sustains manage manages withstand withstands hold index absorb absorbs tolerate deal to accept work run")
	counted    = setOf(`users user requests request clients connections customers events messages records tenants devices transactions data traffic load writes reads queries files objects topics
		sessions orders concurrent simultaneous parallel operations calls documents items posts photos images videos uploads downloads readers writers subscribers players merchants sellers buyers drivers riders viewers tweets notifications jobs tasks visitors people`)
	plainNext = setOf("and or , . ; : ) ! & / with at for under in to on by of across through from while as so throughout within over regardless but per | again enough")
)

// stands says whether the words around a term make it a claim of its kind.
func (t vagueTerm) stands(ws words, first, last int, how obligation) bool {
	switch t.kind {
	case kindTrait:
		return how != notAsked && isPredicate(ws, first, last)
	case kindManner:
		return how > wished && !people[subjectWord(ws, first)] && hasVerbBefore(ws, first)
	case kindAmount:
		return ws.has(first-6, first, capacity) && ws.has(last, last+4, counted)
	}
	return !isAttribute(ws, first, last)
}

// isPredicate holds for "be fast", "be very fast", "be fast and reliable": an
// adjective that a form of "be" leads to, with no noun after it.
func isPredicate(ws words, first, last int) bool {
	if next := ws.at(last); next != "" && !plainNext[next] || next == "to" || next == "as" || next == "by" || next == "of" || ws.at(first-1) == "as" && next == "as" {
		return false
	}
	for i := first - 1; i >= 0 && first-i <= 8; i-- {
		w := ws[i].text
		if beVerbs[w] {
			return true
		}
		if !intensify[w] && !joins[ws.at(i+1)] && !joins[ws.at(i-1)] && !endsLikeTrait(w) {
			return false
		}
	}
	return false
}

// endsLikeTrait holds for other adjectives of a chain: "available", "secure".
func endsLikeTrait(w string) bool {
	for _, ending := range []string{"able", "ible", "ive", "ent", "ant", "ly", "ure", "ust", "st", "ple", "al", "ed"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// subjectWord is the first word of the clause in which the word at an index stands.
func subjectWord(ws words, i int) string {
	for i > 0 && !clauseEnds[ws[i-1].text] && ws[i-1].text != "," && ws[i-1].text != "." {
		i--
	}
	return ws.at(i)
}

// hasVerbBefore holds for "must load quickly": between the modal and the adverb
// stands what is to be done, and no comma.
func hasVerbBefore(ws words, first int) bool {
	prev := ws.at(first - 1)
	return prev != "" && prev != "," && !firmModals[prev] && !softModals[prev] && prev != "to" && prev != "as" && prev != "too" && prev != "be"
}

// isAttribute holds for qualities of something that is only mentioned: "use the
// highly available cluster". "Must be a highly available service" is none.
func isAttribute(ws words, first, last int) bool {
	next := ws.at(last)
	if next == "" || plainNext[next] || joins[next] {
		return false
	}
	if inert[next] || inert[ws.at(last+1)] && !plainNext[next] {
		return !(indefinite[ws.at(first-1)] && provides[ws.at(first-2)])
	}
	if strings.HasSuffix(ws[last-1].text, "able") || strings.HasSuffix(ws[last-1].text, "tolerant") {
		return !(indefinite[ws.at(first-1)] && provides[ws.at(first-2)])
	}
	return false
}
