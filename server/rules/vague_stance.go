package rules

import "strings"

var (
	beVerbs    = setOf("be is are remain remains stay stays feel feels become becomes keep keeps being it them")
	intensify  = setOf("easily very extremely highly as both reasonably sufficiently really always also quite fairly relatively super incredibly more-or-less generally consistently equally and or , mostly still completely fully perceptibly pretty only too")
	joins      = setOf("and or , & /")
	indefinite = setOf("a an")
	provides   = setOf("be provide provides offer offers build deliver need want require have need use is")
	inert      = setOf("mode cluster clusters setup setups deployment deployments configuration environment environments workload workloads application applications apps network networks link links client clients pair pairs proxy feature features group nodes node option options etcd database databases team teams zone zones case cases scenario scenarios path paths window windows priority service services storage")
	capacity   = setOf("works runs caters accommodates handle handles handling support supports supporting serve serves serving scale scales scaling process processes processing store stores storing accommodate accommodates cope ingest ingests sustain sustains manage manages withstand withstands hold index absorb absorbs tolerate deal to accept work run")
	crowds     = setOf("user users request requests client clients connection connections customers traffic load devices tenants transactions concurrent simultaneous subscribers visitors viewers players merchants sellers buyers drivers riders people sessions queries orders")
	volumes    = setOf("data events messages records writes reads objects topics operations calls documents items posts photos images videos uploads downloads readers writers tweets notifications jobs tasks files logs metrics")
	together   = setOf("concurrent simultaneous parallel")
	adjectives = setOf("concurrent simultaneous parallel active incoming different new daily online")
	many       = setOf("many numerous a lots plenty tons")
	wholes     = setOf("system solution service platform architecture design infrastructure pipeline api store backend application product experience interface database storage cache queue")
	colleagues = setOf("maintainer maintainers reviewer reviewers author authors owner owners contributor contributors team teams developer developers engineer engineers objector approver approvers everyone people")
	makes      = setOf("keep keeps keeping")
	aspects    = setOf("of for in on per during")
	nearly     = setOf("almost virtually practically nearly to hardly")
	degrees    = setOf("modest moderate tiny decent bearable manageable sane sensible low high minimal minimum good fast short small great acceptable reasonable excellent minimized minimised optimal strong tolerable quick maximal maximum lowest highest negligible maximized")
	between    = setOf("must should shall needs to need has have be is are was kept keep stay remain very as a an extremely reasonably : ( - — – will always also relatively at fairly really of the system reads writes for requests")
	keeps      = setOf("keep keeping keeps hold kept with have")
	expects    = setOf("expect expects demand demands want wants")
	minimize   = setOf("minimize minimise minimizes minimizing minimising maximize maximise maximizing")
	plainNext  = setOf("and or , . ; : ) ! & / with at for under in to on by of across through from while as so throughout within over regardless but per | again enough during when even until before after whenever also too already also toward towards")
)

// stands says whether the words around a term make it a claim of its kind.
func (t vagueTerm) stands(ws tokens, first, last int, asked asking) bool {
	switch t.kind {
	case kindTrait:
		return isPredicate(ws, first, last) && !ws.has(asked.clause, asked.modal, colleagues) || isOffer(ws, first, last) || asked.bullet && !t.class.minor && (first == 0 || first == 1 && (indefinite[ws.at(0)] || intensify[ws.at(0)])) && len(ws) <= 6
	case kindManner:
		return asked.bullet && (ws.at(last) == "" || plainNext[ws.at(last)]) || hasVerbBefore(ws, first) && (expects[ws.at(asked.modal)] || asked.how > wished && !people[subjectWord(ws, first)])
	case kindAmount:
		return (ws.has(first-6, first, capacity) || ws.at(first-1) == "to") && isCounted(ws, first, last)
	case kindGauge:
		return true
	case kindHarm:
		return ws.has(first-6, first, negations)
	}
	return !isAttribute(ws, first, last)
}

// isOffer holds for "need a scalable solution": the whole is asked to be so.
func isOffer(ws tokens, first, last int) bool {
	return indefinite[ws.at(first-1)] && provides[ws.at(first-2)] && wholes[ws.at(last)]
}

// isCounted says whether something that loads a system follows "many" or "a large
// number of". Much is many of no consequence: files, steps, options.
func isCounted(ws tokens, first, last int) bool {
	atOnce := false
	for adjectives[ws.at(last)] {
		atOnce = atOnce || together[ws.at(last)]
		last++
	}
	if many[ws[first].text] && !atOnce {
		return crowds[ws.at(last)]
	}
	return ws.has(last, last+2, crowds) || ws.has(last, last+2, volumes)
}

// degreeOf finds what is said of a gauge without a figure: "low" in "latency must
// be low", "keep latency low", "latency: low"; "little" in "add little latency".
// It returns the index, or -1.
func degreeOf(ws tokens, first, last int) int {
	before := ws.at(first - 1)
	if before == "little" || before == "minimal" || before == "no" && nearly[ws.at(first-2)] || minimize[before] || degrees[before] && plainNext[ws.at(last)] {
		return first - 1
	}
	if ws[first].text == "times" { // "short queueing times", and much else
		if next := ws.at(last); degrees[ws.at(first-2)] && (next == "" || plainNext[next]) {
			return first - 2
		}
		return -1
	}
	if excesses[before] && ws.has(first-5, first, negations) {
		return first - 1
	}
	for i := last; i < len(ws) && i < last+9; i++ {
		switch w := ws[i].text; {
		case degrees[w] && (i > last || ws.has(first-3, first, keeps)) && (i+1 == len(ws) || plainNext[ws.at(i+1)] && ws.at(i+1) != "enough"):
			return i
		case aspects[w]:
			i += aspectLength(ws, i+1)
		case !between[w]:
			return -1
		}
	}
	return -1
}

// aspectLength is how many words after "of" or "for" name what the gauge measures:
// "the cost of storage must be low".
func aspectLength(ws tokens, from int) (n int) {
	for n < 3 && from+n < len(ws) && !between[ws[from+n].text] && !degrees[ws[from+n].text] && !plainNext[ws[from+n].text] {
		n++
	}
	return n
}

// isPredicate holds for "be fast", "be very fast", "be fast and reliable": an
// adjective that a form of "be" leads to, with no noun after it.
func isPredicate(ws tokens, first, last int) bool {
	if next := ws.at(last); next != "" && !plainNext[next] || next == "enough" && last+1 < len(ws) && ws.at(last+1) != "." && ws.at(last+1) != "for" || next == "to" || next == "as" || next == "by" || next == "of" || ws.at(first-1) == "as" && next == "as" {
		return false
	}
	if ws.has(first-4, first-1, makes) {
		return true
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
func subjectWord(ws tokens, i int) string {
	for i > 0 && !clauseEnds[ws[i-1].text] && ws[i-1].text != "," && ws[i-1].text != "." {
		i--
	}
	return ws.at(i)
}

// hasVerbBefore holds for "must load quickly": between the modal and the adverb
// stands what is to be done, and no comma.
func hasVerbBefore(ws tokens, first int) bool {
	prev := ws.at(first - 1)
	return prev != "" && prev != "," && !firmModals[prev] && !softModals[prev] && prev != "to" && prev != "as" && prev != "too" && prev != "be"
}

// isAttribute holds for qualities of something that is only mentioned: "use the
// highly available cluster". "Must be a highly available service" is none.
func isAttribute(ws tokens, first, last int) bool {
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
