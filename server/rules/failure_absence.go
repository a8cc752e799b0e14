package rules

import "github.com/designls/designls/server/text"

var (
	standIns  = setOf("replica replicas standby standbys failover redundancy backup backups replication fallback")
	standDone = setOf("replicated redundant clustered mirrored backed")
	deniers   = setOf("no without lacks lacking")
	fillers   = setOf("a an any hot warm cold read automatic automated off-site offsite regular or other")
)

// lacks reads "has no standby", "runs without a replica", "is not replicated".
func (r *statementReader) lacks(i int) (st statement, ok bool) {
	ws := r.ws
	end := -1
	switch w := ws[i].text; {
	case deniers[w]:
		k := i + 1
		for fillers[ws.at(k)] {
			k++
		}
		if next := ws.at(k + 1); standIns[ws.at(k)] && (next == "" || next == "of" || endings[next]) {
			end = k
		}
	case w == "not" && standDone[ws.at(i+1)] && ws.at(i+1) != "mirrored", w == "unreplicated":
		if end = i + 1; w != "not" {
			end = i
		} else if ws.at(end) == "backed" {
			end++
		}
	}
	if ws.follow(i, "replication", "factor") {
		k := i + 2
		for ws.at(k) == "of" || ws.at(k) == "is" || ws.at(k) == "=" || ws.at(k) == ":" {
			k++
		}
		if ws.at(k) == "1" || ws.at(k) == "one" {
			end = k
		}
	}
	if end < 0 || end >= len(ws) {
		return st, false
	}
	st.said = r.whole(i, end)
	if st.name, st.keys = r.lacking(i, end); len(st.keys) == 0 {
		return st, false
	}
	return st, true
}

// lacking is what has no stand-in: the product or component that the words before
// name last, or "for X" after.
func (r *statementReader) lacking(from, end int) (text.Span, []string) {
	ws := r.ws
	for i := from - 1; i >= 0; i-- {
		if cuts[ws[i].text] && ws[i].text != "," {
			break
		}
		if span, keys := r.partEndingAt(i); keys != nil {
			return span, keys
		}
	}
	if ws.at(end+1) == "for" || ws.at(end+1) == "of" {
		for i := end + 2; i < min(len(ws), end+7) && !cuts[ws[i].text]; i++ {
			if span, keys := r.partEndingAt(i); keys != nil {
				return span, keys
			}
		}
	}
	return text.Span{}, nil
}

// partEndingAt is the component whose name ends with a word.
func (r *statementReader) partEndingAt(i int) (text.Span, []string) {
	ws := r.ws
	if p, ok := products[ws[i].text]; ok {
		return ws[i].span, productKeys(p)
	}
	if !partHeads[ws[i].text] || partHeads[ws.at(i+1)] || runUnits[ws.at(i+1)] {
		return text.Span{}, nil
	}
	from := i
	for from > 0 && from > i-2 && isWord(ws[from-1].text[0]) && !determiners[ws[from-1].text] && !leadIns[ws[from-1].text] && !runVerbs[ws[from-1].text] {
		from--
	}
	var words []string
	for _, w := range ws[from : i+1] {
		words = append(words, w.text)
	}
	return text.Span{Start: ws[from].span.Start, End: ws[i].span.End}, keysOf(words)
}

// called reads "Redis is a single point of failure".
func (r *statementReader) called(i int) (st statement, ok bool) {
	ws := r.ws
	if !ws.follow(i, "single", "point", "of", "failure") || ws.at(i-1) != "a" && ws.at(i-1) != "the" || !(beVerbs[ws.at(i-2)] || ws.at(i-2) == "becomes") {
		return st, false
	}
	st.calls = true
	st.said = text.Span{Start: ws[i-1].span.Start, End: ws[i+3].span.End}
	st.name, st.keys = r.subject(i - 2)
	return st, true
}

// leader reads "all writes go to the primary".
func (r *statementReader) leader(i int) (st statement, ok bool) {
	ws := r.ws
	if w := ws[i].text; w != "primary" && w != "leader" && w != "master" {
		return st, false
	}
	if !ws.has(0, i, writesWords) || !ws.has(0, i, wholeWords) || ws.at(i-1) != "the" && !oneWords[ws.at(i-1)] && ws.at(i-1) != "one" {
		return st, false
	}
	if next := ws.at(i + 1); next != "" && !endings[next] && next != "database" && next != "node" {
		return st, false
	}
	st.leads, st.said = true, text.Span{Start: ws[i-1].span.Start, End: ws[i].span.End}
	st.name, st.keys = st.said, []string{ws[i].text}
	return st, true
}

var (
	writesWords = setOf("writes write updates inserts")
	wholeWords  = setOf("all every")
)
