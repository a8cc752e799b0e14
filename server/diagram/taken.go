package diagram

// queued is the queue that a thing told of before was put into, for whoever takes it:
// "publishes an event to Kafka, and the billing service consumes it".
func (s *sentence) queued(g verbGroup, at int) []target {
	if !takes[g.lemma()] || at+1 >= len(s.chunks) || s.chunks[at+1].kind != chunkPron {
		return nil
	}
	if w := s.chunks[at+1].word; w != "it" && w != "them" && w != "these" && w != "those" {
		return nil
	}
	relations := s.section.out.relations
	if len(relations) == 0 {
		return nil
	}
	last := &relations[len(relations)-1]
	if last.span != s.span && last.span.End+2 < s.span.Start {
		return nil // not of the sentence before
	}
	for _, t := range last.targets {
		if m := t.mentions[0]; !t.reversed && t.access != Read && s.section.out.mentions[m].kind == Queue {
			return []target{{mentions: t.mentions, reversed: true, access: Write}}
		}
	}
	return nil
}

// takes are verbs for what is done to a message by whoever it is meant for.
var takes = map[string]bool{"consume": true, "process": true, "handle": true, "pick": true, "take": true, "receive": true, "read": true, "pop": true, "dequeue": true, "drain": true}

// carriedBy is who holds what "these" stands for where it moves: in "users upload photos
// via the web client; these go to the store" the photos come from the client.
func (s *sentence) carriedBy(verb int, subjects []int) []int {
	if verb == 0 || s.chunks[verb-1].kind != chunkPron || !goesOn[s.chunks[verb].vg.lemma()] {
		return subjects
	}
	if w := s.chunks[verb-1].word; w != "these" && w != "those" && w != "they" && w != "it" {
		return subjects
	}
	relations := s.section.out.relations
	if len(relations) == 0 || len(subjects) == 0 || !s.isSame(relations[len(relations)-1].subjects[0], subjects) {
		return subjects
	}
	last := &relations[len(relations)-1]
	switch {
	case last.span != s.span:
		return subjects
	case len(last.via) > 0:
		return last.via
	case s.chunks[verb-1].word != "it" && !last.targets[0].reversed:
		return last.targets[0].mentions
	}
	return subjects
}

// goesOn are verbs for what data do by themselves.
var goesOn = map[string]bool{"go": true, "flow": true, "travel": true, "land": true, "move": true, "end": true}

// latter is what "the latter" and "the former" stand for in the clause of the verb at a
// chunk: the last name, or the first, of the clauses before.
func (s *sentence) latter(verb int, p phrase) int {
	word := s.tokens[p.to-1].lower
	if p.mention >= 0 || word != "latter" && word != "former" {
		return -1
	}
	found := -1
	for k, c := range s.chunks[:verb] {
		if c.kind == chunkPhrase && c.np.mention >= 0 && s.isApart(k, verb) && s.endsClauseBefore(k, verb) {
			if found = c.np.mention; word == "former" {
				return found
			}
		}
	}
	return found
}

// endsClauseBefore says whether a comma or a full stop parts chunk k from the verb.
func (s *sentence) endsClauseBefore(k, verb int) bool {
	for k++; k < verb; k++ {
		if c := s.chunks[k].kind; c == chunkComma || c == chunkStop {
			return true
		}
	}
	return false
}
