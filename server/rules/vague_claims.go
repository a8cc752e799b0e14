package rules

import (
	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/text"
)

// requirementReader judges what the phrases of a section claim.
type requirementReader struct {
	scope      *Scope
	content    *document.Content
	vocabulary *vagueVocabulary

	section role // of the section
	read    bool // whether section is set
	role    role // of the sentence that is being read

	labelled bool // whether it has a label, as requirements have
}

// roleOf is what a sentence stands for by the headings and the line above it.
func (r *requirementReader) roleOf(sentence int) role {
	if !r.read {
		r.section, r.read = roleOf(r.scope.Headings()), true
	}
	if list := r.listRole(sentence); list != plainText && r.section != noRequirements {
		return list
	}
	return r.section
}

// claims returns the vague terms among the matches that a sentence asks for and
// that nothing near it makes measurable.
func (r *requirementReader) claims(sentence int, matches []match) []claim {
	block := r.content.Nodes[r.content.Sentences[sentence].Block]
	r.role = r.roleOf(sentence)
	if block.Kind == document.KindHeading || r.role == noRequirements {
		return nil
	}
	span := r.content.Sentences[sentence].Span
	if row := r.content.Ancestor(r.content.Sentences[sentence].Block, document.KindRow); row >= 0 {
		span = r.content.Nodes[row].Span
	}
	ws := tokensIn(r.scope.Lower(), span)
	if settlesItself(ws) {
		return nil
	}
	if r.role == plainText && r.leadsToList(sentence) {
		return nil
	}
	label := labelLength(ws)
	r.labelled, ws = label > 0 || r.followsLabel(sentence), ws[label:]
	var claims []claim
	for _, m := range matches {
		for _, t := range r.vocabulary.terms[m.Phrase] {
			if c, ok := r.claimed(ws, m.Span, t, sentence); ok {
				claims = append(claims, c)
				break
			}
		}
	}
	return r.unmeasured(claims, sentence)
}

var settling = setOf("? than versus vs defined meaning specifically namely i.e currently today already existing compared used")

// settlesItself holds for sentences that ask, compare, define, or point to where
// the target is; and for those whose details follow in a list.
func settlesItself(ws tokens) bool {
	see := ws.find(0, len(ws), pointing)
	return ws.at(len(ws)-1) == ":" || ws.has(0, len(ws), settling) || see == 0 || see > 0 && !isWord(ws[see-1].text[0])
}

var pointing = setOf("see cf")

func (r *requirementReader) claimed(ws tokens, span text.Span, t vagueTerm, sentence int) (claim, bool) {
	first, last := ws.index(span.Start), ws.index(span.End)
	if t.kind == kindGauge {
		degree := degreeOf(ws, first, last)
		if degree < 0 {
			return claim{}, false
		}
		first, last = min(first, degree), max(last, degree+1)
		span.Start, span.End = ws[first].span.Start, ws[last-1].span.End
	}
	if t.class.bound && r.role != requirements {
		return claim{}, false
	}
	asked := askedFor(ws, last-1, t.kind == kindHarm)
	if asked.how == notAsked && r.role == requirements {
		asked = r.bulletGoal(ws, first, sentence, t.kind == kindHarm)
	}
	if asked.how == notAsked || t.class.bound && ws.has(first-3, first, answers) || t.class.name == "use" && interfaces[ws.at(last)] || t.class.name == "retention" && !ws.has(0, len(ws), keepings) {
		return claim{}, false
	}
	if !t.stands(ws, first, last, asked) || t.class.explained(ws, last, asked.how) {
		return claim{}, false
	}
	if asked.how != demanded && r.role != requirements && (pronouns[ws.at(asked.clause)] && asked.clause+1 == asked.modal || t.class.minor) {
		return claim{}, false
	}
	from := ws[asked.clause].span.Start
	if asked.bullet { // in a row, from its cell on
		from = max(from, r.content.Sentences[sentence].Span.Start)
	}
	return claim{t.class, span, min(from, span.Start), asked.how}, true
}

var (
	// answers are what a call does at once or later: "returns immediately".
	answers = setOf("returns return fails fail errors exits exit throws throw blocks rejects aborts returned")

	// interfaces are for programmers, whose ease nobody measures in minutes.
	interfaces = setOf("api apis syntax library libraries sdk sdks dsl cli")

	// keepings are what makes a time one for which something is kept: "processed for a long time" is slow.
	keepings = setOf("keep keeps kept keeping retain retains retained retaining retention store stores stored storing storage archive archived archives preserve preserved hold held history historical available accessible persist persisted persists remain remains remember remembered record recorded records last lasts durable save saved cached logs backup backups")

	protects  = setOf("against despite")
	reasons   = setOf("because since")
	evenThen  = setOf("if when while during under after")
	protected = setOf("availability faults security loss")
)

// explained holds when the words after a term say what is meant by it.
func (c *vagueClass) explained(ws tokens, last int, how obligation) bool {
	for i := last; i < len(ws); i++ {
		switch w := ws[i].text; {
		case protected[c.name] && (protects[w] || w == "to" && ws.at(i+1) == "the" || w == "even" && evenThen[ws.at(i+1)]):
			return true
		case reasons[w] && how < demanded:
			return true
		case w == ":" || w == "—" || w == "–":
			return len(ws)-i > 4
		}
	}
	return false
}
