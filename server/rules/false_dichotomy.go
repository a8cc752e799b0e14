package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/designls/designls/server/document"
	"github.com/designls/designls/server/finding"
	"github.com/designls/designls/server/knowledge"
	"github.com/designls/designls/server/text"
)

var falseDichotomy = Rule{
	ID:       "false-dichotomy",
	Title:    "Choices put as one or the other",
	Severity: finding.Information,
	What: "Marks a sentence or heading that has the author choose one of two things (\"either SQL or NoSQL\", \"we must choose between consistency and availability\", \"push or pull?\") " +
		"where a blend or something else is known to work, and names the further options with when each fits. What merely describes (\"returns either a value or an error\", \"supports polling or WebSockets\"), " +
		"and sections that already discuss another option, are left alone.",
	Why: "Two options hide the design that takes the better half of each. A reviewer who knows a third asks for it late, when the document has been built on the first two.",
	Bad: `# Product catalogue

## Storage

We have to choose between SQL and NoSQL. Orders need transactions, so we take SQL and give up on
flexible product attributes.
`,
	Good: `# Product catalogue

## Storage

Orders need transactions and product attributes differ by category. We use PostgreSQL for both, with
the attributes in a JSONB column; a separate document store was considered and rejected, because
nothing reads attributes without their order.
`,
	Fixes:   []string{"insert a table of the options after the paragraph, with when each fits and what it costs"},
	Section: findDichotomies,
}

func findDichotomies(s *Scope) []finding.Finding {
	var found []finding.Finding
	c := s.Content()
	last := -1
	for _, sentence := range candidateSentences(s) {
		if block := c.Sentences[sentence].Block; block != last {
			if f, ok := dichotomyIn(s, sentence); ok {
				found = append(found, f)
				last = block
			}
		}
	}
	return found
}

func dichotomyIn(s *Scope, sentence int) (finding.Finding, bool) {
	c := s.Content()
	span := c.Sentences[sentence].Span
	ws := tokensIn(s.Lower(), span)
	heading := c.Nodes[c.Sentences[sentence].Block].Kind == document.KindHeading
	if isNormative(s, span) {
		return finding.Finding{}, false
	}
	frames := framesOf(ws, func() tokens { return nextSentence(s, sentence) }, heading)
	if len(frames) == 0 || heading && ws.at(len(ws)-1) != "?" && !decidesSomething(s) {
		return unknownDichotomy(s, sentence, ws)
	}
	mentions := dichotomies().mentions(s.Lower(), ws)
	for _, f := range frames {
		axis, a, b, ok := opposed(mentions, f.joint, func(axis int) int { return speaksOf(s, ws, axis) })
		if !ok || a.last > f.joint || a.first < f.start || listsMore(ws, f, a, b) {
			continue
		}
		d := knowledge.Dichotomies()[axis]
		place := text.Span{Start: ws[min(f.start, a.first)].span.Start, End: ws[b.last-1].span.End}
		if considersMore(s, d, place) || usesBoth(s, axis, place) {
			return finding.Finding{}, false
		}
		return knownDichotomy(s, d, place, sentence, heading || ws.at(len(ws)-1) == "?"), true
	}
	return unknownDichotomy(s, sentence, ws)
}

// speaksOf says how well a dichotomy fits what the sentence and the headings
// above it are about: 0 not, 1 as any, 2 by name.
func speaksOf(s *Scope, ws tokens, axis int) int {
	about := knowledge.Dichotomies()[axis].About
	if len(about) == 0 {
		return 1
	}
	for _, stem := range about {
		for _, w := range ws {
			if strings.HasPrefix(w.text, stem) || strings.Contains(w.text, "-"+stem) {
				return 2
			}
		}
	}
	if startsWordOf(strings.ToLower(s.Headings()), about) {
		return 2
	}
	return 0
}

func knownDichotomy(s *Scope, d knowledge.Dichotomy, place text.Span, sentence int, asks bool) finding.Finding {
	f := finding.Finding{Span: place, Why: d.Why}
	var names []string
	for _, o := range d.Options {
		if named(o, place.Of(s.Lower())) {
			continue
		}
		names = append(names, lowerFirst(o.Name))
		f.Options = append(f.Options, fmt.Sprintf("%s: fits when %s; costs %s.", o.Name, o.Fits, o.Costs))
	}
	f.Message = fmt.Sprintf("This is put as %s or %s, but there is more to choose from: %s.", d.Poles[0].Name, d.Poles[1].Name, strings.Join(names, "; "))
	if asks {
		f.Severity = finding.Hint
	}
	f.Fixes = []finding.Fix{optionTable(s, sentence, d)}
	return f
}

// named says whether the words of a choice name an option themselves.
func named(o knowledge.WayBeyond, words string) bool {
	words = joiners.Replace(words)
	return slices.ContainsFunc(o.Terms, func(term string) bool { return affirms(words, term) })
}

// lowerFirst makes a name fit into a sentence, unless it begins with an acronym
// or a proper name.
func lowerFirst(name string) string {
	word, rest, _ := strings.Cut(name, " ")
	if strings.ToUpper(word) == word && len(word) > 1 || word == "GraphQL" {
		return name
	}
	return strings.TrimSpace(strings.ToLower(word) + " " + rest)
}
